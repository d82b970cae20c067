import leven from "leven";

/** The known name nearest to a mistyped one, if one is near. */
export function nearestName(name: string, names: Iterable<string>): string | undefined {
  const limit = Math.floor((name.length + 1) / 3); // two letters swapped count as two
  let best: string | undefined;
  let bestDistance = limit + 1;
  for (const candidate of names) {
    const distance = candidate.toLowerCase() === name.toLowerCase() ? 0 : leven(name, candidate);
    if (distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}
