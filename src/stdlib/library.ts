import { type FilesPort, noFiles } from "./data/files-port.ts";
import type { Datasets } from "./data/index.ts";
import type { SoundsInputOptions } from "./data/own/sounds-input.ts";
import { figureFiles } from "./figure-files.ts";
import { computeNames, inputNames, learnClasses, soundNames, soundToolNames } from "./names.ts";
import { cellSeed } from "./seed.ts";
import type { Sound } from "./sound/index.ts";

type Context = { cellId: string; signal: AbortSignal; track(run: never): void };
type Module = Record<string, unknown>;

/** What cells can name, in the form that a notebook takes. */
export type Library = {
  shared: Record<string, () => unknown>;
  perCell: Record<string, (context: Context) => unknown>;
  modules: Record<string, () => Promise<Module>>;
};

/**
 * What the page shares with its cells; a notebook has no files of its own unless it is handed them. `variant` throws when
 * the page asks for none that there can be.
 */
export type LibraryPorts = {
  seed: number;
  datasets: Datasets;
  sound: Sound;
  files?: FilesPort;
  variant?: () => number;
};

const modules: Library["modules"] = {
  "@observablehq/inputs": () => import("@observablehq/inputs"),
  "@observablehq/plot": () => import("@observablehq/plot"),
  "@tensorflow/tfjs": () => import("@tensorflow/tfjs"),
  d3: () => import("d3"),
  danfojs: () => import("danfojs"),
  htl: () => import("htl"),
};

/** Where the classes of `learn` are: a page loads the modules that its cells name. */
const learnFolders: Record<keyof typeof learnClasses, () => Promise<Module>> = {
  base: () => import("../learn/base/matrix.ts"),
  cluster: () => import("../learn/cluster/index.ts"),
  compose: () => import("../learn/compose/index.ts"),
  decision: () => import("../learn/decision/index.ts"),
  decomposition: () => import("../learn/decomposition/index.ts"),
  discriminantAnalysis: () => import("../learn/discriminant-analysis/index.ts"),
  dummy: () => import("../learn/dummy/index.ts"),
  ensemble: () => import("../learn/ensemble/index.ts"),
  featureSelection: () => import("../learn/feature-selection/index.ts"),
  linearModel: () => import("../learn/linear-model/index.ts"),
  mixture: () => import("../learn/mixture/index.ts"),
  naiveBayes: () => import("../learn/naive-bayes/index.ts"),
  neighbors: () => import("../learn/neighbors/index.ts"),
  neuralNetwork: () => import("../learn/neural-network/index.ts"),
  preprocessing: () => import("../learn/preprocessing/index.ts"),
  recommend: () => import("../learn/recommend/index.ts"),
  search: () => import("../learn/selection/index.ts"),
  sequence: () => import("../learn/sequence/index.ts"),
  svm: () => import("../learn/svm/index.ts"),
  text: () => import("../learn/text/index.ts"),
  tree: () => import("../learn/tree/index.ts"),
  groupKFold: () => import("../learn/selection/group-k-fold.ts"),
  groupShuffleSplit: () => import("../learn/selection/group-shuffle-split.ts"),
  kFold: () => import("../learn/selection/k-fold.ts"),
  leaveOneGroupOut: () => import("../learn/selection/leave-one-group-out.ts"),
  repeatedStratifiedKFold: () => import("../learn/selection/repeated-stratified-k-fold.ts"),
  shuffleSplit: () => import("../learn/selection/shuffle-split.ts"),
  stratifiedGroupKFold: () => import("../learn/selection/stratified-group-k-fold.ts"),
  stratifiedKFold: () => import("../learn/selection/stratified-k-fold.ts"),
  stratifiedShuffleSplit: () => import("../learn/selection/stratified-shuffle-split.ts"),
};

function each<T>(names: readonly string[], entry: (name: string) => T): Record<string, T> {
  return Object.fromEntries(names.map((name) => [name, entry(name)]));
}

