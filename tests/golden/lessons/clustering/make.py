# python3 tests/golden/lessons/clustering/make.py writes figures.json: what scikit-learn (Debian's python3-sklearn)
# says of the numbers in the lesson. Run it again after a rebuild of one of its datasets.
import json
from itertools import combinations
import sys
from pathlib import Path

import numpy as np
import sklearn
from sklearn.cluster import AgglomerativeClustering, KMeans
from sklearn.metrics import adjusted_rand_score, silhouette_samples, silhouette_score
from sklearn.preprocessing import StandardScaler

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent))

from tables import load, named, values


def scaled(X):
    return StandardScaler().fit_transform(X)


def two(data):
    return np.array([named(data["features"], name) for name in ("brightness", "decay")]).T


def best(k):
    return KMeans(k, n_init=10, random_state=7)


def ints(labels):
    return [int(label) for label in labels]


def mean_agreement(runs):
    return float(np.mean([adjusted_rand_score(a, b) for a, b in combinations(runs, 2)]))


def stepped(X):
    """Lloyd's algorithm from the same centres: the first rows, as far apart as the k are counted."""
    cases = []
    for k in (2, 3, 6, 12):
        init = X[:: len(X) // k][:k]
        model = KMeans(k, init=init, n_init=1, tol=0).fit(X)
        cases.append({"k": k, "labels": ints(model.labels_), "inertia": float(model.inertia_)})
    return cases


def starts(X, k):
    runs = [KMeans(k, init="random", n_init=1, tol=0, random_state=seed).fit(X) for seed in range(1, 11)]
    return {
        "inertias": [float(run.inertia_) for run in runs],
        "agreement": mean_agreement([run.labels_ for run in runs]),
    }


def linked(X, linkage):
    model = AgglomerativeClustering(n_clusters=6, linkage=linkage, compute_distances=True).fit(X)
    return {
        "labels": ints(model.labels_),
        "children": [ints(pair) for pair in model.children_],
        "distances": model.distances_.tolist(),
    }


def agreements(data):
    X, y = scaled(two(data)), values(data["target"])
    found = {"k-means": best(6).fit(X).labels_}
    for linkage in ("ward", "average", "complete", "single"):
        found[linkage] = AgglomerativeClustering(n_clusters=6, linkage=linkage).fit(X).labels_
    return {name: float(adjusted_rand_score(y, labels)) for name, labels in found.items()}


def folder():
    data = load("drum-test")
    raw, y = two(data), values(data["target"])
    X = scaled(raw)
    ks = range(1, 13)
    fits = [best(k).fit(X) for k in ks]
    stable = [
        mean_agreement([KMeans(k, n_init=1, random_state=seed).fit(X).labels_ for seed in range(10)])
        for k in range(2, 13)
    ]
    units = {
        "seconds": raw,
        "milliseconds": raw * [1, 1000],
        "hertz": np.array([440 * 2 ** raw[:, 0], raw[:, 1]]).T,
    }
    units = {name: best(6).fit(numbers).labels_ for name, numbers in units.items()}
    features = {column["name"]: values(column) for column in data["features"]}
    five = ["brightness", "decay", "noisiness", "bassShare", "attack"]
    wide = {"five": five, "all": list(features)}
    return {
        "stepped": stepped(X),
        "starts": {str(k): starts(X, k) for k in (3, 6)},
        "inertias": [float(model.inertia_) for model in fits],
        "silhouettes": [float(silhouette_score(X, model.labels_)) for model in fits[1:]],
        "samples": silhouette_samples(X, fits[7].labels_).tolist(),
        "stable": stable,
        "linkages": {name: linked(X, name) for name in ("ward", "average", "complete", "single")},
        "wardAndKMeans": float(
            adjusted_rand_score(
                fits[5].labels_, AgglomerativeClustering(n_clusters=6, linkage="ward").fit(X).labels_
            )
        ),
        "units": {
            "secondsMilliseconds": float(adjusted_rand_score(units["seconds"], units["milliseconds"])),
            **{name: float(adjusted_rand_score(y, labels)) for name, labels in units.items()},
        },
        "wide": {
            name: float(
                adjusted_rand_score(y, best(6).fit(scaled(np.array([features[n] for n in names]).T)).labels_)
            )
            for name, names in wide.items()
        },
    }


def maple():
    columns = load("rags")["tables"]["bars"]["columns"]
    piece, bar = named(columns, "piece"), named(columns, "bar")
    kept = (piece == "maple-leaf-rag") & (bar > 0)
    pitches = np.array([named(columns, f"pitchClass{i}")[kept] for i in range(12)]).T
    model = best(6).fit(pitches / pitches.sum(axis=1, keepdims=True))
    strains = np.repeat(list("AABBACCDD"), 16)
    return {
        "labels": ints(model.labels_),
        "inertia": float(model.inertia_),
        "strains": float(adjusted_rand_score(strains, model.labels_)),
    }


def tunes():
    data = load("tunes")
    X = scaled(np.array([values(column) for column in data["features"]]).T)
    model = best(8).fit(X)
    return {"labels": ints(model.labels_), "inertia": float(model.inertia_)}


def games():
    data = load("game-tracks")
    piece, game = named(data["info"], "piece"), values(data["target"])
    first = sorted({name: i for i, name in reversed(list(enumerate(piece)))}.values())
    X = scaled(np.array([values(column) for column in data["features"]]).T[first])
    game = game[first]
    labels = best(20).fit(X).labels_
    far = ((X[:, None] - X[None]) ** 2).sum(axis=2)
    cluster, nearest, anything = [], [], []
    for i in range(len(X)):
        rest = np.array([j for j in range(len(X)) if j != i])
        own = rest[labels[rest] == labels[i]]
        if len(own) == 0:
            continue
        near = rest[np.argsort(far[i, rest], kind="stable")][: len(own)]
        for shares, chosen in ((cluster, own), (nearest, near), (anything, rest)):
            shares.append((game[chosen] == game[i]).mean())
    return {
        "tracks": len(X),
        "cluster": float(np.mean(cluster)),
        "nearest": float(np.mean(nearest)),
        "any": float(np.mean(anything)),
    }


figures = {
    "scikit-learn": sklearn.__version__,
    "folder": folder(),
    "agreements": {name: agreements(load(name)) for name in ("drum-test", "drums")},
    "maple": maple(),
    "tunes": tunes(),
    "games": games(),
}
(HERE / "figures.json").write_text(json.dumps(figures, separators=(",", ":")) + "\n")
