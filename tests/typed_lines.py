"""Lines in t, as people type them, and what SymPy makes of them, by a translation of its own."""

import re
from functools import cache
from itertools import product

import mpmath
import numpy as np
import sympy

SHAPES = ["u({})", "rect({})", "tri({})", "gauss({})", "sinc({})", "abs({})", "({})^3*rect(t/7)"]
ARGUMENTS = ["t", "t-1", "-t", "2t+1", "(t-2)/4", "1-t/3", "3-2*t", "t+pi/2"]
WAVES = ["sin(t)", "cos(2t)", "sin(pi*t)", "cos(pi t/2 + 1)", "sin(t) - 0.5", "2cos(t) + 1"]
FOLDS = ["abs({})", "u({})", "tri({})", "rect({})", "sqrt(abs({}))", "({} > 0.25)"]
BOUNDS = ["*(-3 <= t < 7)", "*rect(t/10)"]
POLYNOMIALS = ["t^2-1", "t^2-2", "t^3-t", "(t-1)*(t+2)", "t^2-0.3t+0.02", "4-(t-1)^2", "t^4-5t^2+4"]
SWITCHES = ["u({})", "abs({})", "tri({})", "(0 <= {})", "({} < 3)"]
PLAIN = """
0 | 3 | pi | -e | t | 2t-1 | t^2/3 | 1/(1+t^2) | exp(-t^2) | 2^t | 0.5^t | e^(-t/2)
sin(t)cos(3t) | exp(-abs(t)) | exp(-abs(t-1)/2)*cos(4t) | 2*exp(-t/2)*u(t) | 2 exp(-t/2) u(t)
e^-t u(t) | t u(t) - t u(t-3) | (u(t)-u(t-1))*t | t(u(t)-u(t-1)) | u(t)-2u(t-1)+u(t-2)
u(t)u(1-t) | 3rect((t-2)/4) | (1-abs(t))*rect(t/2) | cos(pi t)rect(t/4) | t*exp(-t)*u(t)
e^(-2t)u(t) | t/2*(0 <= t < 3) + 1/2*(3 <= t < 5) | piecewise(t/2, 0, 3, 1/2, 3, 5) | t<0
t >= -1 | 0<t<1 | piecewise(exp(-t), 0, inf) | piecewise(-1, -inf, 0, 1, 0, inf)
piecewise(t, -1, 1, 2-t, 1, 4) | (-2 < t <= 1)*(t+2) | (3 > t > 1)t^2
(t > 1) + (t > 2) - (t >= 4) | 1 - u(t) | u(t) - u(t) | u(u(t)) | abs(abs(t)-1)
abs(abs(abs(t)-2)-1)*rect(t/12) | abs(t)-abs(t-1) | abs(t)*abs(t) | abs(t)^1.5 | tri(abs(t)-2)
u(1-abs(t)) | rect(abs(t)-2) | tri(t^2-2) | tri(2t)^2 | abs(tri(t)-1/2) | tri(tri(t))
sqrt(t)*u(t) | sqrt(t^2+1) | sqrt(t^2) | (t^2)^0.5 | (t^2)^1.5 | sqrt(abs(t))
sqrt(4-t^2)*(-2<=t<2) | sqrt(1-cos(t))*(0<=t<10) | log(t^2+1) | log(t)*(t > 1)
abs(log(t))*(t>0.5) | (log(t)<0)*(t>0.5) | log(abs(t))*(abs(t)>1) | t^2*log(t)*(1<=t<3)
abs(1/t)*(abs(t)>1) | u(1/t)*(abs(t)>1) | 1/t*(t>1) | abs(t)/t | abs(t/(t^2-4))*(abs(t)<1)
abs(1/t-2)*(t>0.1) | 1/(2t)*(t<-1) | t^(-2)*(t>2) | abs(exp(-t)-0.5) | abs(2^t-3)
u(0.3-gauss(t)) | abs(gauss(t)-0.5) | abs(1/(1+t^2)-0.5) | tri(log(t)*(t>0.01))
tri(log(t))*u(t-0.1) | abs(sqrt(t)-1)*u(t) | exp(u(t)) | exp(-2u(t-1)) | 2^u(t) | sin(u(t)*t)
log(1+u(t)) | cos(abs(t)) | cos(tri(t)*pi) | gauss(abs(t)-2) | sinc(abs(t)+1)
abs(sinc(t))*(abs(t)<4) | exp(-t)*(cos(t)+sin(t))*u(t) | 1/(1+exp(-3t)) | 1/(2+cos(t))
gauss((t-5)/0.01) + gauss(t) | gauss(t/0.001)*exp(-t) | exp(-(t-5)^2/2/0.01^2) | u(t/49-1)
u(t/3-1/7) | rect((t-2)/0.1) | rect(t/0.3)+rect((t-0.3)/0.3) | u(t-0.1)-u(t-0.3)
t^10*exp(-t)*u(t) | e^t*(t<0) | -t^2 | 2-t^2 | (-t)^2 | -(-t) | 2--t | t*-2 | 2^-t | 2^3^2/512
t**2 | (t+1)**-2*(t>0) | 1e-3t | .5t | abs((t-1)^20-1) | abs(t^2-2t+1) | u(t^2*(t-1))
t*(t-1)*(t-2)*rect((t-1)/2) | abs((t-100)^2+0.1*(t-100)) | (u(t-0.5) > 0.5) | (u(t) <= u(t-1))
(abs(t) < 2)*(t > -1) | pi^2*t/e | (1+t)^2/(1+t^2) | (t+1)/(t+1) | sin(t)^2+cos(t)^2
sin(t)^2*rect(t/6) | cos(2 pi 5 t)*(0<=t<1) | t-t | (t-2)(t+1)/4 | (2t)^0.5*u(t) | exp(t)^0.5
exp(t)^pi | pi^t | t*1e-5*2^t | 1/(t*exp(t))*(t>1) | sin(t)^-2*(1<t<2) | (1/2)^t
-(t+1)/(t^2+4)/3 | 2/3*sin(t) | e^e^t*(t<1) | (t^2+1)^(-1/2)
"""


