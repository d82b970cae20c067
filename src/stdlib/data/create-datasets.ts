import { nearestName } from "../../learn/base/nearest-name.ts";
import { DATASET_IDS } from "./catalogue.ts";
import { Dataset } from "./dataset.ts";

/** How a file under `datasets/` is fetched; clips are looked for beside the URL of the answer. */
export type FetchFile = (path: string) => Promise<Response>;

/** The datasets of the course. */
export type Datasets = {
  /**
   * The names that `load` takes.
   * @example
   * datasets.ids
   */
  ids: readonly string[];
  /**
   * Loads a dataset, once. Throws when there is none of that name, or it cannot be fetched.
   *
   * @param id the name of the dataset
   * @example
   * const {X, y} = await datasets.load("drum-test");
   */
  load(id: string): Promise<Dataset>;
};

/** The datasets of the course, fetched with `fetchFile`. A failed load is tried again the next time. */
export function createDatasets(fetchFile: FetchFile): Datasets {
  const loaded = new Map<string, Promise<Dataset>>();
  return {
    ids: DATASET_IDS,
    async load(id) {
      if (!DATASET_IDS.includes(id)) {
        throw new RangeError(
          `There is no dataset "${id}"; did you mean "${nearestName(String(id), DATASET_IDS)}"? There are ${DATASET_IDS.join(", ")}.`,
        );
      }
      let dataset = loaded.get(id);
      if (!dataset) {
        dataset = fetchDataset(id, fetchFile);
        loaded.set(id, dataset);
        dataset.catch(() => loaded.delete(id));
      }
      return dataset;
    },
  };
}

async function fetchDataset(id: string, fetchFile: FetchFile): Promise<Dataset> {
  const answer = await fetchFile(`${id}/${id}.json`);
  if (!answer.ok)
    throw new Error(`The dataset "${id}" could not be fetched: the answer was ${answer.status}.`);
  return new Dataset(await answer.json(), answer.url);
}
