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


def tempo(env, rate, start_bpm=120.0, std_bpm=1.0, max_tempo=320.0):
    """librosa.feature.tempo: the lag of the mean tempogram that is the greatest under a log-normal prior."""
    win = int(8.0 * rate)
    lags = tempogram(env, win).mean(axis=0)
    with np.errstate(divide="ignore"):
        bpms = 60 * rate / np.arange(win)
    prior = -0.5 * ((np.log2(start_bpm) - np.log2(bpms)) / std_bpm) ** 2
    prior[: np.argmax(bpms < max_tempo)] = -np.inf
    return bpms[np.argmax(np.log1p(1e6 * lags) + prior)]


def beat_track(env, rate, tightness=100.0):
    """librosa.beat.beat_track (0.10.2) with the tempo above: the frames of the beats."""
    bpm = tempo(env, rate)
    period = round(60 * rate / bpm)
    window = np.exp(-0.5 * (np.arange(-period, period + 1) * 32.0 / period) ** 2)
    local = np.convolve(env / env.std(ddof=1), window)[period:period + len(env)]
    backlink, score = np.zeros(len(local), int), np.zeros(len(local))
    steps = np.arange(-2 * period, -round(period / 2) + 1)
    costs = -tightness * np.log(-steps / period) ** 2
    first = True
    for i, value in enumerate(local):
        before = np.array([score[i + step] if i + step >= 0 else 0.0 for step in steps])
        best = np.argmax(costs + before)
        score[i] = value + (costs + before)[best]
        if first and value < 0.01 * local.max():
            backlink[i] = -1
        else:
            backlink[i] = i + steps[best]
            first = False
    above = np.pad(score, 1, mode="edge")
    peaks = np.flatnonzero((score > above[:-2]) & (score >= above[2:]))
    beats = [peaks[2 * score[peaks] > np.median(score[peaks])].max()]
    while backlink[beats[-1]] >= 0:
        beats.append(backlink[beats[-1]])
    beats = np.array(beats[::-1])
    smooth = np.convolve(local[beats], [0.0, 0.5, 1.0, 0.5, 0.0])[2:-2]
    kept = np.flatnonzero(smooth > 0.5 * np.sqrt(np.mean(smooth**2)))
    return bpm, beats[kept.min():kept.max() + 1], score


def piece(bpm, seed):
    """Ten seconds at a tempo, with weaker strokes half-way and some left out, in noise."""
    random = np.random.RandomState(seed)
    sr = 2000
    y = 0.02 * random.randn(10 * sr)
    for i, start in enumerate(np.arange(0.4, 9.6, 30 / bpm)):
        if random.rand() < 0.15:
            continue
        t = np.arange(200) / sr
        a = int((start + 0.004 * random.randn()) * sr)
        y[a:a + 200] += (0.8 if i % 2 == 0 else 0.3) * np.sin(2 * np.pi * 300 * t) * np.exp(-t / 0.03)
    return sr, np.round(y, 3)


def beat_case(bpm, seed):
    sr, y = piece(bpm, seed)
    # 128 mel bands and frames of 2048 samples every 512 are what librosa takes; a low rate keeps the file small.
    hop = 64
    env = onset_strength(y, sr, 2048, hop, 128, aggregate=np.median)
    mean = onset_strength(y, sr, 2048, hop, 128)
    found, beats, score = beat_track(env, sr / hop)
    return {"sr": sr, "hop": hop, "thousandths": np.round(1000 * y).astype(int).tolist(), "tempo": tempo(mean, sr / hop), "bpm": found,
            "beats": (beats * hop / sr).tolist(), "score": f.written(score[::11])}


def main():
    f.write(HERE / "beats.json", {"cases": [beat_case(96, 1), beat_case(133, 2), beat_case(171, 3)]})
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
