import { GainHeap } from "./gain-heap.ts";
import { Grower, type Growth, type Parted, type Place } from "./grower.ts";

/** A node of the tree and how it would be parted; null if it is to stay a leaf. */
type Open = { at: number; depth: number; parted: Parted | null; gain: number };

/**
 * Grows a tree of at most `maxLeafNodes` leaves: always parts the node next that makes the rows purest. How a node
 * would be parted is found when it is added, so `next` tells of nodes in the order in which that is decided.
 *
 * Friedman, Hastie and Tibshirani, Additive logistic regression, Annals of Statistics 28, 2000, section 7.
 */
export class BestFirst extends Grower {
  private readonly open = new GainHeap<Open>();
  private splitsLeft: number;

  constructor(growth: Growth) {
    // From one node it goes on to any other.
    super(growth, false);
    this.splitsLeft = growth.options.maxLeafNodes! - 1;
    this.consider(this.root);
  }

  next(): number {
    const node = this.open.pop();
    if (node === undefined) return -1;
    const { at, parted } = node;
    this.depth = node.depth;
    this.leftSize = 0;
    if (parted !== null && this.splitsLeft > 0) {
      this.splitsLeft--;
      this.ask(at, parted);
      this.consider(parted.left);
      this.consider(parted.right);
    }
    return at;
  }

  private consider(place: Place): void {
    const at = this.add(place);
    const parted = this.part(place, at);
    this.open.push({ at, depth: place.depth, parted, gain: parted?.gain ?? 0 });
  }
}
