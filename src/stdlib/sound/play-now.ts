import { checkAudible } from "./check-audible.ts";
import type { Audible } from "./clip.ts";
import type { Sound } from "./create-sound.ts";

export interface PlayNowOptions {
  /** Where it begins, in seconds; default 0. */
  at?: number;
  /** Called in every frame with the place in seconds, and with undefined at the end. */
  onPosition?: (seconds: number | undefined) => void;
  /** Ends the sound. */
  signal?: AbortSignal;
}

/** Plays a sound at once; fulfilled when it has ended. Rejects when it is none, or cannot be loaded. */
export async function playNow(
  sound: Sound,
  source: Audible,
  { at, onPosition, signal }: PlayNowOptions = {},
): Promise<void> {
  checkAudible(source);
  if (signal?.aborted) return;
  const playback = await sound.start(source, { at, signal });
  if (signal?.aborted) playback.stop();
  signal?.addEventListener("abort", playback.stop, { once: true });
  let over = false;
  const follow = () => {
    if (over) return;
    onPosition?.(playback.position());
    requestAnimationFrame(follow);
  };
  if (onPosition) follow();
  await playback.ended;
  over = true;
  onPosition?.(undefined);
}
