const MOST_BYTES = 64 * 2 ** 20;

/** Which rows and labels a worker keeps: those used last, as far as they fit into 64 MB. */
export class KeptData {
  /** In the order of their last use. */
  private readonly bytes = new Map<string, number>();

  has(key: string): boolean {
    return this.bytes.has(key);
  }

  /** Notes that a job uses these: whether the worker has them already, and which it is to forget for them. */
  use(key: string, bytes: number): { known: boolean; forget: string[] } {
    const known = this.bytes.delete(key);
    this.bytes.set(key, bytes);
    let total = 0;
    for (const size of this.bytes.values()) total += size;
    const forget: string[] = [];
    for (const [oldest, size] of this.bytes) {
      if (total <= MOST_BYTES || oldest === key) break;
      this.bytes.delete(oldest);
      total -= size;
      forget.push(oldest);
    }
    return { known, forget };
  }
}
