"""librosa's formulas (0.10, ISC licence), written out anew for the scripts that make golden figures.

librosa itself is in no package that the project's machines have. numpy's FFT and scipy's windows, DCT, filters and
polynomials are the independent part. Spectra stand frame by frame: one row a frame.
"""

import json

import numpy as np
import scipy
from scipy.fft import dct
from scipy.ndimage import median_filter
from scipy.signal import get_window, lfilter, savgol_filter


def signals():
    """A drum-like stroke, a signal shorter than one frame, and one with a run of exact zeros."""
    random = np.random.RandomState(3)
    sr = 22050
    t = np.arange(3500) / sr
    stroke = 0.6 * np.sin(2 * np.pi * 180 * t) * np.exp(-t / 0.05) + 0.3 * random.randn(len(t)) * np.exp(-t / 0.02)
    short = 0.5 * random.randn(700)
    gap = np.sin(2 * np.pi * 440 * np.arange(3000) / 8000)
    gap[1000:2000] = 0
    # The samples are written with 6 decimals, and what is written is what is measured.
    return {
        "stroke": (sr, np.round(stroke, 6)),
        "short": (44100, np.round(short, 6)),
        "gap": (8000, np.round(gap, 6)),
    }


def written(values, digits=11):
    """As many significant digits as are finer than the tests' tolerance."""
    return [float(f"{v:.{digits}g}") for v in np.asarray(values, float).ravel()]


def write(path, content):
    made = {"by": "make.py", "numpy": np.__version__, "scipy": scipy.__version__}
    path.write_text(json.dumps({"made": made, **content}, separators=(",", ":")) + "\n")


def frames(y, length, hop):
    return np.lib.stride_tricks.sliding_window_view(y, length)[::hop]


def window_of(n_fft, window="hann", win_length=None):
    win_length = win_length or n_fft
    out = np.zeros(n_fft)
    left = (n_fft - win_length) // 2
    out[left:left + win_length] = get_window(window, win_length)
    return out


