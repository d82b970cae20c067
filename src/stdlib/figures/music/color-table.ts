import { interpolateMagma } from "d3";

const size = 256;

/** The page in the light theme, and the share up to which colours come out of it: magma's own end is a strong yellow. */
const paper = [253, 251, 247] as const;
const paperShare = 0.2;

function lightColor(share: number): number[] {
  const ink = channels(interpolateMagma(1 - share));
  const mix = Math.min(1, share / paperShare);
  return paper.map((channel, i) => Math.round(channel + mix * (ink[i]! - channel)));
}

function channels(hex: string): number[] {
  const rgb = Number.parseInt(hex.slice(1), 16);
  return [rgb >> 16, (rgb >> 8) & 255, rgb & 255];
}

/**
 * The colours of a picture from quiet to loud: 256 pixels as a canvas holds them, each a little farther from the page
 * to the eye (matplotlib's magma). On a light page they run the other way, so that quiet is near the page in both.
 */
export function colorTable(dark: boolean): Uint32Array {
  return Uint32Array.from({ length: size }, (_, i) => {
    const share = i / (size - 1);
    const [red, green, blue] = dark ? channels(interpolateMagma(share)) : lightColor(share);
    // A pixel is stored red first, and the machines that browsers run on put the lowest byte first.
    return ((255 << 24) | (blue! << 16) | (green! << 8) | red!) >>> 0;
  });
}

/** The place in the table of a share from 0 (quiet) to 1 (loud); what lies beyond gets the last colour. */
export function colorPlace(share: number): number {
  // Not a number counts as quiet.
  return share > 0 ? Math.min(size - 1, Math.floor(share * size)) : 0;
}
