"""Layers of any size and setting: everything is on the canvas, apart, readable and right."""

import re
from itertools import combinations, product
from typing import Any

import numpy as np
import pytest
from artists import wires
from matplotlib.collections import PolyCollection
from matplotlib.text import Text
from matplotlib.transforms import Bbox
from numpy.typing import NDArray

from animations.rendering import (
    Animation,
    BiasSumPanel,
    ChannelsPanel,
    Film,
    LayerPanel,
    LayerSumPanel,
    Narration,
    Panel,
    SizePanel,
    TransposedPanel,
    VolumePanel,
    ZoomPanel,
    animate_layer,
)
from animations.rendering.drawing.label import Label
from animations.rendering.theme import PROSE_FONT, SUM
from signals import ChannelSteps, LayerSteps, TransposedSteps

Array = NDArray[np.float64]
Layer = LayerSteps | TransposedSteps

KINDS = {
    "digits": lambda random, shape: random.integers(0, 10, shape),
    "bytes": lambda random, shape: random.integers(-128, 128, shape),
    "decimals": lambda random, shape: random.normal(size=shape).round(3),
    "thirds": lambda random, shape: random.integers(-9, 10, shape) / 3,
}
SIZES: list[tuple[int, ...]] = [(1, 1), (3, 3), (5, 5), (4, 16), (16, 5), (16, 16), (9,)]
KERNELS: list[tuple[int, ...]] = [(1, 1), (2, 3), (3, 3), (5, 5)]
SETTINGS: list[tuple[Any, Any, Any]] = [
    (1, 0, 1),
    (2, 1, 1),
    (1, 2, 2),
    ((1, 2), (2, 0), (2, 1)),
]


def fits(size: tuple[int, ...], kernel: tuple[int, ...], setting: tuple[Any, Any, Any]) -> bool:
    rows = zip(size, kernel, *(np.broadcast_to(each, len(size)) for each in setting), strict=True)
    return all(n + 2 * p >= d * (k - 1) + 1 for n, k, _, p, d in rows)


LAYERS = [
    (size, kernel[: len(size)], setting)
    for size, kernel, setting in product(SIZES, KERNELS, SETTINGS)
    if (len(size) == 2 or setting[0] in (1, 2)) and fits(size, kernel[: len(size)], setting)
][::5]


def made(number: int, size: tuple[int, ...], kernel: tuple[int, ...]) -> tuple[Array, Array]:
    """An input and weights, of another kind from one layer to the next."""
    random = np.random.default_rng(number)
    kinds = [*KINDS.values()]
    return kinds[number % 4](random, size), kinds[number % 3](random, kernel)


def film_of(panels: list[Panel], theme: str = "light") -> Film:
    return Film(Animation("t", "c", "a", panels), theme)


def shown(film: Film) -> list[Text]:
    return [t for t in film.figure.findobj(Text) if t.get_visible() and t.get_text().strip()]


def check(film: Film, t: float) -> list[Text]:
    """Everything that is written in a frame lies on the canvas, and apart."""
    frame = film.timeline.at(t)
    assert np.array_equal(film.pixels(frame), film.redraw(frame))
    texts = shown(film)
    boxes = np.array([text.get_window_extent().padded(-1).extents for text in texts])
    width, height = film.size
    for text, (left, bottom, right, top) in zip(texts, boxes, strict=True):
        inside = left >= 0 and bottom >= 0 and right <= width and top <= height
        assert inside, f"{text.get_text()} leaves the canvas"
    low, high = boxes[:, None], boxes[None]
    touching = np.all((low[..., :2] < high[..., 2:]) & (high[..., :2] < low[..., 2:]), axis=-1)
    for one, other in np.argwhere(np.triu(touching, 1)):
        raise AssertionError(f"{texts[one].get_text()} touches {texts[other].get_text()}")
    return texts


def tiles(film: Film) -> list[Bbox]:
    """The boxes of all tiles."""
    return [
        Bbox(np.array([path.vertices.min(axis=0), path.vertices.max(axis=0)]))
        for faces in film.figure.findobj(PolyCollection)
        for path in (faces.get_transform().transform_path(path) for path in faces.get_paths())
    ]


