# python3 tests/golden/lessons/feature-selection/make.py writes figures.json: what scikit-learn (Debian's python3-sklearn)
# says of the numbers in the lesson. Run it again after a rebuild of one of its datasets. Folds and dice come from the
# same generator on both sides (NumPy's legacy one), so that they are the same.
import json
import sys
import warnings
from pathlib import Path

import numpy as np
import sklearn
from sklearn.ensemble import RandomForestClassifier
from sklearn.exceptions import ConvergenceWarning
from sklearn.feature_selection import RFE, SelectKBest, f_classif, mutual_info_classif
from sklearn.inspection import permutation_importance
from sklearn.linear_model import LinearRegression, LogisticRegression
from sklearn.model_selection import LeaveOneGroupOut, StratifiedKFold, cross_val_predict, cross_validate
from sklearn.neighbors import KNeighborsClassifier
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

warnings.filterwarnings("ignore", category=ConvergenceWarning)

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent))

from tables import load, named, values

MS = [1, 2, 3, 5, 8, 12, 15, 18, 20, 25, 30, 40, 60, 80, 120, 171]
FOLDS = StratifiedKFold(5, shuffle=True, random_state=7)


def features(data, names=None):
    columns = {column["name"]: values(column) for column in data["features"]}
    return np.array([columns[name] for name in names or columns]).T


def plant(X, thrown=7):
    """A hundred columns of chance behind those of X, drawn row by row."""
    return np.hstack([X, np.random.RandomState(thrown).normal(size=(len(X), 100))])


def pipe(*steps):
    return make_pipeline(StandardScaler(), *steps)


def five():
    return KNeighborsClassifier(5)


def score(model, X, y):
    return float((cross_val_predict(model, X, y, cv=FOLDS) == y).mean())


def best(k):
    return SelectKBest(f_classif, k=k)


def top(scores, count):
    return np.argsort(-np.asarray(scores), kind="stable")[:count]


def collections(data):
    """Soft notes of each collection: as they are, with dice, and with 20 chosen columns."""
    y, X = values(data["target"]), features(data)
    soft = named(data["info"], "velocity") == 60
    found = {}
    for name in ("Fluid", "MuseScore", "TimGM6mb"):
        rows = soft & (named(data["info"], "soundfont") == name)
        noisy = plant(X[rows])
        found[name] = {
            "measured": score(pipe(five()), X[rows], y[rows]),
            "noisy": score(pipe(five()), noisy, y[rows]),
            "chosen": score(pipe(best(20), five()), noisy, y[rows]),
        }
    return found


def soft_notes(data):
    rows = (named(data["info"], "velocity") == 60) & (named(data["info"], "soundfont") == "Fluid")
    return features(data)[rows], values(data["target"])[rows]


def chosen(X, y):
    noisy = plant(X)
    even = StandardScaler().fit_transform(noisy)
    f, p = f_classif(noisy, y)
    curve = [cross_validate(pipe(best(m), five()), noisy, y, cv=FOLDS)["test_score"].tolist() for m in MS]
    elimination = RFE(LogisticRegression(max_iter=50), n_features_to_select=20, step=0.1)
    return {
        "f": f.tolist(),
        "p": p.tolist(),
        "information": mutual_info_classif(noisy, y, random_state=0).tolist(),
        "curve": curve,
        "passed": [int((f_classif(plant(X, thrown), y)[1][71:] < 0.05).sum()) for thrown in range(1, 21)],
        "elimination": {
            "columns": np.flatnonzero(elimination.fit(even, y).support_).tolist(),
            "score": score(pipe(elimination, five()), noisy, y),
        },
        "outside": score(pipe(five()), best(18).fit_transform(noisy, y), y),
        "forest": {
            name: [score(RandomForestClassifier(100, random_state=seed), table, y) for seed in range(8)]
            for name, table in {"measured": X, "noisy": noisy}.items()
        },
    }


def coins(X, y):
    noisy = plant(X)
    found = []
    for thrown in range(1, 9):
        tossed = np.where(np.random.RandomState(thrown).random_sample(len(y)) < 0.5, "heads", "tails")
        kept = best(20).fit_transform(noisy, tossed)
        found.append(
            {
                "outside": score(pipe(five()), kept, tossed),
                "inside": score(pipe(best(20), five()), noisy, tossed),
            }
        )
    return found


def lasso(X, y):
    noisy = plant(X)
    even = StandardScaler().fit_transform(noisy)
    found = []
    for C in (0.05, 0.1, 0.2, 0.3, 1):
        model = LogisticRegression(penalty="l1", C=C, solver="saga", tol=1e-4, max_iter=3000)
        alive = (model.fit(even, y).coef_ != 0).any(axis=0)
        found.append({"C": C, "measured": int(alive[:71].sum()), "planted": int(alive[71:].sum())})
    return found


