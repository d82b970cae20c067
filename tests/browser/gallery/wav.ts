const headerBytes = 44;

/** A mono WAV file of 16 bits: what a server would send for it. */
export function wav(samples: ArrayLike<number>, sr: number): Response {
  const view = new DataView(new ArrayBuffer(headerBytes + 2 * samples.length));
  const word = (at: number, text: string) => {
    for (let i = 0; i < text.length; i++) view.setUint8(at + i, text.charCodeAt(i));
  };
  word(0, "RIFF");
  view.setUint32(4, view.byteLength - 8, true);
  word(8, "WAVEfmt ");
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, sr, true);
  view.setUint32(28, 2 * sr, true);
  view.setUint16(32, 2, true);
  view.setUint16(34, 16, true);
  word(36, "data");
  view.setUint32(40, 2 * samples.length, true);
  for (let i = 0; i < samples.length; i++) view.setInt16(headerBytes + 2 * i, samples[i]! * 0x7fff, true);
  return new Response(view.buffer);
}