def on_tiles(film: Film) -> list[tuple[Text, Bbox]]:
    """The numbers that stand on tiles, with these."""
    numbers = [t for t in shown(film) if isinstance(t, Label) and t.get_ha() == "center"]
    boxes, found = tiles(film), []
    for number in numbers:
        x, y = number.get_transform().transform(number.get_position())
        found += [(number, box) for box in boxes if box.contains(x, y + 3)]
    return found


def read(wording: str) -> float:
    """The number that is written: 3, −0.25 or 2.5·10⁶."""
    plain = wording.replace("\N{MINUS SIGN}", "-").strip("()")
    return float(re.sub(r"·\$10\^\{(-?\d+)\}\$", r"e\1", plain))


def total(texts: list[Text]) -> tuple[tuple[int, ...], float]:
    """The place that the sum names, and the number at the end of its last line."""
    head = next(text for text in texts if text.get_text().startswith("$y("))
    words = [t for t in texts if isinstance(t, Label) and t.get_ha() == "left"]
    places = {text: text.get_transform().transform(text.get_position()) for text in words}
    line = [text for text in words if abs(text.get_fontsize() - SUM) < 1e-6]
    end = max(line, key=lambda text: (-round(places[text][1]), places[text][0]))
    place = re.findall(r"\d+", head.get_text())
    return tuple(map(int, place)), read(end.get_text())


def summed(x: Array, w: Array, place: tuple[int, ...], setting: tuple[Any, Any, Any]) -> float:
    """An element of the output by its definition, zero outside of the input."""
    axes = [np.broadcast_to(each, x.ndim) for each in setting]
    result = 0.0
    for element in np.ndindex(*w.shape):
        at = tuple(
            int(s * i + d * m - p) for i, m, s, p, d in zip(place, element, *axes, strict=True)
        )
        if all(0 <= n < size for n, size in zip(at, x.shape, strict=True)):
            result += float(w[element]) * float(x[at])
    return result


@pytest.mark.parametrize(("number", "layer"), [*enumerate(LAYERS)])
def test_every_layer_has_room(number: int, layer: tuple[Any, Any, Any]) -> None:
    size, kernel, setting = layer
    x, w = made(number, size, kernel)
    steps = LayerSteps(x, w, *setting)
    film = film_of(
        [SizePanel(steps), LayerPanel(steps), LayerSumPanel(steps)],
        "dark" if number % 5 == 0 else "light",
    )
    assert film.timeline.shifts == (0, steps.last)
    step = number * 7 % (steps.last + 1)
    place, found = total(check(film, step))
    expected = summed(x, w, place, setting)
    assert place == steps.places[step]
    assert abs(found - expected) <= 6e-4 * max(abs(expected), 1e-9)
    for text, box in on_tiles(film):
        inner = text.get_window_extent()
        assert inner.x0 >= box.x0 + 0.5 and inner.x1 <= box.x1 - 0.5, text.get_text()
        _, baseline = text.get_transform().transform(text.get_position())
        assert baseline >= box.y0 + 1 and inner.y1 <= box.y1 + 1, text.get_text()


@pytest.mark.parametrize(
    ("size", "kernel", "stride"),
    [((1, 1), (5, 5), 3), ((3, 3), (3, 3), (2, 1)), ((12, 12), (3, 3), 2), ((5,), (3,), 2)],
)
def test_every_transposed_layer_has_room(
    size: tuple[int, ...], kernel: tuple[int, ...], stride: Any
) -> None:
    x, w = made(3 * len(size), size, kernel)
    steps = TransposedSteps(x, w, stride)
    film = film_of([SizePanel(steps), TransposedPanel(steps), LayerSumPanel(steps)])
    for step in (0, steps.last):
        place, found = total(check(film, step))
        assert place == tuple(np.multiply(steps.places[step], stride))
        assert abs(found - steps.y[place]) <= 6e-4 * max(abs(steps.y[place]), 1e-9)


