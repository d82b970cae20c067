"""Writes what numpy and scipy answer by librosa's definitions of alignment and recurrence.

librosa itself is in no package that the project's machines have, so that its definitions (librosa 0.10, ISC licence)
are written out here anew, with scipy's cdist as the independent part.

Run with Debian's python3-scipy:  /usr/bin/python3 tests/golden/music/alignment/make.py
"""

import json
from pathlib import Path

import numpy as np
import scipy
from scipy.spatial.distance import cdist

HERE = Path(__file__).parent


def rounded(a):
    return [None if not np.isfinite(x) else float(f"{x:.11g}") for x in np.asarray(a, float).ravel()]


def band(cost, radius):
    n, m = cost.shape
    r = int(np.round(radius * min(n, m)))
    offset = abs(n - m)
    out = cost.copy()
    out[np.triu_indices(n, k=r + (offset if n < m else 0), m=m)] = np.inf
    out[np.tril_indices(n, k=-r - (0 if n < m else offset), m=m)] = np.inf
    return out


def dtw(x, y, metric, steps, add, mul, subsequence, radius):
    cost = cdist(x, y, metric)
    limited = cost if radius is None else band(cost, radius)
    n, m = cost.shape
    top, left = max(s[0] for s in steps), max(s[1] for s in steps)
    # A margin of Infinity in front of the matrix stands for what lies before the beginning.
    total = np.full((n + top, m + left), np.inf)
    taken = np.full((n + top, m + left), -1)
    total[top, left] = limited[0, 0]
    if subsequence:
        total[top, left:] = limited[0]
    for i in range(top, n + top):
        for j in range(left, m + left):
            for s, ((a, b), plus, times) in enumerate(zip(steps, add, mul)):
                here = total[i - a, j - b] + times * limited[i - top, j - left] + plus
                if here < total[i, j]:
                    total[i, j] = here
                    taken[i, j] = s
    total, taken = total[top:, left:], taken[top:, left:]
    i, j = n - 1, int(np.argmin(total[-1])) if subsequence else m - 1
    end = total[i, j]
    path = [(i, j)]
    while taken[i, j] >= 0:
        i, j = i - steps[taken[i, j]][0], j - steps[taken[i, j]][1]
        path.append((i, j))
    return cost, total, path[::-1], end


def neighbours(distance, k, forbidden):
    distance = np.where(forbidden, np.inf, distance)
    links = np.zeros(distance.shape, bool)
    for i, row in enumerate(distance):
        order = [j for j in np.argsort(row, kind="stable") if np.isfinite(row[j])]
        links[i, order[:k]] = True
    return links


def weighted(distance, links, mode):
    if mode == "connectivity":
        return links.astype(float).T
    if mode == "distance":
        return np.where(links, distance, 0).T
    last = [np.max(d[l]) for d, l in zip(distance, links) if l.any()]
    return np.where(links, np.exp(-distance / np.median(last)), 0).T


def recurrence(x, k, width, metric, sym, mode):
    distance = cdist(x, x, metric)
    t = len(x)
    near = np.abs(np.subtract.outer(np.arange(t), np.arange(t))) < width
    k = k or int(2 * np.ceil(np.sqrt(t - 2 * width + 1)))
    links = neighbours(distance, k, near)
    return weighted(distance, links & links.T if sym else links, mode)


def cross(x, reference, k, metric, mode):
    distance = cdist(x, reference, metric)
    k = k or int(min(len(reference), 2 * np.ceil(np.sqrt(len(reference)))))
    return weighted(distance, neighbours(distance, k, np.zeros(distance.shape, bool)), mode)


def lag(rec, pad):
    t = len(rec)
    rows = 2 * t if pad else t
    padded = np.zeros((rows, t))
    padded[:t] = rec
    # Column j is turned up by j.
    return np.stack([np.roll(padded[:, j], -j) for j in range(t)], axis=1)


