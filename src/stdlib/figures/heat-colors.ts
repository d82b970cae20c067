/** As strongly filled as this, text in ink and in the colour of the paper are equally easy to read: at least 4.2 to 1. */
const mostUnderInk = { heat: 0.67, signed: 0.75 };

const clamped = (share: number) => Math.min(1, Math.max(0, share));

function mixed(color: string, share: number, ground: string): string {
  return `color-mix(in oklab, var(${color}) ${(100 * clamped(share)).toFixed(1)}%, var(${ground}))`;
}

/** A colour for how high a number is, from 0 (lowest) to 1 (highest). It is CSS and follows the theme. */
export function heatColor(share: number): string {
  return mixed("--etude-heat-high", share, "--etude-heat-low");
}

/** A colour for a number with a sign, from -1 to 1, pale about 0. It is CSS and follows the theme. */
export function signedColor(share: number): string {
  return mixed(share < 0 ? "--etude-negative" : "--etude-positive", Math.abs(share), "--etude-heat-low");
}

/** The colour of text on a cell whose colour is that of `heatColor`, or of `signedColor`, for this share. */
export function textOn(share: number, signed = false): string {
  const most = signed ? mostUnderInk.signed : mostUnderInk.heat;
  return Math.abs(share) > most ? "var(--etude-paper)" : "var(--etude-ink)";
}
