import { type Audible, isClip, type Samples } from "./clip.ts";
import { readVolume } from "./kept-volume.ts";

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

/** What plays the sounds of a page: one at a time, at one volume. */
export interface Sound {
  /** The samples of a sound, mixed to mono. */
  decode(source: Audible): Promise<Samples>;
  /** Plays from a place in seconds, after stopping what is heard. Must follow something the reader did. */
  start(source: Audible, at?: number): Promise<Playback>;
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

interface Span {
  buffer: AudioBuffer;
  start: number;
  duration: number;
}

const decodeRate = 44_100;
const startVolume = 0.8;

/** Time constant, in seconds, of a change of volume, and of the end of a sound that is stopped: a jump would click. */
const fadeSeconds = 0.015;
const endSeconds = 0.004;

/** After this many time constants what is left of a sound cannot be heard. */
const fadedAfter = 8;

/** The amplitude that is heard as `volume` times as loud: ten decibels less are half as loud (Stevens, 1957). */
const gainOf = (volume: number) => volume ** (5 / 3);

const last = (url: string) => new URL(url, "https://sound.invalid/").pathname.split("/").at(-1);

function bufferOf({ y, sr }: Samples): AudioBuffer {
  const buffer = new AudioBuffer({ length: Math.max(1, y.length), sampleRate: sr });
  buffer.copyToChannel(Float32Array.from(y), 0);
  return buffer;
}

function mono({ buffer, start, duration }: Span): Samples {
  const sr = buffer.sampleRate;
  const [from, to] = [Math.round(start * sr), Math.round((start + duration) * sr)];
  const y = buffer.getChannelData(0).slice(from, to);
  for (let channel = 1; channel < buffer.numberOfChannels; channel++) {
    const other = buffer.getChannelData(channel);
    for (let i = 0; i < y.length; i++) y[i]! += other[from + i]!;
  }
  return { y: y.map((sample) => sample / buffer.numberOfChannels), sr };
}

/**
 * The sound of a page. The audio device is opened at the first `start`; a file is fetched and decoded once, and
 * once more after a failure. The volume is the one that the reader left, on this page or another.
 */
export function createSound(ports: SoundPorts = {}): Sound {
  const fetchFile = ports.fetch ?? ((url: string) => fetch(url));
  const files = new Map<string, Promise<AudioBuffer>>();
  let device: { context: AudioContext; gain: GainNode } | undefined;
  const listeners = new Set<(playing: boolean) => void>();
  let current: Playback | undefined;
  let latest = 0;
  const kept = readVolume();
  let volume = kept?.muted ? 0 : (kept?.volume ?? startVolume);

  function setCurrent(playback: Playback | undefined): void {
    const changed = (current === undefined) !== (playback === undefined);
    current = playback;
    if (changed) for (const listener of listeners) listener(playback !== undefined);
  }

  async function load(url: string): Promise<AudioBuffer> {
    const answer = await fetchFile(url);
    if (!answer.ok) throw new Error(`${last(url)} was answered with ${answer.status}`);
    const bytes = await answer.arrayBuffer();
    // An offline context decodes before the reader has touched the page; a live one might not.
    return new OfflineAudioContext(1, 1, decodeRate).decodeAudioData(bytes);
  }
  function file(url: string): Promise<AudioBuffer> {
    let loading = files.get(url);
    if (!loading) {
      loading = load(url);
      files.set(url, loading);
      loading.catch(() => files.delete(url));
    }
    return loading;
  }
  async function span(source: Audible): Promise<Span> {
    if (!isClip(source)) {
      const buffer = bufferOf(source);
      return { buffer, start: 0, duration: source.y.length / source.sr };
    }
    const buffer = await file(source.url);
    const start = Math.min(source.start ?? 0, buffer.duration);
    return {
      buffer,
      start,
      duration: Math.min(source.duration ?? Number.POSITIVE_INFINITY, buffer.duration - start),
    };
  }
  function openDevice() {
    if (device) return device;
    const context = new AudioContext();
    const gain = new GainNode(context, { gain: gainOf(volume) });
    gain.connect(context.destination);
    device = { context, gain };
    return device;
  }

  async function start(source: Audible, at = 0): Promise<Playback> {
    const turn = ++latest;
    current?.stop();
    const { context, gain } = openDevice();
    // Asked for before the first await, while the reader's gesture still counts.
    const resumed = context.resume();
    const { buffer, start: first, duration } = await span(source);
    await resumed;
    const from = Math.min(Math.max(0, at), duration);
    let end = () => {};
    const ended = new Promise<void>((resolve) => {
      end = resolve;
    });
    const node = new AudioBufferSourceNode(context, { buffer });
    const fade = new GainNode(context);
    node.connect(fade).connect(gain);
    node.addEventListener("ended", end);
    const startedAt = context.currentTime;
    const playback: Playback = {
      duration,
      position: () => Math.min(duration, from + context.currentTime - startedAt),
      stop: () => {
        const now = context.currentTime;
        fade.gain.setTargetAtTime(0, now, endSeconds);
        node.stop(now + fadedAfter * endSeconds);
        end();
      },
      ended,
    };
    // Another one was asked for, or none any more, while this one was still loading.
    if (turn !== latest) {
      end();
      return { ...playback, stop: () => {} };
    }
    node.start(0, first + from, duration - from);
    setCurrent(playback);
    ended.then(() => {
      if (current === playback) setCurrent(undefined);
    });
    return playback;
  }

  return {
    decode: async (source) => (isClip(source) ? mono(await span(source)) : source),
    start,
    stop: () => {
      latest++;
      current?.stop();
    },
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
