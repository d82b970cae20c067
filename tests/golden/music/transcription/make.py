"""Writes what numpy answers for the factorisation with known templates of src/music/transcription/key-activations.ts:
Lee and Seung's multiplicative updates for the Kullback-Leibler divergence (2001), with a penalty on the sum of the
activations, written with dense matrices.

Run with Debian's python3-numpy:  /usr/bin/python3 tests/golden/music/transcription/make.py
"""

import json
from pathlib import Path

import numpy as np

HERE = Path(__file__).parent
ROUNDS, SPARSITY, BACKGROUND = 20, 0.5, 1e-3
BANDS, TEMPLATES, FRAMES = 40, 12, 6

random = np.random.RandomState(5)


def made(shape):
    """Numbers with four decimals, so that what is written is what was reckoned with."""
    return np.round(random.rand(*shape), 4)


# Every template has some bands; two of them are templates of one key.
W = made((BANDS, TEMPLATES)) * (random.rand(BANDS, TEMPLATES) < 0.3)
keys = [21, 21, 33, 40, 52, 57, 60, 64, 67, 72, 90, 108]
V = made((FRAMES, BANDS)) * 0.01 + made((FRAMES, TEMPLATES)) @ W.T
V[3] = 0


def cost(v, model, h, penalty):
    positive = v > 0
    return np.sum(v[positive] * np.log(v[positive] / model[positive])) + np.sum(model - v) + penalty * h.sum()


costs = np.zeros(ROUNDS + 1)
H = np.zeros((FRAMES, TEMPLATES))
for t, v in enumerate(V):
    total = v.sum()
    if total == 0:
        continue
    background, penalty = BACKGROUND * total / BANDS, SPARSITY * np.sqrt(total)
    h = np.full(TEMPLATES, total / TEMPLATES / 5)
    for i in range(ROUNDS):
        model = W @ h + background
        costs[i] += cost(v, model, h, penalty)
        h = h * (W.T @ (v / model)) / (W.sum(axis=0) + penalty)
    costs[ROUNDS] += cost(v, W @ h + background, h, penalty)
    H[t] = h

by_key = {str(key): H[:, [k == key for k in keys]].sum(axis=1).tolist() for key in sorted(set(keys))}
content = {
    "made": {"by": "make.py", "numpy": np.__version__},
    "templates": [
        {"midi": key, "bands": np.flatnonzero(w).tolist(), "weights": w[w > 0].tolist()} for key, w in zip(keys, W.T)
    ],
    "frames": V.tolist(),
    "activations": {key: [float(f"{x:.11g}") for x in values] for key, values in by_key.items()},
    "cost": [float(f"{x:.11g}") for x in costs],
}
(HERE / "factorisation.json").write_text(json.dumps(content, separators=(",", ":")) + "\n")
