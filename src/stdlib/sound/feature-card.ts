import { nearestName } from "../../learn/base/nearest-name.ts";
import { checkArray, checkSettings } from "../check-arguments.ts";
import type { Dataset } from "../data/index.ts";
import { element, svgElement } from "../element.ts";
import { capitalised } from "../figures/capitalised.ts";
import type { Sound } from "./create-sound.ts";
import {
  type Contrast,
  featureContrasts,
  type HeardFeature,
  type HeardRow,
  heardFeatures,
} from "./feature-contrasts.ts";
import { playControl } from "./play-button.ts";

export interface FeatureCardOptions {
  /** The features it tells of; default all five. */
  only?: readonly string[];
  /** Whether it is unfolded at first; default false. */
  open?: boolean;
  /** Ends the sounds. */
  signal?: AbortSignal;
}

const counts = ["No", "One", "Two", "Three", "Four", "Five"];
const allNames = heardFeatures.map(({ name }) => name);

function chosen(only: readonly string[] | undefined): HeardFeature[] {
  if (only === undefined) return [...heardFeatures];
  checkArray("featureCard", "only", only, '["brightness", "decay"]');
  return only.map((name) => {
    const found = heardFeatures.find((feature) => feature.name === name);
    if (found) return found;
    const nearest = nearestName(String(name), allNames);
    throw new RangeError(
      `featureCard: only has "${name}"; did you mean "${nearest}"? It tells of ${allNames.join(", ")}.`,
    );
  });
}

function audibleRows(datasets: readonly Dataset[]): HeardRow[] {
  const rows = datasets.flatMap((dataset) => {
    for (const name of allNames) {
      if (dataset.featureNames?.includes(name)) continue;
      throw new RangeError(
        `featureCard: ${dataset.meta?.id ?? "what it got"} has no feature "${name}". drum-test and instruments have all five.`,
      );
    }
    return dataset.clips.flatMap((clip, row) => (clip ? [{ dataset, row }] : []));
  });
  if (rows.length > 0) return rows;
  throw new RangeError("featureCard: nothing of this dataset can be heard. drum-test and instruments can.");
}

function shownValue(value: number, { decimals, unit }: HeardFeature): string {
  const digits = value.toFixed(decimals).replace(/^-0(\.0+)?$/, "0$1");
  return `${digits.replace("-", "−")} ${unit}`;
}

/** All sounds as thin lines on the feature's scale, the two that are played as a ring and a disc. */
function bar(feature: HeardFeature, { low, high, values }: Contrast, named: string[]): SVGElement {
  const least = Math.min(...values);
  const most = Math.max(...values);
  const at = (value: number) => `${((100 * (value - least)) / (most - least || 1)).toFixed(2)}%`;
  const lines = values.map((value) => {
    return svgElement("line", { x1: at(value), x2: at(value), y1: "15%", y2: "85%" });
  });
  const mark = ({ dataset, row }: HeardRow, end: string) => {
    const cx = at(dataset.column(feature.name)[row] as number);
    return svgElement("circle", { cx, cy: "50%", r: 6, class: "etude-contrast-mark", "data-end": end });
  };
  const ends = `from ${shownValue(least, feature)} to ${shownValue(most, feature)}`;
  return svgElement(
    "svg",
    {
      class: "etude-contrast-bar",
      role: "img",
      "aria-label": `${capitalised(feature.label)} of ${values.length} sounds, ${ends}: ${named.join(" and ")}`,
    },
    svgElement("g", {}, ...lines),
    mark(low, "low"),
    mark(high, "high"),
  );
}

/**
 * Features that a musician already hears, each with what it means, its unit, and two sounds: one that has little of it
 * and one that has much.
 * @throws TypeError, RangeError when a dataset lacks a feature, or nothing of it can be heard.
 */
export function featureCard(
  sound: Sound,
  given: Dataset | readonly Dataset[],
  options: FeatureCardOptions = {},
): HTMLElement {
  checkSettings("featureCard", options, '{only: ["brightness"]}');
  const datasets = Array.isArray(given) ? given : [given];
  if (given === null || typeof given !== "object")
    throw new TypeError('featureCard takes a dataset, such as await datasets.load("drum-test").');
  const features = chosen(options.only);
  const contrasts = featureContrasts(audibleRows(datasets), allNames);

  const heard = (feature: HeardFeature, { dataset, row }: HeardRow, end: string) => {
    const label = dataset.y[row]!;
    const value = shownValue(dataset.column(feature.name)[row] as number, feature);
    const from = [dataset.rows[row]!.note, dataset.groups[row]].filter(Boolean).join(", ");
    const { button, status } = playControl(sound, dataset.clips[row]!, {
      label: `${label}, ${feature.label} ${value}`,
      signal: options.signal,
    });
    const words = element("span", {}, element("b", {}, label), element("small", {}, from));
    const shown = element("span", { class: "etude-contrast-value" }, value);
    const part = element(
      "div",
      { class: "etude-contrast-sound", "data-end": end },
      button,
      words,
      shown,
      status,
    );
    return { part, named: `${label} at ${value}` };
  };
  const items = features.map((feature) => {
    const contrast = contrasts[allNames.indexOf(feature.name)]!;
    const low = heard(feature, contrast.low, "low");
    const high = heard(feature, contrast.high, "high");
    return element(
      "li",
      { "data-feature": feature.name },
      element("p", {}, element("strong", {}, capitalised(feature.label)), ` ${feature.meaning}`),
      element("div", { class: "etude-contrast" }, low.part, high.part),
      bar(feature, contrast, [low.named, high.named]),
      element("small", {}, feature.scale),
    );
  });

  const title = `${counts[features.length] ?? features.length} feature${features.length === 1 ? "" : "s"} that you can hear`;
  const { length } = contrasts[0]!.values;
  const note = `Each line is one of ${length} sounds; the ring and the disc are the two that you can play. Brightness, noisiness and bass share are measured over the first 0.2 s.`;
  return element(
    "details",
    { class: "etude-feature-card", open: options.open === true },
    element("summary", {}, title),
    element("ul", { role: "list" }, ...items),
    element("p", { class: "etude-feature-note" }, note),
  );
}
