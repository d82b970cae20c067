import { decodeToBuffer, mixed } from "../data/decode-audio.ts";
import { type Audible, type Clip, isNotes, type PlayedNotes, type Samples, type SoundFile } from "./clip.ts";
import type { SoundPart } from "./voice.ts";

const renderRate = 44_100;

const last = (url: string) => new URL(url, "https://sound.invalid/").pathname.split("/").at(-1) ?? url;

/** Samples as the browser has them: a channel each, all of one length. */
export function bufferOf(channels: readonly ArrayLike<number>[], sampleRate: number): AudioBuffer {
  const length = Math.max(1, channels[0]?.length ?? 0);
  const buffer = new AudioBuffer({ length, numberOfChannels: channels.length, sampleRate });
  for (const [c, y] of channels.entries()) buffer.copyToChannel(Float32Array.from(y), c);
  return buffer;
}

/** The samples of a stretch, mixed to mono. */
export function monoOf({ buffer, start, duration }: SoundPart): Samples {
  const sr = buffer.sampleRate;
  const [from, to] = [start, start + duration].map((seconds) => Math.round(seconds * sr)) as [number, number];
  return { y: mixed(buffer, from, to), sr };
}

async function rendered(source: PlayedNotes | PlayedNotes["notes"]): Promise<AudioBuffer> {
  const { renderNotes } = await import("./render-notes.ts");
  return bufferOf(
    [await renderNotes("notes" in source ? source : { notes: source }, renderRate)],
    renderRate,
  );
}

async function ofFile(file: Blob | SoundFile): Promise<AudioBuffer> {
  const blob = file instanceof Blob ? file : await file.blob();
  const name = "name" in file ? String(file.name) : "This file";
  return decodeToBuffer(name, await blob.arrayBuffer());
}

/** What makes a sound ready to be played; what was fetched, decoded or rendered once is kept. */
export function soundParts(
  fetchFile: (url: string) => Promise<Response>,
): (source: Audible) => Promise<SoundPart> {
  const kept = new Map<string, Promise<AudioBuffer>>();
  const keptOf = new WeakMap<object, Promise<AudioBuffer>>();

  async function fetched(url: string): Promise<AudioBuffer> {
    const answer = await fetchFile(url);
    if (!answer.ok) throw new Error(`${last(url)} was answered with ${answer.status}`);
    return decodeToBuffer(last(url), await answer.arrayBuffer());
  }
  /** Makes a buffer once, and once more after a failure. */
  function once<K>(
    map: {
      get(key: K): Promise<AudioBuffer> | undefined;
      set(key: K, value: Promise<AudioBuffer>): unknown;
      delete(key: K): boolean;
    },
    key: K,
    make: () => Promise<AudioBuffer>,
  ): Promise<AudioBuffer> {
    const before = map.get(key);
    if (before) return before;
    const making = make();
    map.set(key, making);
    making.catch(() => map.delete(key));
    return making;
  }
  const whole = async (making: Promise<AudioBuffer>): Promise<SoundPart> => {
    const buffer = await making;
    return { buffer, start: 0, duration: buffer.duration };
  };

  return async (source) => {
    if (isNotes(source)) return whole(once(keptOf, source, () => rendered(source)));
    if (source instanceof Blob || "blob" in source) return whole(once(keptOf, source, () => ofFile(source)));
    if ("y" in source) return whole(Promise.resolve(bufferOf([source.y], source.sr)));
    return partOf(source, await once(kept, source.url, () => fetched(source.url)));
  };
}

function partOf(clip: Clip, buffer: AudioBuffer): SoundPart {
  const start = Math.min(clip.start ?? 0, buffer.duration);
  return {
    buffer,
    start,
    duration: Math.min(clip.duration ?? Number.POSITIVE_INFINITY, buffer.duration - start),
  };
}
