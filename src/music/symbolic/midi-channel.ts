import type { MidiEvent } from "midi-file";

/** The channel, from 0, on which numbers mean drums. */
export const DRUM_CHANNEL = 9;
/** The pitch wheel's way from its middle to either end. */
export const BEND_STEPS = 8192;
/** Controllers by their numbers in the standard. */
export const DATA_ENTRY = 6;
export const DATA_ENTRY_FINE = 38;
const PARAMETER_FINE = 100;
const PARAMETER = 101;
const RESET_CONTROLLERS = 121;

const DEFAULT_BEND_RANGE = 2;
/** No parameter is chosen: 127, 127. */
const NONE = 0x3fff;
const BEND_RANGE_PARAMETER = 0;

/** What a channel is set to. */
export class ChannelState {
  program = 0;
  private wheel = 0;
  private range = [DEFAULT_BEND_RANGE, 0];
  private parameter = NONE;

  /** How far the pitch wheel is turned, in semitones. */
  get bend(): number {
    return (this.wheel / BEND_STEPS) * (this.range[0] + this.range[1] / 100);
  }

  /** Follows an event of the channel. */
  take(event: MidiEvent): void {
    if (event.type === "programChange") this.program = event.programNumber;
    else if (event.type === "pitchBend") this.wheel = event.value;
    else if (event.type === "controller") this.control(event.controllerType, event.value);
  }

  private control(controller: number, value: number): void {
    if (controller === PARAMETER) this.parameter = (this.parameter & 0x7f) | (value << 7);
    else if (controller === PARAMETER_FINE) this.parameter = (this.parameter & 0x3f80) | value;
    else if (controller === RESET_CONTROLLERS) this.wheel = 0;
    else if (this.parameter === BEND_RANGE_PARAMETER && controller === DATA_ENTRY) this.range[0] = value;
    else if (this.parameter === BEND_RANGE_PARAMETER && controller === DATA_ENTRY_FINE) this.range[1] = value;
  }
}