@pytest.mark.parametrize(
    ("inputs", "outputs", "groups", "size", "setting"),
    [
        (1, 1, 1, (1, 1), (1, 1, 1)),
        (1, 6, 1, (3, 4), (1, 0, 1)),
        (3, 3, 3, (5, 5), (2, 1, 1)),
        (4, 6, 2, (4, 5), (1, 1, 1)),
        (6, 6, 6, (3, 3), (1, 0, 1)),
        (6, 6, 1, (3, 3), (1, 0, 1)),
        (6, 1, 1, (4, 4), ((1, 2), (0, 1), (1, 2))),
        (3, 4, 1, (12, 9), (1, 1, 2)),
    ],
)
def test_every_layer_with_channels_has_room(
    inputs: int, outputs: int, groups: int, size: tuple[int, int], setting: tuple[Any, Any, Any]
) -> None:
    random = np.random.default_rng(inputs + outputs)
    x = random.integers(0, 9, (inputs, *size))
    w = random.integers(-2, 3, (outputs, inputs // groups, 2, 2))
    bias = random.integers(1, 9, outputs)
    steps = ChannelSteps(x, w, bias, *setting, groups)
    film = film_of([Narration("y"), ChannelsPanel(steps), BiasSumPanel(steps)])
    texts = check(film, steps.last // 2)
    # To each kernel, to its sum and on to the output, for no channel that is not seen; and a bias.
    kernels = outputs * inputs // groups
    assert len(wires(film)) == 3 * kernels + outputs
    pixels = steps.padded.size + (x[0].size if pictured(film) else 0)
    assert len(tiles(film)) == pixels + 5 * kernels + outputs + steps.y.size
    place = steps.places[steps.last // 2]
    lines: dict[float, list[Text]] = {}
    for text in texts:
        extent = text.get_window_extent()
        if isinstance(text, Label) and text.get_ha() == "left" and extent.y1 < 120:
            lines.setdefault(round(float(text.get_transform().transform((0, 0))[1])
                                   + text.get_position()[1]), []).append(text)  # fmt: skip
    wordings = "|".join(
        "".join(t.get_text() for t in sorted(line, key=lambda t: float(t.get_window_extent().x0)))
        for line in lines.values()
    )
    sums = re.findall(r"\$y_(\d)\(([\d, ]+)\)[^=]*=([^$|]*?)=\s*([^$|\s]+)", wordings)
    more = [text.get_text() for text in texts if text.get_text().startswith("… ")]
    said = sum(int(re.findall(r"\d+", wording)[0]) for wording in more)
    heads = {text.get_text()[3] for text in texts if text.get_text().startswith("$y_")
             and "=" in text.get_text()}  # fmt: skip
    assert heads == {str(n + 1) for n in range(outputs - said)}
    for name, at, _, end in sums:
        assert at == ", ".join(map(str, place))
        assert read(end) == steps.y[int(name) - 1][place]


@pytest.mark.parametrize(
    ("size", "kernel", "settings"),
    [
        ((1, 1, 1), (1, 1, 1), {}),
        ((3, 4, 4), (2, 2, 2), {"padding": 1}),
        ((3, 5, 5), (2, 2, 2), {"stride": (1, 2, 2)}),
        ((3, 3, 4), (2, 2, 2), {"dilation": 2}),
        ((3, 3, 4), (2, 2, 2), {"stride": (1, 2, 1), "padding": (0, 1, 1), "dilation": (2, 1, 1)}),
        ((6, 6, 6), (3, 3, 3), {}),
        ((8, 2, 2), (3, 1, 1), {}),
    ],
)
def test_every_volume_has_room(
    size: tuple[int, int, int], kernel: tuple[int, int, int], settings: dict[str, Any]
) -> None:
    random = np.random.default_rng(1)
    steps = LayerSteps(random.integers(-9, 9, size), random.integers(-3, 4, kernel), **settings)
    film = film_of([Narration("y"), VolumePanel(steps)])
    for step in {0, steps.last}:
        place, found = total(check(film, step))
        assert place == steps.places[step]
        assert found == steps.y[place]


def pictured(film: Film) -> bool:
    return any("image" in text.get_text() for text in shown(film))


X, W = np.array([[3, 1, 2], [0, 5, 4], [1, 2, 6]]), np.array([[1.0, -2.0], [0.5, 3.0]])


@pytest.mark.parametrize(
    ("x", "w"),
    [
        (0 * X, W),
        (X, 0 * W),
        (0 * X + 7, 0 * W + 7),
        (-X - 1, abs(W)),
        (1e6 * X, W),
        (1e-6 * X, 1e-6 * W),
        (1e150 * X, W),
        (X / 3, W / 7),
    ],
    ids=["zeros", "no weights", "one number", "negative", "large", "small", "huge", "fractions"],
)
def test_numbers_of_any_size_are_written(x: Array, w: Array) -> None:
    steps = LayerSteps(x, w, padding=1)
    film = film_of([SizePanel(steps), LayerPanel(steps), LayerSumPanel(steps)])
    place, found = total(check(film, 5))
    expected = summed(x, w, place, (1, 1, 1))
    assert abs(found - expected) <= 0.05 * abs(expected)
    for text, _ in on_tiles(film):
        assert read(text.get_text()) or text.get_text() == "0"


@pytest.mark.parametrize(("last", "sign"), [(1 / 3, "≈"), (2 / 3, "=")])
def test_a_total_that_is_rounded_is_about_what_is_written(last: float, sign: str) -> None:
    x = np.array([[1 / 3, last]])
    for panels in (
        animate_layer(x, np.ones((1, 2))).panels,
        animate_layer([x, 0 * x], np.ones((1, 2, 1, 2))).panels,
        animate_layer([x, x], np.ones((1, 1, 2))).panels,
    ):
        film = film_of(panels)
        line = [text.get_text().strip() for text in check(film, 0) if isinstance(text, Label)]
        assert (sign in line) and ("=≈".replace(sign, "") not in line)


@pytest.mark.parametrize("outputs", [1, 2, 3, 5])
def test_sums_of_channels_keep_to_their_half_of_a_row(outputs: int) -> None:
    random = np.random.default_rng(outputs)
    x, w = random.integers(0, 9, (3, 4, 4)), random.integers(-2, 3, (outputs, 3, 2, 2))
    steps = ChannelSteps(x, w, np.arange(outputs) + 1)
    row = [BiasSumPanel(steps), BiasSumPanel(steps)]
    film = film_of([Narration("y"), ChannelsPanel(steps), row])  # type: ignore[list-item]
    for step in range(steps.last + 1):
        sums = [text for text in check(film, step) if text.get_text().startswith("$y_1(")]
        assert len(sums) == 2


def test_sums_of_more_channels_than_colours_are_written() -> None:
    steps = ChannelSteps(np.ones((8, 2, 2)), np.ones((1, 8, 1, 1)))
    film = film_of([Narration("y"), BiasSumPanel(steps)])
    colors = [text.get_color() for text in check(film, 0) if text.get_text() == "1"]
    assert len(colors) == 8 and colors[6:] == colors[:2]


def test_a_long_sum_is_one_of_products() -> None:
    random = np.random.default_rng(0)
    steps = LayerSteps(random.integers(-3, 9, (5, 5)), random.integers(1, 9, (3, 3)))
    film = film_of([SizePanel(steps), LayerPanel(steps), LayerSumPanel(steps)])
    texts = check(film, 4)
    place, found = total(texts)
    head = next(text for text in texts if text.get_text().startswith("$y("))
    level = head.get_transform().transform(head.get_position())[1]
    line = [t for t in texts if t.get_transform().transform(t.get_position())[1] == level]
    line.sort(key=lambda text: float(text.get_window_extent().x0))
    words = "".join(text.get_text() for text in line if text is not head).replace(" ", "")
    numbers = re.findall(r"\d+|-\d+", words.replace("+", " ").replace("\N{MINUS SIGN}", " -"))
    assert [*map(int, numbers)] == [*steps.products(place).ravel(), found]


def test_what_rounding_leaves_of_zero_is_zero() -> None:
    steps = LayerSteps([[0.1, 0.2, 0.3]], [[1, 1, -1]])
    film = film_of([SizePanel(steps), LayerPanel(steps), LayerSumPanel(steps)])
    texts = check(film, 0)
    assert total(texts) == ((0, 0), 0.0)
    assert not any("10^" in text.get_text() for text in texts)


def test_nor_does_it_stand_among_channels_slices_and_enlarged_pixels() -> None:
    nearly = np.array([[0.1, 0.2, -0.3], [0.1, 0.2, -0.3]])
    several = ChannelSteps([nearly, 0 * nearly + 1], np.ones((1, 2, 1, 3)), [1])
    few = LayerSteps(nearly, np.ones((1, 3)))
    zoom = ZoomPanel(np.zeros((80, 80)), (3, 3), few)
    for panels in (
        [Narration("y"), ChannelsPanel(several), BiasSumPanel(several)],
        [Narration("y"), VolumePanel(LayerSteps([nearly, nearly], np.ones((2, 1, 3))))],
        [Narration("y"), zoom, LayerSumPanel(few)],
    ):
        film = film_of(panels)
        film.update(film.timeline[-1])
        assert not any("10^" in text.get_text() for text in shown(film))
    assert "from 0 first to 0 last" in animate_layer(nearly, np.ones((1, 3))).alt


def test_what_is_given_is_never_zero_unless_it_is() -> None:
    steps = LayerSteps([[1.0, 1e-14], [0.0, -1e-14]], [[1.0]])
    film = film_of([SizePanel(steps), LayerPanel(steps), LayerSumPanel(steps)])
    for step, value in enumerate((1.0, 1e-14, 0.0, -1e-14)):
        texts = check(film, step)
        assert total(texts)[1] == value
        written = [read(text.get_text()) for text, _ in on_tiles(film)]
        assert set(written) <= {1.0, 1e-14, -1e-14, 0.0}
        # The input has one zero; it is a product in its own step, and from then on an output.
        assert written.count(0.0) <= 1 + (step == 2) + (step >= 2)


@pytest.mark.parametrize("value", [np.nan, np.inf])
def test_what_is_no_number_is_refused(value: float) -> None:
    with pytest.raises(ValueError, match="x must be finite"):
        LayerSteps([[1.0, value]], [[1.0]])


@pytest.mark.parametrize("size", [(120, 9), (9, 300), (100, 100)])
def test_what_is_too_large_is_refused_by_its_size(size: tuple[int, int]) -> None:
    steps = LayerSteps(np.ones(size), np.ones((3, 3)), padding=1)
    sizes = (
        f"{size[0] + 2} × {size[1] + 2}, weights of 3 × 3 and an output of {size[0]} × {size[1]}"
    )
    with pytest.raises(ValueError, match=f"no room for an input of {sizes}"):
        film_of([LayerPanel(steps)])


@pytest.mark.parametrize(("rows", "columns"), [(200, 2), (3, 300), (88, 54)])
def test_what_is_said_to_fit_does(rows: int, columns: int) -> None:
    steps = LayerSteps(np.ones((rows, columns)), np.ones((3, 1)), padding=(1, 0))
    figure = Animation("t", "c", "a", [LayerPanel(steps)])
    with pytest.raises(ValueError, match=r"no room .* pixels, and is 700 × 420") as refused:
        Film(figure, width=700, height=420)
    found = re.findall(r"(\d+) × (\d+)(?= or | pixels)", str(refused.value))
    for size in found:
        Film(figure, width=int(size[0]) + 1, height=int(size[1]) + 1)  # sides of films are even
    least = min((int(wide) * int(high), int(wide), int(high)) for wide, high in found)
    for wide, high in ((least[1] - 2, least[2]), (least[1], least[2] - 2)):
        if wide >= 700 and high >= 420:
            with pytest.raises(ValueError, match="no room"):
                Film(figure, width=wide, height=high)


FLAT, DEEP = LayerSteps(X, W), LayerSteps(np.ones((2, 2, 2)), np.ones((1, 1, 1)))
SEVERAL = ChannelSteps(np.ones((2, 3, 3)), np.ones((1, 2, 2, 2)))
SPREAD = TransposedSteps(X, W)


@pytest.mark.parametrize(
    ("panel", "layer", "error", "message"),
    [
        (LayerPanel, SEVERAL, TypeError, "layer must be LayerSteps, got ChannelSteps"),
        (LayerPanel, DEEP, ValueError, "layer must have one or two dimensions, got 3"),
        (TransposedPanel, FLAT, TypeError, "layer must be TransposedSteps, got LayerSteps"),
        (ChannelsPanel, FLAT, TypeError, "layer must be ChannelSteps, got LayerSteps"),
        (VolumePanel, FLAT, ValueError, "layer must have three dimensions, got 2"),
        (VolumePanel, SPREAD, TypeError, "layer must be LayerSteps, got TransposedSteps"),
        (SizePanel, SEVERAL, TypeError, "LayerSteps or TransposedSteps, got ChannelSteps"),
        (LayerSumPanel, SEVERAL, TypeError, "LayerSteps or TransposedSteps, got ChannelSteps"),
        (BiasSumPanel, FLAT, TypeError, "layer must be ChannelSteps, got LayerSteps"),
        (lambda layer: ZoomPanel(X, (0, 0), layer), DEEP, ValueError, "two dimensions, got 3"),
        (
            ChannelsPanel,
            ChannelSteps(np.ones((7, 3, 3)), np.ones((1, 7, 2, 2))),
            ValueError,
            "at most 6 channels, got 7",
        ),
    ],
)
def test_other_kinds_of_layers_are_refused_at_once(
    panel: Any, layer: Any, error: type[Exception], message: str
) -> None:
    with pytest.raises(error, match=message):
        panel(layer)


def test_names_of_a_kind_are_all_long_or_all_short() -> None:
    steps = ChannelSteps(np.ones((3, 3, 4)), np.ones((4, 3, 2, 2)), np.ones(4))
    film = film_of([Narration("y"), ChannelsPanel(steps), BiasSumPanel(steps)])
    wordings = [text.get_text() for text in shown(film)]
    for symbol, word in (("w", "weights"), ("y", "output")):
        short = rf"\${symbol}_\d\$"
        assert sum(bool(re.fullmatch(short, each)) for each in wordings) in (0, 4)
        names = [each for each in wordings if re.fullmatch(rf"{short}|{word} \d", each)]
        assert len(names) == 4, names


def test_neighbouring_tiles_do_not_overlap() -> None:
    steps = LayerSteps(np.ones((12, 12)), np.ones((3, 3)))
    film = film_of([LayerPanel(steps)])
    boxes = [box.extents for box in tiles(film)]
    for one, other in combinations(boxes[:40], 2):
        apart = one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]
        assert apart


def test_the_kernels_of_a_group_stand_under_its_channels() -> None:
    steps = ChannelSteps(np.ones((4, 3, 3)), np.ones((2, 2, 2, 2)), groups=2)
    film = film_of([ChannelsPanel(steps)])
    texts = shown(film)
    letters = [text.get_window_extent() for text in texts if text.get_text() in "1234"
               and text.get_fontfamily() == [PROSE_FONT]]  # fmt: skip
    across = sorted((box.x0 + box.x1) / 2 for box in letters)
    assert len(across) == 4
    film.update(film.timeline[0])
    heights = []
    for color, line in wires(film):
        if color != film.theme.y and len(line) == 5:  # from a channel to its only kernel
            middle = next(x for x in across if x > line[-1, 0])
            heights.append((middle, line[-1, 1]))
    first, second, third, fourth = (height for _, height in sorted(heights))
    assert [middle for middle, _ in sorted(heights)] == across
    assert first == second > third == fourth
