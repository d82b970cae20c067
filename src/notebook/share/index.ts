export { type FileKind, fileKind, fileType } from "./file-kind.ts";
export { fileNameProblem, shownName } from "./file-name.ts";
export { readHead, writeNotebookMarkdown } from "./front-matter.ts";
export { limits, sizeInWords } from "./limits.ts";
export { type PageState, readLink, writeLink } from "./link.ts";
export type { NotebookFile, OwnFile } from "./notebook-file.ts";
export { writeNotebookZip } from "./notebook-zip.ts";
export { readNotebookFile } from "./read-notebook-file.ts";
export { ShareError } from "./share-error.ts";
