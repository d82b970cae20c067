"""Writes WAV files with libsndfile, scipy, Python's wave module and by hand, for the golden tests of src/music/files,
and says what must be read of them: the samples as whole numbers or as numbers, by who wrote them.

Run with Debian's python3-soundfile and python3-scipy:  /usr/bin/python3 tests/golden/music/files/make.py
"""

import base64
import io
import json
import platform
import struct
import wave
from pathlib import Path

import numpy as np
import scipy
import scipy.io.wavfile
import soundfile

HERE = Path(__file__).parent


def sound(channels, count=23, seed=0):
    """Samples from -1 to 1, both ends and 0 among them, channel by channel."""
    random = np.random.RandomState(seed)
    y = random.uniform(-1, 1, (count, channels))
    y[:3, 0] = [0, -1, 0.999999]
    return y


def case(name, data, sr, channels, bits, samples):
    """`samples` are those that a reader must find, frame by frame."""
    return {
        "name": name,
        "base64": base64.b64encode(data).decode(),
        "sr": sr,
        "channels": channels,
        "bits": bits,
        "samples": [float(f"{x:.17g}") for x in np.asarray(samples, float).ravel()],
    }


def by_soundfile(subtype, channels, container="WAV", sr=44100):
    y = sound(channels, seed=channels)
    file = io.BytesIO()
    soundfile.write(file, y, sr, subtype=subtype, format=container)
    data = file.getvalue()
    read, _ = soundfile.read(io.BytesIO(data), dtype="float64", always_2d=True)
    bits = {"PCM_U8": 8, "PCM_16": 16, "PCM_24": 24, "PCM_32": 32, "FLOAT": 32, "DOUBLE": 64}[subtype]
    return case(f"libsndfile {container} {subtype}, {channels} channels", data, sr, channels, bits, read)


def by_scipy(dtype, channels):
    y = sound(channels, seed=7)
    if np.issubdtype(dtype, np.floating):
        values = y.astype(dtype)
        samples = values
    elif dtype == np.uint8:
        values = np.round(127.5 + 127 * y).astype(np.uint8)
        samples = (values.astype(float) - 128) / 128
    else:
        values = np.round(y * np.iinfo(dtype).max).astype(dtype)
        samples = values / -float(np.iinfo(dtype).min)
    file = io.BytesIO()
    scipy.io.wavfile.write(file, 22050, values)
    bits = np.dtype(dtype).itemsize * 8
    return case(f"scipy {np.dtype(dtype).name}, {channels} channels", file.getvalue(), 22050, channels, bits, samples)


def by_wave(width, channels):
    values = np.round(sound(channels, seed=3) * (2 ** (8 * width - 1) - 1)).astype(int)
    packed = b"".join(int(v).to_bytes(width, "little", signed=True) for v in values.ravel())
    file = io.BytesIO()
    with wave.open(file, "wb") as out:
        out.setnchannels(channels)
        out.setsampwidth(width)
        out.setframerate(8000)
        out.writeframes(packed)
    return case(f"wave {8 * width} bits, {channels} channels", file.getvalue(), 8000, channels, 8 * width, values / 2.0 ** (8 * width - 1))


def chunk(name, content):
    return name + struct.pack("<I", len(content)) + content + b"\0" * (len(content) % 2)


def by_hand():
    values = [0, 1, -1, 32767, -32768]
    fmt = chunk(b"fmt ", struct.pack("<HHIIHH", 1, 1, 8000, 16000, 2, 16))
    data = struct.pack("<5h", *values)
    samples = np.array(values) / 32768
    odd = chunk(b"LIST", b"INFOISFT\x05\0\0\0odd!\0") + chunk(b"junk", b"123") + chunk(b"bext", b"")
    body = b"WAVE" + odd + fmt + chunk(b"cue ", b"7") + chunk(b"data", data) + chunk(b"id3 ", b"tail!")
    yield case("chunks of odd sizes around", b"RIFF" + struct.pack("<I", len(body)) + body, 8000, 1, 16, samples)
    for name, riff, size in [
        ("sizes of a stream", 0xFFFFFFFF, 0xFFFFFFFF),
        ("sizes as SoX has them", 0x7FFFF024, 0x7FFFF000),
        ("sizes of a recorder that was stopped", 0, 0),
    ]:
        head = b"RIFF" + struct.pack("<I", riff) + b"WAVE" + fmt + b"data" + struct.pack("<I", size)
        yield case(name, head + data, 8000, 1, 16, samples)
    body = b"WAVE" + fmt + chunk(b"data", data)
    yield case("a wrong size in front", b"RIFF" + struct.pack("<I", 5) + body, 8000, 1, 16, samples)
    # 24 bits that count in 32, in the extensible header.
    guid = b"\x00\x00\x00\x00\x10\x00\x80\x00\x00\xaa\x00\x38\x9b\x71"
    ext = struct.pack("<HHIIHHHHI", 0xFFFE, 2, 48000, 48000 * 8, 8, 32, 22, 24, 3) + b"\x01\x00" + guid
    frames = [[0x12345600, -0x12345600], [0x7FFFFF00, -0x80000000]]
    body = b"WAVE" + chunk(b"fmt ", ext) + chunk(b"data", struct.pack("<4i", *sum(frames, [])))
    riff = b"RIFF" + struct.pack("<I", len(body)) + body
    yield case("24 of 32 bits, extensible", riff, 48000, 2, 32, np.array(frames) / 2.0**31)


def main():
    cases = [by_soundfile(subtype, channels) for subtype in ["PCM_U8", "PCM_16", "PCM_24", "PCM_32", "FLOAT", "DOUBLE"] for channels in (1, 2)]
    cases += [by_soundfile(subtype, 3, "WAVEX", 192000) for subtype in ["PCM_16", "PCM_24", "FLOAT"]]
    cases += [by_scipy(dtype, channels) for dtype in [np.uint8, np.int16, np.int32, np.float32, np.float64] for channels in (1, 2)]
    cases += [by_wave(width, 2) for width in (2, 3, 4)]
    cases += list(by_hand())
    # What ours must write: as whole numbers and floats, the same bytes as scipy, and the same samples as libsndfile.
    y = sound(2, 9, seed=5).astype(np.float32)
    steps = np.clip(np.floor(y.astype(float) * 32768 + 0.5), -32768, 32767).astype(np.int16)
    ours = {"y": [[float(x) for x in channel] for channel in y.T]}
    for name, values in [("int16", steps), ("float", y)]:
        file = io.BytesIO()
        scipy.io.wavfile.write(file, 16000, values)
        ours[name] = base64.b64encode(file.getvalue()).decode()
    file = io.BytesIO()
    soundfile.write(file, np.clip(np.floor(y.astype(float) * 8388608 + 0.5), -8388608, 8388607).astype(np.int32) * 256, 16000, subtype="PCM_24", format="WAV")
    ours["int24"] = base64.b64encode(file.getvalue()).decode()
    out = {
        "versions": {
            "python": platform.python_version(),
            "scipy": scipy.__version__,
            "soundfile": soundfile.__version__,
            "libsndfile": soundfile.__libsndfile_version__,
        },
        "read": cases,
        "write": ours,
    }
    (HERE / "files.json").write_text(json.dumps(out, indent=1) + "\n")


main()
