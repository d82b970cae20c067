/** What the pages of a group are called that is too large for one page, in order, by their place in the reference. */
export const pageTexts: Record<string, { title: string; about: string }> = {
  "models/neighbors": {
    title: "Neighbours and Bayes",
    about: "Models that remember or count, and the dummies that every model has to beat.",
  },
  "models/linear": {
    title: "Lines and margins",
    about: "Models that weigh features: linear and logistic regression, discriminants, support vectors.",
  },
  "models/trees": { title: "Trees and ensembles", about: "Questions in a row, and many models that vote." },
  "models/networks": {
    title: "Networks",
    about: "Layers of units that learn by going downhill, epoch by epoch.",
  },
  "models/structure": {
    title: "Structure without labels",
    about: "Clusters, mixtures, and the directions that the data has by itself.",
  },
  "models/sequences": { title: "Sequences", about: "What follows what: chains and hidden Markov models." },
  "models/recommending": {
    title: "Recommending",
    about: "What a listener may like, from what listeners liked.",
  },
  "models/deciding": {
    title: "Deciding",
    about: "Acting, being rewarded, and choosing better the next time.",
  },
  "models/inspection": { title: "Looking inside", about: "What a model that has learnt relies on." },
  "selection/at-once": {
    title: "Selection, at once",
    about: "The functions of selection as `learn` has them: on the page, and with their result at once.",
  },
  "music/spectrum": { title: "Spectrum", about: "Frequencies over time, their scales, and back to sound." },
  "music/features": { title: "Features", about: "Numbers that describe timbre and loudness." },
  "music/effects": { title: "Effects", about: "A sound made longer, higher, shorter, or taken apart." },
  "music/pitch": { title: "Pitch", about: "How high a voice or an instrument sounds, moment by moment." },
  "music/rhythm": { title: "Rhythm", about: "Onsets, tempo and beats." },
  "music/harmony": { title: "Harmony", about: "Chroma, chords and keys." },
  "music/transcription": { title: "Transcription", about: "From a sound to its notes." },
  "music/alignment": { title: "Alignment and form", about: "What is alike, within a piece and between two." },
  "music/symbolic": {
    title: "Notes and scores",
    about: "Pitches, intervals, chords and melodies as numbers; MIDI and ABC.",
  },
  "music/synthesis": { title: "Synthesis", about: "Sounds that are computed." },
  "music/evaluation": { title: "Evaluation", about: "What an analysis is worth, against the truth." },
  "figures/learning": { title: "Figures of learning", about: "Data, models, and how good they are." },
  "figures/music": { title: "Figures of music", about: "Sounds, analyses and scores." },
};
