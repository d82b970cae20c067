export type { DatasetClip } from "./clips.ts";
export { createDatasets, type Datasets, type FetchFile } from "./create-datasets.ts";
export { Dataset, type DatasetMeta, type DatasetRecord, type RowInfo, type SetAsideInfo } from "./dataset.ts";
export type { DatasetFile, FeatureInfo, KitInfo } from "./dataset-file.ts";
export type { FileInfo, FilesPort } from "./files-port.ts";
