"""Writes what other programs make of notes, for the golden tests of src/music/symbolic: MIDI files of abc2midi and of
bytes put together by hand from the standard, read by a parser of its own; tunes in ABC notation as abc2midi plays them;
chords as mir_eval encodes them.

Run with Debian's abcmidi and a Python that has mir_eval:
    ABC2MIDI=/usr/bin/abc2midi /usr/bin/python3 tests/golden/music/symbolic/make.py
"""

import base64
import json
import os
import re
import struct
import subprocess
import tempfile
from pathlib import Path

import mir_eval

HERE = Path(__file__).parent
ABC2MIDI = os.environ.get("ABC2MIDI", "abc2midi")


def variable(data, i):
    value = 0
    while True:
        value = value << 7 | data[i] & 0x7F
        i += 1
        if not data[i - 1] & 0x80:
            return value, i


def track_events(track, number):
    """(tick, track, place, status, data) of every event that matters here."""
    i = tick = 0
    status = None
    while i < len(track):
        delta, i = variable(track, i)
        tick += delta
        if track[i] & 0x80:
            status = track[i]
            i += 1
        if status == 0xFF:
            kind = track[i]
            length, i = variable(track, i + 1)
            yield tick, number, i, status, (kind, track[i : i + length])
            i += length
        elif status in (0xF0, 0xF7):
            length, i = variable(track, i)
            i += length
        else:
            length = 1 if status >> 4 in (0xC, 0xD) else 2
            yield tick, number, i, status, track[i : i + length]
            i += length


def parse(data):
    """The notes of a MIDI file of format 0 or 1: [onset, offset, key, velocity, channel], and its changes of tempo."""
    division = struct.unpack(">H", data[12:14])[0]
    i, tracks = 14, []
    while i < len(data):
        length = struct.unpack(">I", data[i + 4 : i + 8])[0]
        if data[i : i + 4] == b"MTrk":
            tracks.append(data[i + 8 : i + 8 + length])
        i += 8 + length
    events = sorted(e for n, t in enumerate(tracks) for e in track_events(t, n))
    tempi = [(0, 0.0, 500000)]

    def seconds(tick):
        at, since, micro = [t for t in tempi if t[0] <= tick][-1]
        return since + (tick - at) * micro / 1e6 / division

    for tick, _, _, status, content in events:
        if status == 0xFF and content[0] == 0x51:
            here = (tick, seconds(tick), int.from_bytes(content[1], "big"))
            tempi = [t for t in tempi if t[0] != tick] + [here]
    notes, open_notes = [], {}
    for tick, number, _, status, content in events:
        if status >> 4 not in (8, 9):
            continue
        key = (number, status & 15, content[0])
        if status >> 4 == 9 and content[1] > 0:
            open_notes.setdefault(key, []).append((seconds(tick), content[1]))
        elif open_notes.get(key):
            onset, velocity = open_notes[key].pop(0)
            notes.append([onset, seconds(tick), content[0], velocity, status & 15])
    return sorted(notes), [[t[0] / division, 60e6 / t[2]] for t in tempi]


def midi_case(name, data):
    notes, tempi = parse(data)
    return {
        "name": name,
        "base64": base64.b64encode(data).decode(),
        "notes": [[round(on, 9), round(off, 9), key, velocity, channel] for on, off, key, velocity, channel in notes],
        "tempi": tempi,
    }


def track(*events):
    body = b"".join(events) + b"\x00\xff\x2f\x00"
    return b"MTrk" + struct.pack(">I", len(body)) + body


def header(form, tracks, division):
    return b"MThd" + struct.pack(">IHHH", 6, form, tracks, division)