def _lines():
    lines = [shape.format(argument) for shape, argument in product(SHAPES, ARGUMENTS)]
    pairs = product(enumerate(FOLDS), enumerate(WAVES))
    lines += [fold.format(wave) + BOUNDS[(i + j) % 2] for (i, fold), (j, wave) in pairs]
    lines += [switch.format(function) for switch, function in product(SWITCHES, POLYNOMIALS)]
    lines += [line.strip() for line in PLAIN.replace("\n", "|").split("|") if line.strip()]
    return list(dict.fromkeys(lines))


LINES = _lines()


ESCAPES = [
    "__import__('os').system('true')", "().__class__.__bases__[0].__subclasses__()",
    "t.__class__", "t.__class__.__mro__[1]", "(1).__class__", "[].__class__", "''.__class__",
    "lambda: 0", "(lambda: t)()", "[t for t in [1]]", "[n for n in (1).__class__.__mro__]",
    "{t: 1}", "{1}", "f'{t}'", "f\"{__import__('os')}\"", "(t := 1)", "[t := 1]",
    "'{0.__class__}'.format(t)", "'%s' % t", "getattr(t, 'real')", "\"\".join([])", "'a'.b",
    "ｅｘｅｃ('1')", "ｅval('1')", "𝐞𝐱𝐩(t)", "ᵗ", "_ᵢmport", "exec('1')", "eval('t')",
    "compile('t', '', 'eval')", "open('/etc/passwd')", "globals()", "locals()['t']", "vars(t)",
    "import os", "from os import system", "del t", "raise t", "try: t\nexcept: t", "while 1: t",
    "def t(): 1", "class t: n", "print(t)", "exit()", "breakpoint()", "yield t", "await t",
    "*t", "**t", "t[0]", "t[::2]", "u[0:1]", "exp(*[t])", "exp(t=1)", "exp(**t)", "rect(t, *n)",
    "E.func", "S('t')", "Symbol('t')", "sympify('t')", "lambda:", "t if t else n", "not t", "~t",
    "t and n", "t or n", "t is n", "t in [1]", "t != n", "t % 2", "t // 2", "t << 2", "t | 1",
    "t & 1", "t, n", "...", "None", "True", "b'1'", "1j", "1_000", "0x10", "0b1", "0o7",
    "10**10**10**10", "((t**100)**100)**100**100", "t;t", "t\\\nt", "t#", "`t`", "$t", "@t", "t@t",
    "\x00t", "t\x00", "\u202et", "$(true)", "numpy.exp", "np.load('x')", "os.system('x')",
    "evaluate('t')", "where(t, 1, 2)", "sum([1])", "a.b.c", "u.__globals__", "exp.__call__(t)",
    "piecewise.__code__", "delta.__init__.__globals__['os']", "type(t)", "help()", "input()",
]  # fmt: skip
"""Known ways out of what evaluates text: Python's own, and those of libraries made for it."""

