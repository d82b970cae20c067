"""Writes what hidden Markov models must answer, for sequence.test.ts, by numpy and the textbook's formulas only.

Run with Debian's python3-sklearn:  /usr/bin/python3 tests/golden/learn/sequence/make.py
"""

import sys
from pathlib import Path

import numpy as np
from scipy.special import logsumexp
from scipy.stats import multivariate_normal

HERE = Path(__file__).parent
sys.path.append(str(HERE.parent))
from data import all_data, write  # noqa: E402

STATES = 3
UPDATES = 6


def expectations(start, trans, seen):
    """ln of the probability, the posteriors and the expected transitions, all with logarithms."""
    steps = len(seen)
    alpha, beta = np.empty_like(seen), np.zeros_like(seen)
    alpha[0] = start + seen[0]
    for t in range(1, steps):
        alpha[t] = logsumexp(alpha[t - 1][:, None] + trans, axis=0) + seen[t]
    for t in range(steps - 2, -1, -1):
        beta[t] = logsumexp(trans + seen[t + 1] + beta[t + 1], axis=1)
    total = logsumexp(alpha[-1])
    pairs = alpha[:-1, :, None] + trans + (seen[1:] + beta[1:])[:, None, :] - total
    return total, np.exp(alpha + beta - total), np.exp(pairs).sum(axis=0)


def best_path(start, trans, seen):
    score, origins = start + seen[0], []
    for row in seen[1:]:
        all_scores = score[:, None] + trans
        origins.append(all_scores.argmax(axis=0))
        score = all_scores.max(axis=0) + row
    path = [int(score.argmax())]
    for origin in reversed(origins):
        path.append(int(origin[path[-1]]))
    return path[::-1]


class Symbols:
    def __init__(self, r, codes):
        self.table = r.dirichlet(np.full(codes.max() + 1, 3.0), STATES)

    def logs(self, codes):
        return np.log(self.table[:, codes]).T

    def update(self, sequences, posteriors):
        counts = np.zeros_like(self.table)
        for codes, shares in zip(sequences, posteriors):
            np.add.at(counts.T, codes, shares)
        self.table = counts / counts.sum(axis=1, keepdims=True)

    def params(self):
        return {"emissionProb": self.table.tolist()}


class Gaussians:
    def __init__(self, r, X, kind):
        self.kind = kind
        self.means = X[r.choice(len(X), STATES, replace=False)]
        cov = np.cov(X.T, bias=True)
        self.covars = np.array([np.diag(np.diag(cov)) if kind == "diag" else cov] * STATES)

    def logs(self, X):
        pairs = zip(self.means, self.covars)
        return np.column_stack([multivariate_normal(mean, cov).logpdf(X) for mean, cov in pairs])

    def update(self, sequences, posteriors):
        X, shares = np.concatenate(sequences), np.concatenate(posteriors)
        for k in range(STATES):
            weights = shares[:, k] / shares[:, k].sum()
            self.means[k] = weights @ X
            centred = X - self.means[k]
            cov = centred.T @ (weights[:, None] * centred)
            self.covars[k] = np.diag(np.diag(cov)) if self.kind == "diag" else cov

    def params(self):
        covars = [np.diag(cov) for cov in self.covars] if self.kind == "diag" else self.covars
        return {"means": self.means.tolist(), "covars": np.array(covars).tolist()}


def trained(r, emission, sequences):
    start, trans = r.dirichlet(np.ones(STATES)), r.dirichlet(np.ones(STATES), STATES)
    params = lambda: {"startProb": start.tolist(), "transMat": trans.tolist(), **emission.params()}  # noqa: E731
    first, logs = params(), []
    for update in range(UPDATES + 1):
        with np.errstate(divide="ignore"):
            results = [expectations(np.log(start), np.log(trans), emission.logs(each)) for each in sequences]
        logs.append(sum(result[0] for result in results))
        if update == UPDATES:
            break
        posteriors = [result[1] for result in results]
        start = np.mean([shares[0] for shares in posteriors], axis=0)
        pairs = sum(result[2] for result in results)
        trans = pairs / pairs.sum(axis=1, keepdims=True)
        emission.update(sequences, posteriors)
    seen = emission.logs(sequences[0])
    with np.errstate(divide="ignore"):
        path = best_path(np.log(start), np.log(trans), seen)
        posteriors = expectations(np.log(start), np.log(trans), seen)[1]
    digits = "".join(map(str, path))
    return {"first": first, "last": params(), "logs": logs, "path": digits, "posteriors": posteriors[::9].tolist()}


def answers(X, y):
    # Rows of one class stand together: where nothing changes, many paths are equally likely but for rounding.
    order = np.arange(len(y)) * 7 % len(y)
    X, y = X[order], y[order]
    half = len(y) // 2
    codes = np.unique(y, return_inverse=True)[1]
    r = np.random.RandomState(8)
    cases = {"symbols": trained(r, Symbols(r, codes), [codes[:half], codes[half:]])}
    for kind in ("diag", "full"):
        cases[kind] = trained(r, Gaussians(r, X, kind), [X[:half], X[half:]])
    return cases


# Columns that vary in every state; one of the ill-conditioned ones is large and hardly varies.
COLUMNS = {"ties": [0, 1, 2], "ill-conditioned": [1, 4], "blobs": [0, 1, 2], "drums": [0, 1, 2]}
every = {name: answers(X[:, COLUMNS[name]], y) for name, X, y, *_ in all_data()}
write("sequence", {**every, "columns": COLUMNS}, folder=HERE)
