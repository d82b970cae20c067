import { nearestName } from "../../learn/base/nearest-name.ts";
import { shown } from "../../learn/base/shown.ts";
import { AttachedFile } from "./attached-file.ts";
import type { FileInfo, FilesPort } from "./files-port.ts";

/**
 * The function `FileAttachment` of one run of a cell: it gives a file of the notebook by its name, and throws when there
 * is none, with the names of those that there are.
 */
export async function fileAttachments(
  files: FilesPort,
  { signal }: { signal?: AbortSignal } = {},
): Promise<(name: string) => AttachedFile> {
  const list = await files.list();
  return function FileAttachment(name: string): AttachedFile {
    if (typeof name !== "string") {
      throw new TypeError(
        `FileAttachment takes a file's name in quotes, such as FileAttachment("take.wav"), but it got ${shown(name)}.`,
      );
    }
    // A name typed here and one given by a Mac may be made of different characters for the same letters.
    const info = list.find((file) => file.name.normalize() === name.normalize());
    if (!info) throw new RangeError(missing(name, list));
    return new AttachedFile(
      info,
      async () => {
        const blob = await files.get(info.name);
        if (!blob) throw new RangeError(`The file "${info.name}" has been removed from this notebook.`);
        return blob;
      },
      signal,
    );
  };
}

function missing(name: string, list: FileInfo[]): string {
  const names = list.map((file) => file.name);
  if (names.length === 0) {
    return `This notebook has no file "${name}", nor any other. Add files under “Files of this notebook”, then run this cell again.`;
  }
  return `This notebook has no file "${name}"; did you mean "${nearestName(name, names)}"? It has ${names.join(", ")}. Add others under “Files of this notebook”, then run this cell again.`;
}
