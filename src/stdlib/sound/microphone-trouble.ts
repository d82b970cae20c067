/** Why there is no recording, and what to do about it, in words for the reader. */
export function microphoneTrouble(error: unknown): string {
  const { name, message } = Object(error) as { name?: string; message?: string };
  switch (name) {
    case "NotAllowedError":
    case "SecurityError":
      return "The microphone was refused, so nothing was recorded. To allow it, press the sign beside the page's address, allow the microphone there, and press Record again. Or take a sound file.";
    case "NotFoundError":
    case "OverconstrainedError":
      return "No microphone was found. Connect one and press Record again, or take a sound file.";
    case "NotReadableError":
    case "AbortError":
      return "The microphone does not answer: another program may be using it. Close that, and press Record again, or take a sound file.";
    default:
      return `The microphone could not be used: ${message ?? String(error)}. Press Record to try again, or take a sound file.`;
  }
}

/** Said where a page has no microphone to ask for. */
export const noMicrophoneHere =
  "This page cannot use a microphone: browsers allow it only to pages at an address that begins with https, or on this device itself. Take a sound file instead.";

/** What is to be said of a recording; empty when it is as it should be. */
export function takeTrouble(y: Float32Array): string {
  let peak = 0;
  let clipped = 0;
  for (const sample of y) {
    peak = Math.max(peak, Math.abs(sample));
    if (Math.abs(sample) >= 0.999) clipped++;
  }
  if (peak < 0.002) {
    return "Hardly anything was heard. Is it the right microphone, and is it turned on? The browser's settings let you choose another.";
  }
  if (clipped > 2)
    return "It was too loud for the microphone: the peaks are cut off. Try again from further away.";
  return "";
}
