"""What FFmpeg's ebur128 says of how loud some sounds are. Writes loudness.json.

Run with Debian 12's python3-numpy and ffmpeg (7:5.1.9-0+deb12u1): python3 make.py
Each sound is a sum of bursts of sines: [from, to, hz, level] in seconds, hertz and full scales.
"""

import json
import re
import subprocess
from pathlib import Path

import numpy as np

SOUNDS = [
    ("a sine of 1 kHz at -20 dB", 48000, 3, [[0, 3, 1000, 0.1]]),
    ("the same at another rate", 44100, 3, [[0, 3, 1000, 0.1]]),
    ("the same at half of it", 22050, 3, [[0, 3, 1000, 0.1]]),
    ("a low sine", 48000, 3, [[0, 3, 60, 0.5]]),
    ("a very low sine", 44100, 3, [[0, 3, 30, 0.5]]),
    ("a high sine", 48000, 3, [[0, 3, 8000, 0.1]]),
    ("a high sine at another rate", 44100, 3, [[0, 3, 8000, 0.1]]),
    ("bursts with pauses, which do not count", 48000, 8, [[0, 1, 440, 0.5], [4, 5, 440, 0.5]]),
    ("a soft half, which is below the gate", 48000, 10, [[0, 5, 700, 0.5], [5, 10, 700, 0.02]]),
    ("a soft half, which is above the gate", 48000, 10, [[0, 5, 700, 0.5], [5, 10, 700, 0.25]]),
    ("a chord", 44100, 4, [[0, 4, 220, 0.2], [0, 4, 277.18, 0.2], [0.5, 3, 3300, 0.05]]),
]


def samples(sr, seconds, bursts):
    t = np.arange(round(sr * seconds)) / sr
    y = np.zeros(len(t))
    for start, end, hz, level in bursts:
        y += np.where((t >= start) & (t < end), level * np.sin(2 * np.pi * hz * t), 0)
    return y


def measured(y, sr):
    said = subprocess.run(
        ["ffmpeg", "-hide_banner", "-f", "f64le", "-ar", str(sr), "-ac", "1", "-i", "-"]
        + ["-filter_complex", "ebur128", "-f", "null", "-"],
        input=y.astype("<f8").tobytes(),
        capture_output=True,
        check=True,
    ).stderr.decode()
    return float(re.findall(r"I:\s+(-?[\d.]+) LUFS", said)[-1])


cases = [
    {"name": name, "sr": sr, "seconds": seconds, "bursts": bursts, "lufs": measured(samples(sr, seconds, bursts), sr)}
    for name, sr, seconds, bursts in SOUNDS
]
Path(__file__).with_name("loudness.json").write_text(json.dumps(cases, indent=1) + "\n")
