import { type Simd, simdFor } from "../simd/simd.ts";
import { type Fours, productsOf, squaredDistancesOf } from "./products.ts";

const TILE = 16;
const TILE_BYTES = 8 * TILE;

/** Products and distances of four rows with four others, by WebAssembly or, where there is none, in JavaScript. */
export class Tiles {
  /** What was computed last, those of the first row first. `open` may replace it. */
  tile: Float64Array;
  private readonly own = new Float64Array(TILE);
  private readonly left: Fours;
  private readonly right: Fours;
  private kernels: Simd["kernels"] | null = null;

  constructor(left: Fours, right: Fours) {
    this.tile = this.own;
    this.left = left;
    this.right = right;
  }

  /** To be called before others, whenever someone else may have used WebAssembly's memory since. */
  open(): void {
    const { left, right } = this;
    const size = left.values.length + (right === left ? 0 : right.values.length);
    const simd = simdFor(this, TILE_BYTES + 8 * size);
    this.kernels = simd?.kernels ?? null;
    this.tile = simd ? new Float64Array(simd.buffer, 0, TILE) : this.own;
    if (!simd?.isNew) return;
    const values = new Float64Array(simd.buffer, TILE_BYTES, size);
    values.set(left.values);
    if (right !== left) values.set(right.values, left.values.length);
  }

  /** Computes the products of group `g` on the left with group `h` on the right. */
  products(g: number, h: number): void {
    const { left, kernels } = this;
    if (kernels) kernels.products(this.leftAt(g), this.rightAt(h), left.cols, 0);
    else productsOf(left, g, this.right, h, this.tile);
  }

  /** As `products`, the squared distances. */
  squaredDistances(g: number, h: number): void {
    const { left, kernels } = this;
    if (kernels) kernels.squaredDistances(this.leftAt(g), this.rightAt(h), left.cols, 0);
    else squaredDistancesOf(left, g, this.right, h, this.tile);
  }

  private leftAt(g: number): number {
    return TILE_BYTES + 32 * g * this.left.cols;
  }

  private rightAt(h: number): number {
    const begin = this.right === this.left ? 0 : 8 * this.left.values.length;
    return begin + TILE_BYTES + 32 * h * this.right.cols;
  }
}