def by_hand():
    # The example of the standard (Standard MIDI Files 1.0), format 0, with running status.
    body = bytes.fromhex(
        "00FF580404021808 00FF510307A120 00C005 00C12E 00C246 00923060 003C60"
        + "60914340 60904C20 8140823040 003C40 00814340 00804C40 00FF2F00"
    )
    yield midi_case(
        "the standard's example, format 0",
        header(0, 1, 96) + b"MTrk" + struct.pack(">I", len(body)) + body,
    )
    yield midi_case(
        "the standard's example, format 1",
        header(1, 4, 96)
        + track(bytes.fromhex("00FF580404021808"), bytes.fromhex("00FF510307A120"))
        + track(bytes.fromhex("00C005"), bytes.fromhex("8140904C20"), bytes.fromhex("81404C00"))
        + track(bytes.fromhex("00C12E"), bytes.fromhex("60914340"), bytes.fromhex("82204300"))
        + track(bytes.fromhex("00C246"), bytes.fromhex("00923060"), bytes.fromhex("003C60"), bytes.fromhex("83003000"), bytes.fromhex("003C00")),
    )
    yield midi_case(
        "tempo changes in the middle of a note, a chunk of another kind, a sysex and a long delay",
        header(1, 2, 480)
        + b"XFIH"
        + struct.pack(">I", 3)
        + b"abc"
        + track(bytes.fromhex("00FF51030F4240"), bytes.fromhex("8360FF51030493E0"), bytes.fromhex("8360FF510307A120"))
        + track(
            bytes.fromhex("00F0037E7FF7"),
            bytes.fromhex("8170903C64"),
            bytes.fromhex("8740803C40"),
            bytes.fromhex("81800090407F"),
            bytes.fromhex("60904000"),
        ),
    )
    yield midi_case(
        "one key struck twice before it is let go",
        header(0, 1, 100)
        + track(bytes.fromhex("00903C40"), bytes.fromhex("64903C50"), bytes.fromhex("64803C00"), bytes.fromhex("64803C00")),
    )


def abc2midi(tune):
    with tempfile.TemporaryDirectory() as folder:
        abc, midi = Path(folder, "tune.abc"), Path(folder, "tune.mid")
        abc.write_text(re.sub(r"^X:\d+", "X:1", tune) + "\n")
        subprocess.run([ABC2MIDI, abc, "-o", midi, "-NGUI", "-NCOM", "-silent"], check=True, capture_output=True)
        return midi.read_bytes()


def chords():
    roots = ["C", "A#", "Db", "F##", "Bbb"]
    qualities = "maj min aug dim sus4 sus2 7 maj7 min7 minmaj7 maj6 min6 dim7 hdim7 9 maj9 min9 11 min11 13 maj13 min13 1 5".split()
    labels = [f"{roots[i % 5]}:{quality}" for i, quality in enumerate(qualities)]
    labels += ["C", "G:7/3", "E:min/b3", "C:maj(9)", "C:maj(*5)", "D:min7(*5,11)/b7", "C:(3,5,b7,#9)", "A:maj/2", "N", "F#:hdim7/b5"]
    for label in labels:
        root, bitmap, bass = mir_eval.chord.encode(label, reduce_extended_chords=True)
        classes = sorted({int(root + i) % 12 for i in range(12) if bitmap[i]})
        yield {"label": label, "classes": classes, "bass": int(root + bass) % 12 if classes else None}


def main():
    tunes = (HERE / "tunes.abc").read_text().strip().split("\n\n")
    midi = {tune: abc2midi(tune) for tune in tunes}
    version = subprocess.run([ABC2MIDI, "-ver"], capture_output=True, text=True).stdout.strip()
    out = {
        "versions": {"abc2midi": version, "mir_eval": mir_eval.__version__},
        "midi": list(by_hand()) + [midi_case("abc2midi: " + re.search(r"T:(.*)", tunes[i])[1], midi[tunes[i]]) for i in (2, 4)],
        "abc": [
            {"abc": tune, "notes": [[round(on, 6), round(off, 6), key] for on, off, key, _, _ in parse(midi[tune])[0]]}
            for tune in tunes
        ],
        "chords": list(chords()),
    }
    (HERE / "symbolic.json").write_text(json.dumps(out) + "\n")


main()
