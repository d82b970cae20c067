# python3 tests/golden/lessons/hyperparameters/make.py writes figures.json: what scikit-learn (Debian's python3-sklearn)
# says of the numbers in the lesson. Run it again after a rebuild of one of its datasets.
import json
import sys
from pathlib import Path

import numpy as np
import sklearn
from sklearn.experimental import enable_halving_search_cv  # noqa: F401
from sklearn.metrics import accuracy_score
from sklearn.model_selection import GridSearchCV, GroupKFold, HalvingGridSearchCV
from sklearn.pipeline import Pipeline
from sklearn.preprocessing import StandardScaler
from sklearn.svm import SVC

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent))

from tables import load, matrix, named, values

COSTS = [0.1, 0.3, 1, 3, 10, 30, 100, 300, 1000]
NEARS = [0.0001, 0.0003, 0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1]


def samples(name):
    data = load(name)
    X = matrix(data["features"])
    return X, values(data["target"]), named(data["info"], "kit")


def machine(C=1, gamma=1):
    return Pipeline([("scale", StandardScaler()), ("svc", SVC(C=C, gamma=gamma))])


def space(costs, nears):
    return {"svc__C": costs, "svc__gamma": nears}


def searched(X, y, groups, costs, nears):
    """Each cell with the scores of its five parts."""
    search = GridSearchCV(machine(), space(costs, nears), cv=GroupKFold(5), refit=False)
    results = search.fit(X, y, groups=groups).cv_results_
    parts = np.array([results[f"split{i}_test_score"] for i in range(5)]).T
    return [
        {"C": params["svc__C"], "gamma": params["svc__gamma"], "testScores": scores.tolist()}
        for params, scores in zip(results["params"], parts)
    ]


def halved(X, y, groups, seed):
    search = HalvingGridSearchCV(
        machine(),
        space(COSTS, NEARS),
        cv=GroupKFold(5),
        min_resources=50,
        random_state=seed,
        refit=False,
    )
    results = search.fit(X, y, groups=groups).cv_results_
    return [
        {
            "round": int(results["iter"][i]),
            "rows": int(results["n_resources"][i]),
            "C": params["svc__C"],
            "gamma": params["svc__gamma"],
            "score": float(results["mean_test_score"][i]),
        }
        for i, params in enumerate(results["params"])
    ]


def draws(X, y, groups, cells):
    """What halving chooses with each draw of the strokes, its place on the full map, and how far C = 1 comes."""
    scores = {(cell["C"], cell["gamma"]): np.mean(cell["testScores"]) for cell in cells}
    found = []
    for seed in range(16):
        rows = halved(X, y, groups, seed)
        last = [row for row in rows if row["round"] == 2]
        best = max(last, key=lambda row: row["score"])
        score = scores[best["C"], best["gamma"]]
        found.append(
            {
                "C": best["C"],
                "gamma": best["gamma"],
                "place": 1 + int(sum(other > score for other in scores.values())),
                "shippedInLastRound": any(row["C"] == 1 and row["gamma"] == 0.03 for row in last),
            }
        )
    return found


def nested(X, y, groups):
    parts = []
    for train, test in GroupKFold(5).split(X, y, groups):
        inner = space([1, 3, 10, 30, 100], [0.001, 0.003, 0.01, 0.03, 0.1])
        search = GridSearchCV(machine(), inner, cv=GroupKFold(3))
        search.fit(X[train], y[train], groups=groups[train])
        parts.append(
            {
                "C": search.best_params_["svc__C"],
                "gamma": search.best_params_["svc__gamma"],
                "promised": float(search.best_score_),
                "kept": float(search.score(X[test], y[test])),
            }
        )
    return parts


def envelope(X, y):
    fresh, truth, _ = samples("drum-test")
    return [
        {"C": C, "gamma": gamma, "score": accuracy_score(truth, machine(C, gamma).fit(X, y).predict(fresh))}
        for C, gamma in ((1, 1 / 24), (1, 0.03), (3, 0.03))
    ]


X, y, groups = samples("drums")
cells = searched(X, y, groups, COSTS, NEARS)
figures = {
    "scikit-learn": sklearn.__version__,
    "cells": cells,
    "equalSteps": searched(X, y, groups, [250, 500, 750, 1000], [0.25, 0.5, 0.75, 1]),
    "halving": halved(X, y, groups, 3),
    "draws": draws(X, y, groups, cells),
    "nested": nested(X, y, groups),
    "envelope": envelope(X, y),
}
(HERE / "figures.json").write_text(json.dumps(figures, separators=(",", ":")) + "\n")
