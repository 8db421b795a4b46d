"""Columns of numbers in text files."""

import numpy as np
import pytest

from signals import DiscreteSignal, from_samples

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
        ("a.csv", "t,50 Hz\n0,1\n0.5,2.5\n2,-3\n"),
        ("a.csv", '"time, s","x"\n0,1\n0.5,2.5\n2,-3\n'),
        ("a.txt", '"t","x"\n"0","1"\n"0.5","2.5"\n"2","-3"\n'),
        ("a.txt", "t x\u00b5\n0 1\n0.5 2.5\n2 -3\n".encode("latin-1")),
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
        ("a.csv", "nan,1\n0,2\n1,3\n", "line 1 has 'nan' in column 1"),
        ("a.csv", "inf,2\n0,2\n1,3\n", "line 1 has 'inf' in column 1"),
        ("a.csv", ",1\n0,2\n1,3\n", "line 1 has no number in column 1"),
        ("a.csv", "t,1\n0,2\n1,3\n", "line 1 has 't' in column 1"),
        ("a.csv", "t,x\n\ns,V\n0,2\n1,3\n", "line 3 has 's' in column 1"),
        ("a.csv", "0x10\n2\n", "line 1 has '0x10' in column 1"),
        ("a.csv", "1;2\n3\n", "line 1 has '1;2' in column 1"),
        ("a.csv", "2.345,5;10:30\n1;2\n", "line 1 has '2.345.5' in column 1"),
        ("a.csv", "1_000\n2\n", "line 1 has '1_000' in column 1"),
        ("a.csv", "1\n\u0662\n", "line 2 has '\u0662' in column 1"),
        ("a.csv", "1\n-infinity\n", "line 2 has '-infinity' in column 1"),
        ("a.csv", 'x\n1\n""\n2', "line 3 has 0 columns, and line 2 has 1"),
        ("a.csv", "0,5\n0,7\n0,4\n", "line 2: times must increase, but 0.0 comes after 0.0; a co"),
        ("a.csv", "0,5\n1\n2\n", "line 1 has '0,5' in column 1"),
        ("a.csv", "0,5\n1,5\n2\n", "line 3 has 1 columns, and line 1 has 2; all must have as"),
        ("a.csv", "0,5\n", "line 1 is the only one; times and values need at least two, or leave"),
        ("a.csv", "x\n0,95\n1,05\n", "line 3 has '05' in column 2; a comma stands between columns"),
        ("a.csv", "1,000.5\n2,000.5\n", "line 1 has '000.5' in column 2; a comma stands between"),
        ("a.csv", '"1,5","2,5"\n"3,5","4,5"\n', "line 1 has '\"1' in column 1"),
        ("a.csv", "1;1.000,5\n2;2.000,5\n", "line 1 has '1.000.5' in column 2"),
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


@pytest.mark.parametrize("separator", [",", ";", "\t", " ", " , "])
def test_numbers_are_read_to_the_last_digit(written, separator):
    rng = np.random.default_rng(8)
    numbers = rng.normal(size=(200, 3)) * 10.0 ** rng.integers(-300, 300, (200, 3))
    numbers[0] = 0, -0.25, 5
    text = "\n".join(separator.join(map(repr, row)) for row in numbers.tolist())
    np.testing.assert_array_equal(written("a.txt", text), numbers)


def test_a_point_is_still_a_point_behind_a_comma(written):
    found = written("a.csv", "0,0.5,0\n1,-0.5,0e3\n")
    np.testing.assert_array_equal(found, [[0, 0.5, 0], [1, -0.5, 0]])


def test_a_table_that_would_fill_the_memory_is_refused(refused):
    told = refused("a.csv", "1\n" * 10**7 + "1")
    assert "has 20,000,001 bytes of text; at most 20,000,000 are read: save the numbers as" in told
