import type { ReferenceName } from "../../stdlib/reference-entry.ts";

/** A part of the page of figures: what its figures are about, and their names. */
interface FigureGroup {
  id: string;
  title: string;
  about: string;
  names: readonly string[];
}

const groups: readonly FigureGroup[] = [
  {
    id: "samples",
    title: "Samples, and what a model makes of them",
    about: "Points, maps and tables of the data itself.",
    names: [
      "scatterFigure",
      "stripFigure",
      "featureTable",
      "decisionRegionsFigure",
      "marginFigure",
      "regressionFigure",
      "treeFigure",
      "networkFigure",
      "featureScoresFigure",
    ],
  },
  {
    id: "worth",
    title: "How good a model is",
    about: "Scores, what they rest on, and where the mistakes are.",
    names: [
      "scoresFigure",
      "confusionMatrixFigure",
      "foldGridFigure",
      "scoreStripFigure",
      "thresholdFigure",
      "rocFigure",
      "precisionRecallFigure",
      "residualsFigure",
    ],
  },
  {
    id: "fit",
    title: "Too simple, or too complex",
    about: "How models do as a setting, the data or the time of training grows.",
    names: [
      "validationCurveFigure",
      "learningCurveFigure",
      "lossCurveFigure",
      "curvesFigure",
      "fitsFigure",
      "biasVarianceFigure",
      "searchHeatMapFigure",
      "parallelCoordinatesFigure",
      "anytimeCurveFigure",
      "linesFigure",
    ],
  },
  {
    id: "structure",
    title: "Structure without labels",
    about: "Groups, mixtures and directions that the data has by itself.",
    names: [
      "clusterFigure",
      "silhouetteFigure",
      "dendrogramFigure",
      "labelGridFigure",
      "mixtureFigure",
      "screeFigure",
      "matrixFigure",
    ],
  },
  {
    id: "sound",
    title: "Sound and music",
    about: "What there is to see in a sound, a piece or a score.",
    names: [
      "waveformFigure",
      "spectrumFigure",
      "spectrogramFigure",
      "melSpectrogramFigure",
      "chromagramFigure",
      "differenceFigure",
      "f0Figure",
      "noveltyFigure",
      "tempogramFigure",
      "selfSimilarityFigure",
      "dtwFigure",
      "chordLanesFigure",
      "pianoRollFigure",
      "staffFigure",
      "keyboardFigure",
    ],
  },
];

/** Where a figure stands that is in none of the groups above. */
const others = {
  id: "others",
  title: "More",
  about: "Other figures, and the frame that you can put your own into.",
};

/** Figures that are told of among the sounds. */
const alsoFigures = ["waveformFigure"];

/** The figures of the reference that have an example, in groups and in the order of these; no group is empty. */
export function figureGroups(reference: readonly ReferenceName[]) {
  const figures = reference.filter(
    ({ group, name, example }) => example && (group === "figures" || alsoFigures.includes(name)),
  );
  const placed = new Set(groups.flatMap(({ names }) => names));
  const rest = figures.filter(({ name }) => !placed.has(name)).map(({ name }) => name);
  return [...groups, { ...others, names: rest }]
    .map(({ names, ...group }) => ({
      ...group,
      figures: names.flatMap((name) => figures.filter((figure) => figure.name === name)),
    }))
    .filter((group) => group.figures.length > 0);
}
