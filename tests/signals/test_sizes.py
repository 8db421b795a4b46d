"""How large the output of a layer is, by counting and by published examples."""

import pytest

from signals import output_size, transposed_output_size


@pytest.mark.parametrize(
    ("size", "kernel", "stride", "padding", "dilation"),
    [
        (size, kernel, stride, padding, dilation)
        for size in (4, 7, 9)
        for kernel in (1, 2, 4)
        for stride in (1, 2, 3)
        for padding in (0, (1, 0), (2, 3))
        for dilation in (1, 2)
    ],
)
def test_it_is_the_number_of_steps_that_stay_inside(size, kernel, stride, padding, dilation):
    before, after = (padding, padding) if padding == 0 else padding
    first_to_last = dilation * (kernel - 1)
    starts = range(-before, size + after - first_to_last, stride)
    if starts:
        found = output_size((size,), (kernel,), stride, ((before, after),), dilation)
        assert found == (len(starts),)
    else:
        with pytest.raises(ValueError, match=f"is larger than the input \\({size}"):
            output_size((size,), (kernel,), stride, ((before, after),), dilation)


@pytest.mark.parametrize(
    ("size", "kernel", "stride", "padding", "dilation", "expected"),
    [
        # the figures of Dumoulin and Visin's guide
        ((4, 4), (3, 3), 1, 0, 1, (2, 2)),
        ((5, 5), (4, 4), 1, 2, 1, (6, 6)),
        ((5, 5), (3, 3), 1, 1, 1, (5, 5)),
        ((5, 5), (3, 3), 2, 0, 1, (2, 2)),
        ((5, 5), (3, 3), 2, 1, 1, (3, 3)),
        ((6, 6), (3, 3), 2, 1, 1, (3, 3)),
        ((7, 7), (3, 3), 1, 0, 2, (3, 3)),
        # the example in the documentation of PyTorch's Conv2d
        ((50, 100), (3, 5), (2, 1), (4, 2), (3, 1), (26, 100)),
    ],
)
def test_published_examples(size, kernel, stride, padding, dilation, expected):
    assert output_size(size, kernel, stride, padding, dilation) == expected


@pytest.mark.parametrize(
    ("size", "kernel", "stride", "padding", "output_padding", "expected"),
    [
        # the figures of Dumoulin and Visin's guide
        ((2, 2), (3, 3), 1, 0, 0, (4, 4)),
        ((6, 6), (4, 4), 1, 2, 0, (5, 5)),
        ((2, 2), (3, 3), 2, 0, 0, (5, 5)),
        ((3, 3), (3, 3), 2, 1, 0, (5, 5)),
        ((3, 3), (3, 3), 2, 1, 1, (6, 6)),
    ],
)
def test_published_transposed_examples(size, kernel, stride, padding, output_padding, expected):
    assert transposed_output_size(size, kernel, stride, padding, output_padding) == expected


@pytest.mark.parametrize("padding", [0, 2, ((1, 0), (0, 2))])
def test_the_output_padding_chooses_among_the_sizes_that_give_one(padding):
    moves = {"kernel": (3, 2), "stride": (3, 2), "padding": padding, "dilation": (1, 2)}
    for extra in [(0, 0), (1, 1), (2, 0)]:
        size = transposed_output_size((4, 5), output_padding=extra, **moves)
        assert output_size(size, **moves) == (4, 5)


@pytest.mark.parametrize("act", [output_size, transposed_output_size])
@pytest.mark.parametrize(
    ("size", "kernel", "error", "message"),
    [
        (5, (3,), TypeError, "size must be a row of whole numbers, one per axis, got 5"),
        ((5,), 3, TypeError, "kernel must be a row of whole numbers, one per axis, got 3"),
        ((5,), (), TypeError, r"kernel must be a row of whole numbers, one per axis, got \(\)"),
        ((5, 0), (3, 1), ValueError, "size must be at least 1, got 0"),
        ((5, 5), (0, 1), ValueError, "kernel must be at least 1, got 0"),
        ((5, 5.5), (2, 2), TypeError, r"size must be a whole number, got 5\.5"),
        ((5, 5), (3,), ValueError, r"the input \(5 × 5\) and the kernel \(3\) must have as many"),
        ((5,) * 4, (3,) * 4, ValueError, "a kernel has 1, 2 or 3 axes, got 4: 3 × 3 × 3 × 3"),
    ],
)
def test_what_is_no_size_is_refused(act, size, kernel, error, message):
    with pytest.raises(error, match=message):
        act(size, kernel)
