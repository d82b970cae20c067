import workletUrl from "./capture.worklet.ts?worker&url";

export interface Microphone {
  /** Samples a second. */
  sr: number;
  /** Lets go of it: the browser's sign that it is in use goes out. */
  close(): void;
}

export interface MicrophoneListener {
  /** Called with each piece of what it hears. */
  onSamples(piece: Float32Array): void;
  /** Called when it is unplugged or taken away. */
  onLost(): void;
}

/** What calls filter for speech would be missing from music. */
const unfiltered = { echoCancellation: false, noiseSuppression: false, autoGainControl: false };

/** Opens the microphone; the browser asks the reader first. Rejects with the browser's error when that fails. */
export async function openMicrophone({ onSamples, onLost }: MicrophoneListener): Promise<Microphone> {
  const stream = await navigator.mediaDevices.getUserMedia({ audio: unfiltered });
  const context = new AudioContext();
  const close = () => {
    for (const track of stream.getTracks()) track.stop();
    if (context.state !== "closed") void context.close();
  };
  try {
    await context.audioWorklet.addModule(workletUrl);
    await context.resume();
    const capture = new AudioWorkletNode(context, "etude-capture", {
      channelCount: 1,
      channelCountMode: "explicit",
    });
    capture.port.addEventListener("message", ({ data }: MessageEvent<Float32Array>) => onSamples(data));
    capture.port.start();
    // Its output is silence; a node that leads nowhere might not be run.
    new MediaStreamAudioSourceNode(context, { mediaStream: stream })
      .connect(capture)
      .connect(context.destination);
    for (const track of stream.getTracks()) track.addEventListener("ended", onLost);
    return { sr: context.sampleRate, close };
  } catch (error) {
    close();
    throw error;
  }
}
