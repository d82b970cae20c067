import { isSendable } from "./is-sendable.ts";
import type { MusicJob, MusicTwinName } from "./job.ts";

/** The call as a job; null when its arguments are of a wrong kind, which is then told on the page. */
export function jobOfMusicCall(name: MusicTwinName, args: readonly unknown[]): MusicJob | null {
  const [y, options = {}] = args;
  const isSound = y instanceof Float32Array || y instanceof Float64Array;
  if (!isSound || options === null || typeof options !== "object" || !isSendable(options)) return null;
  // A copy: what is sent later must be what was given, and the learner keeps his own.
  return { name, sound: y.slice(), options: { ...options } };
}
