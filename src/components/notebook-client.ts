import { indexedDbEditStore } from "../notebook/storage/index.ts";
import { defineNotebookElements, providePorts } from "../notebook/view/index.ts";
import { createDatasets } from "../stdlib/data/index.ts";
import { library } from "../stdlib/library.ts";
import { createSound } from "../stdlib/sound/index.ts";
import { present } from "./present.ts";

// The one place where the notebook meets what this course puts into it.
const base = import.meta.env.BASE_URL.replace(/\/?$/, "/");
const datasets = createDatasets((path) => fetch(`${base}datasets/${path}`));
const sound = createSound();

providePorts({
  stdlib: ({ seed }) => library({ seed, datasets, sound }),
  openStore: () => indexedDbEditStore(),
  present,
  renderMarkdown: async (markdown) => {
    const { markdownFragment } = await import("../stdlib/markup/md.ts");
    return markdownFragment(markdown);
  },
});
defineNotebookElements();
