import { existsSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Item } from "../item.ts";
import type { Estimates, Method } from "./method.ts";

// biome-ignore lint/suspicious/noExplicitAny: what does not exist yet has no type
type Music = Record<string, any>;

/** Our analyses by the names of src/music, and those names that it does not have. */
export async function ourMethods(): Promise<{ methods: Method[]; missing: string[] }> {
  const music = await whatWorks();
  const all = methodsOf(music);
  const there = ({ needs }: { needs: string }) => typeof music[needs] === "function";
  return {
    methods: all.filter(there).map(({ method }) => method),
    missing: all.filter((entry) => !there(entry)).map(({ needs }) => needs),
  };
}

const MUSIC = resolve(import.meta.dirname, "../../../src/music");

/** All of src/music; or, while a part of it is being worked on and does not load, the folders that do. */
async function whatWorks(): Promise<Music> {
  try {
    return await import(join(MUSIC, "index.ts"));
  } catch {
    const music: Music = {};
    for (const folder of readdirSync(MUSIC)) {
      const path = join(MUSIC, folder, "index.ts");
      if (!existsSync(path)) continue;
      try {
        Object.assign(music, await import(path));
      } catch (error) {
        console.log(`src/music/${folder} does not load: ${(error as Error).message}`);
      }
    }
    return music;
  }
}

function methodsOf(music: Music): { needs: string; method: Method }[] {
  const pitch = (name: string) => ({
    needs: name,
    method: {
      task: "pitch" as const,
      name,
      ours: true,
      run: (y: Float32Array, sr: number): Estimates["pitch"] => {
        const { times, f0 } = music[name](y, { sr });
        return { times: [...times], f0: [...f0] };
      },
    },
  });
  const other = <T extends Method["task"]>(
    needs: string,
    task: T,
    run: (y: Float32Array, sr: number, item: Item) => Estimates[T],
  ) => ({ needs, method: { task, name: needs, ours: true, run } as Method });
  return [
    pitch("yin"),
    pitch("pyin"),
    pitch("mpm"),
    other("beatTrack", "tempo", (y, sr) => {
      const { bpm, beats } = music.beatTrack(y, { sr });
      return { bpm, beats: [...beats] };
    }),
    other("tempo", "tempo", (y, sr) => ({ bpm: music.tempo(y, { sr }).bpm })),
    other("chords", "chords", (y, sr) => music.chords(y, { sr })),
    other("keyEstimate", "key", (y, sr) => keyName(music.keyEstimate(y, { sr }))),
    other("onsetDetect", "onsets", (y, sr) => [...music.onsetDetect(y, { sr })]),
    other("transcribe", "notes", (y, sr, { tags }) =>
      music.transcribe(y, { sr, polyphonic: tags.texture === "poly" }),
    ),
  ];
}

function keyName(key: string | { key?: string; tonic?: string; mode?: string }): string {
  if (typeof key === "string") return key;
  return key.key ?? `${key.tonic} ${key.mode}`;
}
