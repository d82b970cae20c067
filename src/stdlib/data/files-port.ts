/** A file that belongs to a notebook, as its keeper lists it. `size` is in bytes. */
export type FileInfo = { name: string; type: string; size: number };

/** Where a notebook's own files are; handed in by the page. */
export type FilesPort = {
  list(): Promise<FileInfo[]>;
  get(name: string): Promise<Blob | null>;
};

/** The port of a notebook that has no files of its own. */
export const noFiles: FilesPort = { list: async () => [], get: async () => null };
