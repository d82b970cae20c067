/** Time constant, in seconds, of a change from one track to another: too short to hear both, long enough not to click. */
const changeSeconds = 0.004;

/** Lets one channel of a sound through. All of them run on, so that a change comes at the same place. */
export interface TrackSwitch {
  through(source: AudioNode): AudioNode;
  /** Lets another channel through. */
  choose(track: number): void;
}

/**
 * A switch between the channels of a sound. All gains move towards their ends by the same law, so that they always add
 * up to 1, however quickly one changes one's mind.
 *
 * @param count how many channels
 */
export function trackSwitch(count: number): TrackSwitch {
  let chosen = 0;
  let gains: GainNode[] = [];
  return {
    through(source) {
      const { context } = source;
      const splitter = new ChannelSplitterNode(context, { numberOfOutputs: count });
      const sum = new GainNode(context);
      gains = Array.from({ length: count }, (_, i) => new GainNode(context, { gain: Number(i === chosen) }));
      source.connect(splitter);
      for (const [i, gain] of gains.entries()) splitter.connect(gain, i).connect(sum);
      return sum;
    },
    choose(track) {
      chosen = track;
      for (const [i, { gain, context }] of gains.entries()) {
        gain.setTargetAtTime(Number(i === track), context.currentTime, changeSeconds);
      }
    },
  };
}
