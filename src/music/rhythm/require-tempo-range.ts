import { requirePositive } from "../base/signal.ts";

/** Throws unless both are tempi and the fastest is above the slowest. */
export function requireTempoRange(tempoMin: number, tempoMax: number, caller: string): void {
  requirePositive(tempoMin, "tempoMin", caller);
  requirePositive(tempoMax, "tempoMax", caller);
  if (!(tempoMax > tempoMin)) {
    throw new RangeError(
      `${caller}: tempoMin is ${tempoMin} and tempoMax ${tempoMax}; tempoMax must be above tempoMin.`,
    );
  }
}
