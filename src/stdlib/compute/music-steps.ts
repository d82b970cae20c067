import { hpss } from "../../music/effects/hpss.ts";
import { audioFeatures } from "../../music/features/audio-features.ts";
import { trackFeatures } from "../../music/features/track-features.ts";
import { pyin } from "../../music/pitch/pyin.ts";
import { transcribe } from "../../music/transcription/transcribe.ts";
import type { MusicTwinName } from "./job.ts";
import type { Steps } from "./step-functions.ts";

const functions: Record<MusicTwinName, unknown> = { audioFeatures, hpss, pyin, trackFeatures, transcribe };

/** A call of a slow function of `music` as one step: it cannot be left in between, only ended with its worker. */
export function* stepsOfMusicCall(name: MusicTwinName, args: readonly unknown[]): Steps {
  yield* [];
  return (functions[name] as (...args: unknown[]) => unknown)(...args);
}
