import type { Samples } from "./clip.ts";
import { type Microphone, openMicrophone } from "./open-microphone.ts";

export interface RecordingOptions {
  /** The longest recording, in seconds. */
  seconds: number;
  /** Ends the recording, without a result. */
  signal?: AbortSignal;
  /** Called with each piece that is heard, and how many seconds there are so far. */
  onPiece(piece: Float32Array, seconds: number): void;
}

/** A recording under way. */
export interface Recording {
  stop(): void;
  /** What was recorded when it was stopped or its time was up; null when there is nothing, or it was not wanted any more. */
  taken: Promise<Samples | null>;
}

/** Opens the microphone and records. Rejects with the browser's error when there is no microphone to be had. */
export async function startRecording({ seconds, signal, onPiece }: RecordingOptions): Promise<Recording> {
  const pieces: Float32Array[] = [];
  let count = 0;
  let microphone: Microphone | undefined;
  let finish = (_: Samples | null) => {};
  const taken = new Promise<Samples | null>((resolve) => {
    finish = resolve;
  });
  const end = () => {
    microphone?.close();
    const most = Math.round(seconds * (microphone?.sr ?? 0));
    finish(
      signal?.aborted || count === 0
        ? null
        : { y: joined(pieces, Math.min(count, most)), sr: microphone!.sr },
    );
  };
  microphone = await openMicrophone({
    onLost: end,
    onSamples: (piece) => {
      if (!microphone || signal?.aborted) return;
      pieces.push(piece);
      count += piece.length;
      const soFar = count / microphone.sr;
      onPiece(piece, Math.min(soFar, seconds));
      if (soFar >= seconds) end();
    },
  });
  // The cell may have gone while the browser was asking.
  if (signal?.aborted) end();
  signal?.addEventListener("abort", end, { once: true });
  return { stop: end, taken };
}

function joined(pieces: readonly Float32Array[], length: number): Float32Array {
  const y = new Float32Array(length);
  let at = 0;
  for (const piece of pieces) {
    if (at >= length) break;
    y.set(piece.subarray(0, length - at), at);
    at += piece.length;
  }
  return y;
}
