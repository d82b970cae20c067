import type { Audible } from "./clip.ts";
import type { Playback, Sound } from "./create-sound.ts";

/** What a player shows. */
export type PlayerState =
  | { kind: "idle" | "loading" }
  | { kind: "playing"; duration: number }
  | { kind: "failed"; reason: string };

/** Plays one sound for one control. */
export interface Player {
  /** Stops when it plays or loads; else plays from the beginning. Fulfilled at the end. */
  toggle(): Promise<void>;
  /** Plays from a place in seconds. Fulfilled when the sound has ended. */
  playFrom(seconds: number): Promise<void>;
  stop(): void;
}

export interface PlayerOptions {
  /** Stops the sound for good: its cell has run again or is gone. */
  signal?: AbortSignal;
  onState(state: PlayerState): void;
  /** Called in every frame while it plays, with the place in seconds. */
  onPosition?(seconds: number): void;
}

/** A player of one sound. It has no look of its own: controls listen to it. */
export function createPlayer(sound: Sound, source: Audible, options: PlayerOptions): Player {
  const { signal, onState, onPosition } = options;
  let turn = 0;
  let playback: Playback | undefined;
  let busy = false;

  const follow = (playing: Playback) => {
    if (playback !== playing) return;
    onPosition?.(playing.position());
    requestAnimationFrame(() => follow(playing));
  };
  const stop = () => {
    turn++;
    busy = false;
    playback?.stop();
    playback = undefined;
    onState({ kind: "idle" });
  };
  const playFrom = async (seconds: number): Promise<void> => {
    if (signal?.aborted) return;
    const mine = ++turn;
    playback?.stop();
    busy = true;
    onState({ kind: "loading" });
    let started: Playback;
    try {
      started = await sound.start(source, seconds);
    } catch (error) {
      if (mine !== turn) return;
      busy = false;
      onState({ kind: "failed", reason: error instanceof Error ? error.message : String(error) });
      return;
    }
    if (mine !== turn) {
      started.stop();
      return;
    }
    playback = started;
    onState({ kind: "playing", duration: started.duration });
    follow(started);
    await started.ended;
    if (mine === turn) stop();
  };
  signal?.addEventListener("abort", stop, { once: true });
  return {
    toggle: async () => (busy ? stop() : playFrom(0)),
    playFrom,
    stop,
  };
}
