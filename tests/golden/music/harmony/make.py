"""Writes what numpy and scipy answer by librosa's definitions of chroma, tuning, tonnetz and CENS.

librosa itself is in no package that the project's machines have, so that its definitions (librosa 0.10, ISC licence)
are written out here anew, with numpy's FFT, histogram and gradient and scipy's convolution as the independent part.

Run with Debian's python3-scipy:  /usr/bin/python3 tests/golden/music/harmony/make.py
"""

import json
from pathlib import Path

import numpy as np
import scipy
from scipy.ndimage import convolve
from scipy.signal import get_window

HERE = Path(__file__).parent


def rounded(a):
    return [float(f"{x:.11g}") for x in np.asarray(a, float).ravel()]


def normalize(a, norm, axis):
    if norm is None:
        return a
    size = np.linalg.norm(a, ord=norm, axis=axis, keepdims=True)
    return a / np.where(size < np.finfo(float).tiny, 1, size)


def octaves(hz, tuning=0.0):
    return np.log2(hz / (440 * 2 ** (tuning / 12) / 16))


def chroma_filters(sr, n_fft, tuning=0.0, ctroct=5.0, octwidth=2, norm=2):
    bins = 12 * octaves(np.linspace(0, sr, n_fft, endpoint=False)[1:], tuning)
    bins = np.concatenate([[bins[0] - 18], bins])
    widths = np.concatenate([np.maximum(np.diff(bins), 1), [1]])
    distance = np.remainder(np.subtract.outer(np.arange(12), bins) * -1 + 6 + 120, 12) - 6
    weights = normalize(np.exp(-0.5 * (2 * distance / widths) ** 2), norm, 0)
    if octwidth is not None:
        weights = weights * np.exp(-0.5 * ((bins / 12 - ctroct) / octwidth) ** 2)
    return np.roll(weights, -3, axis=0)[:, : 1 + n_fft // 2]


def spectra(y, n_fft, hop):
    padded = np.pad(y, n_fft // 2)
    frames = np.lib.stride_tricks.sliding_window_view(padded, n_fft)[::hop]
    return np.abs(np.fft.rfft(frames * get_window("hann", n_fft), axis=1)).T


def tuning_of(s, sr):
    n_fft = 2 * (len(s) - 1)
    slope = np.gradient(s, axis=0)
    shift = np.zeros_like(s)
    bend = s[2:] + s[:-2] - 2 * s[1:-1]
    tilt = (s[2:] - s[:-2]) / 2
    good = np.abs(tilt) < np.abs(bend)
    shift[1:-1][good] = -tilt[good] / bend[good]
    loud = s * (s > 0.1 * s.max(axis=0))
    edge = np.pad(loud, ((1, 1), (0, 0)), mode="edge")
    hz = np.arange(len(s))[:, None] * sr / n_fft
    peaks = (loud > edge[:-2]) & (loud >= edge[2:]) & (150 <= hz) & (hz < min(4000, sr / 2))
    if not peaks.any():
        return 0.0
    frequency = ((np.arange(len(s))[:, None] + shift) * sr / n_fft)[peaks]
    height = (s + 0.5 * slope * shift)[peaks]
    residual = np.mod(12 * octaves(frequency[height >= np.median(height)]), 1)
    residual[residual >= 0.5] -= 1
    counts, edges = np.histogram(residual, np.linspace(-0.5, 0.5, 101))
    return float(edges[np.argmax(counts)])


def tonnetz(chroma):
    v = np.outer([7 / 6, 7 / 6, 3 / 2, 3 / 2, 2 / 3, 2 / 3], np.arange(12.0))
    v[::2] -= 0.5
    return (np.array([1, 1, 1, 1, 0.5, 0.5])[:, None] * np.cos(np.pi * v)) @ normalize(chroma, 1, 0)


def cens(chroma, length):
    share = normalize(chroma, 1, 0)
    quantised = sum(0.25 * (share > step) for step in [0.4, 0.2, 0.1, 0.05])
    window = get_window("hann", length + 2, fftbins=False)
    window = (window / window.sum())[1:-1]
    return normalize(convolve(quantised, window[None], mode="constant"), 2, 0)


def main():
    random = np.random.RandomState(5)
    banks = []
    for options in [
        dict(sr=22050, nFft=512),
        dict(sr=8000, nFft=256, tuning=0.3, ctroct=4, octwidth=1, norm=1),
        dict(sr=44100, nFft=512, tuning=-0.2, octwidth=None, norm=np.inf),
        dict(sr=16000, nFft=256, norm=None),
    ]:
        named = {k: v for k, v in options.items() if k not in ("sr", "nFft")}
        bank = chroma_filters(options["sr"], options["nFft"], **named)
        shown = {k: "Infinity" if v is np.inf else v for k, v in options.items()}
        banks.append(dict(options=shown, weights=rounded(bank[:, ::3])))
    sounds = []
    for name, sr, n_fft, hop, cents, hz in [
        ("a chord, 23 cents sharp", 8000, 1024, 512, 23, [261.63, 329.63, 392.0]),
        ("two notes, flat", 22050, 2048, 2048, -31, [220.0, 523.25]),
    ]:
        t = np.arange(int(0.35 * sr)) / sr
        y = sum(np.sin(2 * np.pi * f * 2 ** (cents / 1200) * k * t) / k for f in hz for k in (1, 2, 3))
        y = (0.1 * (y + 0.2 * random.randn(len(t)))).round(5)
        s = spectra(y, n_fft, hop)
        tuning = tuning_of(s**2, sr)
        chroma = normalize(chroma_filters(sr, n_fft, tuning) @ s**2, np.inf, 0)
        plain = normalize(chroma_filters(sr, n_fft) @ s**2, 1, 0)
        sounds.append(
            dict(name=name, y=y.tolist(), options=dict(sr=sr, nFft=n_fft, hopLength=hop), tuning=tuning_of(s, sr),
                 chroma=rounded(chroma.T), plain=rounded(plain.T))
        )
    chroma = random.rand(12, 30).round(3) ** 3
    chroma[:, 12] = 0
    out = {
        "versions": {"numpy": np.__version__, "scipy": scipy.__version__},
        "banks": banks,
        "sounds": sounds,
        "chroma": rounded(chroma.T),
        "tonnetz": rounded(tonnetz(chroma).T),
        "cens": [dict(smoothingFrames=n, values=rounded(cens(chroma, n).T)) for n in (1, 6, 11)],
    }
    (HERE / "harmony.json").write_text(json.dumps(out, separators=(",", ":")) + "\n")


main()
