"""Writes what YIN and probabilistic YIN answer by librosa's definitions, for the golden tests of src/music/pitch.

librosa (ISC licence) is in no package that the project's machines have, so that its definitions of yin and pyin
(0.10, padded with zeros) are written out here anew: the difference function as plain sums, the beta prior and the
Boltzmann weights from scipy, the hidden Markov model as a full transition matrix. MPM's normalised square difference
is the sum of its paper.

Run with Debian's python3-scipy:  /usr/bin/python3 tests/golden/music/pitch/make.py
"""

import json
from pathlib import Path

import numpy as np
import scipy
import scipy.stats

HERE = Path(__file__).parent


def signals():
    """A gliding string, a low tone with a weak first partial in noise, and a tone with a gap, then another."""
    random = np.random.RandomState(11)
    sr = 8000
    t = np.arange(2600) / sr
    phase = 2 * np.pi * np.cumsum(196 * 2 ** (3 * t / 12)) / sr
    yield "glide", sr, sum(np.sin(k * phase) / k for k in range(1, 6)) * np.exp(-t)
    t = np.arange(2400) / sr
    low = 0.2 * np.sin(2 * np.pi * 98 * t) + np.sin(2 * np.pi * 196 * t + 1) + 0.6 * np.sin(2 * np.pi * 294 * t)
    yield "noisy", sr, low + 0.35 * random.randn(len(t))
    t = np.arange(2800) / sr
    gap = np.where(t < 0.12, np.sin(2 * np.pi * 440 * t), 0)
    gap = gap + np.where(t > 0.2, np.sin(2 * np.pi * 330 * t) + 0.5 * np.sin(2 * np.pi * 660 * t), 0)
    yield "gap", sr, gap + 0.01 * random.randn(len(t))