def stft(y, n_fft, hop, center=True, window="hann", win_length=None):
    if center:
        y = np.pad(y, n_fft // 2)
    return np.fft.rfft(frames(y, n_fft, hop) * window_of(n_fft, window, win_length), axis=1)


def istft(spectra, hop, length, center=True, window="hann", win_length=None):
    n_fft = 2 * (spectra.shape[1] - 1)
    weights = window_of(n_fft, window, win_length)
    total = n_fft + hop * (len(spectra) - 1)
    y, squares = np.zeros(total), np.zeros(total)
    for t, frame in enumerate(np.fft.irfft(spectra, n_fft, axis=1)):
        y[t * hop:t * hop + n_fft] += weights * frame
        squares[t * hop:t * hop + n_fft] += weights**2
    heard = squares > np.finfo(float).tiny
    y[heard] /= squares[heard]
    y = y[n_fft // 2 if center else 0:][:length]
    return np.pad(y, (0, length - len(y)))


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


def mel_spectrogram(spectra, sr, n_mels=128):
    n_fft = 2 * (spectra.shape[1] - 1)
    return np.abs(spectra) ** 2 @ mel_filters(sr, n_fft, n_mels, 0, sr / 2).T


def power_to_db(s, ref=1.0, amin=1e-10, top_db=80.0):
    log = 10 * np.log10(np.maximum(amin, s)) - 10 * np.log10(max(amin, ref))
    return np.maximum(log, log.max() - top_db)


def amplitude_to_db(s, ref=1.0, amin=1e-5, top_db=80.0):
    return power_to_db(np.asarray(s) ** 2, ref**2, amin**2, top_db)


def mfcc(db, n_mfcc, lifter=0):
    m = dct(db, axis=1, type=2, norm="ortho")[:, :n_mfcc]
    if lifter > 0:
        m = m * (1 + (lifter / 2) * np.sin(np.pi * np.arange(1, 1 + n_mfcc) / lifter))
    return m


def delta(rows, width=9, order=1):
    return savgol_filter(rows, width, polyorder=order, deriv=order, axis=0, mode="interp")


def shape_of(s, sr):
    freq = np.fft.rfftfreq(2 * (s.shape[1] - 1), 1 / sr)
    total = s.sum(axis=1, keepdims=True)
    share = np.divide(s, total, out=np.zeros_like(s), where=total > 0)
    centroid = share @ freq
    bandwidth = np.sqrt((share * (freq - centroid[:, None]) ** 2).sum(axis=1))
    cumulative = np.cumsum(s, axis=1)
    rolloff = [freq[np.argmax(row >= 0.85 * row[-1])] for row in cumulative]
    power = np.maximum(1e-10, s**2)
    flatness = np.exp(np.log(power).mean(axis=1)) / power.mean(axis=1)
    return {"centroid": centroid, "bandwidth": bandwidth, "rolloff": np.array(rolloff), "flatness": flatness}


def contrast(s, sr, fmin=200.0, n_bands=6, quantile=0.02):
    freq = np.fft.rfftfreq(2 * (s.shape[1] - 1), 1 / sr)
    edges = np.concatenate([[0], fmin * 2.0 ** np.arange(n_bands + 1)])
    valleys, peaks = [], []
    for k, (low, high) in enumerate(zip(edges[:-1], edges[1:])):
        inside = (freq >= low) & (freq <= high)
        places = np.flatnonzero(inside)
        if k > 0:
            inside[places[0] - 1] = True
        if k == n_bands:
            inside[places[-1] + 1:] = True
        band = s[:, inside]
        if k < n_bands:
            band = band[:, :-1]
        count = int(max(1, np.rint(quantile * inside.sum())))
        ordered = np.sort(band, axis=1)
        valleys.append(ordered[:, :count].mean(axis=1))
        peaks.append(ordered[:, -count:].mean(axis=1))
    return power_to_db(np.array(peaks).T) - power_to_db(np.array(valleys).T)


def flux(s):
    """Not librosa's: Dixon's sum of the increases."""
    return np.concatenate([[0], np.maximum(0, np.diff(s, axis=0)).sum(axis=1)])


def zero_crossing_rate(y, length, hop):
    y = np.pad(y, length // 2, mode="edge").copy()
    y[np.abs(y) <= 1e-10] = 0
    cut = np.signbit(frames(y, length, hop))
    return (cut[:, 1:] != cut[:, :-1]).sum(axis=1) / length


def rms(y, length, hop):
    return np.sqrt((frames(np.pad(y, length // 2), length, hop) ** 2).mean(axis=1))


def softmask(x, ref, power, split_zeros):
    greatest = np.maximum(x, ref)
    nothing = greatest < np.finfo(float).tiny
    greatest[nothing] = 1
    if not np.isfinite(power):
        return (x > ref).astype(float)
    own, other = (x / greatest) ** power, (ref / greatest) ** power
    out = own / np.where(nothing, 1, own + other)
    out[nothing] = 0.5 if split_zeros else 0.0
    return out


def hpss_masks(s, kernel=(31, 31), power=2.0, margin=(1.0, 1.0)):
    harmonic = median_filter(s, size=(kernel[0], 1), mode="reflect")
    percussive = median_filter(s, size=(1, kernel[1]), mode="reflect")
    split = margin[0] == 1 and margin[1] == 1
    return (
        softmask(harmonic, percussive * margin[0], power, split),
        softmask(percussive, harmonic * margin[1], power, split),
    )


def phase_vocoder(spectra, rate, hop):
    n_fft = 2 * (spectra.shape[1] - 1)
    steps = np.arange(0, len(spectra), rate)
    advance = hop * np.linspace(0, np.pi, n_fft // 2 + 1)
    phase = np.angle(spectra[0])
    padded = np.pad(spectra, ((0, 2), (0, 0)))
    out = np.zeros((len(steps), spectra.shape[1]), complex)
    for t, step in enumerate(steps):
        here, after = padded[int(step)], padded[int(step) + 1]
        share = step % 1
        out[t] = ((1 - share) * np.abs(here) + share * np.abs(after)) * np.exp(1j * phase)
        turn = np.angle(after) - np.angle(here) - advance
        phase = phase + advance + turn - 2 * np.pi * np.round(turn / (2 * np.pi))
    return out


def griffin_lim(s, hop, n_iter, momentum):
    angles = s.astype(complex)
    before = None
    length = hop * (len(s) - 1)
    for _ in range(n_iter):
        rebuilt = stft(istft(angles, hop, length), 2 * (s.shape[1] - 1), hop)
        angles = rebuilt if before is None else rebuilt - momentum / (1 + momentum) * before
        angles = s * angles / (np.abs(angles) + np.finfo(float).tiny)
        before = rebuilt
    return istft(angles, hop, length)


def preemphasis(y, coef=0.97):
    return lfilter([1, -coef], [1], y, zi=[2 * y[0] - y[1]])[0]


def deemphasis(y, coef=0.97):
    out = lfilter([1], [1, -coef], y)
    return out - ((2 - coef) * y[0] - y[1]) / (3 - coef) * coef ** np.arange(len(y))


def non_silent(y, top_db, length, hop):
    level = rms(y, length, hop)
    loud = amplitude_to_db(level, ref=level.max(), top_db=1e9) > -top_db
    edges = np.flatnonzero(np.diff(loud.astype(int))) + 1
    edges = np.concatenate([[0] if loud[0] else [], edges, [len(loud)] if loud[-1] else []]).astype(int) * hop
    return np.minimum(edges, len(y)).reshape(-1, 2)
