import type { EtudeNotebook } from "../notebook/view/etude-notebook.ts";
import { defineNotebookElements, providePorts } from "../notebook/view/index.ts";
import { createDatasets } from "../stdlib/data/index.ts";
import { library } from "../stdlib/library.ts";
// Not from the folder's index: the figures of sounds come when a cell names one.
import { createSound } from "../stdlib/sound/create-sound.ts";
import { variantNumber } from "./variant-number.ts";

// The one place where the notebook meets what this course puts into it.
const base = import.meta.env.BASE_URL.replace(/\/?$/, "/");
const datasets = createDatasets((path) => fetch(`${base}datasets/${path}`));
const sound = createSound();

const openStore = async () => (await import("../notebook/storage/indexed-db-store.ts")).indexedDbStore();

providePorts({
  stdlib: ({ seed, files }) =>
    library({ seed, datasets, sound, files, variant: () => variantNumber(location.search) }),
  openStore,
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

// The marks in the sidebar must not be in the way of the cells, nor wait for long work.
const longestWaitMs = 3000;
const opened = document.querySelector<EtudeNotebook>("etude-notebook")?.whenSettled();
const late = new Promise((resolve) => setTimeout(resolve, longestWaitMs));
void Promise.race([opened, late]).then(() => import("./progress/sidebar-marks.ts"));

if (document.querySelector("etude-exercise, etude-quiz")) {
  void import("./exercises/define-tasks.ts").then(({ defineTasks }) => defineTasks(openStore));
}

// While lessons are written; nothing of it is in the built site.
if (import.meta.hot) {
  const { hot } = import.meta;
  void import("./dev/follow-lesson.ts").then(({ followLesson }) => followLesson(hot));
}
