"""Writes what numpy answers for singular values and eigenvalues of the shared data.

Run:  /usr/bin/python3 tests/golden/learn/linalg/make.py
"""

import sys
from pathlib import Path

import numpy as np

sys.path.append(str(Path(__file__).parent.parent))
from data import all_data, write

content = {}
for name, X, *_ in all_data():
    centred = X - X.mean(axis=0)
    content[name] = {
        "singularValues": np.linalg.svd(X, compute_uv=False).tolist(),
        "eigenvalues": np.linalg.eigvalsh(centred.T @ centred)[::-1].tolist(),
    }
write("linalg", {"data": content}, folder=Path(__file__).parent)