def frames(y, length, hop, center):
    if center:
        y = np.pad(y, length // 2)
    return np.lib.stride_tricks.sliding_window_view(y, length)[::hop]


def difference(frame, longest):
    window = len(frame) // 2
    return np.array([((frame[:window] - frame[lag : lag + window]) ** 2).sum() for lag in range(longest + 1)])


def normalized(d, first):
    """d over its mean at shorter lags, from lag `first` on."""
    lags = np.arange(1, len(d))
    mean = np.cumsum(d[1:]) / lags
    return d[first:] / (mean[first - 1 :] + np.finfo(float).tiny)


def parabola(x):
    shift = np.zeros_like(x)
    bend = x[2:] + x[:-2] - 2 * x[1:-1]
    slope = (x[2:] - x[:-2]) / 2
    inside = np.abs(slope) < np.abs(bend)
    shift[1:-1][inside] = -slope[inside] / bend[inside]
    return shift


def troughs(x):
    """librosa.util.localmin, with its first value judged by the second."""
    padded = np.pad(x, 1, mode="edge")
    is_trough = (x < padded[:-2]) & (x <= padded[2:])
    is_trough[0] = x[0] < x[1]
    return is_trough


def periods(sr, fmin, fmax, length):
    return max(1, int(np.floor(sr / fmax))), min(int(np.ceil(sr / fmin)), length - length // 2 - 1)


def yin(y, sr, fmin, fmax, length, hop, center, threshold=0.1):
    first, last = periods(sr, fmin, fmax, length)
    out = []
    for frame in frames(y, length, hop, center):
        x = normalized(difference(frame, last), first)
        low = np.flatnonzero(troughs(x) & (x < threshold))
        chosen = low[0] if len(low) else np.argmin(x)
        out.append(sr / (first + chosen + parabola(x)[chosen]))
    return np.array(out)


def dip_probabilities(x):
    thresholds = np.linspace(0, 1, 101)
    beta = np.diff(scipy.stats.beta.cdf(thresholds, 2, 18))
    probabilities = np.zeros_like(x)
    at = np.flatnonzero(troughs(x))
    if len(at) == 0:
        return probabilities
    heights = x[at]
    below = heights[:, None] < thresholds[None, 1:]
    prior = scipy.stats.boltzmann.pmf(np.cumsum(below, axis=0) - 1, 2, below.sum(axis=0))
    prior[~below] = 0
    likely = prior @ beta
    lowest = np.argmin(heights)
    likely[lowest] += 0.01 * beta[: np.count_nonzero(~below[lowest])].sum()
    probabilities[at] = likely
    return probabilities


def transition_matrix(bins, semitones):
    reach = semitones * 5
    distance = np.abs(np.subtract.outer(np.arange(bins), np.arange(bins)))
    triangle = np.where(distance <= reach, 1 - distance / (reach + 1), 0)
    return triangle / triangle.sum(axis=1, keepdims=True)


def viterbi(observed, transition, start):
    tiny = np.finfo(float).tiny
    log_transition = np.log(transition + tiny)
    value = np.log(start + tiny) + np.log(observed[0] + tiny)
    origins = []
    for row in observed[1:]:
        paths = value[:, None] + log_transition
        origins.append(paths.argmax(axis=0))
        value = paths.max(axis=0) + np.log(row + tiny)
    states = [int(value.argmax())]
    for origin in reversed(origins):
        states.append(int(origin[states[-1]]))
    return np.array(states[::-1])


def pyin(y, sr, fmin, fmax, length, hop, center):
    first, last = periods(sr, fmin, fmax, length)
    bins = int(np.floor(120 * np.log2(fmax / fmin))) + 1
    observed, voiced = [], []
    for frame in frames(y, length, hop, center):
        x = normalized(difference(frame, last), first)
        likely = dip_probabilities(x)
        row = np.zeros(2 * bins + 1)
        at = np.flatnonzero(likely)
        hz = sr / (first + at + parabola(x)[at])
        row[np.clip(np.round(120 * np.log2(hz / fmin)), 0, bins).astype(int)] = likely[at]
        voiced.append(np.clip(row[:bins].sum(), 0, 1))
        row[bins:] = (1 - voiced[-1]) / bins
        observed.append(row[: 2 * bins])
    moves = transition_matrix(bins, round(35.92 * 12 * hop / sr))
    transition = np.kron(np.array([[0.99, 0.01], [0.01, 0.99]]), moves)
    start = np.concatenate([np.zeros(bins), np.full(bins, 1 / bins)])
    states = viterbi(np.array(observed), transition, start)
    f0 = fmin * 2 ** ((states % bins) / 120)
    return np.where(states < bins, f0, 0), np.array(voiced)


def nsdf(frame, longest):
    out = []
    for lag in range(longest + 1):
        a, b = frame[: len(frame) - lag], frame[lag:]
        energy = (a**2).sum() + (b**2).sum()
        out.append(2 * (a * b).sum() / energy if energy > 0 else 0)
    return np.array(out)


def rounded(values):
    """11 significant digits: finer than the tests' tolerance."""
    return [float(f"{v:.11g}") for v in np.asarray(values, float).ravel()]


def case(name, sr, y, length, hop, center):
    # The samples are written with 6 decimals, and what is written is what is measured.
    y = np.round(y, 6)
    fmin, fmax = 80, 1000
    first, last = periods(sr, fmin, fmax, length)
    middle = frames(y, length, hop, center)[4]
    d = difference(middle, last)
    f0, voiced = pyin(y, sr, fmin, fmax, length, hop, center)
    return {
        "name": f"{name}, frames of {length}, hop {hop}, {'centred' if center else 'not centred'}",
        "y": y.tolist(),
        "options": {"sr": sr, "fmin": fmin, "fmax": fmax, "frameLength": length, "hopLength": hop, "center": center},
        "first": first,
        "difference": rounded(d),
        "normalized": rounded(normalized(d, first)),
        "nsdf": rounded(nsdf(middle, last)),
        "yin": rounded(yin(y, sr, fmin, fmax, length, hop, center)),
        "pyin": {"f0": rounded(f0), "voiced": rounded(voiced)},
    }


def main():
    made = {"by": "make.py", "numpy": np.__version__, "scipy": scipy.__version__}
    cases = [
        case(name, sr, y, length, hop, center)
        for name, sr, y in signals()
        for length, hop, center in ((512, 128, True), (400, 100, False))
    ]
    (HERE / "pitch.json").write_text(json.dumps({"made": made, "cases": cases}, separators=(",", ":")) + "\n")


main()
