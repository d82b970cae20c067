"""Writes what mir_eval answers, for the golden tests of src/music/evaluation: one JSON file a task.

Run with Debian's python3-mir-eval:  /usr/bin/python3 tests/golden/music/evaluation/make.py
"""

import inspect
import json
import warnings
from pathlib import Path

import mir_eval
import numpy as np
import scipy

HERE = Path(__file__).parent
CASES = 40

# Of empty lists and the like mir_eval warns, and answers 0: that is part of what is tested.
warnings.simplefilter("ignore")


def plain(value):
    """Numbers, lists and dicts as JSON has them; 13 significant digits, finer than the tests' tolerance."""
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    if isinstance(value, (list, tuple, np.ndarray)):
        return [plain(item) for item in value]
    if isinstance(value, (bool, np.bool_)):
        return bool(value)
    if isinstance(value, (int, np.integer)):
        return int(value)
    if isinstance(value, (float, np.floating)):
        number = float(f"{value:.13g}")
        assert np.isfinite(number)
        return int(number) if number == int(number) else number
    return value


def camel(name):
    first, *rest = name.split("_")
    return first + "".join(part.capitalize() for part in rest)


def answer(function, *args, **options):
    """What mir_eval's function says with these options; null where it has no finite answer."""
    try:
        with np.errstate(all="ignore"):
            value = function(*args, **options)
    except ValueError:
        return None
    flat = np.asarray([value] if np.isscalar(value) else list(value), float)
    return value if np.isfinite(flat).all() else None


def raises(function, *args, **options):
    try:
        function(*args, **options)
    except Exception:
        return True
    return False


def write(task, content):
    made = {"by": "make.py", "mir_eval": mir_eval.__version__, "numpy": np.__version__, "scipy": scipy.__version__}
    path = HERE / f"{task}.json"
    path.write_text(json.dumps({"made": made, **plain(content)}, separators=(",", ":")) + "\n")
    print(path.name, path.stat().st_size)


# Onsets


def events_near(random, reference, spread, edge):
    """The reference with jitter, gaps, doubles and extra events; some exactly at the edge of the window."""
    out = []
    for time in reference:
        kind = random.rand()
        if kind < 0.1:
            continue
        shift = random.choice([-edge, edge, 0]) if kind < 0.35 else spread * random.randn()
        out.append(round(max(0, time + shift), 4))
        if kind > 0.9:
            out.append(out[-1])
    out += [round(5 + 20 * random.rand(), 4) for _ in range(random.randint(0, 4))]
    return sorted(out)


def onset_cases():
    random = np.random.RandomState(1)
    pairs = [
        ([], []),
        ([], [1.0]),
        ([1.0], []),
        ([1.0], [1.0]),
        ([1.0], [1.05]),
        ([0.1], [0.15]),
        ([0.1, 0.15, 0.2, 0.25], [0.15, 0.2, 0.25, 0.3]),
        ([1.0, 1.0, 1.0], [1.0, 1.0]),
        ([1.0], [1.0500001]),
        # Taking the nearest first would lose a pair here.
        ([1.0, 1.04], [0.96, 1.01]),
    ]
    for _ in range(CASES):
        # Dense enough that windows overlap and the matching has to think.
        reference = sorted(np.round(5 + 4 * random.rand(random.randint(1, 40)), 3).tolist())
        pairs.append((reference, events_near(random, reference, 0.04, 0.05)))
    for i, (reference, estimated) in enumerate(pairs):
        options = {"window": 0.025} if i % 7 == 6 else {}
        args = np.array(reference, float), np.array(estimated, float)
        f, precision, recall = mir_eval.onset.f_measure(*args, **options)
        matching = mir_eval.util.match_events(*args, **({"window": 0.05} | options))
        yield {
            "reference": reference,
            "estimated": estimated,
            "options": options,
            "want": {"fMeasure": f, "precision": precision, "recall": recall},
            "pairs": matching,
        }


