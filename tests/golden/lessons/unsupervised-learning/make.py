# python3 tests/golden/lessons/unsupervised-learning/make.py writes figures.json: what scikit-learn (Debian's
# python3-sklearn) says of the numbers in the lesson. Run it again after a rebuild of one of its datasets.
import json
import sys
from pathlib import Path

import numpy as np
import sklearn
from sklearn.decomposition import PCA as AnyPCA
from sklearn.metrics import r2_score
from sklearn.metrics.pairwise import cosine_similarity
from sklearn.model_selection import GroupKFold, cross_val_predict
from sklearn.neighbors import KNeighborsClassifier
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent))

from tables import load, matrix, named, values


def PCA(count=None):
    """Left to itself scikit-learn draws directions at random where there are many rows and few components."""
    return AnyPCA(count, svd_solver="full")


def scaled(X):
    return StandardScaler().fit_transform(X)


def ratios(X):
    return PCA().fit(X).explained_variance_ratio_.tolist()


def told_by(numbers, names):
    means = {name: numbers[names == name].mean() for name in set(names)}
    return r2_score(numbers, [means[name] for name in names])


def grooves():
    data = load("grooves")
    X = matrix(data["features"])
    library, genre = named(data["info"], "library"), values(data["target"])
    own = library == "Etude"
    others = (library == "mma") & (named(data["info"], "genreOfFive") != "")
    scaler = StandardScaler().fit(X[own])
    pca = PCA(3).fit(scaler.transform(X[own]))
    first = pca.transform(scaler.transform(X[own]))[:, 0]
    there = pca.transform(scaler.transform(X[others]))[:, 0]
    pair = [next(c for c in data["features"] if c["name"] == name) for name in ("rolloffMean", "centroidMean")]
    along, up = PCA().fit(matrix(pair)[own]).components_[0]
    return {
        "ratios": pca.explained_variance_ratio_.tolist(),
        # Which end is plus is a convention.
        "brightness": abs(float(np.corrcoef(first, values(pair[1])[own])[0, 1])),
        "angle": float(np.degrees(np.arctan2(up, along)) % 180),
        "told": float(told_by(first, genre[own])),
        "there": float(told_by(there, genre[others])),
        "others": int(others.sum()),
    }


def games():
    data = load("game-tracks")
    X, y = matrix(data["features"]), values(data["target"])
    pieces = named(data["info"], "piece")
    names = [column["name"] for column in data["features"]]
    shape = [not name.startswith("mfcc") for name in names]
    unscaled = PCA().fit(X)

    def naming(count):
        model = make_pipeline(StandardScaler(), PCA(count), KNeighborsClassifier(5))
        return float((cross_val_predict(model, X, y, cv=GroupKFold(5), groups=pieces) == y).mean())

    return {
        "ratios": ratios(scaled(X)),
        "unscaled": unscaled.explained_variance_ratio_.tolist(),
        "rolloff": float(unscaled.components_[0][names.index("rolloffMean")] ** 2),
        "withoutShape": ratios(scaled(X[:, shape])),
        "withoutShapeUnscaled": ratios(X[:, shape]),
        "told": float(told_by(PCA(1).fit_transform(scaled(X))[:, 0], y)),
        "naming": {count: naming(count) for count in (1, 2, 21)},
    }


def rag():
    columns = load("rags")["tables"]["bars"]["columns"]
    rows = (named(columns, "piece") == "maple-leaf-rag") & (named(columns, "bar") > 0)
    S = cosine_similarity(matrix(columns[-12:])[rows])
    parts = [[float(np.mean([S[16 * a + k, 16 * b + k] for k in range(16)])) for b in range(9)] for a in range(9)]
    return {"atLag": [float(np.diag(S, lag).mean()) for lag in range(1, 129)], "parts": parts}


def moods():
    data = load("moods")
    pca = PCA(10)
    energy = pca.fit_transform(scaled(matrix(data["features"])))[:, 0] / np.sqrt(pca.explained_variance_[0])
    study, hour, drug = (named(data["info"], name) for name in ("study", "hour", "drug"))
    active = [column["name"] for column in data["features"]].index("active")
    energy *= np.sign(pca.components_[0][active])
    days = []
    for name in dict.fromkeys(study):
        early, late = energy[(study == name) & (hour <= 9)], energy[(study == name) & (hour >= 15)]
        if len(early) and len(late):
            days.append([float(early.mean()), float(late.mean())])
    return {
        "ratios": pca.explained_variance_ratio_.tolist(),
        "days": days,
        "caffeine": float(energy[drug == "caffeine"].mean() - energy[drug == "placebo"].mean()),
    }


def practice():
    X = matrix(load("practice")["features"])
    draws = {}
    for seed in (2, 3):
        pca = PCA().fit(scaled(X[np.random.RandomState(seed).permutation(400)[:200]]))
        draws[seed] = {"ratios": pca.explained_variance_ratio_.tolist(), "first": np.abs(pca.components_[0]).tolist()}
    return draws


figures = {
    "scikitLearn": sklearn.__version__,
    "grooves": grooves(),
    "games": games(),
    "rag": rag(),
    "moods": moods(),
    "practice": practice(),
}
(HERE / "figures.json").write_text(json.dumps(figures, indent=1) + "\n")