def novelty(similarity, radius):
    place = np.arange(2 * radius) + 0.5 - radius
    bell = np.exp(-0.5 * (place / (radius / 2)) ** 2)
    kernel = np.outer(bell, bell)
    kernel /= kernel.sum()
    kernel *= np.outer(np.sign(place), np.sign(place))
    padded = np.pad(similarity, radius, mode="edge")
    n = len(similarity)
    return [float((kernel * padded[t : t + 2 * radius, t : t + 2 * radius]).sum()) for t in range(n)]


def main():
    random = np.random.RandomState(11)
    default = [[1, 1], [0, 1], [1, 0]]
    slopes = [[1, 1], [1, 2], [2, 1]]
    cases = []
    for name, n, m, bins, metric, steps, add, mul, subsequence, radius in [
        ("default steps", 14, 11, 3, "euclidean", default, None, None, False, None),
        ("curves, city blocks", 9, 13, 1, "cityblock", default, None, None, False, None),
        ("weighted steps", 12, 12, 12, "cosine", default, [0, 0.1, 0.2], [2, 1, 1], False, None),
        ("steep steps only", 12, 15, 4, "sqeuclidean", slopes, None, [1, 1.5, 1.5], False, None),
        ("a subsequence", 6, 17, 5, "cosine", default, None, None, True, None),
        ("a band", 15, 10, 2, "euclidean", default, None, None, False, 0.35),
        ("a band in a wide matrix", 10, 15, 2, "euclidean", default, None, None, False, 0.25),
    ]:
        x, y = random.rand(n, bins).round(4), random.rand(m, bins).round(4)
        plus, times = add or [0] * len(steps), mul or [1] * len(steps)
        cost, total, path, end = dtw(x, y, metric, steps, plus, times, subsequence, radius)
        options = {"metric": metric, "stepSizes": steps, "weightsAdd": plus, "weightsMul": times, "subsequence": subsequence}
        if radius is not None:
            options["bandRadius"] = radius
        cases.append(
            dict(name=name, x=x.ravel().tolist(), y=y.ravel().tolist(), bins=bins, options=options,
                 costMatrix=rounded(cost), accumulated=rounded(total), path=[list(map(int, p)) for p in path],
                 cost=float(f"{end:.11g}"))
        )
    x, z = random.rand(24, 4).round(4), random.rand(15, 4).round(4)
    recurrences = []
    for k, width, metric, sym, mode in [
        (None, 1, "euclidean", False, "connectivity"),
        (4, 3, "cosine", False, "affinity"),
        (5, 2, "euclidean", True, "affinity"),
        (6, 1, "cityblock", True, "distance"),
    ]:
        rec = recurrence(x, k, width, metric, sym, mode)
        options = {"width": width, "metric": metric, "sym": sym, "mode": mode, **({"k": k} if k else {})}
        recurrences.append(dict(options=options, matrix=rounded(rec), lagPadded=rounded(lag(rec, True)), lagRound=rounded(lag(rec, False))))
    crosses = []
    for k, metric, mode in [(None, "euclidean", "connectivity"), (3, "cosine", "affinity"), (2, "euclidean", "distance")]:
        options = {"metric": metric, "mode": mode, **({"k": k} if k else {})}
        crosses.append(dict(options=options, matrix=rounded(cross(z, x, k, metric, mode))))
    similarity = 1 - cdist(x, x, "cosine")
    out = {
        "versions": {"numpy": np.__version__, "scipy": scipy.__version__},
        "dtw": cases,
        "features": {"x": x.ravel().tolist(), "z": z.ravel().tolist(), "bins": 4},
        "recurrences": recurrences,
        "crosses": crosses,
        "selfSimilarity": rounded(similarity),
        "novelty": [dict(radius=r, values=rounded(novelty(similarity, r))) for r in (1, 5)],
    }
    (HERE / "alignment.json").write_text(json.dumps(out, indent=None, separators=(",", ":")) + "\n")


main()
