"""Writes spectra, and sounds made of spectra, by librosa's definitions, for the golden test of src/music/spectrum.

Run with Debian's python3-scipy:  /usr/bin/python3 tests/golden/music/spectra/make.py
"""

import sys
from pathlib import Path

import numpy as np

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent))

import formulas as f

SETTINGS = [
    {"nFft": 2048, "hopLength": 512, "center": True},
    {"nFft": 256, "hopLength": 100, "center": False, "winLength": 201, "window": "hamming"},
    {"nFft": 512, "hopLength": 128, "center": True, "winLength": 400, "window": "blackman"},
]


def case(name, sr, y, settings):
    n_fft, hop, center = settings["nFft"], settings["hopLength"], settings["center"]
    window, win_length = settings.get("window", "hann"), settings.get("winLength")
    spectra = f.stft(y, n_fft, hop, center, window, win_length)
    mel = f.mel_spectrogram(spectra, sr, 40)
    # Every bin scaled by its own factor: no sound has these spectra.
    factors = 1 + 0.5 * np.cos(np.arange(spectra.size).reshape(spectra.shape))
    changed = f.istft(spectra * factors, hop, len(y), center, window, win_length)
    return {
        "name": f"{name}, {', '.join(f'{key} {value}' for key, value in settings.items())}",
        "signal": name,
        "options": {"sr": sr, **settings, "nMels": 40},
        "frames": len(spectra),
        # Every 29th bin of every frame is enough to tell a right transform from a wrong one.
        "re": f.written(spectra.real[:, ::29]),
        "im": f.written(spectra.imag[:, ::29]),
        "mel": f.written(mel[::3]),
        "db": f.written(f.power_to_db(mel)[::3]),
        "amplitudeDb": f.written(f.amplitude_to_db(np.abs(spectra), ref=np.abs(spectra).max())[::3, ::29]),
        # Uncentred, the ends have the weight of one fading window: rounding is magnified there.
        "changed": f.written(changed[::23]),
    }


def main():
    signals = f.signals()
    cases = [case(name, sr, y, settings) for name, (sr, y) in signals.items() for settings in SETTINGS]
    banks = [
        {"options": {"sr": sr, "nFft": n_fft, "nMels": n_mels, "fmin": low, "fmax": high},
         "weights": f.written(f.mel_filters(sr, n_fft, n_mels, low, high)[:, ::5])}
        for sr, n_fft, n_mels, low, high in ((22050, 2048, 60, 0, 11025), (44100, 512, 20, 300, 8000))
    ]
    magnitudes = np.abs(f.stft(signals["stroke"][1][:1500], 256, 64))
    griffin_lim = {"hopLength": 64, "nIter": 5, "momentum": 0.9, "frames": len(magnitudes), "bins": magnitudes.shape[1],
                   "magnitudes": f.written(magnitudes), "y": f.written(f.griffin_lim(magnitudes, 64, 5, 0.9))}
    f.write(HERE / "spectra.json", {
        "signals": {name: y.tolist() for name, (_, y) in signals.items()},
        "cases": cases,
        "filterbanks": banks,
        "griffinLim": griffin_lim,
    })


main()
