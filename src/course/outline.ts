/** A lesson as it is planned: the name of its file, and its title. */
export type PlannedLesson = { id: string; title: string };

/** A module of the course: its folder in `lessons/`, its title, and its lessons in the order in which they are taught. */
export type CourseModule = {
  id: string;
  title: string;
  question: string;
  /** All lessons that it will have. */
  plan: PlannedLesson[];
  /** Those that are finished. */
  lessons: string[];
};

const planned = (id: string, title: string): PlannedLesson => ({ id, title });

/** The course. A lesson stands in `lessons` when it is finished; until then it is shown as planned. */
export const outline: CourseModule[] = [
  {
    id: "start",
    title: "Start",
    question: "Can a single number tell a drum from a note?",
    plan: [planned("machine-learning", "Machine learning")],
    lessons: ["machine-learning"],
  },
  {
    id: "learning",
    title: "Learning",
    question: "How does a machine learn from examples?",
    plan: [
      planned("supervised-learning", "Supervised learning"),
      planned("training-data", "Training data"),
      planned("unsupervised-learning", "Unsupervised learning"),
      planned("clustering", "Clustering"),
      planned("gaussian-mixture-models", "Gaussian mixture models"),
      planned("support-vector-machines", "Support vector machines"),
    ],
    lessons: [
      "supervised-learning",
      "training-data",
      "unsupervised-learning",
      "clustering",
      "gaussian-mixture-models",
      "support-vector-machines",
    ],
  },
  {
    id: "generalising",
    title: "Generalising",
    question: "Will it still be right about music it has never heard?",
    plan: [
      planned("model-evaluation", "Model evaluation"),
      planned("cross-validation", "Cross-validation"),
      planned("underfitting", "Underfitting"),
      planned("overfitting", "Overfitting"),
      planned("bias-and-variance", "Bias and variance"),
      planned("feature-selection", "Feature selection"),
      planned("data-augmentation", "Data augmentation"),
      planned("hyperparameters", "Hyperparameters"),
      planned("ensemble-learning", "Ensemble learning"),
      planned("automl", "AutoML"),
    ],
    lessons: [
      "model-evaluation",
      "cross-validation",
      "underfitting",
      "overfitting",
      "bias-and-variance",
      "feature-selection",
      "data-augmentation",
      "hyperparameters",
      "ensemble-learning",
      "automl",
    ],
  },
  {
    id: "sound",
    title: "Sound",
    question: "What does a machine hear in a recording?",
    plan: [
      planned("audio-signal-processing", "Audio signal processing"),
      planned("data", "Data"),
      planned("feature-extraction", "Feature extraction"),
      planned("feature-engineering", "Feature engineering"),
      planned("music-information-retrieval", "Music information retrieval"),
    ],
    lessons: [],
  },
  {
    id: "networks",
    title: "Networks",
    question: "What do layers of simple units learn?",
    plan: [
      planned("neural-networks", "Neural networks"),
      planned("deep-learning", "Deep learning"),
      planned("convolutional-networks", "Convolutional networks"),
      planned("recurrent-networks", "Recurrent networks"),
      planned("lstm", "Long short-term memory"),
      planned("transfer-learning", "Transfer learning"),
      planned("generative-adversarial-networks", "Generative adversarial networks"),
    ],
    lessons: [],
  },
  {
    id: "listening",
    title: "Listening",
    question: "Which notes, which chords, which beat?",
    plan: [
      planned("pitch-detection", "Pitch detection"),
      planned("tempo-estimation", "Tempo estimation"),
      planned("chord-recognition", "Chord recognition"),
      planned("music-transcription", "Music transcription"),
      planned("emotion-recognition", "Emotion recognition"),
    ],
    lessons: [],
  },
  {
    id: "making",
    title: "Making",
    question: "Can it write a tune, or only copy one?",
    plan: [planned("music-generation", "Music generation"), planned("audio-synthesis", "Audio synthesis")],
    lessons: [],
  },
  {
    id: "people",
    title: "People",
    question: "What will you want to hear next?",
    plan: [
      planned("lyrics", "Lyrics"),
      planned("recommender-systems", "Recommender systems"),
      planned("music-recommendation", "Music recommendation"),
      planned("reinforcement-learning", "Reinforcement learning"),
    ],
    lessons: [],
  },
  {
    id: "responsibility",
    title: "Responsibility",
    question: "Why did it say that, and whom does it serve?",
    plan: [planned("interpretability", "Interpretability"), planned("ethics", "Ethics")],
    lessons: [],
  },
  {
    id: "instructors",
    title: "For instructors",
    question: "How do you write a lesson of your own?",
    plan: [planned("writing-a-lesson", "How to write a lesson")],
    lessons: ["writing-a-lesson"],
  },
];

/** The modules that have a finished lesson. */
export function openModules(): CourseModule[] {
  return outline.filter(({ lessons }) => lessons.length > 0);
}
