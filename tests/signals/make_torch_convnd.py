"""Write torch_convnd.json: what PyTorch's convolutions make of a few small inputs.

Run once by hand, `python tests/signals/make_torch_convnd.py`, where PyTorch is installed; the tests
compare with the file, so that they need not install it. All numbers are whole, and so exact.
"""

import json
from itertools import product
from pathlib import Path

import numpy as np
import torch

SIZES = [
    {"size": [7], "kernel": [3]},
    {"size": [4], "kernel": [2]},
    {"size": [4, 6], "kernel": [3, 2]},
    {"size": [5, 3], "kernel": [1, 3]},
    {"size": [3, 4, 2], "kernel": [2, 1, 2]},
]
SETTINGS = {
    "stride": [[1, 1, 1], [2, 3, 1], [3, 1, 2]],
    "padding": [[0, 0, 0], [1, 2, 1]],
    "dilation": [[1, 1, 1], [2, 1, 2]],
}
INPUTS, OUTPUTS = 2, 3  # channels


def rows(tensor: torch.Tensor) -> list:
    """Return whole numbers as nested lists of ints."""
    whole = tensor.to(torch.int64)
    assert torch.equal(whole.to(torch.float64), tensor)
    return list(whole.tolist())


def cases() -> list[dict]:
    """Return every case: the arguments by their names in `signals`, and PyTorch's output."""
    random = np.random.default_rng(4)
    found = []
    for shape, transposed in product(SIZES, [False, True]):
        axes = len(shape["size"])
        channels = [INPUTS, OUTPUTS] if transposed else [OUTPUTS, INPUTS]
        inputs = random.integers(-9, 10, [INPUTS, *shape["size"]])
        kernels = random.integers(-5, 6, [*channels, *shape["kernel"]])
        bias = random.integers(-9, 10, OUTPUTS)
        x, w, b = (torch.tensor(array, dtype=torch.float64) for array in (inputs, kernels, bias))
        for values in product(*SETTINGS.values()):
            settings = {name: value[:axes] for name, value in zip(SETTINGS, values, strict=True)}
            given = {"inputs": inputs.tolist(), "kernels": kernels.tolist(), **settings}
            if transposed:
                operation = f"conv_transpose{axes}d"
                given["output_padding"] = [stride - 1 for stride in settings["stride"]]
                settings["output_padding"] = given["output_padding"]
                weights = [w]
            else:
                operation, weights = f"conv{axes}d", [w, b]
                given["bias"] = bias.tolist()
            try:
                y = getattr(torch.nn.functional, operation)(x[None], *weights, **settings)
            except RuntimeError:  # the kernel does not fit
                continue
            found.append({"operation": operation, **given, "output": rows(y[0])})
    return found


if __name__ == "__main__":
    lines = ",\n".join(json.dumps(case, separators=(",", ":")) for case in cases())
    results = f'{{"torch": "{torch.__version__}", "cases": [\n{lines}\n]}}\n'
    path = Path(__file__).with_name("torch_convnd.json")
    path.write_text(results, encoding="utf-8")
