export type { NoteCandidate } from "./note-candidates.ts";
export { type TranscribeOptions, transcribe } from "./transcribe.ts";
export type { MonophonicSteps } from "./transcribe-monophonic.ts";
export type { PolyphonicSteps } from "./transcribe-polyphonic.ts";
