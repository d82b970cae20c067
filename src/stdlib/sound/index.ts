export type { Audible, Clip, Samples } from "./clip.ts";
export { createSound, type Playback, type Sound, type SoundPorts } from "./create-sound.ts";
export type { PlayOptions } from "./play.ts";
export type { SoundCardsOptions } from "./sound-cards.ts";
export { type CellSound, soundFor } from "./sound-for.ts";
export type { SoundListItem, SoundListOptions } from "./sound-list.ts";
export type { WaveformOptions } from "./waveform-figure.ts";
