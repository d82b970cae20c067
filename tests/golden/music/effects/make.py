"""Writes effects by librosa's definitions, for the golden test of src/music/effects.

Run with Debian's python3-scipy:  /usr/bin/python3 tests/golden/music/effects/make.py
"""

import sys
from pathlib import Path

import numpy as np
from scipy.signal import resample_poly
from scipy.special import i0

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent))

import formulas as f


def masks(name, y, settings):
    magnitudes = np.abs(f.stft(y, 256, 64))
    kernel, margin = settings.get("kernelSize", [31, 31]), settings.get("margin", [1, 1])
    power = settings.get("power", 2)
    harmonic, percussive = f.hpss_masks(magnitudes, kernel, np.inf if power == "Infinity" else power, margin)
    return {
        "signal": name,
        "options": settings,
        "harmonic": f.written(harmonic[::3, ::13], 10),
        "percussive": f.written(percussive[::3, ::13], 10),
    }


def parts(name, y):
    spectra = f.stft(y, 256, 64)
    harmonic, percussive = f.hpss_masks(np.abs(spectra))
    return {
        "signal": name,
        "harmonic": f.written(f.istft(spectra * harmonic, 64, len(y))[::17]),
        "percussive": f.written(f.istft(spectra * percussive, 64, len(y))[::17]),
    }


def vocoded(name, y, rate):
    spectra = f.phase_vocoder(f.stft(y, 256, 64), rate, 64)
    return {
        "signal": name,
        "rate": rate,
        "frames": len(spectra),
        "re": f.written(spectra.real[:, ::29]),
        "im": f.written(spectra.imag[:, ::29]),
        "y": f.written(f.istft(spectra, 64, round(len(y) / rate))[::23]),
    }


def resampled(name, y, up, down):
    """scipy's polyphase resampler, given the filter that ours says it has."""
    crossings, beta = 64, 0.1102 * (100 - 8.7)
    cutoff = (1 - (100 - 8) / (2.285 * 2 * crossings * np.pi) / 2) * min(1, up / down)
    reach = crossings / min(1, up / down)
    x = np.arange(-int(reach * up), int(reach * up) + 1) / up
    kernel = cutoff * np.sinc(cutoff * x) * i0(beta * np.sqrt(1 - (x / reach) ** 2)) / i0(beta)
    kernel[np.abs(x) >= reach] = 0
    return {"signal": name, "up": up, "down": down, "y": f.written(resample_poly(y, up, down, window=kernel / up)[::9])}


def quiet(name, y, top_db, length, hop):
    intervals = f.non_silent(y, top_db, length, hop)
    return {"signal": name, "options": {"topDb": top_db, "frameLength": length, "hopLength": hop},
            "intervals": intervals.tolist()}


def main():
    signals = {name: y for name, (_, y) in f.signals().items()}
    settings = [
        {},
        {"kernelSize": [9, 17]},
        {"kernelSize": [8, 30], "margin": [1, 3]},
        {"margin": [2.5, 1.2], "power": 1},
        {"power": "Infinity"},
        {"kernelSize": [101, 301], "power": 7.5},
    ]
    f.write(HERE / "effects.json", {
        "signals": {name: y.tolist() for name, y in signals.items()},
        "masks": [masks(name, y, options) for name, y in signals.items() for options in settings],
        "parts": [parts(name, y) for name, y in signals.items()],
        "vocoded": [vocoded("stroke", signals["stroke"][:1500], rate) for rate in (0.7, 1.0, 1.9)],
        "resampled": [
            resampled(name, signals[name][:1200], up, down)
            for name, up, down in (("stroke", 2, 1), ("stroke", 1, 2), ("gap", 160, 147), ("short", 3, 7))
        ],
        "emphasised": [
            {"signal": name, "pre": f.written(f.preemphasis(y)[::19]), "de": f.written(f.deemphasis(y, 0.9)[::19])}
            for name, y in signals.items()
        ],
        "quiet": [
            quiet(name, y, top_db, length, hop)
            for name, y in signals.items()
            for top_db, length, hop in ((60, 2048, 512), (20, 256, 64), (30, 300, 500))
        ],
    })


main()
