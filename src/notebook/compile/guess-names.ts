const declaration =
  /^(?:export\s+)?(?:const|let|var|class|(?:async\s+)?function(?:\s*\*)?)\s+([\p{L}_$][\p{L}\p{N}_$]*)/gmu;

/**
 * The names that a source means to define although it does not compile, as far as the beginnings of its lines tell:
 * so that cells that read them wait for it, and are not told that nobody defines them.
 */
export function guessNames(source: string): string[] {
  try {
    return Array.from(new Set(Array.from(source.matchAll(declaration), ([, name]) => name!)));
  } catch {
    return []; // a source may be too much for the engine's regular expressions, too
  }
}
