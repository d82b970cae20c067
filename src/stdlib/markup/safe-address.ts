const entities: Record<string, string> = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"' };

/**
 * An address as the browser will read it: without the characters that it drops, however they were written. Whatever
 * stands before the first colon counts as its scheme, even where a browser might not think so.
 */
function readAddress(value: string): { address: string; scheme: string | undefined } {
  const address = value
    .replace(/&(amp|lt|gt|quot);/g, (entity) => entities[entity]!)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: browsers drop these from addresses
    .replace(/^[\u0000-\u0020]+|[\t\n\r]/g, "");
  return { address, scheme: address.match(/^([^/?#]*):/)?.[1]?.toLowerCase() };
}

function isElsewhere(address: string): boolean {
  // Browsers read a backslash here as a slash.
  return /^[/\\]{2}/.test(address);
}

/** Where a link leads: to the page or the site it is on, to a web page or an address for mail, or (null) nowhere. */
export function linkAddress(value: string): "here" | "elsewhere" | null {
  const { address, scheme } = readAddress(value);
  if (address === "") return null;
  if (scheme === undefined) return isElsewhere(address) ? "elsewhere" : "here";
  return ["http", "https", "mailto"].includes(scheme) ? "elsewhere" : null;
}

/** Where a picture lies: in the page or on its site, elsewhere on the web, or (null) nowhere that may be shown. */
export function imageAddress(value: string): "here" | "elsewhere" | null {
  const { address, scheme } = readAddress(value);
  if (address === "") return null;
  if (scheme === undefined) return isElsewhere(address) ? "elsewhere" : "here";
  if (scheme === "data")
    return /^data:image\/(png|jpeg|gif|webp|avif|svg\+xml)[;,]/i.test(address) ? "here" : null;
  return scheme === "http" || scheme === "https" ? "elsewhere" : null;
}
