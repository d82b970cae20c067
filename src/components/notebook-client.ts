import { defineNotebookElements, providePorts } from "../notebook/view/index.ts";
import { createDatasets } from "../stdlib/data/index.ts";
import { library } from "../stdlib/library.ts";
// Not from the folder's index: the figures of sounds come when a cell names one.
import { createSound } from "../stdlib/sound/create-sound.ts";

// The one place where the notebook meets what this course puts into it.
const base = import.meta.env.BASE_URL.replace(/\/?$/, "/");
const datasets = createDatasets((path) => fetch(`${base}datasets/${path}`));
const sound = createSound();

providePorts({
  stdlib: ({ seed, files }) => library({ seed, datasets, sound, files }),
  openStore: async () => (await import("../notebook/storage/indexed-db-store.ts")).indexedDbStore(),
  async present() {
    const { present } = await import("./present.ts");
    return (value) => present(value, sound);
  },
  renderMarkdown: async (markdown) => {
    const { markdownFragment } = await import("../stdlib/markup/md.ts");
    return markdownFragment(markdown);
  },
  reference: async () => (await import("./reference/load-reference.ts")).loadReference(),
  soundControls: async () => (await import("../stdlib/sound/sound-controls.ts")).soundControls(sound),
  stopSound: () => sound.stop(),
  copyToOwn: async (...args) => (await import("./playground/make-own-copy.ts")).makeOwnCopy(...args),
  addresses: { help: `${base}help/`, reference: `${base}reference/`, data: `${base}your-data/` },
});
defineNotebookElements();

if (document.querySelector("etude-quiz")) {
  void import("./exercises/etude-quiz.ts").then(({ EtudeQuiz }) =>
    customElements.define("etude-quiz", EtudeQuiz),
  );
}
if (document.querySelector("etude-exercise")) {
  void import("./exercises/etude-exercise.ts").then(({ EtudeExercise }) =>
    customElements.define("etude-exercise", EtudeExercise),
  );
}
