import { syllabusTerms } from "./syllabus-terms.ts";
import type { Term } from "./term.ts";

/** The course's vocabulary, by id. A lesson's `terms` and its `[[…]]` point here. */
export const glossary: Record<string, Term> = {
  ...syllabusTerms,
  "adjusted-rand-index": {
    name: "adjusted Rand index",
    definition:
      "How far two groupings of the same things agree, counted over all pairs that are together or apart in both, less what luck would give: 1 is the same grouping, 0 is luck.",
  },
  accuracy: {
    name: "accuracy",
    lesson: "generalising/model-evaluation",
    definition:
      "The share of answers that are right. Where one answer is common, always giving it has a high accuracy, too.",
  },
  precision: {
    name: "precision",
    lesson: "generalising/model-evaluation",
    definition: "Of all alarms, the share that was right: of what was called a clap, how much is one.",
  },
  recall: {
    name: "recall",
    lesson: "generalising/model-evaluation",
    definition: "Of all there is to find, the share that was found: of the claps, how many were called one.",
  },
  "f1-score": {
    name: "F1 score",
    lesson: "generalising/model-evaluation",
    definition: "The harmonic mean of precision and recall. It is high only where both are.",
  },
  "roc-curve": {
    name: "ROC curve",
    lesson: "generalising/model-evaluation",
    definition:
      "For every threshold, the share of the class sought that is found, by the share of the others that is taken for it. The area under it is how often a member of the class has a higher score than another.",
  },
  calibration: {
    name: "calibration",
    lesson: "generalising/model-evaluation",
    definition:
      "Whether scores mean what they say: of all answers given with a probability of 0.7, seven in ten should be right.",
  },
  "macro-average": {
    name: "macro average",
    lesson: "generalising/model-evaluation",
    definition:
      "The mean of the figures of all classes, each with one vote however rare it is. The micro average counts all answers together instead, so that common classes have most of the say.",
  },
  bagging: {
    name: "bagging",
    lesson: "generalising/ensemble-learning",
    definition:
      "Copies of one learner, each given its own draw of the examples, that vote together. It steadies a learner that depends much on single examples.",
  },
  boosting: {
    name: "boosting",
    lesson: "generalising/ensemble-learning",
    definition:
      "Weak learners one after the other, each correcting what those before it have left wrong. With too many of them it becomes too sure of its mistakes.",
  },
  bootstrap: {
    name: "bootstrap",
    lesson: "generalising/cross-validation",
    definition:
      "Drawing as many as there are, each put back before the next is drawn, again and again: how far a score moves from draw to draw says how sure it is. What belongs together, such as the strokes of a kit, is drawn together.",
  },
  classification: {
    name: "classification",
    definition:
      "Answering with one of several names that were fixed beforehand, such as five genres or six kinds of drum.",
  },
  "confusion-matrix": {
    name: "confusion matrix",
    definition:
      "A table of what things are against what they were taken for. Its diagonal holds what was right; every other cell is one kind of mistake.",
  },
  "nested-cross-validation": {
    name: "nested cross-validation",
    lesson: "generalising/automl",
    definition:
      "Folds around a search that has folds of its own: what is tested in the outer ones was never seen by the search, so the score is that of the whole procedure.",
  },
  pipeline: {
    name: "pipeline",
    lesson: "generalising/automl",
    definition:
      "The steps from numbers to answer taken as one model: scaling, selecting, the learner. It is fitted and tested as a whole, so that no step looks at what is held out.",
  },
  "winners-curse": {
    name: "winner’s curse",
    lesson: "generalising/automl",
    definition:
      "What is picked because its score was the highest has mostly been lucky too, so that its score promises more than it will keep. It grows with the number of tries.",
  },
  correlation: {
    name: "correlation",
    definition:
      "How closely two rows of numbers rise and fall together along a straight line: 1 together, −1 against each other, 0 neither. It does not say why.",
  },
  "bayesian-information-criterion": {
    name: "Bayesian information criterion",
    lesson: "learning/gaussian-mixture-models",
    definition:
      "A judge between models, BIC for short: how unlikely the data is under the model, plus a price for every number that the model has learned. The lowest is best.",
  },
  "bell-curve": {
    name: "bell curve",
    lesson: "learning/gaussian-mixture-models",
    definition:
      "The shape of the normal or Gaussian distribution: a hill with its mean in the middle, and a width that is called standard deviation.",
  },
  "expectation-maximisation": {
    name: "expectation-maximisation",
    lesson: "learning/gaussian-mixture-models",
    definition:
      "A way to fit a mixture, EM for short: share the examples out among the components, move each component to its share, and begin again.",
  },
  likelihood: {
    name: "likelihood",
    lesson: "learning/gaussian-mixture-models",
    definition:
      "How probable the data would be if a model were right. It compares models on the same data; on its own it means little.",
  },
  residual: {
    name: "residual",
    definition:
      "What a prediction leaves over: the truth less the prediction. Where residuals still have a shape or a rhythm, the model has missed something.",
  },
  "majority-vote": {
    name: "majority vote",
    lesson: "generalising/ensemble-learning",
    definition:
      "The answer that most voters give. It makes more of what they have: of being right if each is better than a coin, of being wrong if each is worse.",
  },
  "out-of-bag": {
    name: "out-of-bag",
    lesson: "generalising/ensemble-learning",
    definition:
      "The examples that were not drawn for one member of an ensemble, by which that member can be tested. They are hidden at random, not by group.",
  },
  "random-forest": {
    name: "random forest",
    lesson: "generalising/ensemble-learning",
    definition:
      "Many decision trees that vote, each grown from its own draw of examples and asking about few features drawn anew for every question.",
  },
  responsibility: {
    name: "responsibility",
    lesson: "learning/gaussian-mixture-models",
    definition:
      "The share of one example that a component of a mixture takes for its own. The shares of all components add up to 1.",
  },
  "data-leakage": {
    name: "data leakage",
    lesson: "generalising/cross-validation",
    definition:
      "Whatever lets a model know something of the answers that it is tested on: a copy on both sides of a split, a sibling from the same kit, or a choice that was made by looking at all labels.",
  },
  "decision-tree": {
    name: "decision tree",
    definition:
      "A model that asks yes-or-no questions about one feature at a time. Its depth is how many questions it may ask before it answers.",
  },
  dendrogram: {
    name: "dendrogram",
    definition:
      "A drawing of a tree of clusters: each bar stands at the distance at which two branches were joined. Cut at a height, it falls into clusters.",
  },
  "explained-variance": {
    name: "explained variance",
    definition:
      "The share of all the spread in the data that a component, or several together, keep. It says how much varies along them, not whether that matters.",
  },
  feature: {
    name: "feature",
    definition:
      "A number that describes a sound, such as how bright it is. A model sees the features, never the sound.",
  },
  "grid-search": {
    name: "grid search",
    lesson: "generalising/hyperparameters",
    definition:
      "Trying every combination of some values of each hyperparameter, and keeping the one that does best on what was hidden.",
  },
  inertia: {
    name: "inertia",
    definition:
      "The sum of the squared distances of all examples to the centres of their clusters: what k-means makes small. It always falls when there are more clusters.",
  },
  "k-means": {
    name: "k-means",
    definition:
      "A method of clustering with two moves that are repeated: every example goes to its nearest centre, every centre to the mean of its examples.",
  },
  "k-nearest-neighbours": {
    name: "k-nearest neighbours",
    definition:
      "A model that answers with the majority among the k known examples that lie closest to the new one.",
  },
  kernel: {
    name: "kernel",
    definition:
      "A rule that says how alike two examples are. With one, a support vector machine can draw curved borders without ever computing the further features in which they would be straight.",
  },
  "label-noise": {
    name: "label noise",
    definition:
      "Wrong labels among the examples that a model learns from: scattered ones, or the same mistake again and again.",
  },
  "learning-curve": {
    name: "learning curve",
    definition:
      "Training and validation score drawn against the number of examples that the model has learned from: what more of them would be worth.",
  },
  "learning-rate": {
    name: "learning rate",
    lesson: "generalising/hyperparameters",
    definition:
      "How far a network goes in one step of its training, against the slope of the loss. Too small, and it creeps; too large, and it jumps out of the valley.",
  },
  "leave-one-group-out": {
    name: "leave-one-group-out",
    definition:
      "A split that holds out one whole group at a time, here one drum kit, so that nothing in the test was recorded with what the model has seen.",
  },
  linkage: {
    name: "linkage",
    definition:
      "What the distance between two clusters is, when clusters are joined one after the other: that of their nearest members, of their farthest, of all pairs in the mean, or how much the inertia would grow (Ward).",
  },
  margin: {
    name: "margin",
    definition:
      "The room between a border and the nearest examples on either side: the width of the street that a support vector machine builds.",
  },
  "log-loss": {
    name: "log loss",
    definition:
      "How surprised a model was by the true answers: small where it had given them a high probability, large where it was sure of something else.",
  },
  "mutual-information": {
    name: "mutual information",
    lesson: "generalising/feature-selection",
    definition:
      "How much knowing one thing narrows down another, whatever the shape of their dependence: 0 where it says nothing.",
  },
  "permutation-importance": {
    name: "permutation importance",
    lesson: "generalising/feature-selection",
    definition:
      "How much worse a model gets when one of its features is shuffled. Of two features that say the same, each can look unimportant.",
  },
  "permutation-test": {
    name: "permutation test",
    lesson: "generalising/cross-validation",
    definition:
      "Mixing up the labels many times and scoring each time anew: what chance reaches with these very data. A score that few of the mixed ones reach is hardly luck.",
  },
  "principal-component": {
    name: "principal component",
    definition:
      "A direction in which examples differ most, as a recipe of so much of each feature; the next one differs most among those at right angles to it.",
  },
  regression: {
    name: "regression",
    definition:
      "Answering with a number, such as a tempo or a score. Here one can be nearly right, and the size of the error counts.",
  },
  "self-similarity-matrix": {
    name: "self-similarity matrix",
    definition:
      "A square that says how alike each moment of a piece is to each other one. What is repeated shows as stripes beside the diagonal.",
  },
  silhouette: {
    name: "silhouette",
    definition:
      "How well an example lies in its cluster, from −1 to 1: it compares the mean distance to its own cluster with that to the next one.",
  },
  stacking: {
    name: "stacking",
    lesson: "generalising/ensemble-learning",
    definition:
      "Different models, and a last one that learns from their answers about hidden examples how far to trust each of them.",
  },
  stratification: {
    name: "stratification",
    lesson: "generalising/cross-validation",
    definition:
      "Dealing each class out by itself, so that every fold has its share of it, also of a rare one.",
  },
  "successive-halving": {
    name: "successive halving",
    lesson: "generalising/hyperparameters",
    definition:
      "A search in rounds: all settings are tried on little, the better part of them on more, and so on. It is quick, and favours what does well on little.",
  },
  "support-vector": {
    name: "support vector",
    definition:
      "An example that holds the border of a support vector machine in place, because it stands on the edge of the margin, inside it or on the wrong side. All others could be deleted.",
  },
  threshold: {
    name: "threshold",
    definition:
      "The value of a number from which the answer changes: at −10 dB or more a note, below that a drum.",
  },
  "training-score": {
    name: "training score",
    definition: "The share of right answers on the very examples that the model has learned from.",
  },
  "validation-curve": {
    name: "validation curve",
    definition:
      "Training and validation score drawn against one setting of the model, from its simplest to its most complex.",
  },
  "validation-score": {
    name: "validation score",
    definition: "The share of right answers on examples that were held back while the model learned.",
  },
};

/** The id of a term as written in prose: `[[validation curve]]` → `validation-curve`. */
export function termId(written: string): string {
  return written.trim().toLowerCase().replace(/\s+/g, "-");
}
