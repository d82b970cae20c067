"""Writes tempo and beats by librosa's definitions (0.10, without its numba), for the golden test of src/music/rhythm.

Run with Debian's python3-scipy:  /usr/bin/python3 tests/golden/music/rhythm/make_beats.py
"""

import sys
from pathlib import Path

import numpy as np
from scipy.signal import convolve, get_window

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent))

import formulas as f

SR = 8000
SECONDS = 10
HOP = 128


def pieces():
    """Strokes [second, loudness, frequency]: steady ones, ones with weak ones between them, ones that slow down."""
    random = np.random.RandomState(8)
    steady = [[0.2 + 0.5 * i + 0.004 * random.randn(), 0.8, 220 + 60 * (i % 3)] for i in range(18)]
    halves = [[0.4 + 0.3 * i + 0.004 * random.randn(), 0.9 if i % 2 == 0 else 0.25, 180 + 90 * (i % 2)] for i in range(30)]
    times = 0.3 + np.cumsum(0.45 + 0.006 * np.arange(17))
    slowing = [[time, 0.6 + 0.2 * random.rand(), 300] for time in times]
    return {
        name: [[round(float(v), 4) for v in stroke] for stroke in strokes]
        for name, strokes in {"steady": steady, "halves": halves, "slowing": slowing}.items()
    }


def sound(strokes):
    y = np.zeros(SR * SECONDS)
    for second, loudness, hz in strokes:
        start = int(np.ceil(second * SR))
        t = np.arange(start, min(len(y), start + 1600)) / SR - second
        y[start:start + len(t)] += loudness * np.sin(2 * np.pi * hz * t) * np.exp(-t / 0.05)
    return y


def onset_strength(y, aggregate):
    s = f.power_to_db(f.mel_spectrogram(f.stft(y, 2048, HOP), SR, 128))
    env = aggregate(np.maximum(0, s[1:] - s[:-1]), axis=1)
    return np.pad(env, (1 + 2048 // (2 * HOP), 0))[:len(s)]


def tempo(env, start_bpm=120.0, std_bpm=1.0, ac_size=8.0, max_tempo=320.0):
    win = int(ac_size * SR // HOP)
    padded = np.pad(env, win // 2, mode="linear_ramp", end_values=0)
    rows = f.frames(padded, win, 1)[:len(env)] * get_window("hann", win)
    lags = np.fft.irfft(np.abs(np.fft.rfft(rows, 2 * win, axis=1)) ** 2, axis=1)[:, :win]
    tg = (lags / np.abs(lags).max(axis=1, keepdims=True)).mean(axis=0)
    bpms = np.full(win, np.inf)
    bpms[1:] = 60 * SR / (HOP * np.arange(1, win))
    with np.errstate(invalid="ignore"):
        prior = -0.5 * ((np.log2(bpms) - np.log2(start_bpm)) / std_bpm) ** 2
    prior[:np.argmax(bpms < max_tempo)] = -np.inf
    return bpms[np.argmax(np.log1p(1e6 * tg) + prior)]


def beat_track(env, bpm, tightness):
    period = round(60 * SR / HOP / bpm)
    local = convolve(env / env.std(ddof=1), np.exp(-0.5 * (np.arange(-period, period + 1) * 32 / period) ** 2), "same")
    window = np.arange(-2 * period, -np.round(period / 2) + 1, dtype=int)
    cost = -tightness * np.log(-window / period) ** 2
    back = np.zeros(len(local), int)
    total = np.zeros(len(local))
    first = True
    for i, score in enumerate(local):
        pad = max(0, min(-window[0], len(window)))
        candidates = cost.copy()
        candidates[pad:] += total[window[pad:]]
        best = candidates.argmax()
        total[i] = score + candidates[best]
        if first and score < 0.01 * local.max():
            back[i] = -1
        else:
            back[i] = window[best]
            first = False
        window = window + 1
    edged = np.pad(total, 1, mode="edge")
    peaks = np.flatnonzero((total > edged[:-2]) & (total >= edged[2:]))
    beats = [peaks[2 * total[peaks] > np.median(total[peaks])].max()]
    while back[beats[-1]] >= 0:
        beats.append(back[beats[-1]])
    beats = np.array(beats[::-1])
    smooth = convolve(local[beats], [0, 0.5, 1, 0.5, 0], "same")
    # As from 0.10.2: the last beat that is strong enough stays.
    strong = np.flatnonzero(smooth > 0.5 * np.sqrt((smooth ** 2).mean()))
    return beats[strong.min():strong.max() + 1], total


cases = []
for name, strokes in pieces().items():
    y = sound(strokes)
    mean, median = onset_strength(y, np.mean), onset_strength(y, np.median)
    for start_bpm, tightness in [(120.0, 100), (60.0, 400)]:
        bpm = tempo(median, start_bpm)
        beats, total = beat_track(median, bpm, tightness)
        cases.append({
            "name": f"{name}, from {start_bpm:g} bpm",
            "strokes": strokes,
            "startBpm": start_bpm,
            "tightness": tightness,
            "tempo": tempo(mean, start_bpm),
            "bpm": bpm,
            "beats": beats.tolist(),
            "cumulative": f.written(total[::9]),
        })
f.write(HERE / "beats.json", {"sr": SR, "seconds": SECONDS, "hopLength": HOP, "cases": cases})
