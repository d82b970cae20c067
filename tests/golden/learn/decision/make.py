"""Writes the values of the best policies of random Markov decision processes: policy iteration by numpy.

Run:  /usr/bin/python3 tests/golden/learn/decision/make.py
"""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).parent.parent))

import numpy as np

from data import write


def process(seed, states=7, actions=3):
    """P[s, a, s'] and R[s, a]; the last state is an end."""
    r = np.random.RandomState(seed)
    P = r.dirichlet(np.full(states, 0.4), size=(states, actions)).round(3)
    P[:, :, 0] += 1 - P.sum(axis=2)
    R = r.normal(size=(states, actions)).round(2)
    P[-1] = 0
    R[-1] = 0
    return P, R


def solve(P, R, gamma):
    policy = np.zeros(len(P), dtype=int)
    while True:
        s = np.arange(len(P))
        values = np.linalg.solve(np.eye(len(P)) - gamma * P[s, policy], R[s, policy])
        better = (R + gamma * P @ values).argmax(axis=1)
        if (better == policy).all():
            return values, policy
        policy = better


def case(seed, gamma):
    P, R = process(seed)
    values, policy = solve(P, R, gamma)
    return {
        "gamma": gamma,
        "transitions": [
            [[[p, int(t), R[s, a]] for t, p in enumerate(P[s, a]) if p > 0] for a in range(P.shape[1])]
            for s in range(len(P) - 1)
        ],
        "values": values.tolist(),
        "policy": policy[:-1].tolist(),
    }


write("decision", {"cases": [case(seed, gamma) for seed, gamma in ((1, 0.5), (2, 0.9), (3, 0.99))]}, folder=Path(__file__).parent)
