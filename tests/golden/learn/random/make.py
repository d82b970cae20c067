"""Writes what numpy's RandomState draws from its distributions.

Run with Debian's python3-numpy:  /usr/bin/python3 tests/golden/learn/random/make.py
"""

import json
from pathlib import Path

import numpy as np

GAMMA = [(0.0, 1), (0.2, 2), (0.9, 1), (1, 1), (1.5, 0.5), (40, 3)]
BETA = [(0.1, 0.1), (0.001, 0.002), (1, 1), (0.5, 3), (8, 4), (300, 2)]
BINOMIAL = [(1, 0.3), (1, 0.9), (10, 0.5), (50, 0.2), (70, 0.95), (100, 0.4), (1000, 0.5), (100000, 0.31), (500, 0.93), (9, 0), (9, 1)]
P = [0.1, 0, 0.6, 0.3]


def draws(seed):
    r = np.random.RandomState(seed)
    return {
        "seed": seed,
        "exponential": [r.exponential(0.5) for _ in range(5)],
        "gamma": [[shape, scale, r.gamma(shape, scale)] for shape, scale in GAMMA for _ in range(8)],
        "beta": [[a, b, r.beta(a, b)] for a, b in BETA for _ in range(8)],
        "binomial": [[n, p, r.binomial(n, p)] for n, p in BINOMIAL for _ in range(12)],
        "one": r.choice(7),
        "several": r.choice(7, 5).tolist(),
        "different": r.choice(7, 5, replace=False).tolist(),
        "likely": r.choice(4, 12, p=P).tolist(),
        "oneLikely": r.choice(4, p=P),
        "differentLikely": [r.choice(4, 3, replace=False, p=P).tolist() for _ in range(6)],
        "later": r.random_sample(),
    }


if __name__ == "__main__":
    cases = [draws(seed) for seed in (0, 1, 42, 2**32 - 1)]
    text = json.dumps({"p": P, "cases": cases}, default=int)
    Path(__file__).with_name("random.json").write_text(text + "\n")
