"""Writes novelty and tempograms by librosa's definitions, for the golden test of src/music/rhythm.

Run with Debian's python3-scipy:  /usr/bin/python3 tests/golden/music/rhythm/make.py
"""

import sys
from pathlib import Path

import numpy as np
from scipy.ndimage import maximum_filter1d
from scipy.signal import get_window, lfilter

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent))

import formulas as f


def strokes():
    """Two and a half seconds of strokes at 150 a minute, the second of each pair weaker, in a little noise."""
    random = np.random.RandomState(5)
    sr = 4000
    y = 0.01 * random.randn(int(2.5 * sr))
    for i, start in enumerate(np.arange(0.1, 2.3, 0.4)):
        t = np.arange(800) / sr
        a = int(start * sr)
        y[a:a + 800] += (0.8 if i % 2 == 0 else 0.3) * np.sin(2 * np.pi * (200 + 40 * i) * t) * np.exp(-t / 0.06)
    return sr, np.round(y, 4)


def onset_strength(y, sr, n_fft, hop, n_mels, lag=1, max_size=1, center=True, detrend=False, aggregate=np.mean):
    s = f.power_to_db(f.mel_spectrogram(f.stft(y, n_fft, hop, center), sr, n_mels))
    ref = s if max_size == 1 else maximum_filter1d(s, max_size, axis=1)
    env = aggregate(np.maximum(0, s[lag:] - ref[:-lag]), axis=1)
    env = np.pad(env, (lag + (n_fft // (2 * hop) if center else 0), 0))
    if detrend:
        env = lfilter([1.0, -1.0], [1.0, -0.99], env)
    return env[:len(s)] if center else env


def tempogram(env, win):
    padded = np.pad(env, win // 2, mode="linear_ramp", end_values=0)
    rows = f.frames(padded, win, 1)[:len(env)] * get_window("hann", win)
    power = np.abs(np.fft.rfft(rows, 2 * win, axis=1)) ** 2
    lags = np.fft.irfft(power, axis=1)[:, :win]
    top = np.abs(lags).max(axis=1, keepdims=True)
    return np.divide(lags, top, out=np.zeros_like(lags), where=top > 0)


def fourier_tempogram(env, win):
    size = 1 << (win - 1).bit_length()
    rows = f.frames(np.pad(env, win // 2), win, 1)[:len(env)] * get_window("hann", win)
    return np.fft.rfft(rows, size, axis=1)


def plp(env, win, rate, low, high):
    """Windowed waves of the strongest tempo of each frame, added up (Grosche and Mueller 2011, section II)."""
    spectra = fourier_tempogram(env, win)
    size = 2 * (spectra.shape[1] - 1)
    bpm = np.arange(spectra.shape[1]) * 60 * rate / size
    inside = (bpm >= low) & (bpm <= high) & (bpm > 0)
    total = np.zeros(len(env) + 2 * (win // 2))
    for t, row in enumerate(np.where(inside, np.abs(spectra), 0)):
        k = row.argmax()
        wave = np.cos(2 * np.pi * k * np.arange(win) / size + np.angle(spectra[t, k]))
        total[t:t + win] += get_window("hann", win) * wave if row[k] > 0 else 0
    pulse = np.maximum(0, total[win // 2:][:len(env)])
    return pulse / pulse.max()


def main():
    sr, y = strokes()
    base = {"n_fft": 256, "hop": 80, "n_mels": 24}
    cases = [
        ("default", {}),
        ("superflux", {"lag": 2, "max_size": 3}),
        ("wide", {"lag": 3, "max_size": 4}),
        ("uncentred", {"center": False}),
        ("detrended", {"detrend": True}),
        ("median", {"aggregate": np.median}),
    ]
    env = onset_strength(y, sr, **base)
    spectra = fourier_tempogram(env, 48)
    f.write(HERE / "novelty.json", {
        "sr": sr,
        "y": y.tolist(),
        "strengths": {name: f.written(onset_strength(y, sr, **base, **options)) for name, options in cases},
        # Every seventh lag and bin of all frames.
        "tempogram": f.written(tempogram(env, 48)[:, ::7]),
        "re": f.written(spectra.real[:, ::7]),
        "im": f.written(spectra.imag[:, ::7]),
        "plp": f.written(plp(env, 48, sr / 80, 60, 280)),
    })


main()
