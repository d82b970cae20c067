"""Writes what numpy and scipy answer by librosa's definitions, for the golden tests of src/music.

librosa itself is in no package that the project's machines have, so that its formulas (librosa 0.10, ISC licence)
are written out here anew, with numpy's FFT and scipy's window and DCT as the independent part.

Run with Debian's python3-scipy:  /usr/bin/python3 tests/golden/music/spectra/make.py
"""

import json
from pathlib import Path

import numpy as np
import scipy
from scipy.fft import dct
from scipy.signal import get_window

HERE = Path(__file__).parent


def signals():
    """A drum-like stroke, a signal shorter than one frame, and one with a run of exact zeros."""
    random = np.random.RandomState(3)
    sr = 22050
    t = np.arange(3500) / sr
    stroke = 0.6 * np.sin(2 * np.pi * 180 * t) * np.exp(-t / 0.05) + 0.3 * random.randn(len(t)) * np.exp(-t / 0.02)
    yield "stroke", sr, stroke
    yield "short", 44100, 0.5 * random.randn(700)
    gap = np.sin(2 * np.pi * 440 * np.arange(3000) / 8000)
    gap[1000:2000] = 0
    yield "gap", 8000, gap


def frames(y, length, hop):
    return np.lib.stride_tricks.sliding_window_view(y, length)[::hop]


def stft(y, n_fft, hop, center):
    if center:
        y = np.pad(y, n_fft // 2)
    return np.fft.rfft(frames(y, n_fft, hop) * get_window("hann", n_fft), axis=1)


def hz_to_mel(f):
    f = np.asarray(f, float)
    return np.where(f >= 1000, 15 + np.log(np.maximum(f, 1000) / 1000) / (np.log(6.4) / 27), f / (200 / 3))


def mel_to_hz(m):
    return np.where(m >= 15, 1000 * np.exp((np.log(6.4) / 27) * (m - 15)), m * 200 / 3)


def mel_filters(sr, n_fft, n_mels, fmin, fmax):
    fft_freqs = np.fft.rfftfreq(n_fft, 1 / sr)
    mel_f = mel_to_hz(np.linspace(hz_to_mel(fmin), hz_to_mel(fmax), n_mels + 2))
    fdiff = np.diff(mel_f)
    ramps = np.subtract.outer(mel_f, fft_freqs)
    lower = -ramps[:-2] / fdiff[:-1, None]
    upper = ramps[2:] / fdiff[1:, None]
    return np.maximum(0, np.minimum(lower, upper)) * (2 / (mel_f[2:] - mel_f[:-2]))[:, None]


def power_to_db(s, amin=1e-10, top_db=80.0):
    log = 10 * np.log10(np.maximum(amin, s))
    return np.maximum(log, log.max() - top_db)


def shape_of(s, sr, n_fft):
    freq = np.fft.rfftfreq(n_fft, 1 / sr)
    total = s.sum(axis=1, keepdims=True)
    share = np.divide(s, total, out=np.zeros_like(s), where=total > 0)
    centroid = share @ freq
    bandwidth = np.sqrt((share * (freq - centroid[:, None]) ** 2).sum(axis=1))
    cumulative = np.cumsum(s, axis=1)
    rolloff = [freq[np.argmax(row >= 0.85 * row[-1])] for row in cumulative]
    power = np.maximum(1e-10, s**2)
    flatness = np.exp(np.log(power).mean(axis=1)) / power.mean(axis=1)
    return {"centroid": centroid, "bandwidth": bandwidth, "rolloff": np.array(rolloff), "flatness": flatness}


def zero_crossing_rate(y, length, hop):
    y = np.pad(y, length // 2, mode="edge").copy()
    y[np.abs(y) <= 1e-10] = 0
    cut = np.signbit(frames(y, length, hop))
    return (cut[:, 1:] != cut[:, :-1]).sum(axis=1) / length


def rms(y, length, hop):
    return np.sqrt((frames(np.pad(y, length // 2), length, hop) ** 2).mean(axis=1))


def rounded(values):
    """11 significant digits: finer than the tests' tolerance."""
    return [float(f"{v:.11g}") for v in np.asarray(values, float).ravel()]


def case(name, sr, y, n_fft, hop, center):
    # The samples are written with 6 decimals, and what is written is what is measured.
    y = np.round(y, 6)
    spectra = stft(y, n_fft, hop, center)
    power = np.abs(spectra) ** 2
    mel = power @ mel_filters(sr, n_fft, 40, 0, sr / 2).T
    db = power_to_db(mel)
    return {
        "name": f"{name}, nFft {n_fft}, hop {hop}, {'centred' if center else 'not centred'}",
        "y": y.tolist(),
        "options": {"sr": sr, "nFft": n_fft, "hopLength": hop, "center": center, "nMels": 40},
        "frames": len(spectra),
        # Every 29th bin of every frame is enough to tell a right transform from a wrong one.
        "re": rounded(spectra.real[:, ::29]),
        "im": rounded(spectra.imag[:, ::29]),
        "mel": rounded(mel),
        "db": rounded(db),
        "mfcc": rounded(dct(db, axis=1, type=2, norm="ortho")[:, :20]),
        **{key: rounded(values) for key, values in shape_of(np.abs(spectra), sr, n_fft).items()},
        "zcr": rounded(zero_crossing_rate(y, n_fft, hop)),
        "rms": rounded(rms(y, n_fft, hop)),
    }


def main():
    made = {"by": "make.py", "numpy": np.__version__, "scipy": scipy.__version__}
    cases = [
        case(name, sr, y, n_fft, hop, center)
        for name, sr, y in signals()
        for n_fft, hop, center in ((2048, 512, True), (256, 100, False))
    ]
    banks = [
        {"options": {"sr": sr, "nFft": n_fft, "nMels": n_mels, "fmin": low, "fmax": high},
         "weights": rounded(mel_filters(sr, n_fft, n_mels, low, high)[:, ::5])}
        for sr, n_fft, n_mels, low, high in ((22050, 2048, 128, 0, 11025), (44100, 512, 20, 300, 8000))
    ]
    content = {"made": made, "cases": cases, "filterbanks": banks}
    (HERE / "spectra.json").write_text(json.dumps(content, separators=(",", ":")) + "\n")


main()
