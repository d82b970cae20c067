// Runs beside the page, in the browser's own thread for sound: hands on what the microphone hears, mixed to mono.

declare class AudioWorkletProcessor {
  readonly port: MessagePort;
}
declare function registerProcessor(name: string, processor: new () => AudioWorkletProcessor): void;

/** So many samples are handed on at a time: about forty times a second. */
const pieceLength = 1024;

class Capture extends AudioWorkletProcessor {
  #piece = new Float32Array(pieceLength);
  #filled = 0;

  process(inputs: Float32Array[][]): boolean {
    for (const sample of inputs[0]?.[0] ?? []) {
      this.#piece[this.#filled++] = sample;
      if (this.#filled < pieceLength) continue;
      this.port.postMessage(this.#piece, [this.#piece.buffer]);
      this.#piece = new Float32Array(pieceLength);
      this.#filled = 0;
    }
    return true;
  }
}

registerProcessor("etude-capture", Capture);
