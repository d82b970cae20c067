export { type Arrangement, arrange, listRow, type Place, type Row } from "./arrange.ts";
export { cellIds } from "./cell-ids.ts";
export { cleanTitle } from "./clean-title.ts";
export { type Fence, type FenceKind, fenceKinds, formatFence, parseFence } from "./fence.ts";
export { type InlinePart, splitInline } from "./inline.ts";
export { keepIds } from "./keep-ids.ts";
export {
  type Block,
  type FenceBlock,
  formatNotebook,
  type NotebookDocument,
  parseNotebook,
} from "./notebook.ts";
export { textProblem } from "./text-problem.ts";
