"""Writes what scipy answers where src/music/synthesis has a closed form, for the golden tests: Bessel's functions for
the side bands of FM, scipy.signal's frequency responses, filters, waves and chirps.

Run with Debian's python3-scipy:  /usr/bin/python3 tests/golden/music/synthesis/make.py
"""

import json
from pathlib import Path

import numpy as np
import scipy
from scipy import signal, special

HERE = Path(__file__).parent
random = np.random.RandomState(11)


def digits(values, count=13):
    return [float(f"{x:.{count}g}") for x in np.asarray(values, float).ravel()]


def cookbook(kind, hz, sr, q, gain_db):
    """Bristow-Johnson's formulas, written out one by one."""
    w0 = 2 * np.pi * hz / sr
    c, alpha, A = np.cos(w0), np.sin(w0) / (2 * q), 10 ** (gain_db / 40)
    r = 2 * np.sqrt(A) * alpha
    return {
        "lowpass": ([(1 - c) / 2, 1 - c, (1 - c) / 2], [1 + alpha, -2 * c, 1 - alpha]),
        "highpass": ([(1 + c) / 2, -(1 + c), (1 + c) / 2], [1 + alpha, -2 * c, 1 - alpha]),
        "bandpass": ([alpha, 0, -alpha], [1 + alpha, -2 * c, 1 - alpha]),
        "notch": ([1, -2 * c, 1], [1 + alpha, -2 * c, 1 - alpha]),
        "allpass": ([1 - alpha, -2 * c, 1 + alpha], [1 + alpha, -2 * c, 1 - alpha]),
        "peaking": ([1 + alpha * A, -2 * c, 1 - alpha * A], [1 + alpha / A, -2 * c, 1 - alpha / A]),
        "lowshelf": (
            [A * ((A + 1) - (A - 1) * c + r), 2 * A * ((A - 1) - (A + 1) * c), A * ((A + 1) - (A - 1) * c - r)],
            [(A + 1) + (A - 1) * c + r, -2 * ((A - 1) + (A + 1) * c), (A + 1) + (A - 1) * c - r],
        ),
        "highshelf": (
            [A * ((A + 1) + (A - 1) * c + r), -2 * A * ((A - 1) + (A + 1) * c), A * ((A + 1) + (A - 1) * c - r)],
            [(A + 1) - (A - 1) * c + r, 2 * ((A - 1) - (A + 1) * c), (A + 1) - (A - 1) * c - r],
        ),
    }[kind]


def biquads():
    for kind in ["lowpass", "highpass", "bandpass", "notch", "allpass", "peaking", "lowshelf", "highshelf"]:
        for hz, sr, q, gain_db in [(1000, 44100, 0.7071067811865476, 6), (150, 8000, 4, -9), (3000, 22050, 0.3, 12)]:
            b, a = (np.array(x) for x in cookbook(kind, hz, sr, q, gain_db))
            w = np.linspace(0, np.pi, 9)[:-1] + 0.01
            h = signal.freqz(b / a[0], a / a[0], worN=w)[1]
            yield {
                "type": kind,
                "hz": hz,
                "sr": sr,
                "q": q,
                "gainDb": gain_db,
                "b": digits(b / a[0], 16),
                "a": digits(a / a[0], 16),
                "at": digits(w * sr / (2 * np.pi), 16),
                "re": digits(h.real, 16),
                "im": digits(h.imag, 16),
            }


def filters():
    for order in (1, 2, 4):
        b, a = signal.butter(order, 0.2 + 0.1 * order)
        x = random.uniform(-1, 1, 40)
        yield {"b": digits(b, 16), "a": digits(2 * a, 16), "x": digits(x), "y": digits(signal.lfilter(b, 2 * a, digits(x)))}
    b = [0.25, 0.5, 0.25, -1]
    yield {"b": b, "a": [1], "x": digits(x), "y": digits(signal.lfilter(b, [1], digits(x)))}


def responses():
    for n in (1, 8):
        b, a = signal.ellip(3, 1, 40, 0.3)
        w, h = signal.freqz(b, a, worN=n)
        yield {"b": digits(b, 16), "a": digits(a, 16), "worN": n, "w": digits(w), "re": digits(h.real), "im": digits(h.imag)}


def side_bands():
    """The amplitude of sin(2 pi (carrier + k modulator) t), once for every k whose frequency is heard."""
    for index in (0, 0.5, 1, 2.5, 5, 8):
        k = np.arange(-16, 17)
        yield {"index": index, "k": k.tolist(), "amplitudes": digits(special.jv(k, index), 15)}


def fourier():
    """The partials of scipy's waves: their Fourier series, by numbers."""
    n = 1 << 18
    t = 2 * np.pi * (np.arange(n) + 0.5) / n
    for shape, y in [
        ("saw", signal.sawtooth(t)),
        ("square", signal.square(t)),
        ("triangle", signal.sawtooth(t, 0.5)),
        ("pulse", signal.square(t, 0.3)),
    ]:
        k = np.arange(1, 8)
        c = (y * np.exp(-1j * np.outer(k, t))).mean(1) * 2
        yield {"shape": shape, "width": 0.3, "cos": digits(c.real, 9), "sin": digits(-c.imag, 9)}


def chirps():
    sr = 8000
    t = np.arange(int(0.1 * sr)) / sr
    for fmin, fmax, method in [(100, 1600, "logarithmic"), (1600, 100, "logarithmic"), (100, 1600, "linear")]:
        y = signal.chirp(t, fmin, 0.1, fmax, method=method, phi=-90)
        yield {"fmin": fmin, "fmax": fmax, "linear": method == "linear", "sr": sr, "duration": 0.1, "y": digits(y[::16], 11)}


def clicks():
    """librosa.clicks, by its definition (librosa 0.10)."""
    sr, times = 8000, [0.01, 0.0305]
    length = int(np.round(sr * 0.02))
    click = np.logspace(0, -10, num=length, base=2.0) * np.sin(2 * np.pi * 1000 / sr * np.arange(length))
    positions = np.floor(np.array(times) * sr).astype(int)
    y = np.zeros(positions.max() + length)
    for p in positions:
        y[p : p + length] += click
    return {"sr": sr, "times": times, "clickDuration": 0.02, "y": digits(y, 11)}


out = {
    "versions": {"numpy": np.__version__, "scipy": scipy.__version__},
    "biquads": list(biquads()),
    "filters": list(filters()),
    "responses": list(responses()),
    "sideBands": list(side_bands()),
    "fourier": list(fourier()),
    "chirps": list(chirps()),
    "clicks": clicks(),
}
(HERE / "synthesis.json").write_text(json.dumps(out) + "\n")
