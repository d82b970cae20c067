"""Writes features by librosa's definitions, for the golden test of src/music/features.

Run with Debian's python3-scipy:  /usr/bin/python3 tests/golden/music/features/make.py
"""

import sys
from pathlib import Path

import numpy as np

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent))

import formulas as f


def measure(name, sr, y, n_fft, hop):
    spectra = f.stft(y, n_fft, hop)
    magnitudes = np.abs(spectra)
    db = f.power_to_db(f.mel_spectrogram(spectra, sr, 40))
    cepstra = f.mfcc(db, 13)
    rows = {
        "mfcc": f.mfcc(db, 20),
        "liftered": f.mfcc(db, 13, 22),
        **f.shape_of(magnitudes, sr),
        "contrast": f.contrast(magnitudes, sr, n_bands=4),
        "flux": f.flux(magnitudes),
        "zcr": f.zero_crossing_rate(y, n_fft, hop),
        "rms": f.rms(y, n_fft, hop),
    }
    if len(cepstra) >= 9:
        rows["delta"] = f.delta(cepstra)
        rows["delta2"] = f.delta(cepstra, width=5, order=2)
    return {
        "name": f"{name}, nFft {n_fft}, hop {hop}",
        "signal": name,
        "options": {"sr": sr, "nFft": n_fft, "hopLength": hop, "nMels": 40},
        **{key: f.written(values) for key, values in rows.items()},
    }


def fifty(name, sr, y):
    """The columns of audioFeatures, from the whole spectrogram at once."""
    peak = np.abs(y).max()
    y = y / peak
    spectra = f.stft(y, 2048, 512)
    magnitudes, power = np.abs(spectra), np.abs(spectra) ** 2
    shape = f.shape_of(magnitudes, sr)
    total = magnitudes.sum(axis=1)
    level = f.rms(y, 2048, 512)
    curves = [
        *f.mfcc(f.power_to_db(f.mel_spectrogram(spectra, sr)), 13).T,
        shape["centroid"], shape["bandwidth"], shape["rolloff"], shape["flatness"],
        f.zero_crossing_rate(y, 2048, 512),
        np.divide(f.flux(magnitudes), total, out=np.zeros_like(total), where=total > 0),
        f.amplitude_to_db(level) + 20 * np.log10(peak),
    ]
    bands = int(min(6, np.ceil(np.log2(sr / 2 / 200))))
    contrasts = f.contrast(magnitudes, sr, n_bands=bands).mean(axis=0)
    values = [value for curve in curves for value in (curve.mean(), curve.std())]
    values += [*contrasts, *np.zeros(6 - bands)]
    values += [
        -10 * np.log10((y**2).mean()),
        100 * (level < level.mean()).mean(),
        100 * power[:, np.fft.rfftfreq(2048, 1 / sr) < 150].sum() / power.sum(),
    ]
    return {"signal": name, "sr": sr, "values": f.written(values)}


def main():
    signals = f.signals()
    # Twenty-odd frames of 32 and more: a chunk's edge lies among them.
    random = np.random.RandomState(5)
    t = np.arange(20000) / 22050
    swell = np.sin(2 * np.pi * (200 + 900 * t) * t) * t + 0.1 * random.randn(len(t)) * (t % 0.25 < 0.05)
    long = {"swell": (22050, np.round(swell, 4))}
    f.write(HERE / "features.json", {
        "signals": {name: y.tolist() for name, (_, y) in {**signals, **long}.items()},
        "cases": [
            measure(name, sr, y, n_fft, hop)
            for name, (sr, y) in signals.items()
            for n_fft, hop in ((2048, 512), (512, 300))
        ],
        "fifty": [fifty(name, sr, y) for name, (sr, y) in {**signals, **long}.items()],
    })


main()
