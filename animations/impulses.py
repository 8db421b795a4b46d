"""An impulse is answered by h; any input is a row of impulses, and its output a sum of echoes."""

from animations.rendering import Animation, InputPanel, Narration, OutputPanel, follow, run, sweep
from signals import concentrate, convolve, decompose, impulse
from signals.post import h, x


def animation() -> Animation:
    pulses, course = impulse() + impulse(3) + impulse(6, weight=0.5), x.shift(12)
    y = convolve(h, pulses + course)
    finer = {12: 1, 18.5: 2, 20.5: 4, 22.5: 5}  # slices in a unit of time, from which t on
    slices = [(at, [12 + n / many for n in range(5 * many + 1)]) for at, many in finer.items()]
    rows = [(at, decompose(concentrate(course, cuts))) for at, cuts in slices[:-1]]
    rows += [(at, decompose(course, cuts)) for at, cuts in slices[-1:]]
    echoes = [(at, [convolve(h, part) for part in parts]) for at, parts in rows]
    sent = [(0, r"$\delta(t)$"), (3, r"$\delta(t-3)$"), (6, r"$\frac{1}{2}\delta(t-6)$")]
    named = [(at, name.replace(r"\delta", "h")) for at, name in sent]
    heard = [(at, name.replace("$", "$+", 1) if at else name) for at, name in named]
    product = r"\textcolor{x}{x(\tau)}\textcolor{h}{h(t - \tau)}d\tau"
    words = [
        (0, "each impulse is answered by an echo"),
        (12, "any input: a row of impulses"),
        (15.5, "coarse slices: roughly the output"),
        (18.5, "finer slices: nearer to the output"),
        (22.5, "ever finer: the output itself"),
    ]
    refining = (beat for at in (18, 20, 22) for beat in sweep(at, at + 2, 0.6, pause=0))
    return Animation(
        title="Impulse response",
        caption=(
            "An impulse is answered by h, the impulse response; two by two echoes, scaled and "
            "delayed. Any input is a row of impulses: the finer, the nearer is the sum of echoes."
        ),
        alt=(
            "Above, impulses, then a ramp. Below, an exponential, more that pile up, then an echo "
            f"for each of 5, 10, 20 slices of the ramp: they come near a hump, {y(15):.2f} high."
        ),
        panels=[
            Narration(r"\textcolor{y}{y(t)} = \int_{-\infty}^{\infty}" + product, words),
            InputPanel(pulses + course, slices, sent, "arrow: area of its slice"),
            OutputPanel(y, [convolve(h, pulse) for pulse in decompose(pulses)], echoes, heard),
        ],
        timeline=[*follow(y, 0, 18, end=1.2), *refining],
        span=(-2, 25.4),
        poster=20,
    )


if __name__ == "__main__":
    run(animation)
