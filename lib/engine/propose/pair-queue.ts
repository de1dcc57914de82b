/**
 * Binary heap of region pairs: the most similar first, of equal ones the lower first, then the lower second region.
 * Flat arrays, no object a pair; `pop` leaves its answer in the fields.
 */
export class PairQueue {
  /** The pair taken by the last successful `pop`. */
  similarity = 0;
  first = 0;
  second = 0;
  private keys: Float64Array;
  private pairs: Int32Array;
  private length = 0;

  constructor(room: number) {
    this.keys = new Float64Array(Math.max(16, room));
    this.pairs = new Int32Array(2 * this.keys.length);
  }

  private before(key: number, a: number, b: number, at: number): boolean {
    if (key !== this.keys[at]) return key > this.keys[at];
    const other = this.pairs[2 * at];
    return a !== other ? a < other : b < this.pairs[2 * at + 1];
  }

  private put(at: number, key: number, a: number, b: number): void {
    this.keys[at] = key;
    this.pairs[2 * at] = a;
    this.pairs[2 * at + 1] = b;
  }

  push(similarity: number, first: number, second: number): void {
    if (this.length === this.keys.length) {
      const keys = new Float64Array(2 * this.length);
      const pairs = new Int32Array(4 * this.length);
      keys.set(this.keys);
      pairs.set(this.pairs);
      this.keys = keys;
      this.pairs = pairs;
    }
    let at = this.length++;
    while (at > 0) {
      const up = (at - 1) >> 1;
      if (!this.before(similarity, first, second, up)) break;
      this.put(at, this.keys[up], this.pairs[2 * up], this.pairs[2 * up + 1]);
      at = up;
    }
    this.put(at, similarity, first, second);
  }

  /** Takes the best pair; false when none is left. */
  pop(): boolean {
    if (this.length === 0) return false;
    this.similarity = this.keys[0];
    this.first = this.pairs[0];
    this.second = this.pairs[1];
    const last = --this.length;
    const key = this.keys[last];
    const a = this.pairs[2 * last];
    const b = this.pairs[2 * last + 1];
    let at = 0;
    for (;;) {
      let down = 2 * at + 1;
      if (down >= last) break;
      if (down + 1 < last && this.before(this.keys[down + 1], this.pairs[2 * down + 2], this.pairs[2 * down + 3], down)) down++;
      if (this.before(key, a, b, down)) break;
      this.put(at, this.keys[down], this.pairs[2 * down], this.pairs[2 * down + 1]);
      at = down;
    }
    this.put(at, key, a, b);
    return true;
  }
}
