export { cellIds } from "./cell-ids.ts";
export { type Fence, type FenceKind, formatFence, parseFence } from "./fence.ts";
export { type InlinePart, splitInline } from "./inline.ts";
export {
  type Block,
  type FenceBlock,
  formatNotebook,
  type NotebookDocument,
  parseNotebook,
} from "./notebook.ts";
