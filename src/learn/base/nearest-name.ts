function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    for (let j = 1; j <= b.length; j++) {
      const substituted = previous[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      current.push(Math.min(previous[j]! + 1, current[j - 1]! + 1, substituted));
    }
    previous = current;
  }
  return previous[b.length]!;
}

/** The name among `known` that `name` was most likely meant to be, letter case and underscores aside. */
export function nearestName(name: string, known: readonly string[]): string | undefined {
  const plain = (text: string) => text.toLowerCase().replaceAll("_", "");
  const ranked = known.map((candidate) => ({
    candidate,
    distance: editDistance(plain(name), plain(candidate)),
  }));
  return ranked.sort((a, b) => a.distance - b.distance)[0]?.candidate;
}
