import type { Audible, Samples } from "./clip.ts";
import { readVolume } from "./kept-volume.ts";
import type { Loop, SoundPart } from "./voice.ts";

/** A sound that is being played. */
export interface Playback {
  /** Length of the whole sound in seconds. */
  duration: number;
  /** Where it is now, in seconds from the beginning of the sound. */
  position(): number;
  stop(): void;
  /** Fulfilled when it has come to its end or was stopped. */
  ended: Promise<void>;
}

/** Several sounds that run side by side, as the channels of one, and what lets one of them through. */
export interface Tracks {
  tracks(): Promise<SoundPart>;
  through(source: AudioNode): AudioNode;
}

export interface StartOptions {
  /** Where it begins, in seconds; default 0. */
  at?: number;
  /** All of it, or a part in seconds, over and over; default not at all. */
  loop?: Loop;
  /** Aborted when it is not to be heard any more, while it is still loading. */
  signal?: AbortSignal;
}

/** What plays the sounds of a page: one at a time, at one volume, and none beyond `safePeak`. */
export interface Sound {
  /** The samples of a sound, mixed to mono. */
  decode(source: Audible): Promise<Samples>;
  /** A sound as it can be played in any context. */
  part(source: Audible): Promise<SoundPart>;
  /** Plays, after stopping what is heard. Where the reader has done nothing yet, a button is shown that begins it. */
  start(source: Audible | Tracks, options?: StartOptions): Promise<Playback>;
  /** Stops what is heard, and what is still being loaded to be heard. */
  stop(): void;
  /** Whether something is heard. */
  readonly playing: boolean;
  /** Told whenever `playing` changes. Returns what ends it. */
  onPlaying(listener: (playing: boolean) => void): () => void;
  /** From 0 to 1; 0.5 is heard as about half as loud as 1. */
  volume: number;
}

export interface SoundPorts {
  /** How a file is fetched; default the page's own `fetch`. */
  fetch?: (url: string) => Promise<Response>;
}

const startVolume = 0.8;

/** Time constant, in seconds, of a change of volume: a jump would click. */
const fadeSeconds = 0.015;
/** So far ahead a sound is set going, in seconds: what is set for now would be late for its own fade. */
const aheadSeconds = 0.02;
/** So long a browser may take to open the device, in milliseconds; after that it is waiting for the reader. */
const openMs = 400;

/** The amplitude that is heard as `volume` times as loud: ten decibels less are half as loud (Stevens, 1957). */
const gainOf = (volume: number) => volume ** (5 / 3);

/**
 * The sound of a page. The audio device is opened at the first `start`; what makes sounds comes with the first of
 * them. The volume is the one that the reader left, on this page or another.
 */
export function createSound(ports: SoundPorts = {}): Sound {
  let loading: Promise<(source: Audible) => Promise<SoundPart>> | undefined;
  let device: { context: AudioContext; gain: GainNode } | undefined;
  const listeners = new Set<(playing: boolean) => void>();
  let current: Playback | undefined;
  /** Aborted when another sound is asked for, or none any more. */
  let turn = new AbortController();
  const kept = readVolume();
  let volume = kept?.muted ? 0 : (kept?.volume ?? startVolume);

  function setCurrent(playback: Playback | undefined): void {
    const changed = (current === undefined) !== (playback === undefined);
    current = playback;
    if (changed) for (const listener of listeners) listener(playback !== undefined);
  }
  async function part(source: Audible): Promise<SoundPart> {
    loading ??= import("./sound-parts.ts").then(({ soundParts }) =>
      soundParts(ports.fetch ?? ((url) => fetch(url))),
    );
    loading.catch(() => {
      loading = undefined;
    });
    return (await loading)(source);
  }
  function openDevice() {
    if (device) return device;
    const context = new AudioContext();
    const gain = new GainNode(context, { gain: gainOf(volume) });
    gain.connect(context.destination);
    device = { context, gain };
    return device;
  }
  function stop(): void {
    turn.abort();
    current?.stop();
  }

  async function start(
    source: Audible | Tracks,
    { at, loop, signal: wanted }: StartOptions = {},
  ): Promise<Playback> {
    stop();
    turn = new AbortController();
    const signal = wanted ? AbortSignal.any([turn.signal, wanted]) : turn.signal;
    const { context, gain } = openDevice();
    // Asked for before the first await, while the reader's gesture still counts.
    const opened = open(context, signal);
    const tracks = "tracks" in source ? source : undefined;
    const [loaded, { startVoice }] = await Promise.all([
      tracks ? tracks.tracks() : part(source as Audible),
      import("./voice.ts"),
    ]);
    const { duration } = loaded;
    // Another one was asked for, or none any more, while this one was still loading.
    if (!(await opened) || signal.aborted)
      return { duration, position: () => at ?? 0, stop: () => {}, ended: Promise.resolve() };

    const when = context.currentTime + aheadSeconds;
    const voice = startVoice(context, gain, loaded, { at, loop, when, through: tracks?.through });
    let end = () => {};
    const ended = new Promise<void>((resolve) => {
      end = resolve;
    });
    voice.onEnded(end);
    const playback: Playback = {
      duration,
      // What is heard now left the context a moment ago.
      position: () => voice.positionAt(context.currentTime - (context.outputLatency || 0)),
      stop: () => {
        voice.stopAt(context.currentTime + aheadSeconds);
        end();
      },
      ended,
    };
    setCurrent(playback);
    ended.then(() => {
      if (current === playback) setCurrent(undefined);
    });
    return playback;
  }

  return {
    decode: async (source) => {
      if ("y" in source) return source;
      const { monoOf } = await import("./sound-parts.ts");
      return monoOf(await part(source));
    },
    part,
    start,
    stop,
    get playing() {
      return current !== undefined;
    },
    onPlaying: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    get volume() {
      return volume;
    },
    set volume(wanted) {
      if (!(wanted >= 0 && wanted <= 1)) throw new RangeError(`volume must be from 0 to 1; it is ${wanted}.`);
      volume = wanted;
      device?.gain.gain.setTargetAtTime(gainOf(volume), device.context.currentTime, fadeSeconds);
    },
  };
}

/** Opens the device, and asks the reader to press something where the browser waits for that. Whether it is open. */
async function open(context: AudioContext, signal: AbortSignal): Promise<boolean> {
  const resumed = context.resume();
  await Promise.race([resumed, new Promise((resolve) => setTimeout(resolve, openMs))]);
  if (context.state === "running" || signal.aborted) return !signal.aborted;
  const { askToHear } = await import("./ask-to-hear.ts");
  return askToHear(context, signal);
}