T = sympy.Symbol("t", real=True)


def _holds(one, sign, other):
    relation = {"<": sympy.Lt, "<=": sympy.Le, ">": sympy.Gt, ">=": sympy.Ge}[sign](one, other)
    return sympy.Piecewise((1, relation), (0, True))


def _piecewise(*rows):
    cases = [
        (value, sympy.And(start <= T, stop > T))
        for value, start, stop in zip(rows[::3], rows[1::3], rows[2::3], strict=True)
    ]
    return sympy.Piecewise(*cases, (0, True))


HALF = sympy.Rational(1, 2)
MEANINGS = {
    "t": T,
    "pi": sympy.pi,
    "e": sympy.E,
    "inf": sympy.oo,
    "u": lambda x: sympy.Heaviside(x, 1),
    "rect": lambda x: sympy.Piecewise((1, sympy.And(x >= -HALF, x < HALF)), (0, True)),
    "tri": lambda x: sympy.Max(0, 1 - sympy.Abs(x)),
    "sinc": lambda x: sympy.sinc(sympy.pi * x),
    "gauss": lambda x: sympy.exp(-(x**2) / 2),
    "abs": sympy.Abs,
    "holds": _holds,
    "piecewise": _piecewise,
}
_SIDE = r"((?:[^()<>]|\((?:[^()]|\([^()]*\))*\))*)"
_COMPARED = re.compile(rf"\({_SIDE}(<=?|>=?){_SIDE}(?:(<=?|>=?){_SIDE})?\)")


def _spelled_out(found):
    left, sign, middle, second, right = found.groups()
    first = f"holds({left}, '{sign}', {middle})"
    return f"({first} * holds({middle}, '{second}', {right}))" if second else first


def multiplied(text):
    """Put in the signs of multiplication that were left out."""
    text = re.sub(r"(?<![A-Za-z\d.])(\d*\.?\d+(?:e-?\d+)?)\s*(?!e-?\d)(?=[A-Za-z(])", r"\1*", text)
    text = re.sub(r"\)\s*(?=[A-Za-z\d(])", ")*", text)
    text = re.sub(r"(?<![A-Za-z])(t|pi|e)\s*(?=\()", r"\1*", text)
    return re.sub(r"(?<![A-Za-z])(t|pi|e)\s+(?=[A-Za-z\d])", r"\1*", text)


@cache
def in_sympy(line):
    """Return what SymPy reads."""
    text = line.replace("^", "**")
    at_top = re.sub(r"\([^()]*\)", "", re.sub(r"\([^()]*\)", "", text))
    text = _COMPARED.sub(_spelled_out, f"({text})" if "<" in at_top or ">" in at_top else text)
    return sympy.sympify(multiplied(text), MEANINGS)


@cache
def evaluator(line):
    """Return a function of an array of times, in floats, and one of a time, in many digits."""
    expression = in_sympy(line)
    in_floats = sympy.lambdify(T, expression, "numpy")
    exactly = sympy.lambdify(T, expression, "mpmath")

    def digits(t):
        with mpmath.workdps(30):
            try:
                return float(mpmath.re(exactly(mpmath.mpf(t))))
            except TypeError:  # complex numbers are compared, in a factor that is cut off there
                return 0.0

    def floats(t):
        with np.errstate(all="ignore"):
            values = np.broadcast_to(in_floats(t), t.shape).astype(float)
        # Where NumPy has no value, of a factor that is cut off, complex numbers have one.
        for which in np.flatnonzero(~np.isfinite(values)):
            values[which] = digits(t[which])
        return values

    return floats, digits
