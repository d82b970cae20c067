/** A note of the General MIDI percussion standard: its name and its class. */
export type PercussionNote = { note: number; name: string; label: string };

/** The notes of the standard that are one of the six classes. */
export const PERCUSSION_NOTES: PercussionNote[] = [
  note(35, "Acoustic Bass Drum", "kick"),
  note(36, "Bass Drum 1", "kick"),
  note(38, "Acoustic Snare", "snare"),
  note(39, "Hand Clap", "clap"),
  note(40, "Electric Snare", "snare"),
  note(41, "Low Floor Tom", "tom"),
  note(42, "Closed Hi-Hat", "hi-hat"),
  note(43, "High Floor Tom", "tom"),
  note(44, "Pedal Hi-Hat", "hi-hat"),
  note(45, "Low Tom", "tom"),
  note(46, "Open Hi-Hat", "hi-hat"),
  note(47, "Low-Mid Tom", "tom"),
  note(48, "Hi-Mid Tom", "tom"),
  note(49, "Crash Cymbal 1", "cymbal"),
  note(50, "High Tom", "tom"),
  note(51, "Ride Cymbal 1", "cymbal"),
  note(52, "Chinese Cymbal", "cymbal"),
  note(53, "Ride Bell", "cymbal"),
  note(55, "Splash Cymbal", "cymbal"),
  note(57, "Crash Cymbal 2", "cymbal"),
  note(59, "Ride Cymbal 2", "cymbal"),
];

/** A drum kit of a soundfont: its program number and name, and the notes where it departs from the standard. */
export type KitProgram = { program: number; name: string; except: number[] };

/**
 * The kits that both soundfonts have. Roland's GS standard, which they follow, puts a reversed cymbal on note 52 of
 * the electronic kit, and a slap and a swirl of the brush on 39 and 40 of the brush kit.
 */
export const KIT_PROGRAMS: KitProgram[] = [
  { program: 0, name: "Standard", except: [] },
  { program: 8, name: "Room", except: [] },
  { program: 16, name: "Power", except: [] },
  { program: 24, name: "Electronic", except: [52] },
  { program: 25, name: "TR-808", except: [] },
  { program: 32, name: "Jazz", except: [] },
  { program: 40, name: "Brush", except: [39, 40] },
];

function note(number: number, name: string, label: string): PercussionNote {
  return { note: number, name, label };
}
