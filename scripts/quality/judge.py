"""mir_eval's figures. Reads {"task": ..., "pairs": [{"truth", "estimate"}]} and writes a list of {metric: value}."""

import json
import sys
import warnings

import mir_eval
import numpy as np

warnings.filterwarnings("ignore")


def pitch(truth, estimate):
    scored = [i for i, f in enumerate(truth["f0"]) if f is not None]
    times = np.array(truth["times"])[scored]
    reference = np.array([truth["f0"][i] for i in scored], dtype=float)
    at = np.clip(np.searchsorted(np.array(estimate["times"]), times), 1, len(estimate["times"]) - 1)
    left = times - np.array(estimate["times"])[at - 1] < np.array(estimate["times"])[at] - times
    nearest = np.where(left, at - 1, at)
    f0 = np.array(estimate["f0"], dtype=float)[nearest]
    guess = np.array(estimate.get("guess", estimate["f0"]), dtype=float)[nearest]
    signed = np.where(f0 > 0, f0, -np.abs(guess))
    args = mir_eval.melody.to_cent_voicing(times, reference, times, signed)
    rv, rc, ev, ec = args
    recall, false_alarm = mir_eval.melody.voicing_measures(rv, ev)
    return {
        "RPA": mir_eval.melody.raw_pitch_accuracy(*args),
        "RCA": mir_eval.melody.raw_chroma_accuracy(*args),
        "voicing recall": recall,
        "voicing false alarm": false_alarm if (~rv.astype(bool)).any() else None,
        "OA": mir_eval.melody.overall_accuracy(*args),
    }


def tempo(truth, estimate):
    def near(factors):
        return float(any(abs(estimate["bpm"] - truth["bpm"] * f) <= 0.04 * truth["bpm"] * f for f in factors))

    out = {"acc1": near([1]), "acc2": near([1, 2, 3, 1 / 2, 1 / 3])}
    if estimate["beats"]:
        reference = mir_eval.beat.trim_beats(np.array(truth["beats"]))
        beats = mir_eval.beat.trim_beats(np.sort(np.array(estimate["beats"])))
        _, cmlt, _, amlt = mir_eval.beat.continuity(reference, beats)
        out |= {"beat F": mir_eval.beat.f_measure(reference, beats), "CMLt": cmlt, "AMLt": amlt}
    return out


def chords(truth, estimate):
    def split(items):
        return np.array([[c["start"], c["end"]] for c in items]), [c["label"] for c in items]

    reference, labels = split(truth["chords"])
    intervals, found = split(estimate)
    intervals, found = mir_eval.util.adjust_intervals(
        intervals, found, reference.min(), reference.max(), mir_eval.chord.NO_CHORD, mir_eval.chord.NO_CHORD
    )
    merged, ours, theirs = mir_eval.util.merge_labeled_intervals(reference, labels, intervals, found)
    durations = mir_eval.util.intervals_to_durations(merged)
    out = {}
    for name in ["majmin", "root", "sevenths"]:
        out[name] = mir_eval.chord.weighted_accuracy(getattr(mir_eval.chord, name)(ours, theirs), durations)
    return out


def key(truth, estimate):
    return {"key": float(truth["key"] == estimate), "weighted": mir_eval.key.evaluate(truth["key"], estimate)["Weighted Score"]}


def onsets(truth, estimate):
    f, p, r = mir_eval.onset.f_measure(np.array(truth["onsets"]), np.sort(np.array(estimate)))
    return {"F": f, "precision": p, "recall": r}


def notes(truth, estimate):
    def split(items):
        hz = [440 * 2 ** ((n["midi"] - 69) / 12) for n in items]
        return np.array([[n["onset"], max(n["offset"], n["onset"] + 0.01)] for n in items]), np.array(hz)

    if not estimate:
        return {"F": 0, "F with offset": 0, "precision": 0, "recall": 0}
    pair = (*split(truth["notes"]), *split(estimate))
    p, r, f, _ = mir_eval.transcription.precision_recall_f1_overlap(*pair, offset_ratio=None)
    _, _, with_offset, _ = mir_eval.transcription.precision_recall_f1_overlap(*pair)
    return {"F": f, "F with offset": with_offset, "precision": p, "recall": r}


TASKS = {"pitch": pitch, "tempo": tempo, "chords": chords, "key": key, "onsets": onsets, "notes": notes}

request = json.load(sys.stdin)
judge = TASKS[request["task"]]
print(json.dumps([judge(pair["truth"], pair["estimate"]) for pair in request["pairs"]]))
