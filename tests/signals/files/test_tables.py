"""Columns of numbers in text files."""

import numpy as np
import pytest

from signals import DiscreteSignal
from signals.samples import from_samples

LINE = from_samples([0, 0.5, 2], [1, 2.5, -3])
GARBAGE = np.random.default_rng(7).bytes(500)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.csv", "0,1\n0.5,2.5\n2,-3"),
        ("a.CSV", "\ufefftime (s),value\r\n0,1\r\n0.5,2.5\r\n\r\n2,-3\r\n"),
        ("a.csv", "t;x\n0;1\n0,5;2,5\n2;-3\n"),
        ("a.csv", "# made by hand\n0.0; 1;\n# and more\n0.5; 2.5;\n2; -3;\n"),
        ("a.tsv", "t\tx\n0\t1\n0,5\t2,5\n2\t-3e0"),
        ("a.txt", "  0   1\n .5  2.5 \n\n 2  -3"),
        ("a.txt", '"t","x"\n"0","1"\n"0.5","2.5"\n"2","-3"\n'),
        ("a.txt", "t\u00b5 1\n0 1\n0.5 2.5\n2 -3\n".encode("latin-1")),
        ("a.txt", "t\tx\r\n0\t1\r\n0.5\t2.5\r\n2\t-3\r\n".encode("utf-16")),
    ],
)
def test_two_columns_are_times_and_values(written, name, text):
    assert written(name, text) == LINE


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.csv", "3\n-1.5\n2"),
        ("a.txt", "volts\n3\n-1.5\n2\n"),
        ("a.tsv", "3\t-1,5\t2"),
        ("a.txt", "3 -1.5 2"),
    ],
)
def test_one_column_or_line_is_a_discrete_signal(written, name, text):
    assert written(name, text) == DiscreteSignal([3, -1.5, 2])


def test_more_columns_are_a_grid(written):
    np.testing.assert_array_equal(written("a.csv", "1,2,3\n4,5,6.5\n"), [[1, 2, 3], [4, 5, 6.5]])


def test_a_million_values_are_a_discrete_signal(written):
    found = written("a.txt", "\n".join(map(str, range(10**6))))
    assert len(found.values) == 10**6
    assert found(999_999) == 999_999


@pytest.mark.parametrize(
    ("name", "contents", "message"),
    [
        ("a.csv", "", "is empty; allowed are numbers in columns"),
        ("a.csv", "\n# nothing\n", "is empty"),
        ("a.csv", "t,x\n", "holds no numbers"),
        ("a.csv", "t,x\n0,1\n1,high\n", "line 3 has 'high' in column 2; allowed are finite"),
        ("a.csv", "0,1\n1,\n", "line 2 has 1 columns, and line 1 has 2"),
        ("a.csv", "0,1\n,2\n", "line 2 has no number in column 1"),
        ("a.csv", "0,1\n1,2\n\n2,nan\n", "line 4 has 'nan' in column 2"),
        ("a.csv", "0,1\n1,1e999\n", "line 2 has '1e999' in column 2"),
        ("a.csv", "0,1\n2,2\n1,3\n", "line 3: times must increase, but 1.0 comes after 2.0"),
        ("a.csv", "t,x\n0,1\n", "line 2 is the only one"),
        ("a.csv", "t,x,y\n0,1,2\n1,2,3\n", "has 3 columns with names; allowed are two"),
        ("a.csv", "1,2,3\n4,5\n", "line 2 has 2 columns, and line 1 has 3"),
        ("a.csv", b"\0\1\2" + GARBAGE, "is no text"),
        ("a.csv", "\n".join(f"{n},1" for n in range(20_001)), "keep one in 3, or give the values"),
    ],
)
def test_what_is_no_table_is_refused_in_one_line(refused, name, contents, message):
    assert message in refused(name, contents)