function lazily(load: () => Promise<Module>, names: readonly string[]): Library["shared"] {
  return each(names, (name) => async () => (await load())[name]);
}

function learnEntries(): Library["shared"] {
  const folders = Object.entries(learnFolders) as [keyof typeof learnClasses, () => Promise<Module>][];
  return Object.assign({}, ...folders.map(([folder, load]) => lazily(load, learnClasses[folder])));
}

function figureEntries(): Library["shared"] {
  return Object.assign({}, ...Object.entries(figureFiles).map(([name, load]) => lazily(load, [name])));
}

/** The standard library of a notebook: every entry is loaded when a cell first names it. */
export function library({
  seed,
  datasets,
  sound,
  files = noFiles,
  variant = () => 0,
}: LibraryPorts): Library {
  return {
    modules,
    shared: {
      Plot: modules["@observablehq/plot"]!,
      Inputs: modules["@observablehq/inputs"]!,
      d3: modules.d3!,
      dfd: modules.danfojs!,
      tf: modules["@tensorflow/tfjs"]!,
      ...lazily(modules.htl!, ["html", "svg"]),
      md: async () => (await import("./markup/md.ts")).md,
      tex: async () => (await import("./markup/tex.ts")).tex,
      datasets: () => datasets,
      learn: () => import("../learn/index.ts"),
      music: () => import("../music/index.ts"),
      metrics: () => import("../learn/metrics/index.ts"),
      ...learnEntries(),
      ...figureEntries(),
      ...lazily(() => import("./inputs/index.ts"), inputNames),
      ...lazily(() => import("./data/own/table-input.ts"), ["tableInput"]),
    },
    perCell: {
      FileAttachment: async ({ signal }) =>
        (await import("./data/file-attachment.ts")).fileAttachments(files, { signal }),
      soundsInput: async (context) => {
        const [{ soundsInput }, { computeFor }, { soundFor }] = await Promise.all([
          import("./data/own/sounds-input.ts"),
          import("./compute/index.ts"),
          import("./sound/index.ts"),
        ]);
        const { audioFeatures } = computeFor(context);
        const { playButton } = soundFor(sound, context);
        const { signal } = context;
        return (options?: SoundsInputOptions) => soundsInput({ audioFeatures, playButton, signal }, options);
      },
      trainer: async ({ cellId, signal }) => {
        const [{ trainer }, { computeFor }] = await Promise.all([
          import("./inputs/trainer.ts"),
          import("./compute/index.ts"),
        ]);
        // The cell does not wait for it: it is a thing to play with, and may stand paused for good.
        const { trainNetwork } = computeFor({ cellId, signal });
        type Rest = [model: never, X: never, y: never, options?: never];
        return (...rest: Rest) => trainer({ trainNetwork, signal }, ...rest);
      },
      random: async ({ cellId }) => {
        const { RandomState } = await import("../learn/random-state.ts");
        return new RandomState(cellSeed(seed, cellId));
      },
      variant: async ({ cellId }) => {
        const { RandomState } = await import("../learn/random-state.ts");
        // A stream of its own, whatever number the seed has.
        return new RandomState(cellSeed(variant(), `variant of ${cellId}`));
      },
      sound: async ({ signal }) => (await import("./sound/index.ts")).soundFor(sound, { signal }),
      ...each(soundNames, (name) => async ({ signal }: Context) => {
        const { soundFor } = await import("./sound/index.ts");
        return soundFor(sound, { signal })[name as (typeof soundNames)[number]];
      }),
      ...each(soundToolNames, (name) => async ({ signal }: Context) => {
        const { soundToolsFor } = await import("./sound/sound-tools.ts");
        return soundToolsFor(sound, { signal })[name as (typeof soundToolNames)[number]];
      }),
      ...each(computeNames, (name) => async (context: Context) => {
        const { computeFor } = await import("./compute/index.ts");
        return computeFor(context)[name as (typeof computeNames)[number]];
      }),
    },
  };
}
