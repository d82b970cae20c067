# python3 tests/golden/lessons/overfitting/make.py writes figures.json: what scikit-learn (Debian's python3-sklearn) says of
# the numbers in the lesson. Run it again after a rebuild of the dataset.
import json
import warnings
from collections import Counter, defaultdict
import sys
from pathlib import Path

import numpy as np
import sklearn
from sklearn.metrics import accuracy_score, log_loss
from sklearn.model_selection import GroupKFold, GroupShuffleSplit, LeaveOneGroupOut, StratifiedKFold, cross_val_predict
from sklearn.neighbors import KNeighborsClassifier
from sklearn.neural_network import MLPClassifier
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent))

from tables import load, named, values

warnings.filterwarnings("ignore")
DATA = load("drums")


features = {column["name"]: values(column) for column in DATA["features"]}
y = values(DATA["target"])
groups = named(DATA["info"], DATA["group"])

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


# A chain that chooses the next note by those before it: counted anew here, on all tunes moved to C.
TUNES = load("tunes")
NOTES = TUNES["tables"]["notes"]["columns"]
KEYNOTES = {"C": 0, "D": 2, "E": 4, "F": 5, "G": 7, "A": 9, "B": 11}
START = "start"


def songbook():
    tune_of, midi = named(NOTES, "tune"), named(NOTES, "midi")
    tunes = []
    for name, key in zip(named(TUNES["info"], "id"), named(TUNES["info"], "key")):
        pitches = midi[tune_of == name]
        keynote = key.split(" ")[0]
        to_c = -(KEYNOTES[keynote[0]] + keynote.count("#") - keynote.count("b"))
        octave = np.floor((66 - pitches.mean() - to_c) / 12 + 0.5)
        tunes.append([int(pitch) for pitch in pitches + to_c + 12 * octave])
    return tunes


def context(tune, at, order):
    return (START, *tune[:at]) if at < order else tuple(tune[at - order : at])


def bits(order, tunes, families, alpha=0.05):
    symbols = sorted({note for tune in tunes for note in tune})
    sums, counts = {"known": 0.0, "hidden": 0.0}, {"known": 0, "hidden": 0}
    for train, test in GroupKFold(5).split(np.zeros(len(tunes)), groups=families):
        seen = defaultdict(Counter)
        for tune in (tunes[row] for row in train):
            for at, note in enumerate(tune):
                for length in range(min(order, at) + 1):
                    seen[tuple(tune[at - length : at])][note] += 1
                if at < order:
                    seen[(START, *tune[:at])][note] += 1
        for part, rows in (("known", train), ("hidden", test)):
            for tune in (tunes[row] for row in rows):
                for at, note in enumerate(tune):
                    before = context(tune, at, order)
                    while before not in seen:
                        before = before[1:]
                    after = seen[before]
                    share = (after[note] + alpha) / (sum(after.values()) + alpha * len(symbols))
                    sums[part] -= np.log2(share)
                    counts[part] += 1
    return {part: sums[part] / counts[part] for part in sums}


EPOCHS = [1, 5, 6, 7, 20, 100]
figures = {
    "made": {"by": "make.py", "sklearn": sklearn.__version__, "numpy": np.__version__},
    "rule": {
        "random": chosen(StratifiedKFold(5, shuffle=True, random_state=7)),
        "kit": chosen(LeaveOneGroupOut()),
    },
    "bits": [bits(order, songbook(), named(TUNES["info"], TUNES["group"])) for order in range(9)],
    "rows": {"known": len(train), "unknown": len(test)},
    "network": {
        "epochs": EPOCHS,
        "usual": [network(epochs) for epochs in EPOCHS],
        "twoUnits": [network(epochs, hidden_layer_sizes=[2]) for epochs in EPOCHS],
        "penalty": [network(epochs, alpha=1) for epochs in EPOCHS],
    },
}
(HERE / "figures.json").write_text(json.dumps(figures, indent=1) + "\n")
