# python3 tests/golden/lessons/cross-validation/make.py writes figures.json: what scikit-learn (Debian's python3-sklearn)
# says of the numbers in the lesson, fold by fold, with the same folds. Run it again after a rebuild of one of its datasets.
import json
import sys
from pathlib import Path

import numpy as np
import sklearn
from sklearn.decomposition import PCA
from sklearn.feature_selection import SelectKBest
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import accuracy_score
from sklearn.model_selection import (
    GridSearchCV,
    KFold,
    LeaveOneGroupOut,
    StratifiedGroupKFold,
    StratifiedKFold,
    StratifiedShuffleSplit,
    cross_val_predict,
)
from sklearn.neighbors import KNeighborsClassifier
from sklearn.pipeline import Pipeline, make_pipeline
from sklearn.preprocessing import StandardScaler

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent))

from tables import load, matrix, values


def samples(name):
    data = load(name)
    X = matrix(data["features"])
    info = {column["name"]: values(column) for column in data["info"]}
    return X, values(data["target"]), info[data["group"]], info, data["target"]["levels"]


def voters(k=5):
    return make_pipeline(StandardScaler(), KNeighborsClassifier(k))


def scores(model, X, y, folds):
    found = []
    for train, test in folds:
        found.append(float((model.fit(X[train], y[train]).predict(X[test]) == y[test]).mean()))
    return found


def pooled(model, X, y, cv, groups=None):
    return float(accuracy_score(y, cross_val_predict(model, X, y, cv=cv, groups=groups)))


def drums():
    X, y, groups, _, names = samples("drums")
    order = np.argsort([names.index(label) for label in y], kind="stable")
    X, y, groups = X[order], y[order], groups[order]
    five = StratifiedKFold(5, shuffle=True, random_state=7)
    kits = list(LeaveOneGroupOut().split(X, y, groups))
    mixed = {k: KFold(k, shuffle=True, random_state=7) for k in (2, 3, 5, 8, 12, 20, 30)}
    said = cross_val_predict(voters(), X, y, cv=kits)
    right = said == y
    return {
        "holdOuts": scores(
            voters(), X, y, StratifiedShuffleSplit(200, test_size=0.2, random_state=7).split(X, y)
        ),
        "asTheyLie": {k: pooled(voters(), X, y, KFold(k)) for k in (2, 3, 5, 10)},
        "stratified": scores(voters(), X, y, five.split(X, y)),
        "random": pooled(voters(), X, y, five),
        "kits": scores(voters(), X, y, kits),
        "sizes": [len(test) for _, test in kits],
        "byKit": float(right.mean()),
        "again": [
            [
                pooled(voters(), X, y, StratifiedKFold(5, shuffle=True, random_state=seed)),
                pooled(voters(), X, y, StratifiedGroupKFold(5, shuffle=True, random_state=seed), groups),
            ]
            for seed in range(20)
        ],
        "spreads": [float(np.std(scores(voters(), X, y, cv.split(X, y)), ddof=1)) for cv in mixed.values()],
        "claps": {
            name: [int((y[test] == "clap").sum()) for _, test in cv.split(X, y)]
            for name, cv in {
                "shuffled": KFold(10, shuffle=True, random_state=7),
                "by class": StratifiedKFold(10, shuffle=True, random_state=7),
            }.items()
        },
        "intervals": {
            "kits": interval([right[groups == kit] for kit in sorted(set(groups))]),
            "strokes": interval([right[i : i + 1] for i in range(len(right))]),
        },
        "scaledOutside": pooled(KNeighborsClassifier(5), StandardScaler().fit_transform(X), y, five),
    }


def interval(slips):
    """Percentile bootstrap: as many slips as there are, drawn with replacement, a thousand times."""
    dice = np.random.RandomState(7)
    right = np.array([slip.sum() for slip in slips])
    size = np.array([len(slip) for slip in slips])
    draws = []
    for _ in range(1000):
        picked = [dice.randint(0, len(slips)) for _ in slips]
        draws.append(right[picked].sum() / size[picked].sum())
    return [float(end) for end in np.quantile(draws, [0.025, 0.975])]


def judges():
    return {
        "nearest row": voters(1),
        "weighted sum": make_pipeline(StandardScaler(), LogisticRegression(C=0.1, tol=1e-8, max_iter=10_000)),
    }


