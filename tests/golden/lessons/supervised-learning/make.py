"""Writes what scikit-learn answers to the questions of the lesson learning/supervised-learning.

Run with Debian's python3-sklearn:  /usr/bin/python3 tests/golden/lessons/supervised-learning/make.py
"""

import json
from pathlib import Path

import numpy as np
import sklearn
from sklearn.linear_model import LogisticRegression, Ridge
from sklearn.metrics import r2_score
from sklearn.model_selection import GroupKFold, KFold, cross_val_predict
from sklearn.naive_bayes import GaussianNB
from sklearn.neighbors import KNeighborsClassifier
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import OneHotEncoder, StandardScaler
from sklearn.svm import SVC

HERE = Path(__file__).parent
DATASETS = HERE.parents[3] / "datasets"


def column(col):
    if "codes" in col:
        names = col["levels"]
        return np.array([None if c is None or c < 0 else names[c] for c in col["codes"]], dtype=object)
    return np.array(col["values"] if "values" in col else col["texts"], dtype=object)


def load(name):
    return json.loads((DATASETS / name / f"{name}.json").read_text())


def named(data, name):
    target = [data["target"]] if data.get("target") else []
    return column(next(c for c in target + data["info"] + data["features"] if c["name"] == name))


def matrix(data, names=None):
    wanted = names or [f["name"] for f in data["features"]]
    return np.column_stack([named(data, n).astype(float) for n in wanted])


def scaled(model):
    return make_pipeline(StandardScaler(), model)


MODELS = {
    "k neighbours": lambda: scaled(KNeighborsClassifier()),
    "naive Bayes": GaussianNB,
    "logistic": lambda: scaled(LogisticRegression(tol=1e-8, max_iter=10000)),
    "SVC": lambda: scaled(SVC(C=10)),
    "unscaled": KNeighborsClassifier,
}

grooves = load("grooves")
learned = np.array(
    [lib == "mma" and five is not None for lib, five in zip(named(grooves, "library"), named(grooves, "genreOfFive"))]
)
own = named(grooves, "library") == "Etude"
y = named(grooves, "genre")[learned].astype(str)
files = named(grooves, "file")[learned].astype(str)
classes = sorted(set(y))


def digits(labels, order):
    return "".join(str(order.index(label)) for label in labels)


predictions = {}
for which, names in (("two", ["onsetRate", "centroidMean"]), ("all", None)):
    X = matrix(grooves, names)
    for name, model in MODELS.items():
        guesses = cross_val_predict(model(), X[learned], y, cv=GroupKFold(5), groups=files)
        predictions[f"{name}, {which}"] = digits(guesses, classes)
X = matrix(grooves)
predictions["SVC, ours"] = digits(MODELS["SVC"]().fit(X[learned], y).predict(X[own]), classes)

drums, strokes = load("drums"), load("drum-test")
near = MODELS["k neighbours"]().fit(matrix(drums), named(drums, "label").astype(str))
kinds = sorted(set(named(drums, "label").astype(str)))
predictions["strokes"] = digits(near.predict(matrix(strokes)), kinds)

exam = load("exam")
score = named(exam, "score").astype(float)
schools = named(exam, "school").astype(str)
intake = matrix(exam, ["intake"])
dummies = OneHotEncoder(sparse_output=False).fit_transform(schools[:, None])
r2 = {}
for name, columns in (("line", intake), ("schools", np.hstack([intake, dummies]))):
    for split, cv in (("pupils", KFold(5, shuffle=True, random_state=7)), ("schools", GroupKFold(5))):
        guesses = cross_val_predict(Ridge(alpha=1), columns, score, cv=cv, groups=schools)
        r2[f"{name}, {split}"] = r2_score(score, guesses)

made = {"by": "make.py", "sklearn": sklearn.__version__, "numpy": np.__version__}
content = {"made": made, "classes": classes, "kinds": kinds, "predictions": predictions, "r2": r2}
(HERE / "figures.json").write_text(json.dumps(content, separators=(",", ":")) + "\n")
