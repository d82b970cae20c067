"""aubio's answers to a list of sounds. Reads {"task": ..., "paths": [...]} and writes one answer a line."""

import json
import sys
import time

import aubio
import numpy as np

HEADER_FLOATS = 11
SR = 44100


def hops(y, hop):
    for start in range(0, len(y), hop):
        block = y[start : start + hop]
        yield block if len(block) == hop else np.pad(block, (0, hop - len(block)))


def pitch(y):
    window, hop = 2048, 441
    method = aubio.pitch("yinfft", window, hop, SR)
    method.set_unit("Hz")
    # A frame ends with the last sample read: its middle is half a window before that.
    padded = np.concatenate([y, np.zeros(window // 2, dtype=np.float32)])
    times, f0 = [], []
    for i, block in enumerate(hops(padded, hop)):
        times.append(((i + 1) * hop - window / 2) / SR)
        f0.append(float(method(block)[0]))
    return {"times": times, "f0": f0}


def tempo(y):
    window, hop = 1024, 512
    method = aubio.tempo("default", window, hop, SR)
    beats = [float(method.get_last_s()) for block in hops(y, hop) if method(block)]
    bpm = 60 / float(np.median(np.diff(beats))) if len(beats) > 2 else 0
    return {"bpm": bpm, "beats": beats}


def onsets(y):
    window, hop = 1024, 512
    method = aubio.onset("default", window, hop, SR)
    return [float(method.get_last_s()) for block in hops(y, hop) if method(block)]


TASKS = {"pitch": pitch, "tempo": tempo, "onsets": onsets}

request = json.load(sys.stdin)
for path in request["paths"]:
    samples = np.fromfile(path, dtype=np.float32)[HEADER_FLOATS:]
    began = time.perf_counter()
    estimate = TASKS[request["task"]](samples)
    print(json.dumps({"estimate": estimate, "ms": 1000 * (time.perf_counter() - began)}))
