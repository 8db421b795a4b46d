"""Write torch_conv1d.json: what PyTorch's conv1d makes of a few small inputs.

Run once by hand, `python tests/signals/make_torch_conv1d.py`, where PyTorch is installed; the tests
compare with the file, so that they need not install it.
"""

import json
from pathlib import Path

import torch

CASES = [
    {"channels": [[1, 2, 4, 7]], "kernels": [[1, 0, -2]]},
    {"channels": [[0.5, -1, 3, 2, 0.25]], "kernels": [[2, 1]]},
    {"channels": [[1, 2, 3], [-4, 0.5, 6], [0, 1, -1]], "kernels": [[1, 3], [-2, 5], [0.5, 7]]},
    {"channels": [[3, 1, 4, 1, 5, 9], [2, 7, 1, 8, 2, 8]], "kernels": [[1, 2, 4], [1, 2, 4]]},
    {"channels": [[1, -1]], "kernels": [[1, 2, 3, 4, 5]]},
]


def conv1d(channels: list[list[float]], kernels: list[list[float]]) -> list[float]:
    """Return PyTorch's conv1d of one input, padded so that no overlap is left out."""
    x = torch.tensor([channels], dtype=torch.float64)
    w = torch.tensor([kernels], dtype=torch.float64)
    y = torch.nn.functional.conv1d(x, w, padding=w.shape[-1] - 1)
    return list(y[0, 0].tolist())


if __name__ == "__main__":
    lines = ",\n".join(json.dumps({**case, "output": conv1d(**case)}) for case in CASES)
    results = f'{{"torch": "{torch.__version__}", "cases": [\n{lines}\n]}}\n'
    path = Path(__file__).with_name("torch_conv1d.json")
    path.write_text(results, encoding="utf-8")
