import { SAMPLE_RATE } from "../../scripts/datasets/decode.ts";
import { playScores } from "../../scripts/quality/render.ts";
import { DRUMS } from "../../scripts/quality/score.ts";
import { measureGroove } from "./groove-features.ts";
import type { GrooveRow } from "./groove-row.ts";
import { OWN_GROOVES } from "./own-grooves.ts";
import { chordsOf, ownScore } from "./own-score.ts";
import { struckTones } from "./struck-tones.ts";

/** Our own grooves, played on the soundfonts by turns: paths by the soundfonts' names. */
export function ownRows(soundfonts: Record<string, string>): GrooveRow[] {
  const names = Object.keys(soundfonts);
  const fontOf = (i: number) => names[i % names.length];
  const sounds = new Map(
    names.flatMap((name) => {
      const grooves = OWN_GROOVES.filter((_, i) => fontOf(i) === name);
      const played = playScores(soundfonts[name], false, grooves.map(ownScore));
      return grooves.map((groove, i) => [groove, played[i]] as const);
    }),
  );
  return OWN_GROOVES.map((groove, i) => {
    const { name, genre, beats, bpm } = groove;
    const y = sounds.get(groove)!;
    const chords = chordsOf(groove);
    const pitched = ownScore(groove).notes.filter(({ channel }) => channel !== DRUMS);
    const tones = struckTones(pitched, chords, (beats * 60) / bpm);
    const measured = measureGroove(y, SAMPLE_RATE, chords.length);
    return {
      id: `etude/${name}`,
      file: name,
      genre,
      library: "Etude",
      soundfont: fontOf(i),
      beats,
      bpm,
      chords,
      tones,
      ...measured,
      y,
    };
  });
}
