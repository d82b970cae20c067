import type { Audible } from "./clip.ts";
import type { Playback, Sound, Tracks } from "./create-sound.ts";
import type { Loop } from "./voice.ts";

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
  /** What is repeated from now on. What is heard goes on from where it is. */
  setLoop(loop: Loop): void;
  stop(): void;
}

export interface PlayerOptions {
  /** Stops the sound for good: its cell has run again or is gone. */
  signal?: AbortSignal;
  /** What is repeated at first; default nothing. */
  loop?: Loop;
  onState(state: PlayerState): void;
  /** Called in every frame while it plays, with the place in seconds; with undefined when it is over. */
  onPosition?(seconds: number | undefined): void;
}

/** A player of one sound. It has no look of its own: controls listen to it. */
export function createPlayer(sound: Sound, source: Audible | Tracks, options: PlayerOptions): Player {
  const { signal, onState, onPosition } = options;
  let loop = options.loop ?? false;
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
    if (playback) onPosition?.(undefined);
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
      started = await sound.start(source, { at: seconds, loop, signal });
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
    setLoop: (wanted) => {
      loop = wanted;
      if (playback) void playFrom(playback.position());
    },
    stop,
  };
}
