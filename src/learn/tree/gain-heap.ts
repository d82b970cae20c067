/**
 * Items that are taken out by their gain, the highest first. A binary heap in the steps of Python's `heapq`: they
 * decide which of equal gains comes first.
 */
export class GainHeap<Item extends { gain: number }> {
  private readonly items: Item[] = [];

  get size(): number {
    return this.items.length;
  }

  push(item: Item): void {
    this.items.push(item);
    this.moveUp(0, this.items.length - 1);
  }

  pop(): Item | undefined {
    const { items } = this;
    const last = items.pop();
    if (last === undefined || items.length === 0) return last;
    const top = items[0]!;
    items[0] = last;
    this.moveDown();
    return top;
  }

  /** Moves the first item down to a leaf, the better child up each time, and from there up to its place. */
  private moveDown(): void {
    const { items } = this;
    const item = items[0]!;
    let at = 0;
    for (let child = 1; child < items.length; child = 2 * at + 1) {
      const right = child + 1;
      if (right < items.length && !(items[child]!.gain > items[right]!.gain)) child = right;
      items[at] = items[child]!;
      at = child;
    }
    items[at] = item;
    this.moveUp(0, at);
  }

  private moveUp(top: number, from: number): void {
    const { items } = this;
    const item = items[from]!;
    let at = from;
    while (at > top) {
      const parent = (at - 1) >> 1;
      if (!(item.gain > items[parent]!.gain)) break;
      items[at] = items[parent]!;
      at = parent;
    }
    items[at] = item;
  }
}
