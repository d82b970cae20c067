/** What is this much weaker than the loudest so far counts as silence. */
const SILENT_DB = 50;
/** The loudest so far is forgotten at this rate, so that one bang does not silence what follows. */
const FORGOTTEN_DB_PER_SECOND = 6;
/** The mean square of what 16 bits cannot hold: 90 dB below a square wave of amplitude 1. */
const NOTHING = 1e-9;

/** Tells frames that sound from those that are as good as silent beside what came before. */
export class LevelGate {
  private readonly decay: number;
  private loudest = NOTHING;

  constructor(sr: number, hopLength: number) {
    this.decay = 10 ** ((-FORGOTTEN_DB_PER_SECOND * hopLength) / sr / 10);
  }

  /** Whether a frame of this power sounds. To be asked about each frame in turn. */
  sounds(power: number): boolean {
    this.loudest = Math.max(power, this.loudest * this.decay);
    return power > Math.max(NOTHING, this.loudest * 10 ** (-SILENT_DB / 10));
  }
}
