"""aubio's side of the music bench: reads sounds as JSON, writes the least processor time in ms for each task and sound."""

import base64
import json
import sys
import time

import aubio
import numpy as np

FRAME, HOP = 2048, 512


def blocks(y, hop):
    for start in range(0, len(y) - hop + 1, hop):
        yield y[start : start + hop]


def pitch(y, sr, hop):
    method = aubio.pitch("yinfft", FRAME, hop, sr)
    return [method(block)[0] for block in blocks(y, hop)]


def tempo(y, sr, hop):
    method = aubio.tempo("default", 1024, HOP, sr)
    return [method.get_last_s() for block in blocks(y, HOP) if method(block)]


def onsets(y, sr, hop):
    method = aubio.onset("default", 1024, HOP, sr)
    return [method.get_last_s() for block in blocks(y, HOP) if method(block)]


def notes(y, sr, hop):
    method = aubio.notes("default", FRAME, HOP, sr)
    return [list(method(block)) for block in blocks(y, HOP)]


def mel(y, sr, hop):
    vocoder = aubio.pvoc(FRAME, HOP)
    bands = aubio.filterbank(128, FRAME)
    bands.set_mel_coeffs(sr, 0, sr / 2)
    return [bands(vocoder(block)) for block in blocks(y, HOP)]


def mfcc(y, sr, hop):
    vocoder = aubio.pvoc(FRAME, HOP)
    cepstrum = aubio.mfcc(FRAME, 40, 20, sr)
    return [cepstrum(vocoder(block)) for block in blocks(y, HOP)]


def best(repeats, work):
    times = []
    for _ in range(repeats):
        started = time.process_time()
        work()
        times.append(1000 * (time.process_time() - started))
    return min(times)


TASKS = {"pitch": pitch, "tempo": tempo, "onsets": onsets, "notes": notes, "mel": mel, "mfcc": mfcc}

request = json.load(sys.stdin)
answers = []
for task in request["tasks"]:
    work = TASKS.get(task["peer"])
    y = np.frombuffer(base64.b64decode(task["samples"]), dtype=np.float32)
    answers.append(None if work is None else best(request["repeats"], lambda: work(y, task["sr"], task["hop"])))
json.dump(answers, sys.stdout)
