"""scikit-learn's values for the numbers that the lesson on support vector machines states.

Run:  /usr/bin/python3 tests/golden/lessons/support-vector-machines/make.py
"""

import json
from pathlib import Path

import numpy as np
import sklearn
from sklearn.base import clone
from sklearn.metrics import accuracy_score
from sklearn.model_selection import (
    GridSearchCV,
    GroupKFold,
    KFold,
    LeaveOneGroupOut,
    StratifiedKFold,
    cross_val_predict,
    permutation_test_score,
)
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler
from sklearn.svm import SVC

HERE = Path(__file__).parent
DATASETS = HERE.parents[3] / "datasets"
PRICES = [0.01, 0.03, 0.1, 0.3, 1, 3, 10, 30, 100]
GRID = {"svc__C": [0.1, 1, 10, 100], "svc__gamma": [0.05, 0.15, 0.5, 1.5, 5, 15, 50]}


def column(file, name):
    for one in [file["target"], *file["info"], *file["features"]]:
        if one["name"] == name:
            if "values" in one:
                return np.array(one["values"], dtype=float)
            return np.array(one["texts"] if "texts" in one else [one["levels"][c] for c in one["codes"]])
    raise KeyError(name)


def load(name):
    file = json.loads((DATASETS / name / f"{name}.json").read_text())
    X = np.column_stack([column(file, feature["name"]) for feature in file["features"]])
    names = [feature["name"] for feature in file["features"]]
    return file, X, names, column(file, file["target"]["name"])


def scaled(svc):
    return make_pipeline(StandardScaler(), svc)


def pooled(model, X, y, cv, groups=None):
    return accuracy_score(y, cross_val_predict(clone(model), X, y, cv=cv, groups=groups))


def train_score(model, X, y, cv, groups):
    folds = [clone(model).fit(X[train], y[train]).score(X[train], y[train]) for train, _ in cv.split(X, y, groups)]
    return float(np.mean(folds))


def by_heart(model, X, y):
    own = clone(model).fit(X, y).predict(X)
    alone = cross_val_predict(clone(model), X, y, cv=KFold(len(y)))
    return np.flatnonzero((own == y) & (alone != y)).tolist()


drums, X, names, y = load("drums")
kit = column(drums, "kit")
logo = LeaveOneGroupOut()
parcels = GroupKFold(5)
feature = names.index

two = np.isin(y, ["snare", "tom"])
Z = StandardScaler().fit_transform(X[two][:, [feature("bassShare"), feature("decay")]])
XTwo = X[two][:, [feature("bassShare"), feature("decay")]]
linear = []
for C in PRICES:
    svc = SVC(kernel="linear", C=C).fit(Z, y[two])
    score = pooled(scaled(SVC(kernel="linear", C=C)), XTwo, y[two], logo, kit[two])
    linear.append({"C": C, "support": svc.support_.tolist(), "score": score})

beat = np.isin(y, ["kick", "snare", "hi-hat"])
line = StandardScaler().fit_transform(X[beat][:, [feature("brightness")]])
isSnare = np.where(y[beat] == "snare", "snare", "kick or hi-hat")
lifted = np.column_stack([np.sqrt(2) * line, line**2])
square = SVC(kernel="poly", degree=2, gamma=1, coef0=1)
lift = {
    "flat": pooled(SVC(kernel="linear"), line, isSnare, logo, kit[beat]),
    "lifted": pooled(SVC(kernel="linear"), lifted, isSnare, logo, kit[beat]),
    "differing": int(
        (SVC(kernel="linear").fit(lifted, isSnare).predict(lifted) != square.fit(line, isSnare).predict(line)).sum()
    ),
}

metal = np.isin(y, ["hi-hat", "cymbal"])
M = X[metal][:, [feature("brightness"), feature("level100")]]
corners = []
for C, gamma in [(1, 5), (100, 50)]:
    model = scaled(SVC(C=C, gamma=gamma))
    corners.append(
        {
            "C": C,
            "gamma": gamma,
            "train": train_score(model, M, y[metal], parcels, kit[metal]),
            "score": pooled(model, M, y[metal], parcels, kit[metal]),
            "support": clone(model).fit(M, y[metal])[-1].support_.tolist(),
            "byHeart": by_heart(model, M, y[metal]),
        }
    )
search = GridSearchCV(scaled(SVC()), GRID, cv=parcels).fit(M, y[metal], groups=kit[metal])

allDrums = {
    "scaled10": pooled(scaled(SVC(C=10)), X, y, logo, kit),
    "scaled1": pooled(scaled(SVC()), X, y, logo, kit),
    "bare1": pooled(SVC(), X, y, logo, kit),
}

mood, T, _, label = load("mood")
piece, game = column(mood, "piece"), column(mood, "game")
mixed = StratifiedKFold(5, shuffle=True, random_state=11)
moods = {}
for name, svc in [("linear", SVC(kernel="linear", C=0.01, class_weight="balanced")), ("rbf", SVC(class_weight="balanced"))]:
    moods[name] = [
        pooled(scaled(svc), T, label, mixed),
        pooled(scaled(svc), T, label, GroupKFold(5), piece),
        pooled(scaled(svc), T, label, logo, game),
    ]
moods["bare"] = pooled(SVC(class_weight="balanced"), T, label, logo, game)
first = np.unique(piece, return_index=True)[1]
first.sort()
straight = scaled(SVC(kernel="linear", C=0.01, class_weight="balanced"))
score, shuffled, p = permutation_test_score(
    straight, T[first], label[first], groups=game[first], cv=logo, n_permutations=100, random_state=1
)

figures = {
    "version": f"scikit-learn {sklearn.__version__}",
    "linear": linear,
    "lift": lift,
    "corners": corners,
    "search": search.cv_results_["mean_test_score"].tolist(),
    "allDrums": allDrums,
    "moods": moods,
    "luck": {"score": score, "median": float(np.median(shuffled)), "most": float(shuffled.max()), "p": p},
}
(HERE / "figures.json").write_text(json.dumps(figures, indent=1) + "\n")
