"""What the lesson on training data states, computed by scikit-learn from the committed datasets.

Run to write figures.json:  /usr/bin/python3 tests/golden/lessons/training-data/make.py
"""

import json
from pathlib import Path

import numpy as np
import scipy
import sklearn
from sklearn.model_selection import GroupKFold, KFold, LeaveOneGroupOut, StratifiedKFold, cross_val_predict
from sklearn.neighbors import KNeighborsClassifier
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler
from sklearn.svm import SVC

HERE = Path(__file__).parent
DRUMS = json.loads((HERE / "../../../../datasets/drums/drums.json").read_text())
CLASSES = DRUMS["classNames"]
NONE = "none of these"
# cellSeed(7, id) of src/stdlib/seed.ts, for the cells "noise", "doubled" and "planted".
SEEDS = {"noise": 581642764, "doubled": 3838415153, "planted": 1078607622}


def values(column):
    if "codes" in column:
        return [column["levels"][code] if code >= 0 else None for code in column["codes"]]
    return column.get("values") or column["texts"]


def table(columns):
    named = {column["name"]: values(column) for column in columns}
    return [dict(zip(named, row)) for row in zip(*named.values())]


features = [column["name"] for column in DRUMS["features"]]
drums = table([DRUMS["target"], *DRUMS["info"], *DRUMS["features"]])
aside = table(DRUMS["tables"]["setAside"]["columns"])
everything = drums + aside
sounds = [row for row in everything if row["naive"] and not (row.get("reason") and row["label"])]


def matrix(rows):
    return np.array([[row[name] for name in features] for row in rows])


def column(rows, name):
    return np.array([row[name] for row in rows])


def instruments(rows):
    return np.array([f"{row['kit']} / {row['instrument']}" for row in rows])


def nearest(k):
    return make_pipeline(StandardScaler(), KNeighborsClassifier(k))


X, named, kits = matrix(sounds), column(sounds, "naive"), column(sounds, "kit")
checked = np.array([row["label"] or NONE for row in sounds])
is_drum = checked != NONE
random_folds = StratifiedKFold(5, shuffle=True, random_state=7)
hiding = {
    "strokes at random": dict(cv=random_folds),
    "whole instruments": dict(cv=GroupKFold(5), groups=instruments(sounds)),
    "whole kits": dict(cv=LeaveOneGroupOut(), groups=kits),
}


def fold_of_each_row():
    places = np.zeros(len(X), int)
    for number, (_, test) in enumerate(random_folds.split(X, named)):
        places[test] = number
    return "".join(map(str, places))


def votes(how):
    own = cross_val_predict(nearest(9), X, named, method="predict_proba", **how)
    return own[np.arange(len(named)), np.searchsorted(np.unique(named), named)]


def answers(k, labels):
    said = np.empty(len(X), dtype=object)
    for kit in np.unique(kits):
        learned, hidden = (kits != kit) & (labels != NONE), kits == kit
        said[hidden] = nearest(k).fit(X[learned], labels[learned]).predict(X[hidden])
    return said


def right(k, labels, truth=checked, among=is_drum):
    return int(np.sum((answers(k, labels) == truth)[among]))


def after_deleting(count, trust):
    labels = named.copy().astype(object)
    gone = np.argsort(trust, kind="stable")[:count]
    labels[gone] = NONE
    hit = answers(9, labels) == checked
    left = is_drum.copy()
    left[gone] = False
    return [int(hit[is_drum].sum()), int(hit[left].sum()), int(left.sum())]


pure, y, pure_kits = matrix(drums), column(drums, "label"), column(drums, "kit")
pure_instruments = instruments(drums)


def under_noise(k, percent, dice):
    places = np.array([CLASSES.index(label) for label in y])
    spoilt = np.array(
        [
            CLASSES[(place + shift) % 6] if 100 * chance < percent else CLASSES[place]
            for place, (chance, shift) in zip(places, dice)
        ]
    )
    said = cross_val_predict(nearest(k), pure, spoilt, cv=KFold(5, shuffle=True, random_state=7))
    return int(np.sum(said == y))


def learning_curve(make, cv, groups, sizes):
    # As scikit-learn's learning_curve with shuffle does it, but with the predictions of all folds pooled.
    splits = list(cv.split(pure, y, groups))
    random = np.random.RandomState(7)
    orders = [random.permutation(train) for train, _ in splits]
    scores = []
    for size in sizes:
        said = np.empty(len(y), dtype=object)
        for order, (_, test) in zip(orders, splits):
            said[test] = make().fit(pure[order[:size]], y[order[:size]]).predict(pure[test])
        scores.append(int(np.sum(said == y)))
    return scores


