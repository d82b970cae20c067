/** A file that belongs to a notebook, such as a recording or a table. */
export type OwnFile = { type: string; bytes: Uint8Array };

/** A notebook as it travels: its title, its Markdown with the front matter in it, and its own files by name. */
export type NotebookFile = { title: string; markdown: string; files: Map<string, OwnFile> };
