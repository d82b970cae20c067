import { Grower, type Growth, type Place } from "./grower.ts";

/** Grows a tree depth first, left before right. */
export class DepthFirst extends Grower {
  private readonly pending: Place[];

  constructor(growth: Growth) {
    super(growth, true);
    this.pending = [this.root];
  }

  next(): number {
    const place = this.pending.pop();
    if (place === undefined) return -1;
    this.depth = place.depth;
    this.leftSize = 0;
    const at = this.add(place);
    const parted = this.part(place, at);
    if (parted !== null) {
      this.ask(at, parted);
      this.pending.push(parted.right, parted.left);
    }
    return at;
  }
}
