import type { Term } from "./term.ts";

const both = ["production", "education"] as const;
const production = ["production"] as const;
const education = ["education"] as const;

/** The 42 terms of the two syllabi that the course teaches, each with the lesson that is about it. */
export const syllabusTerms: Record<string, Term> = {
  "machine-learning": {
    name: "machine learning",
    syllabi: both,
    lesson: "start/machine-learning",
    definition:
      "To have a program find its own rule from examples, instead of writing the rule down: here, from sounds and what they are.",
  },
  "supervised-learning": {
    name: "supervised learning",
    syllabi: both,
    lesson: "learning/supervised-learning",
    definition:
      "Learning from examples whose answers are known, such as recordings with their genre, so as to answer for new ones.",
  },
  "training-data": {
    name: "training data",
    syllabi: production,
    lesson: "learning/training-data",
    definition:
      "The examples that a model learns from, with their labels. What is not in them, or is wrong in them, it cannot know better.",
  },
  "unsupervised-learning": {
    name: "unsupervised learning",
    syllabi: both,
    lesson: "learning/unsupervised-learning",
    definition:
      "Looking for order in examples without being told any answers: which belong together, and along what they differ.",
  },
  clustering: {
    name: "clustering",
    syllabi: production,
    lesson: "learning/clustering",
    definition:
      "Dividing examples into groups whose members are alike. Which groups come out depends on what one calls alike.",
  },
  "gaussian-mixture-models": {
    name: "Gaussian mixture model",
    syllabi: production,
    lesson: "learning/gaussian-mixture-models",
    definition:
      "A model that explains numbers as coming from several bell curves at once, such as pitches scattered about the notes of a scale.",
  },
  "support-vector-machines": {
    name: "support vector machine",
    syllabi: production,
    lesson: "learning/support-vector-machines",
    definition:
      "A classifier that draws the border between two classes where it stays farthest from both; the examples nearest to it, the support vectors, hold it in place.",
  },
  "model-evaluation": {
    name: "model evaluation and metrics",
    syllabi: both,
    lesson: "generalising/model-evaluation",
    definition:
      "Saying in numbers how good a model's answers are, and which mistakes it makes: accuracy, precision, recall and others, each for its own question.",
  },
  "cross-validation": {
    name: "cross-validation",
    syllabi: both,
    lesson: "generalising/cross-validation",
    definition:
      "Splitting the examples several times, so that each is once held back and asked about by a model that has not seen it.",
  },
  underfitting: {
    name: "underfitting",
    syllabi: both,
    lesson: "generalising/underfitting",
    definition:
      "A model is too simple for what the examples show, and does badly on them as on anything new.",
  },
  overfitting: {
    name: "overfitting",
    syllabi: both,
    lesson: "generalising/overfitting",
    definition:
      "A model has learned its examples, accidents included, instead of what they have in common: it does well on them and worse on anything new.",
  },
  "bias-and-variance": {
    name: "bias and variance",
    syllabi: both,
    lesson: "generalising/bias-and-variance",
    definition:
      "Two ways to be wrong. Bias: being off in the same direction whatever the examples. Variance: answering differently with every new set of examples.",
  },
  "feature-selection": {
    name: "feature selection",
    syllabi: both,
    lesson: "generalising/feature-selection",
    definition:
      "Keeping those numbers of each sound that help to tell the classes apart, and leaving out the rest.",
  },
  "data-augmentation": {
    name: "data augmentation",
    syllabi: production,
    lesson: "generalising/data-augmentation",
    definition:
      "Making more examples out of those one has, by changes that do not alter the answer or alter it in a known way, such as transposing a chord.",
  },
  hyperparameters: {
    name: "hyperparameters and tuning",
    syllabi: both,
    lesson: "generalising/hyperparameters",
    definition:
      "The settings that a model does not learn but is given, such as how many neighbours vote; tuning is the search for good ones.",
  },
  "ensemble-learning": {
    name: "ensemble learning",
    syllabi: production,
    lesson: "generalising/ensemble-learning",
    definition:
      "Letting many models answer together. It helps as far as they do not all make the same mistakes.",
  },
  automl: {
    name: "AutoML",
    syllabi: production,
    lesson: "generalising/automl",
    definition:
      "A program that tries preparations, models and settings by itself and hands over what scored best, which is not the same as what will do best.",
  },
  "audio-signal-processing": {
    name: "audio signal processing",
    syllabi: production,
    lesson: "sound/audio-signal-processing",
    definition:
      "Measuring and changing sound as a row of numbers: cutting it into windows, taking its spectrum, filtering it.",
  },
  data: {
    name: "data",
    syllabi: production,
    lesson: "sound/data",
    definition:
      "What is measured or written down: samples of sound, notes of a score, tags and labels, each in some form and with some faults.",
  },
  "feature-extraction": {
    name: "feature extraction",
    syllabi: both,
    lesson: "sound/feature-extraction",
    definition:
      "Turning a sound into a few numbers that describe it, such as how bright and how noisy it is.",
  },
  "feature-engineering": {
    name: "feature engineering",
    syllabi: production,
    lesson: "sound/feature-engineering",
    definition:
      "Making better numbers out of those one has: ratios, changes over time, a key as an angle on a circle.",
  },
  "music-information-retrieval": {
    name: "music information retrieval",
    syllabi: production,
    lesson: "sound/music-information-retrieval",
    definition:
      "Finding music, and things in music, by what it sounds like: a recording like this one, the tune that somebody hums.",
  },
  "neural-networks": {
    name: "neural network",
    syllabi: both,
    lesson: "networks/neural-networks",
    definition:
      "Layers of simple units, each a weighted sum that is bent by a curve. Its weights are learned by going down the slope of its error.",
  },
  "deep-learning": {
    name: "deep learning",
    syllabi: both,
    lesson: "networks/deep-learning",
    definition:
      "Learning with networks of many layers, each of which works on what the one before has found.",
  },
  "convolutional-networks": {
    name: "convolutional neural network",
    syllabi: both,
    lesson: "networks/convolutional-networks",
    definition:
      "A network that slides the same small filters over all of a picture, such as a spectrogram, and so finds a pattern wherever it stands.",
  },
  "recurrent-networks": {
    name: "recurrent neural network",
    syllabi: both,
    lesson: "networks/recurrent-networks",
    definition:
      "A network that goes through a sequence step by step and carries a memory along, as a listener does with a melody.",
  },
  lstm: {
    name: "long short-term memory",
    syllabi: both,
    lesson: "networks/lstm",
    definition:
      "A recurrent network whose cells have gates: they decide what is kept, forgotten and told, and so can remember for longer.",
  },
  "transfer-learning": {
    name: "transfer learning",
    syllabi: both,
    lesson: "networks/transfer-learning",
    definition:
      "Using what a model has learned for one task as the start for another for which there are few examples.",
  },
  "generative-adversarial-networks": {
    name: "generative adversarial network",
    syllabi: production,
    lesson: "networks/generative-adversarial-networks",
    definition:
      "Two networks against each other: one makes examples, the other tries to tell them from real ones, and both get better.",
  },
  "pitch-detection": {
    name: "pitch detection",
    syllabi: production,
    lesson: "listening/pitch-detection",
    definition: "Finding how high a sound is, by how often its wave comes back.",
  },
  "tempo-estimation": {
    name: "tempo estimation",
    syllabi: production,
    lesson: "listening/tempo-estimation",
    definition:
      "Finding how fast music goes and where its beats fall. Half and double of the right tempo are the likely mistakes.",
  },
  "chord-recognition": {
    name: "chord recognition",
    syllabi: production,
    lesson: "listening/chord-recognition",
    definition: "Finding which chord sounds when, from how strong each of the twelve pitch classes is.",
  },
  "music-transcription": {
    name: "music transcription",
    syllabi: production,
    lesson: "listening/music-transcription",
    definition: "Writing down the notes of a recording: when each begins and ends, and how high it is.",
  },
  "emotion-recognition": {
    name: "emotion recognition",
    syllabi: production,
    lesson: "listening/emotion-recognition",
    definition:
      "Guessing the mood of a piece from how it sounds. What the label says, and who gave it, decides what is learned.",
  },
  "music-generation": {
    name: "music generation",
    syllabi: production,
    lesson: "making/music-generation",
    definition:
      "Having a model make new music, by drawing one note after another from what it has learned to expect.",
  },
  "audio-synthesis": {
    name: "audio synthesis",
    syllabi: production,
    lesson: "making/audio-synthesis",
    definition:
      "Making sound out of numbers: adding waves, bending one by another, letting a string ring in a loop.",
  },
  "natural-language-processing": {
    name: "natural language processing",
    syllabi: production,
    lesson: "people/lyrics",
    definition: "Working with words as data: counting them, weighing them, finding what a lyric is about.",
  },
  "recommender-systems": {
    name: "recommender system",
    syllabi: production,
    lesson: "people/recommender-systems",
    definition:
      "A program that guesses what somebody will like, from what others liked who are like them, or from what things have in common.",
  },
  "music-recommendation": {
    name: "music recommendation",
    syllabi: production,
    lesson: "people/music-recommendation",
    definition:
      "Recommending music: not only what fits, but also enough that is new, and not only what is popular already.",
  },
  "reinforcement-learning": {
    name: "reinforcement learning",
    syllabi: both,
    lesson: "people/reinforcement-learning",
    definition:
      "Learning by trying: a program acts, is rewarded or not, and comes to prefer what pays in the long run.",
  },
  interpretability: {
    name: "interpretability",
    syllabi: education,
    lesson: "responsibility/interpretability",
    definition:
      "Saying why a model answered as it did: which features counted, and how the answer would change with them.",
  },
  ethics: {
    name: "ethical considerations",
    syllabi: education,
    lesson: "responsibility/ethics",
    definition:
      "Asking whom a model serves and whom it may harm: fairness between groups, privacy, ownership, and who decides.",
  },
};