def mood():
    X, y, games, info, _ = samples("mood")
    pieces = info["piece"]
    cuts = {
        "rows": (StratifiedKFold(5, shuffle=True, random_state=7), None),
        "pieces": (StratifiedGroupKFold(5, shuffle=True, random_state=7), pieces),
        "games": (LeaveOneGroupOut(), games),
    }
    steps = [("scale", StandardScaler()), ("choose", SelectKBest()), ("vote", KNeighborsClassifier())]
    grid = {"choose__k": [2, 5, 10, 20, 45], "vote__n_neighbors": [1, 3, 5, 9, 15, 25]}
    nested = []
    for train, test in LeaveOneGroupOut().split(X, y, games):
        search = GridSearchCV(Pipeline(steps), grid, cv=LeaveOneGroupOut())
        search.fit(X[train], y[train], groups=games[train])
        nested.append(
            {
                "promised": float(search.best_score_),
                "got": float((search.predict(X[test]) == y[test]).mean()),
                "size": len(test),
            }
        )
    return {
        "scores": {
            name: {cut: pooled(model, X, y, cv, groups) for cut, (cv, groups) in cuts.items()}
            for name, model in judges().items()
        },
        "nested": nested,
    }


def toss(n):
    return np.where(np.random.RandomState(1000 + n).random_sample(60) < 0.5, "hit", "flop")


def magic():
    numbers = np.random.RandomState(7).random_sample((60, 2000)) * 10.0 ** (np.arange(2000) % 5 - 2)
    folds = StratifiedKFold(5, shuffle=True, random_state=7)

    def outside(X, y):
        return scores(voters(), SelectKBest(k=12).fit_transform(X, y), y, folds.split(X, y))

    def scaled(X, y):
        Z = StandardScaler().fit_transform(SelectKBest(k=12).fit_transform(X, y))
        return scores(KNeighborsClassifier(), Z, y, folds.split(X, y))

    def inside(X, y):
        model = make_pipeline(SelectKBest(k=12), StandardScaler(), KNeighborsClassifier())
        return scores(model, X, y, folds.split(X, y))

    def chosen_inside(X, y):
        """As the lesson has it when only the choice is moved: all songs are scaled once."""
        model = make_pipeline(SelectKBest(k=12), KNeighborsClassifier())
        return scores(model, StandardScaler().fit_transform(X), y, folds.split(X, y))

    def all_tosses(score, count, columns=2000):
        # The five folds have twelve songs each: their mean is the pooled score.
        return [float(np.mean(score(numbers[:, :columns], toss(n)))) for n in range(1, count + 1)]

    return {
        "firstOutside": outside(numbers, toss(1)),
        "firstInside": inside(numbers, toss(1)),
        # The choice outside and the scaling in the folds; both outside; the choice in the folds; both in the folds.
        "outside": all_tosses(outside, 60),
        "scaleOutside": all_tosses(scaled, 60),
        "choiceInside": all_tosses(chosen_inside, 60),
        "inside": all_tosses(inside, 60),
        "fewer": {m: float(np.mean(all_tosses(outside, 60, m))) for m in (12, 50, 200)},
    }


def second_machine():
    X = np.random.RandomState(8).random_sample((60, 24))
    y, singers = toss(3010), np.arange(60) % 40
    every = np.arange(60)

    def score(inside):
        right = []
        for train, test in StratifiedKFold(5, shuffle=True, random_state=7).split(X, y):
            seen = {step: train if step in inside else every for step in ("scale", "compress", "fame")}
            scaled = StandardScaler().fit(X[seen["scale"]]).transform(X)
            three = PCA(3).fit(scaled[seen["compress"]]).transform(scaled)

            def fame(i):
                own = [y[row] == "hit" for row in seen["fame"] if singers[row] == singers[i]]
                return np.mean(own) if own else 0.5

            rows = np.column_stack([three, [fame(i) for i in every]])
            model = make_pipeline(StandardScaler(), LogisticRegression(tol=1e-8))
            right.extend(model.fit(rows[train], y[train]).predict(rows[test]) == y[test])
        return float(np.mean(right))

    cases = ([], ["scale"], ["compress"], ["fame"], ["scale", "compress", "fame"])
    return {" ".join(case): score(case) for case in cases}


def grooves():
    X, y, files, _, _ = samples("grooves")
    five = StratifiedKFold(5, shuffle=True, random_state=7)
    byFile = scores(voters(), X, y, LeaveOneGroupOut().split(X, y, files))
    return {
        "random": pooled(voters(), X, y, five),
        "files": pooled(voters(), X, y, LeaveOneGroupOut(), files),
        "meanOfFiles": float(np.mean(byFile)),
    }


figures = {
    "scikit-learn": sklearn.__version__,
    "numpy": np.__version__,
    "drums": drums(),
    "mood": mood(),
    "magic": magic(),
    "secondMachine": second_machine(),
    "grooves": grooves(),
}
(HERE / "figures.json").write_text(json.dumps(figures, separators=(",", ":")) + "\n")
