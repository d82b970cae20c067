import { simdBytes } from "./simd-bytes.ts";

/** What scripts/wasm/simd.wat does; all that it is given are addresses in bytes, and counts. */
type Kernels = {
  memory: { readonly buffer: ArrayBuffer; grow(pages: number): number };
  stepDistances(
    a: number,
    lengthsA: number,
    b: number,
    lengthsB: number,
    count: number,
    width: number,
    out: number,
  ): void;
  minima(at: number, count: number, out: number): void;
  within(at: number, count: number, limit: number, out: number): number;
  products(a: number, b: number, cols: number, out: number): void;
  squaredDistances(a: number, b: number, cols: number, out: number): void;
};

export type Simd = {
  kernels: Kernels;
  /** The memory; views of it are good until the next `simdFor`. */
  buffer: ArrayBuffer;
  /** Whether the memory has to be written first, as nothing in it, or not all, is the owner's. */
  isNew: boolean;
};

/** With more than this, plain JavaScript will do: the memory never shrinks. */
const MOST_BYTES = 64 * 2 ** 20;
const PAGE_BYTES = 2 ** 16;

/** Undefined until it is first asked for; null where there is no WebAssembly with vectors. */
let kernels: Kernels | null | undefined;
/** Whose data the memory holds. */
let holder: object | null = null;

/**
 * The fast kernels, with at least `bytes` of memory, or null where they cannot be had: then plain JavaScript does it.
 *
 * All share one memory, so nothing may be kept in it from one call to the next but by who finds out, by `isNew`, that
 * another `owner` has written to it since. An owner is any object; always the same one with the same `bytes`.
 */
export function simdFor(owner: object, bytes: number): Simd | null {
  if (bytes > MOST_BYTES) return null;
  if (kernels === undefined) kernels = instantiated();
  if (kernels === null) return null;
  const { memory } = kernels;
  const missing = bytes - memory.buffer.byteLength;
  if (missing > 0) {
    try {
      memory.grow(Math.ceil(missing / PAGE_BYTES));
    } catch {
      return null;
    }
  }
  const isNew = holder !== owner;
  holder = owner;
  return { kernels, buffer: memory.buffer, isNew };
}

function instantiated(): Kernels | null {
  try {
    const bytes = Uint8Array.from(atob(simdBytes), (character) => character.charCodeAt(0));
    // Not awaited: a page, too, may compile so few bytes at once.
    return new WebAssembly.Instance(new WebAssembly.Module(bytes)).exports as Kernels;
  } catch {
    return null;
  }
}