def twins():
    rows = [row for row in everything if row["label"]]
    Z = StandardScaler().fit_transform(matrix(rows))
    apart = scipy.spatial.distance.squareform(scipy.spatial.distance.pdist(Z))
    of = np.array([(row.get("reason") or row["id"]).replace("the same recording as ", "") for row in rows])
    same = of[:, None] == of[None, :]
    upper = np.triu(np.ones_like(same), 1).astype(bool)
    close = {str(limit): [int(np.sum(upper & (apart < limit))), int(np.sum(upper & same & (apart < limit)))] for limit in (0.15, 0.2, 0.6)}
    return {"rows": len(rows), "pairs": int(np.sum(upper & same)), "close": close}


def doubled(count):
    copies = np.random.RandomState(SEEDS["doubled"]).permutation(len(y))[:count]
    rows = np.concatenate([np.arange(len(y)), copies])
    made = []
    for how in (dict(cv=random_folds), dict(cv=LeaveOneGroupOut(), groups=pure_kits[rows])):
        said = cross_val_predict(nearest(1), pure[rows], y[rows], **how)
        made.append(int(np.sum(said == y[rows])))
    return made


def planted():
    order = list(dict.fromkeys(pure_instruments))
    large = [name for name in order if np.sum(pure_instruments == name) >= 3]
    chosen = np.random.RandomState(SEEDS["planted"]).permutation(len(large))[:11]
    wrong = np.isin(pure_instruments, [large[i] for i in chosen])
    labels = np.array(
        [CLASSES[(CLASSES.index(label) + 1) % 6] if bad else label for label, bad in zip(y, wrong)]
    )
    found = {}
    for what, how in {
        "strokes at random": dict(cv=random_folds),
        "whole instruments": dict(cv=GroupKFold(5), groups=pure_instruments),
        "whole kits": dict(cv=LeaveOneGroupOut(), groups=pure_kits),
    }.items():
        proba = cross_val_predict(nearest(9), pure, labels, method="predict_proba", **how)
        own = proba[np.arange(len(y)), np.searchsorted(np.unique(labels), labels)]
        found[what] = int(np.sum(wrong[np.argsort(own, kind="stable")[:60]]))
    return {"wrong": int(wrong.sum()), "found": found}


trust = {what: votes(how) for what, how in hiding.items()}
random = np.random.RandomState(SEEDS["noise"])
dice = [(random.random_sample(), random.randint(1, 6)) for _ in y]
levels = [0, 10, 20, 30, 40]
sizes = [30, 120, 360]
splits = {
    "strokes at random": (random_folds, None),
    "whole instruments": (GroupKFold(5), pure_instruments),
    "whole kits": (LeaveOneGroupOut(), pure_kits),
}
models = {"5 nearest neighbours": lambda: nearest(5), "support vectors": lambda: make_pipeline(StandardScaler(), SVC(C=10))}
figures = {
    "made": {"by": "make.py", "sklearn": sklearn.__version__, "numpy": np.__version__, "scipy": scipy.__version__},
    "sounds": len(sounds),
    "misnamed": int(np.sum(named != checked)),
    "drums": int(is_drum.sum()),
    "fold": fold_of_each_row(),
    "votes": {what: "".join(str(round(9 * share)) for share in own) for what, own in trust.items()},
    "found60": {
        what: int(np.sum((named != checked)[np.argsort(own, kind="stable")[:60]])) for what, own in trust.items()
    },
    "byNames": right(1, named, named, np.ones(len(X), bool)),
    "right": {str(k): [right(k, named), right(k, checked)] for k in (1, 9)},
    "deleted": {str(count): after_deleting(count, trust["whole kits"]) for count in (0, 60, 150)},
    "noise": {str(k): [under_noise(k, percent, dice) for percent in levels] for k in (1, 9)},
    "curves": {
        model: {what: learning_curve(make, cv, groups, sizes) for what, (cv, groups) in splits.items()}
        for model, make in models.items()
    },
    "twins": twins(),
    "doubled": {str(count): doubled(count) for count in (0, 454)},
    "planted": planted(),
}
(HERE / "figures.json").write_text(json.dumps(figures, indent=1) + "\n")
