export type { DatasetClip } from "./clips.ts";
export { createDatasets, type Datasets, type FetchFile } from "./create-datasets.ts";
export { type DataRecord, DataTable } from "./data-table.ts";
export { Dataset, type DatasetMeta } from "./dataset.ts";
export type { Column, ColumnInfo, DatasetFile, SourceInfo } from "./dataset-file.ts";
export type { FileInfo, FilesPort } from "./files-port.ts";
