import { loopSeam } from "./loop-seam.ts";
import { safeGain } from "./safe-level.ts";

/** A stretch of decoded sound, in seconds of its buffer. */
export interface SoundPart {
  buffer: AudioBuffer;
  start: number;
  duration: number;
}

/** What is repeated: all of a sound, or a part of it in seconds. */
export type Loop = boolean | readonly [from: number, to: number];

export interface VoiceOptions {
  /** Where in the sound it begins, in seconds; default 0. */
  at?: number;
  loop?: Loop;
  /** When it begins, in the context's time; default 0. */
  when?: number;
  /** Leads the channels of the sound on, as a switch between them does. */
  through?: (source: AudioNode) => AudioNode;
}

/** A sound on its way to an output. */
export interface Voice {
  /** Where it is at a time of the context, in seconds of the sound. */
  positionAt(time: number): number;
  /** Fades it out from a time on. */
  stopAt(time: number): void;
  onEnded(listener: () => void): void;
}

/** How long a sound takes to come and to go, in seconds: less would click, more would blunt a stroke. */
export const edgeSeconds = 0.003;

function checkedLoop(loop: Loop, duration: number): readonly [number, number] | undefined {
  if (loop === false) return undefined;
  const [from, to] = loop === true ? [0, duration] : loop;
  // A list of clips may be looped over one part of each: what is beyond the end is left out.
  const end = Math.min(to, duration);
  if (from >= 0 && end > from) return [from, end];
  throw new RangeError(
    `loop is [${from}, ${to}]; it must be two places in seconds, the first before the second, in a sound of ${duration.toFixed(2)} s.`,
  );
}

function channelsOf({ buffer, start, duration }: SoundPart): Float32Array[] {
  const [from, to] = [start, start + duration].map((seconds) => Math.round(seconds * buffer.sampleRate));
  return Array.from({ length: buffer.numberOfChannels }, (_, c) =>
    buffer.getChannelData(c).subarray(from, to),
  );
}

function loopBuffer({ buffer }: SoundPart, channels: Float32Array[], [from, to]: readonly [number, number]) {
  const sampleRate = buffer.sampleRate;
  const [first, end] = [
    Math.round(from * sampleRate),
    Math.max(Math.round(from * sampleRate) + 1, Math.round(to * sampleRate)),
  ];
  const looped = new AudioBuffer({ length: end - first, numberOfChannels: channels.length, sampleRate });
  const fade = Math.round(edgeSeconds * sampleRate);
  for (const [c, y] of channels.entries()) {
    looped.copyToChannel(loopSeam(y, first, end, fade) as Float32Array<ArrayBuffer>, c);
  }
  return looped;
}

/**
 * Lets a sound into an output of a context, live or offline. Its edges fade, linearly and all equally long: of one that
 * goes and one that comes at the same time, the sum is never above the louder one. Samples beyond `safePeak` are
 * brought down to it, all of them by the same factor. Throws RangeError when the loop lies outside the sound.
 */
export function startVoice(
  context: BaseAudioContext,
  output: AudioNode,
  part: SoundPart,
  { at = 0, loop = false, when = 0, through = (source) => source }: VoiceOptions,
): Voice {
  const channels = channelsOf(part);
  const level = safeGain(channels);
  const span = checkedLoop(loop, part.duration);
  const [first, end] = span ?? [0, part.duration];
  const from = at >= first && at < end ? at : span ? first : Math.min(Math.max(0, at), end);
  const left = end - from;

  const buffer = span ? loopBuffer(part, channels, span) : part.buffer;
  const node = new AudioBufferSourceNode(context, { buffer, loop: span !== undefined });
  const edges = new GainNode(context, { gain: 0 });
  const stop = new GainNode(context);
  through(node).connect(edges).connect(stop).connect(output);
  const edge = span ? edgeSeconds : Math.min(edgeSeconds, left / 2);
  edges.gain.setValueAtTime(0, when).linearRampToValueAtTime(level, when + edge);
  if (!span) edges.gain.setValueAtTime(level, when + left - edge).linearRampToValueAtTime(0, when + left);
  if (span) node.start(when, from - first);
  else node.start(when, part.start + from, left);

  let stopped = false;
  return {
    positionAt: (time) => {
      const place = from + Math.max(0, time - when);
      return span ? first + ((place - first) % (end - first)) : Math.min(end, place);
    },
    stopAt: (time) => {
      if (stopped) return;
      stopped = true;
      stop.gain.setValueAtTime(1, time).linearRampToValueAtTime(0, time + edgeSeconds);
      node.stop(time + edgeSeconds);
    },
    onEnded: (listener) => node.addEventListener("ended", listener, { once: true }),
  };
}
