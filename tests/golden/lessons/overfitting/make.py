# python3 tests/golden/lessons/overfitting/make.py writes figures.json: what scikit-learn (Debian's python3-sklearn) says of
# the numbers in the lesson. Run it again after a rebuild of the dataset.
import json
import warnings
from pathlib import Path

import numpy as np
import sklearn
from sklearn.metrics import accuracy_score, log_loss
from sklearn.model_selection import GroupShuffleSplit, LeaveOneGroupOut, StratifiedKFold, cross_val_predict
from sklearn.neighbors import KNeighborsClassifier
from sklearn.neural_network import MLPClassifier
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

HERE = Path(__file__).parent
DATA = json.loads((HERE.parents[3] / "datasets/drums/drums.json").read_text())
warnings.filterwarnings("ignore")


def texts(column):
    return np.array([column["levels"][code] for code in column["codes"]])


features = {column["name"]: np.array(column["values"], float) for column in DATA["features"]}
y = texts(DATA["target"])
groups = texts(next(column for column in DATA["info"] if column["name"] == DATA["group"]))

# k by the rule of one standard error: the best pooled score, less the standard error of its folds' mean.
two = np.column_stack([features["brightness"], features["level100"]])
odd = list(range(1, 122, 2))


def chosen(cv):
    folds = list(cv.split(two, y, groups))
    rows = []
    for k in odd:
        model = make_pipeline(StandardScaler(), KNeighborsClassifier(n_neighbors=k))
        right = cross_val_predict(model, two, y, groups=groups, cv=folds) == y
        scores = [right[test].mean() for _, test in folds]
        rows.append((right.mean(), np.std(scores, ddof=1) / np.sqrt(len(scores))))
    best, error = max(rows, key=lambda row: row[0])
    last = max(i for i, (score, _) in enumerate(rows) if score >= best - error)
    return {"k": odd[last], "score": rows[last][0], "bestK": odd[[row[0] for row in rows].index(best)], "best": best}


# The network on all features, epoch by epoch: each epoch is a training of its own from the same seed, to the end.
everything = np.column_stack(list(features.values()))
train, test = next(GroupShuffleSplit(1, test_size=0.3, random_state=7).split(everything, y, groups))
scaler = StandardScaler().fit(everything[train])
known, unknown = scaler.transform(everything[train]), scaler.transform(everything[test])


def network(epochs, **settings):
    usual = {"hidden_layer_sizes": [32], "alpha": 0, "learning_rate_init": 0.01, "batch_size": 32, "random_state": 7}
    model = MLPClassifier(**{**usual, **settings}, max_iter=epochs, tol=0, n_iter_no_change=10_000)
    model.fit(known, y[train])
    said = model.predict_proba(unknown)
    return {"loss": log_loss(y[test], said), "score": accuracy_score(y[test], model.predict(unknown))}


EPOCHS = [1, 5, 6, 7, 20, 100]
figures = {
    "made": {"by": "make.py", "sklearn": sklearn.__version__, "numpy": np.__version__},
    "rule": {
        "random": chosen(StratifiedKFold(5, shuffle=True, random_state=7)),
        "kit": chosen(LeaveOneGroupOut()),
    },
    "rows": {"known": len(train), "unknown": len(test)},
    "network": {
        "epochs": EPOCHS,
        "usual": [network(epochs) for epochs in EPOCHS],
        "twoUnits": [network(epochs, hidden_layer_sizes=[2]) for epochs in EPOCHS],
        "penalty": [network(epochs, alpha=1) for epochs in EPOCHS],
    },
}
(HERE / "figures.json").write_text(json.dumps(figures, indent=1) + "\n")