def event_errors(function):
    for reference, estimated in (([2, 1], [1]), ([1], [2, 1]), ([1, 40000], [1])):
        assert raises(function, np.array(reference, float), np.array(estimated, float))
        yield {"reference": reference, "estimated": estimated}


# Beats


def beat_pairs(random):
    steady = np.arange(5, 20, 0.5)
    yield steady, steady
    yield steady, steady + 0.25
    yield steady, steady[::2]
    yield steady, steady[1::2]
    yield steady, np.arange(5, 20, 0.25)
    yield steady, np.arange(5, 20, 1 / 3)
    yield steady, steady[:4]
    yield steady, steady + 0.0875
    yield steady, steady + 0.07
    yield [], []
    yield [], steady
    yield steady, []
    yield [6.0], [6.0]
    yield [6.0], steady
    yield steady, [6.0]
    yield [6.0, 6.5], [6.0, 6.5]
    yield [6.0, 6.5], [6.1, 6.5, 7.0]
    yield [6.0, 6.5, 7.0], [6.0, 6.5]
    yield [6.0, 6.5, 7.0, 7.5], [6.0, 6.5, 7.0, 7.5]
    yield [6.0, 6.0, 6.5, 7.0, 7.0], [6.0, 6.5, 6.5, 7.0]
    yield [6.0, 6.0], [6.0, 6.0]
    yield [6.0, 6.0], [6.0, 6.5, 7.0]
    yield [6.0, 6.5, 7.0], [6.0, 6.0]
    yield steady, steady - 5
    # Errors on the edge of a bin, and beyond it.
    yield steady, steady + np.resize([0.125, 0.2], len(steady))
    for i in range(CASES):
        period = 0.3 + 0.5 * random.rand()
        kind = i % 8
        # Goto's score is 1 after one mistake only where a long piece is followed closely.
        count = random.randint(10, 90) if kind in (0, 7) else random.randint(2, 35)
        scatter = random.choice([0.002, 0.02])
        beats = 5 + random.rand() + period * np.arange(count) + scatter * random.randn(count)
        if kind == 0:
            found = beats + random.choice([0.005, 0.04]) * random.randn(count)
        elif kind == 1:
            found = beats + period / 2 + 0.02 * random.randn(count)
        elif kind == 2:
            found = np.interp(np.arange(0, count - 0.5, 0.5), np.arange(count), beats)
        elif kind == 3:
            found = beats[random.randint(2) :: 2] + 0.01 * random.randn()
        elif kind == 4:
            found = 5 + period * (1 + 0.2 * random.randn()) * np.arange(count)
        elif kind == 5:
            found = beats + period * np.linspace(0, 1, count)
        elif kind == 6:
            found = 5 + period * count * random.rand(random.randint(1, 35))
        else:
            found = np.concatenate([beats[: count // 2], beats[count // 2 :] + 0.4 * period])
        drop = random.rand(len(found)) < random.choice([0, 0.02, 0.05])
        yield np.sort(np.round(beats, 4)), np.sort(np.round(found[~drop], 4))
    # Runs of right beats of all lengths, between a few mistakes: for Goto's rule of the longest one.
    for _ in range(CASES):
        count = random.randint(6, 40)
        beats = 5 + 0.5 * np.arange(count)
        found = beats + 0.01 * random.randn(count)
        wrong = random.rand(count) < random.choice([0.1, 0.2, 0.4])
        found[wrong] += random.choice([-0.2, 0.2, 0.12])
        yield beats, np.sort(np.round(found, 4))
    yield [5, 6, 7, 8], [5, 5.5, 7, 8]
    yield [5, 6, 7, 8], [5, 6.5, 7, 8]


BEAT_OPTIONS = {
    "f_measure": {"f_measure_threshold": 0.04},
    "cemgil": {"cemgil_sigma": 0.08},
    "goto": {"goto_threshold": 0.45, "goto_mu": 0.55, "goto_sigma": 0.8},
    "p_score": {"p_score_threshold": 0.35},
    "continuity": {"continuity_phase_threshold": 0.3, "continuity_period_threshold": 0.25},
    "information_gain": {"bins": 4},
}


def beat_cases():
    for reference, estimated in beat_pairs(np.random.RandomState(2)):
        args = np.round(reference, 4), np.round(estimated, 4)
        case = {"reference": args[0], "estimated": args[1], "want": {}, "wantWithOptions": {}}
        for name, options in BEAT_OPTIONS.items():
            case["want"][camel(name)] = answer(getattr(mir_eval.beat, name), *args)
            case["wantWithOptions"][camel(name)] = answer(getattr(mir_eval.beat, name), *args, **options)
        case["matching"] = mir_eval.util.match_events(*args, 0.07)
        case["trimmed"] = len(mir_eval.beat.trim_beats(args[1], 6.0))
        yield case


# Tempo


def tempo_cases():
    random = np.random.RandomState(3)
    fixed = [
        ([60, 120], 0.5, [60, 120]),
        ([60, 120], 0.3, [120, 60]),
        ([60, 120], 0.3, [120, 0]),
        ([0, 120], 0.3, [60, 120]),
        ([100, 200], 0.25, [108, 184]),
        ([100, 200], 0.25, [108.001, 183.99]),
        ([60, 120], 1, [0, 0]),
    ]
    for i in range(len(fixed), len(fixed) + CASES):
        slow = round(40 + 80 * random.rand(), 1)
        near = [round(tempo * (1 + 0.08 * random.randn()), 1) for tempo in (slow, 2 * slow)]
        fixed.append(([slow, 2 * slow], round(random.rand(), 3), near[:: 1 if i % 2 else -1]))
    for i, (tempi, weight, found) in enumerate(fixed):
        options = {"tol": 0.04} if i % 5 == 4 else {}
        p, one, both = mir_eval.tempo.detection(np.array(tempi, float), weight, np.array(found, float), **options)
        yield {
            "args": [tempi, weight, found],
            "options": options,
            "want": {"pScore": p, "oneCorrect": one, "bothCorrect": both},
        }


def tempo_errors():
    for tempi, weight, found in (
        ([60], 0.5, [60, 120]),
        ([60, 120], 0.5, [60]),
        ([0, 0], 0.5, [60, 120]),
        ([-60, 120], 0.5, [60, 120]),
        ([60, 120], 1.5, [60, 120]),
        ([60, 120], -0.5, [60, 120]),
    ):
        assert raises(mir_eval.tempo.detection, np.array(tempi, float), weight, np.array(found, float))
        yield {"args": [tempi, weight, found]}


# Melody


def melody(random, hop, start, seconds):
    times = np.round(np.arange(start, seconds, hop), 5)
    cents = 4000 + 300 * np.cumsum(random.randn(len(times))) * np.sqrt(hop)
    hz = np.round(10 * 2 ** (cents / 1200), 3)
    for _ in range(random.randint(0, 4)):
        at = random.randint(len(hz))
        hz[at : at + random.randint(1, 8)] = 0
    return times, hz


def melody_cases():
    random = np.random.RandomState(4)
    fixed = [
        ([0, 0.1, 0.2], [440, 440, 440], [0, 0.1, 0.2], [440, 440, 440]),
        ([0, 0.1, 0.2], [0, 0, 0], [0, 0.1, 0.2], [440, 440, 0]),
        ([0, 0.1, 0.2], [440, 440, 440], [0, 0.1, 0.2], [0, 0, 0]),
        ([0, 0.1, 0.2], [440, 440, 440], [0, 0.1, 0.2], [-440, -880, -100]),
        ([0, 0.1, 0.2], [440, 0, 440], [0, 0.1, 0.2], [220, 110, 880]),
        ([0], [440], [0], [441]),
        ([0.5], [440], [0.25], [441]),
        ([0, 1, 2], [440, 440, 440], [0.5], [440]),
        ([0, 0.5, 1, 1.5], [440, 0, 0, 440], [0, 1], [440, 440]),
        ([0, 1, 2, 3], [10, 440, 10, 440], [0, 1, 2, 3], [10, 10, 440, 440]),
    ]
    cases = [tuple(np.array(part, float) for part in case) + ({}, {}) for case in fixed]
    for i in range(CASES):
        hop, est_hop = random.choice([0.01, 0.0116, 0.02, 0.023], 2)
        seconds, est_seconds = 0.4 + 0.6 * random.rand(2)
        ref_time, ref_freq = melody(random, hop, random.choice([0, 0, 0.05]), seconds)
        est_time, est_freq = melody(random, est_hop, random.choice([0, 0, 0.03]), est_seconds)
        if i % 2 == 0:
            # Mostly right: the truth, a little out of tune, sometimes in another octave, or only guessed.
            nearest = np.abs(np.subtract.outer(est_time, ref_time)).argmin(axis=1)
            factor = random.choice([1, 1, 1, 1, 2, 0.5, 1.03, -1, -2], len(est_time))
            est_freq = np.round(ref_freq[nearest] * factor * 2 ** (random.randn(len(est_time)) / 50), 3)
        weights = {}
        if i % 5 == 1:
            weights["voicing"] = np.round(random.rand(len(est_time)), 2)
        if i % 5 == 2:
            weights["reward"] = np.round(random.rand(len(ref_time)), 2)
        options = {3: {"hop": 0.03}, 7: {"cent_tolerance": 25}}.get(i % 10, {})
        cases.append((ref_time, ref_freq, est_time, est_freq, weights, options))
    for i, (ref_time, ref_freq, est_time, est_freq, weights, options) in enumerate(cases):
        soft = {"est_voicing": weights.get("voicing"), "ref_reward": weights.get("reward")}
        # mir_eval writes zeros into the arrays it is given.
        soft = {key: None if value is None else value.copy() for key, value in soft.items()}
        hop = {key: value for key, value in options.items() if key == "hop"}
        frames = mir_eval.melody.to_cent_voicing(ref_time, ref_freq, est_time, est_freq, **soft, **hop)
        tolerance = {key: value for key, value in options.items() if key != "hop"}
        case = {
            "reference": {"times": ref_time, "f0": ref_freq},
            "estimated": {"times": est_time, "f0": est_freq},
            "options": {camel(key): value for key, value in options.items()},
            "want": {
                "voicingRecall": mir_eval.melody.voicing_recall(frames[0], frames[2]),
                "voicingFalseAlarm": mir_eval.melody.voicing_false_alarm(frames[0], frames[2]),
                "rawPitchAccuracy": mir_eval.melody.raw_pitch_accuracy(*frames, **tolerance),
                "rawChromaAccuracy": mir_eval.melody.raw_chroma_accuracy(*frames, **tolerance),
                "overallAccuracy": mir_eval.melody.overall_accuracy(*frames, **tolerance),
            },
        }
        if "voicing" in weights:
            case["estimated"]["voicing"] = weights["voicing"]
        if "reward" in weights:
            case["reference"]["reward"] = weights["reward"]
        if i % 4 == 0:
            case["frames"] = dict(zip(("refVoicing", "refCent", "estVoicing", "estCent"), frames))
        yield case


# Chords

LABELS = """
N X C C:maj C:min C:aug C:dim C:sus4 C:sus2 C:7 C:maj7 C:min7 C:minmaj7 C:maj6 C:min6 C:dim7 C:hdim7 C:9 C:maj9 C:min9
C:11 C:min11 C:13 C:maj13 C:min13 C:1 C:5 C/3 C:maj/5 C:min/b3 C:7/b7 C:maj(9) C:maj(*3) C:min(*b3,*5)/5 C:(3) C:(1,5,b9)
C:(*1) C:maj/2 C:maj(4)/11 C:9(*3) C:min7(11,13) C:maj(#11) C:maj(*8) C:maj(b8) C:(b1) B# Cb:min A#:min Bb:min Bbb:maj Fbb:7 E##:min7
A:min C:maj/1 A:min/b3 F:maj/5 G:7 G:maj Gb:maj7/7 F#:maj7 D:sus4(b7) Eb:hdim7/b5 Ab:aug E:aug B:dim7 D:dim7
""".split()

COMPARISONS = (
    "root thirds thirds_inv triads triads_inv tetrads tetrads_inv majmin majmin_inv sevenths sevenths_inv mirex".split()
)


def chord_encodings():
    for label in LABELS:
        encoded = [mir_eval.chord.encode(label, reduce) for reduce in (False, True)]
        yield {
            "label": label,
            "encoded": [{"root": root, "semitones": bits, "bass": bass} for root, bits, bass in encoded],
        }


def chord_parts():
    for label in LABELS:
        if label in "NX":
            continue
        root, quality, degrees, bass = mir_eval.chord.split(label)
        yield {"label": label, "root": root, "quality": quality, "scaleDegrees": sorted(degrees), "bass": bass}


def chord_pairs():
    """For each comparison the scores of all pairs of labels: 1, 0, or - where they are not compared."""
    reference = [a for a in LABELS for _ in LABELS]
    estimated = [b for _ in LABELS for b in LABELS]
    for name in COMPARISONS:
        scores = getattr(mir_eval.chord, name)(reference, estimated)
        yield camel(name), "".join("-" if score < 0 else str(int(score)) for score in scores)


def segments(random, start, end, count, gaps):
    times = np.sort(np.round(start + (end - start) * random.rand(count - 1), 3))
    times = np.unique(np.concatenate([[start], times, [end]]))
    common = [label for label in LABELS if label in ("N", "X") or label[-3:] in ("maj", "min", "in7", ":7", "/b3")]
    labels = [str(random.choice(common if random.rand() < 0.7 else LABELS)) for _ in times[1:]]
    for i in range(1, len(labels)):
        if random.rand() < 0.2:
            labels[i] = labels[i - 1]
    out = [[a, b, label] for a, b, label in zip(times[:-1], times[1:], labels)]
    return [item for i, item in enumerate(out) if not gaps or i in (0, len(out) - 1) or random.rand() > 0.2]


def chord_cases():
    random = np.random.RandomState(5)
    yield [[0, 1, "C"], [1, 2, "A:min"]], [[0, 1, "C"], [1, 2, "A:min"]]
    yield [[0, 1, "C"], [1, 2, "A:min"]], []
    yield [[0, 2, "N"]], []
    yield [[0, 2, "C:aug"]], [[0, 2, "C:aug"]]
    yield [[1, 2, "C"]], [[0, 1, "C"]]
    yield [[1, 2, "C"]], [[0, 0.5, "C"]]
    yield [[1, 2, "C"]], [[2, 3, "C"]]
    yield [[1, 2, "C"]], [[2.5, 3, "C"]]
    yield [[0, 2, "C"]], [[0, 1, "C"], [2, 3, "D"]]
    yield [[0, 4, "C"]], [[1, 2, "C"], [3, 5, "C"]]
    for i in range(CASES):
        reference = segments(random, random.choice([0, 0.5]), 10, random.randint(1, 9), i % 4 == 3)
        kind = i % 5
        start, end = [(0, 10), (0.2, 9), (1, 12), (0, 10.5), (0, 9.9)][kind]
        estimated = segments(random, start, end, random.randint(1, 12), i % 3 == 2)
        if kind == 0:
            # The reference a little late, with some labels simpler.
            estimated = [[a + 0.1 * (k > 0), b + 0.1, label.split("(")[0].rstrip(":")] for k, (a, b, label) in enumerate(reference)]
            estimated = [[round(a, 3), round(b, 3), label] for a, b, label in estimated]
        yield reference, estimated


def chord_scores(reference, estimated):
    """As in mir_eval.chord.evaluate, without the segmentation where that has none."""
    ref = np.array([item[:2] for item in reference], float)
    est = np.array([item[:2] for item in estimated], float)
    ref_labels, est_labels = [item[2] for item in reference], [item[2] for item in estimated]
    est, est_labels = mir_eval.util.adjust_intervals(est, est_labels, ref.min(), ref.max(), "N", "N")
    merged = [mir_eval.chord.merge_chord_intervals(*pair) for pair in ((ref, ref_labels), (est, est_labels))]
    intervals, ref_labels, est_labels = mir_eval.util.merge_labeled_intervals(ref, ref_labels, est, est_labels)
    durations = mir_eval.util.intervals_to_durations(intervals)
    scores = {}
    for name in COMPARISONS:
        compared = getattr(mir_eval.chord, name)(ref_labels, est_labels)
        scores[camel(name)] = mir_eval.chord.weighted_accuracy(compared, durations)
    for name in ("overseg", "underseg", "seg"):
        # A segment of no length, which cutting leaves behind, is an error there.
        scores[name] = answer(getattr(mir_eval.chord, name), *merged)
    return scores


def chords():
    cases = [
        {"reference": reference, "estimated": estimated, "want": chord_scores(reference, estimated)}
        for reference, estimated in chord_cases()
    ]
    bad = "H C:foo c:maj C: C:maj/ C:maj( C(3) C:maj/14 C#b C:aug7 C:maj11 C::maj".split() + [""]
    for label in bad:
        assert raises(mir_eval.chord.encode, label), label
    hamming = []
    random = np.random.RandomState(6)
    for i in range(CASES):
        pair = [[item[:2] for item in segments(random, 0, 8, random.randint(1, 9), i % 2 == 1)] for _ in range(2)]
        distance = mir_eval.chord.directional_hamming_distance(*(np.array(part, float) for part in pair))
        hamming.append({"reference": pair[0], "estimated": pair[1], "want": distance})
    return {
        "labels": LABELS,
        "parts": list(chord_parts()),
        "encodings": list(chord_encodings()),
        "pairs": dict(chord_pairs()),
        "cases": cases,
        "hamming": hamming,
        "noLabels": bad,
    }


# Keys


def keys():
    names = [f"{tonic} {mode}" for tonic in mir_eval.key.KEY_TO_SEMITONE if tonic != "x" for mode in
             ("major", "minor", "other")] + ["X", "x", "C# major", "bB minor"]
    scores = "".join(
        {1: "1", 0.5: "5", 0.3: "3", 0.2: "2", 0: "0"}[mir_eval.key.weighted_score(a, b)] for a in names for b in names
    )
    bad = ["C", "C maj", "H major", "Cb major", "C Major", "X major", "C major minor", ""]
    for key in bad:
        assert raises(mir_eval.key.weighted_score, key, "C major"), key
    return {"keys": names, "scores": scores, "noKeys": bad}


# Notes


def notes(random, count):
    """Chords and runs of a few pitches, so that several notes could stand for one."""
    out = []
    for _ in range(count):
        onset = round(0.05 * random.randint(0, 60) + random.choice([0, 0.0123]), 4)
        length = round(random.choice([0.02, 0.05, 0.2, 0.25, 0.5]) + 0.1 * random.rand(), 4)
        hz = round(440 * 2 ** ((random.randint(60, 66) - 69) / 12), 4)
        out.append([onset, round(onset + length, 4), hz, random.randint(1, 128)])
    return out


def notes_near(random, reference):
    out = []
    for onset, offset, hz, velocity in reference:
        kind = random.rand()
        if kind < 0.1:
            continue
        shift = random.choice([-0.05, 0.05, 0]) if kind < 0.4 else 0.04 * random.randn()
        late = random.choice([-0.05, 0.05, 0]) if kind > 0.7 else 0.06 * random.randn()
        begin = round(max(0, onset + shift), 4)
        end = round(max(begin + 0.01, offset + late), 4)
        cents = random.choice([0, 0, 10, -20, 49.9, 50.1, 1200])
        loud = int(np.clip(0.6 * velocity + 20 + 8 * random.randn(), 0, 127))
        out.append([begin, end, round(hz * 2 ** (cents / 1200), 4), loud])
        if kind > 0.92:
            out.append(list(out[-1]))
    return out + notes(random, random.randint(0, 4))


def note_pairs():
    random = np.random.RandomState(7)
    a = [[0, 1, 440, 64], [1, 2, 660, 80]]
    yield [], []
    yield [], a
    yield a, []
    yield a, a
    yield a[:1], [[0.05, 1.2, 440, 64]]
    yield a[:1], [[0.0501, 1.2001, 440, 64]]
    yield [[0.1, 0.2, 440, 64]], [[0.15, 0.25, 440, 64]]
    yield a[:1] * 3, a[:1] * 2
    yield a, [[5, 6, 440, 1]]
    yield [[0, 1, 440, 0], [1, 2, 440, 0]], [[0, 1, 440, 0], [1, 2, 440, 0]]
    for i in range(CASES):
        reference = notes(random, random.randint(1, 24))
        yield reference, notes_near(random, reference)


def note_cases():
    for i, (reference, estimated) in enumerate(note_pairs()):
        options = {6: {"strict": True}, 3: {"beta": 2}, 5: {"pitch_tolerance": 20, "onset_tolerance": 0.03},
                   4: {"offset_min_tolerance": 0.1}}.get(i % 7, {})
        arrays = []
        for part in (reference, estimated):
            table = np.array(part, float).reshape(-1, 4)
            arrays.append((table[:, :2], table[:, 2], table[:, 3]))
        (ref, ref_hz, ref_v), (est, est_hz, est_v) = arrays

        def ask(function, *args, **more):
            known = inspect.signature(function).parameters
            return function(*args, **{key: value for key, value in options.items() if key in known}, **more)

        transcription, velocity = mir_eval.transcription, mir_eval.transcription_velocity
        want = {
            "noteF": ask(transcription.precision_recall_f1_overlap, ref, ref_hz, est, est_hz),
            "noteFNoOffset": ask(transcription.precision_recall_f1_overlap, ref, ref_hz, est, est_hz, offset_ratio=None),
            "noteOnsetF": ask(transcription.onset_precision_recall_f1, ref, est),
            "noteOffsetF": ask(transcription.offset_precision_recall_f1, ref, est),
            "noteVelocityF": ask(velocity.precision_recall_f1_overlap, ref, ref_hz, ref_v, est, est_hz, est_v),
        }
        case = {"reference": reference, "estimated": estimated, "want": want, "pairs": [],
                "options": {camel(key): value for key, value in options.items()}}
        if reference and estimated:
            case["pairs"] = ask(transcription.match_notes, ref, ref_hz, est, est_hz)
        yield case


def note_errors():
    good = [[0, 1, 440, 64]]
    for bad in ([[-1, 1, 440, 64]], [[1, 1, 440, 64]], [[2, 1, 440, 64]], [[0, 1, 0, 64]], [[0, 1, -440, 64]]):
        for reference, estimated in ((bad, good), (good, bad)):
            arrays = [np.array(part, float) for part in (reference, estimated)]
            args = [column for table in arrays for column in (table[:, :2], table[:, 2])]
            assert raises(mir_eval.transcription.precision_recall_f1_overlap, *args), bad
            yield {"reference": reference, "estimated": estimated}


write("onset", {"cases": list(onset_cases()), "errors": list(event_errors(mir_eval.onset.f_measure))})
write(
    "beat",
    {
        "options": {
            camel(name): {camel(key): value for key, value in options.items()} for name, options in BEAT_OPTIONS.items()
        },
        "cases": list(beat_cases()),
        "errors": list(event_errors(mir_eval.beat.f_measure)),
    },
)
write("tempo", {"cases": list(tempo_cases()), "errors": list(tempo_errors())})
write("melody", {"cases": list(melody_cases())})
write("chord", chords())
write("key", keys())
write("transcription", {"cases": list(note_cases()), "errors": list(note_errors())})