def copies(data):
    rows = np.isin(values(data["target"]), ["flute", "clarinet"]) & (
        named(data["info"], "soundfont") == "Fluid"
    )
    y = values(data["target"])[rows]
    on_card = ["brightness", "noisiness", "attack", "decay", "bassShare"]
    found = []
    for count in range(5):
        X = features(data, on_card + ["brightness"] * count)[rows]
        model = pipe(LogisticRegression(max_iter=500)).fit(X, y)
        falls = permutation_importance(model, X, y, n_repeats=20, random_state=0).importances_mean
        found.append(
            {
                "weights": np.abs(model[-1].coef_[0]).tolist(),
                "falls": falls.tolist(),
                "score": model.score(X, y),
            }
        )
    raw = LogisticRegression(max_iter=500).fit(features(data, on_card)[rows], y)
    contrast = f_classif(features(data, ["contrast5"])[rows], y)[0][0]
    return {"scaled": found, "asMeasured": np.abs(raw.coef_[0]).tolist(), "contrast5": float(contrast)}


def transfer(data):
    X, y = soft_notes(data)
    rows = (named(data["info"], "velocity") == 60) & (named(data["info"], "soundfont") == "TimGM6mb")
    other, truth = features(data)[rows], values(data["target"])[rows]
    noisy, unknown = plant(X), plant(other, 8)
    return {
        "measured": pipe(five()).fit(X, y).score(other, truth),
        "noisy": pipe(five()).fit(noisy, y).score(unknown, truth),
        "chosen": pipe(best(20), five()).fit(noisy, y).score(unknown, truth),
    }


def kept_in_all(X, y, groups, m):
    sets = [
        set(top(f_classif(X[groups != left], y[groups != left])[0], m))
        for left in dict.fromkeys(groups.tolist())
    ]
    return len(set.intersection(*sets))


def table(data):
    return plant(features(data)), values(data["target"]), named(data["info"], data["group"])


def explained(X, y):
    f = f_classif(X, y)[0].max()
    between, within = len(np.unique(y)) - 1, len(y) - len(np.unique(y))
    return float(f * between / (f * between + within))


def mood():
    data = load("mood")
    X, y, games = table(data)
    f = f_classif(X, y)[0]
    scores = []
    for m in (1, 2, 5, 10, 20, 45, 80, 145):
        model = pipe(best(m), LogisticRegression(class_weight="balanced", max_iter=200))
        predicted = cross_val_predict(model, X, y, cv=LeaveOneGroupOut(), groups=games)
        scores.append(float(sklearn.metrics.balanced_accuracy_score(y, predicted)))
    piece = named(data["info"], "piece")
    pieces = list(dict.fromkeys(piece.tolist()))
    of_piece = np.array([y[piece == name][0] for name in pieces])
    place = {name: i for i, name in enumerate(pieces)}
    lots = []
    for seed in range(1, 41):
        mixed = np.random.RandomState(seed).permutation(len(pieces))
        dealt = of_piece[[mixed[place[name]] for name in piece]]
        lots.append(int((f_classif(X[:, :45], dealt)[1] < 0.05).sum()))
    return {
        "intruders": int((top(f, 45) >= 45).sum()),
        "scores": scores,
        "inAll": kept_in_all(X, y, games, 10),
        "lots": lots,
        "explained": explained(X[:, :45], y),
    }


def drums():
    X, y, kits = table(load("drums"))
    return {
        "intruders": int((top(f_classif(X, y)[0], 24) >= 24).sum()),
        "inAll": kept_in_all(X, y, kits, 10),
        "explained": explained(X[:, :24], y),
    }


def exam():
    data = load("exam")
    y, names = values(data["target"]), [column["name"] for column in data["features"]]
    line = lambda *chosen: LinearRegression().fit(features(data, chosen), y).coef_.tolist()
    return {
        "alone": [line(name)[0] for name in names],
        "beside": [line(*dict.fromkeys([name, "intake"]))[0] for name in names],
        "all": line(*names),
    }


instruments = load("instruments")
X, y = soft_notes(instruments)
figures = {
    "scikit-learn": sklearn.__version__,
    "numpy": np.__version__,
    "collections": collections(instruments),
    "chosen": chosen(X, y),
    "coins": coins(X, y),
    "lasso": lasso(X, y),
    "copies": copies(instruments),
    "transfer": transfer(instruments),
    "mood": mood(),
    "drums": drums(),
    "exam": exam(),
}
(HERE / "figures.json").write_text(json.dumps(figures, separators=(",", ":")) + "\n")
