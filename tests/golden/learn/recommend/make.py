"""Writes what plain numpy says of matrix factorisation and of recommending by neighbours.

Run:  /usr/bin/python3 tests/golden/learn/recommend/make.py
"""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).parent.parent))

import numpy as np

from data import write

K = 3


def made_ratings():
    r = np.random.RandomState(8)
    table = np.clip(np.round(3 + r.normal(size=(12, 2)) @ r.normal(size=(2, 9)) + 0.5 * r.normal(size=(12, 9))), 1, 5)
    known = r.uniform(size=table.shape) < 0.6
    return np.where(known, table, np.nan)


def start(R, seed=0):
    r = np.random.RandomState(seed)
    return r, r.normal(0, 0.1, size=(R.shape[0], K)), r.normal(0, 0.1, size=(R.shape[1], K))


def explicit_half(R, Y, strength):
    """For each row the ridge regression of its ratings on Y, strength times their number."""
    rows = []
    for row in R:
        known = ~np.isnan(row)
        A = Y[known].T @ Y[known] + strength * known.sum() * np.eye(K)
        rows.append(np.linalg.solve(A, Y[known].T @ row[known]))
    return np.array(rows)


def implicit_half(C, Y, alpha, strength):
    rows = []
    for row in C:
        trust = np.diag(1 + alpha * row)
        rows.append(np.linalg.solve(Y.T @ trust @ Y + strength * np.eye(K), Y.T @ trust @ (row > 0)))
    return np.array(rows)


def explicit(R, strength=0.2):
    D = R - np.nanmean(R)
    _, X, Y = start(R)
    losses = []
    for iteration in range(4):
        X = explicit_half(D, Y, strength)
        if iteration == 0:
            first = X
        Y = explicit_half(D.T, X, strength)
        known = ~np.isnan(R)
        penalty = (known.sum(axis=1) @ (X**2).sum(axis=1)) + (known.sum(axis=0) @ (Y**2).sum(axis=1))
        losses.append(np.nansum((D - X @ Y.T) ** 2) + strength * penalty)
    return {"users": X.tolist(), "items": Y.tolist(), "losses": losses, "predicted": (np.nanmean(R) + X @ Y.T).tolist()}


def implicit(R, alpha=5, strength=0.2):
    C = np.nan_to_num(R)
    _, X, Y = start(R)
    losses = []
    for _ in range(4):
        X = implicit_half(C, Y, alpha, strength)
        Y = implicit_half(C.T, X, alpha, strength)
        losses.append(((1 + alpha * C) * ((C > 0) - X @ Y.T) ** 2).sum() + strength * ((X**2).sum() + (Y**2).sum()))
    return {"users": X.tolist(), "items": Y.tolist(), "losses": losses}


def descent(R, rate=0.02, strength=0.1):
    r, X, Y = start(R)
    mean = np.nanmean(R)
    pairs = np.argwhere(~np.isnan(R))
    bu, bi = np.zeros(len(X)), np.zeros(len(Y))
    for _ in range(3):
        for u, i in pairs[r.permutation(len(pairs))]:
            e = R[u, i] - (mean + bu[u] + bi[i] + X[u] @ Y[i])
            bu[u] += rate * (e - strength * bu[u])
            bi[i] += rate * (e - strength * bi[i])
            X[u], Y[i] = X[u] + rate * (e * Y[i] - strength * X[u]), Y[i] + rate * (e * X[u] - strength * Y[i])
    return (mean + bu[:, None] + bi + X @ Y.T).tolist()


def likeness(a, b, pearson):
    both = ~np.isnan(a) & ~np.isnan(b)
    if not both.any():
        return 0
    a, b = a[both], b[both]
    if pearson:
        a, b = a - a.mean(), b - b.mean()
    size = np.linalg.norm(a) * np.linalg.norm(b)
    return 0 if size < 1e-12 else a @ b / size


def neighbours(R, k, pearson, centred):
    """The prediction for every pair; of equally alike rows the first ones are asked."""
    means = np.nanmean(R, axis=1)
    result = np.empty(R.shape)
    for u in range(len(R)):
        like = np.array([likeness(R[u], other, pearson) for other in R])
        for i in range(R.shape[1]):
            asked = [v for v in range(len(R)) if v != u and not np.isnan(R[v, i]) and like[v] > 1e-12]
            asked = sorted(asked, key=lambda v: -round(like[v], 12))[:k]
            told = np.array([R[v, i] - (means[v] if centred else 0) for v in asked])
            if asked:
                result[u, i] = (means[u] if centred else 0) + like[asked] @ told / like[asked].sum()
            else:
                result[u, i] = means[u]
    return result.tolist()


R = made_ratings()
write(
    "recommend",
    {
        "ratings": [[f"u{u:02}", f"i{i}", R[u, i]] for u, i in np.argwhere(~np.isnan(R))],
        "explicit": explicit(R),
        "implicit": implicit(R),
        "sgd": descent(R),
        "neighbours": [
            {
                "k": k,
                "similarity": "pearson" if pearson else "cosine",
                "centered": centred,
                "byUser": neighbours(R, k, pearson, centred),
                "byItem": np.array(neighbours(R.T, k, pearson, centred)).T.tolist(),
            }
            for k, pearson, centred in ((3, True, True), (4, False, True), (2, False, False), (50, True, False))
        ],
    },
    folder=Path(__file__).parent,
)
