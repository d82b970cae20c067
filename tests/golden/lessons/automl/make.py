# python3 tests/golden/lessons/automl/make.py writes figures.json: what scikit-learn (Debian's python3-sklearn) says of the
# numbers in the lesson. Run it again after a rebuild of one of its datasets.
import json
import warnings
from pathlib import Path

import numpy as np
import sklearn
from scipy.stats import loguniform
from sklearn.base import clone
from sklearn.ensemble import RandomForestClassifier
from sklearn.feature_selection import SelectKBest
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import accuracy_score
from sklearn.model_selection import GroupKFold, ParameterSampler, StratifiedKFold, cross_val_score
from sklearn.neighbors import KNeighborsClassifier
from sklearn.pipeline import Pipeline
from sklearn.preprocessing import StandardScaler
from sklearn.svm import SVC
from sklearn.tree import DecisionTreeClassifier

HERE = Path(__file__).parent
DATASETS = HERE.parents[3] / "datasets"
warnings.filterwarnings("ignore")


def texts(column):
    if "texts" in column:
        return np.array(column["texts"])
    return np.array([column["levels"][code] for code in column["codes"]])


def load(name):
    data = json.loads((DATASETS / name / f"{name}.json").read_text())
    X = np.array([column["values"] for column in data["features"]], float).T
    groups = texts(next(column for column in data["info"] if column["name"] == data["group"]))
    return X, texts(data["target"]), groups


class Integers:
    def __init__(self, low, high):
        self.ends = low, high

    def rvs(self, random_state):
        return int(random_state.randint(*self.ends))


SCALE = ["passthrough", StandardScaler()]
SELECT = ["passthrough", SelectKBest(k=12)]
BOTH = {"scale": SCALE, "select": SELECT}
SPACE = [
    {**BOTH, "model": [KNeighborsClassifier()], "model__n_neighbors": Integers(1, 40)},
    {**BOTH, "model": [LogisticRegression(max_iter=1000)], "model__C": loguniform(0.001, 100)},
    {**BOTH, "model": [SVC()], "model__C": loguniform(0.01, 100), "model__gamma": loguniform(0.0001, 1)},
    {**BOTH, "model": [DecisionTreeClassifier(random_state=0)], "model__max_depth": Integers(1, 15)},
    {
        **BOTH,
        "model": [RandomForestClassifier(n_estimators=30, random_state=0)],
        "model__max_depth": Integers(2, 15),
    },
]
BLANK = Pipeline([("scale", "passthrough"), ("select", "passthrough"), ("model", KNeighborsClassifier())])
KITS = GroupKFold(4)


def drawn(count):
    return list(ParameterSampler(SPACE, count, random_state=7))


def pipeline(params):
    return clone(BLANK).set_params(**{name: clone(v, safe=False) for name, v in params.items()})


def told(params):
    settings = {k.removeprefix("model__"): v for k, v in params.items() if k.startswith("model__")}
    plain = lambda step: step if step == "passthrough" else type(step).__name__
    return {
        "scale": plain(params["scale"]),
        "select": plain(params["select"]),
        "model": type(params["model"]).__name__,
        "settings": list(settings.values()),
    }


def searched(X, y, groups, count, cv):
    tried = drawn(count)
    scores = [float(cross_val_score(pipeline(p), X, y, groups=groups, cv=cv).mean()) for p in tried]
    best = int(np.argmax(scores))
    return tried, scores, best


def promised_and_got(X, y, groups, inner):
    folds = []
    for train, test in GroupKFold(5).split(X, y, groups):
        tried, scores, best = searched(X[train], y[train], groups[train], 12, inner)
        model = pipeline(tried[best]).fit(X[train], y[train])
        got = float(accuracy_score(y[test], model.predict(X[test])))
        folds.append({"promised": scores[best], "got": got, "model": told(tried[best])["model"]})
    return folds


X, y, groups = load("drums")
random_strokes = StratifiedKFold(4, shuffle=True, random_state=7)

tried, scores, best = searched(X, y, groups, 12, KITS)
testX, testy, _ = load("drum-test")
board = {
    "tried": [told(params) for params in tried],
    "scores": scores,
    "best": best,
    "final": float(accuracy_score(testy, pipeline(tried[best]).fit(X, y).predict(testX))),
}

scaled = lambda model: Pipeline([("scale", StandardScaler()), ("model", model)])
plain = {
    name: float(cross_val_score(scaled(model), X, y, groups=groups, cv=KITS).mean())
    for name, model in {
        "neighbours": KNeighborsClassifier(),
        "logistic": LogisticRegression(max_iter=1000),
    }.items()
}

pair = np.isin(y, ["snare", "tom"])
shuffled = np.random.RandomState(2).permutation(y[pair])
_, shuffle, _ = searched(X[pair], shuffled, groups[pair], 12, KITS)

figures = {
    "versions": {"scikit-learn": sklearn.__version__, "numpy": np.__version__},
    "board": board,
    "plain": plain,
    "nested": {
        "kits": promised_and_got(X, y, groups, KITS),
        "strokes": promised_and_got(X, y, groups, random_strokes),
    },
    "shuffle2": shuffle,
}
(HERE / "figures.json").write_text(json.dumps(figures, indent=1) + "\n")
