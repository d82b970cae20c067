# python3 tests/golden/lessons/bias-and-variance/make.py writes figures.json: what numpy and scikit-learn (Debian's
# python3-sklearn) say of the numbers in the lesson. Run it again after a rebuild of one of its datasets.
import json
import sys
from pathlib import Path

import numpy as np
import sklearn
from sklearn.tree import DecisionTreeClassifier

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent))

from tables import load, values


def envelope(t):
    fading = np.where(t < 0.8, 0.5, 2.5 * (1 - t))
    return np.where(t < 0.15, t / 0.15, np.where(t < 0.25, 1 - 5 * (t - 0.15), fading))


def hat(n, degree):
    """H of least squares with powers up to a degree, by orthogonal polynomials."""
    Q, _ = np.linalg.qr(np.polynomial.legendre.legvander(np.linspace(-1, 1, n), degree))
    return Q @ Q.T


def exact(n):
    truth = envelope(np.arange(n) / (n - 1))
    return [float(((hat(n, d) @ truth - truth) ** 2).mean()) for d in range(15)]


def counted(evenings):
    """Bias² and variance of each degree over evenings, whose noise is numpy's with the lesson's seed."""
    times = np.arange(20) / 19
    truth = envelope(times)
    measured = truth + np.random.RandomState(7).normal(0, 0.2, (evenings, 20))
    found = []
    for degree in range(15):
        fits = measured @ hat(20, degree).T
        found.append(
            {
                "bias2": float(((fits.mean(axis=0) - truth) ** 2).mean()),
                "variance": float(fits.var(axis=0).mean()),
                "within": float(fits.var(axis=1).mean()),
            }
        )
    return found


def drums(name):
    data = load(name)
    X = np.array([values(column) for column in data["features"]]).T
    kits = next(column for column in data["info"] if column["name"] == data["group"])
    return X, values(data["target"]), values(kits)


def trees(depth, whole_kits, seed):
    (X, y, kits), (X_heard, y_heard, _) = drums("drums"), drums("drum-test")
    random = np.random.RandomState(seed)
    names, votes = np.unique(kits), []
    for _ in range(50):
        if whole_kits:
            drawn = random.choice(names, len(names))
            rows = np.concatenate([np.flatnonzero(kits == name) for name in drawn])
        else:
            rows = random.choice(len(y), len(y))
        model = DecisionTreeClassifier(max_depth=depth, random_state=seed).fit(X[rows], y[rows])
        votes.append(model.predict(X_heard))
    votes = np.array(votes)
    usual = []
    for column in votes.T:
        found, counts = np.unique(column, return_counts=True)
        usual.append(found[counts.argmax()])
    usual = np.array(usual)
    return {
        "bias2": float((usual != y_heard).mean()),
        "variance": float((votes != usual).mean()),
        "loss": float((votes != y_heard).mean()),
    }


def ranges(depth, whole_kits):
    runs = [trees(depth, whole_kits, seed) for seed in range(12)]
    return {key: [min(run[key] for run in runs), max(run[key] for run in runs)] for key in runs[0]}


figures = {
    "scikit-learn": sklearn.__version__,
    "numpy": np.__version__,
    "trace": [float(np.trace(hat(20, d))) for d in range(15)],
    "exact": {str(n): exact(n) for n in (20, 80)},
    "counted": counted(300),
    "trees": [
        {"depth": depth, "wholeKits": whole_kits, **ranges(depth, whole_kits)}
        for depth, whole_kits in ((1, False), (6, False), (1, True))
    ],
}
(HERE / "figures.json").write_text(json.dumps(figures, separators=(",", ":")) + "\n")
