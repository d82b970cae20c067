/**
 * Where a name of the reference stands that an old address, `reference/#music.stft`, asks the index for: its own
 * address, or for a method that of its class with the method behind it. Undefined when no such name is known.
 * @param addresses what stands in full somewhere, by its path
 */
export function forwardAddress(path: string, addresses: ReadonlyMap<string, string>): string | undefined {
  for (let end = path.length; end > 0; end = path.lastIndexOf(".", end - 1)) {
    const address = addresses.get(path.slice(0, end));
    if (address) return address + path.slice(end);
  }
  return undefined;
}
