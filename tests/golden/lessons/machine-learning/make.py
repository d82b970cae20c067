# python3 tests/golden/lessons/machine-learning/make.py writes figures.json: what numpy, trying every threshold, and
# scikit-learn (Debian's python3-sklearn) say of the numbers in the lesson. Run it again after a rebuild of a dataset.
import json
import sys
from pathlib import Path

import numpy as np
import sklearn
from sklearn.model_selection import LeaveOneGroupOut, cross_val_predict
from sklearn.tree import DecisionTreeClassifier

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent))

from tables import load, named, values

NUMBERS = ["level500", "brightness", "noisiness", "decay", "bassShare", "attack"]


def matrix(data):
    return np.array([named(data["features"], name) for name in NUMBERS]).T


drums, strangers, notes = load("drums"), load("drum-test"), load("instruments")
library, instrument = named(notes["info"], "soundfont"), values(notes["target"])
learned = library == "TimGM6mb"
audible = np.array([place is not None and place >= 0 for place in notes["clips"]["file"]])

X = np.vstack([matrix(drums), matrix(notes)[learned]])
y = np.array(["drum"] * len(matrix(drums)) + ["note"] * learned.sum())
kind = np.concatenate([values(drums["target"]), instrument[learned]])
group = np.concatenate([named(drums["info"], "kit"), instrument[learned]])
X_test = np.vstack([matrix(strangers), matrix(notes)[audible]])
y_test = np.array(["drum"] * len(matrix(strangers)) + ["note"] * audible.sum())


def best_threshold(level):
    """The best of all rules "a note from this level on", by trying them all; the lowest of equally good ones."""
    found = np.unique(level)
    between = np.concatenate([[found[0] - 0.5], (found[1:] + found[:-1]) / 2, [found[-1] + 0.5]])
    right = [((level >= threshold) == (y == "note")).mean() for threshold in between]
    return float(between[np.argmax(right)]), float(max(right))


def ask(depth):
    return DecisionTreeClassifier(max_depth=depth, random_state=7)


def tree(depth):
    model = ask(depth).fit(X, y)
    hidden = cross_val_predict(ask(depth), X, y, groups=group, cv=LeaveOneGroupOut())
    wrong, counts = np.unique(kind[hidden != y], return_counts=True)
    splits = model.tree_
    return {
        "questions": sorted(
            [NUMBERS[f], float(t)] for f, t in zip(splits.feature, splits.threshold) if f >= 0
        ),
        "known": model.score(X, y),
        "groups": float((hidden == y).mean()),
        "missed": dict(zip(wrong.tolist(), counts.tolist())),
        "test": model.score(X_test, y_test),
    }


threshold, right = best_threshold(X[:, 0])
called = np.where(X[:, 0] >= threshold, "note", "drum")
wrong, counts = np.unique(kind[called != y], return_counts=True)
stumps = {name: ask(1).fit(X[:, [j]], y) for j, name in enumerate(NUMBERS)}
figures = {
    "tool": f"scikit-learn {sklearn.__version__}, numpy {np.__version__}",
    "examples": {word: int((y == word).sum()) for word in ("drum", "note")},
    "test": len(y_test),
    "threshold": threshold,
    "right": right,
    "rightOnTest": float(((X_test[:, 0] >= threshold) == (y_test == "note")).mean()),
    "wrong": dict(zip(wrong.tolist(), counts.tolist())),
    "stumps": {
        name: {"threshold": float(stump.tree_.threshold[0]), "right": stump.score(X[:, [j]], y)}
        for j, (name, stump) in enumerate(stumps.items())
    },
    "trees": [tree(depth) for depth in (1, 2, 3)],
}
(HERE / "figures.json").write_text(json.dumps(figures, indent=2) + "\n")
