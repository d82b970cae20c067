/** A file or a link that cannot be used. The message says in plain words what was found and what is allowed. */
export class ShareError extends Error {
  override name = "ShareError";
}
