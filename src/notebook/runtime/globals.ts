/**
 * Globals of the browser that cells may read, beyond those that the compiler passes through (Math, Map, fetch, …).
 * They come from the runtime, like a cell's name, so a cell may define one of these names for itself.
 */
export const allowedGlobals: ReadonlySet<string> = new Set([
  // the language
  "AggregateError",
  "Atomics",
  "BigInt64Array",
  "BigUint64Array",
  "EvalError",
  "FinalizationRegistry",
  "Float16Array",
  "Iterator",
  "SharedArrayBuffer",
  "WeakRef",
  "WebAssembly",
  // small tools
  "AbortController",
  "AbortSignal",
  "DOMException",
  "Event",
  "EventTarget",
  "FormData",
  "MessageChannel",
  "Request",
  "Response",
  "URLSearchParams",
  "cancelIdleCallback",
  "queueMicrotask",
  "requestIdleCallback",
  "structuredClone",
  // sound
  "AudioBuffer",
  "OfflineAudioContext",
  // pictures and elements
  "CSS",
  "DOMMatrix",
  "DOMParser",
  "DOMPoint",
  "DOMRect",
  "Element",
  "HTMLElement",
  "IntersectionObserver",
  "KeyboardEvent",
  "MouseEvent",
  "MutationObserver",
  "Node",
  "OffscreenCanvas",
  "PointerEvent",
  "ResizeObserver",
  "SVGElement",
  "XMLSerializer",
  "createImageBitmap",
  "getComputedStyle",
  "matchMedia",
]);

const show = "To show something write `display(…)`.";
const ask = "To ask for something show an input, as in `const answer = view(Inputs.text())`.";
const keep = "What you write in cells is kept by the notebook; a cell itself keeps nothing in the browser.";
const page = "The browser's own value of this name belongs to the page, and cells do not see it.";

/** Globals that one might look for in a cell, and what to do instead. */
export const refusedGlobals: Readonly<Record<string, string>> = {
  alert: show,
  print: show,
  prompt: ask,
  confirm: ask,
  open: "A cell opens no windows. To lead somewhere, show a link.",
  close: "A cell cannot close the page.",
  localStorage: keep,
  sessionStorage: keep,
  indexedDB: keep,
  caches: keep,
  require: 'Use `import`, as in `import * as d3 from "d3"`.',
  module: "A cell needs no `module`: its names are visible in every other cell as they are.",
  exports: "A cell needs no `exports`: its names are visible in every other cell as they are.",
  process: "Cells run in the browser, where there is no `process`.",
  global: "A name at the top level of a cell is visible in every other cell; there is nothing more global.",
  globalThis:
    "A name at the top level of a cell is visible in every other cell; there is nothing more global.",
  self: page,
  name: page,
  status: page,
  event: page,
  length: page,
  top: page,
  parent: page,
  frames: page,
  origin: page,
  location: page,
  history: page,
  screen: page,
  focus: page,
  blur: page,
  stop: page,
  find: page,
  scroll: page,
};
