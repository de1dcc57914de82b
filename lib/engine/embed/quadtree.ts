/** Leaves hold up to this many points, which are summed one by one. */
const BUCKET = 6;
/** Cells are halved at most this often; points still together are (nearly) equal. */
const MAX_DEPTH = 40;

/**
 * A quadtree over n points of the plane, rebuilt in place. Nodes lie in preorder: the first child follows its parent, and
 * `skip` is the next node outside the subtree, so a walk needs no stack.
 */
export class Quadtree {
  nodes = 0;
  /** Points in tree order. */
  readonly order: Int32Array;
  readonly px: Float64Array;
  readonly py: Float64Array;
  private cx: Float64Array;
  private cy: Float64Array;
  private side: Float64Array;
  private start: Int32Array;
  private end: Int32Array;
  private skip: Int32Array;
  private leaf: Uint8Array;
  private readonly scratch: Int32Array;
  private readonly quadrant: Uint8Array;

  constructor(private readonly n: number) {
    const room = Math.max(64, 2 * n);
    this.order = new Int32Array(n);
    this.px = new Float64Array(n);
    this.py = new Float64Array(n);
    this.scratch = new Int32Array(n);
    this.quadrant = new Uint8Array(n);
    this.cx = new Float64Array(room);
    this.cy = new Float64Array(room);
    this.side = new Float64Array(room);
    this.start = new Int32Array(room);
    this.end = new Int32Array(room);
    this.skip = new Int32Array(room);
    this.leaf = new Uint8Array(room);
  }

  private grow(): void {
    const room = 2 * this.cx.length;
    const floats = (old: Float64Array): Float64Array => {
      const out = new Float64Array(room);
      out.set(old);
      return out;
    };
    const ints = (old: Int32Array): Int32Array => {
      const out = new Int32Array(room);
      out.set(old);
      return out;
    };
    this.cx = floats(this.cx);
    this.cy = floats(this.cy);
    this.side = floats(this.side);
    this.start = ints(this.start);
    this.end = ints(this.end);
    this.skip = ints(this.skip);
    const leaf = new Uint8Array(room);
    leaf.set(this.leaf);
    this.leaf = leaf;
  }

  /** @param y [n, 2] */
  build(y: Float64Array): void {
    let x0 = Infinity;
    let y0 = Infinity;
    let x1 = -Infinity;
    let y1 = -Infinity;
    for (let i = 0; i < this.n; i++) {
      this.order[i] = i;
      x0 = Math.min(x0, y[2 * i]);
      x1 = Math.max(x1, y[2 * i]);
      y0 = Math.min(y0, y[2 * i + 1]);
      y1 = Math.max(y1, y[2 * i + 1]);
    }
    this.nodes = 0;
    const side = Math.max(x1 - x0, y1 - y0);
    this.split(y, 0, this.n, x0, y0, side, side > 0 ? 0 : MAX_DEPTH);
    for (let k = 0; k < this.n; k++) {
      this.px[k] = y[2 * this.order[k]];
      this.py[k] = y[2 * this.order[k] + 1];
    }
  }

  private split(y: Float64Array, start: number, end: number, left: number, top: number, side: number, depth: number): void {
    if (this.nodes === this.cx.length) this.grow();
    const node = this.nodes++;
    let sx = 0;
    let sy = 0;
    for (let k = start; k < end; k++) {
      const o = 2 * this.order[k];
      sx += y[o];
      sy += y[o + 1];
    }
    this.cx[node] = sx / (end - start);
    this.cy[node] = sy / (end - start);
    this.side[node] = side;
    this.start[node] = start;
    this.end[node] = end;
    const isLeaf = end - start <= BUCKET || depth >= MAX_DEPTH;
    this.leaf[node] = isLeaf ? 1 : 0;
    if (!isLeaf) this.divide(y, start, end, left, top, side / 2, depth);
    this.skip[node] = this.nodes;
  }

  private divide(y: Float64Array, start: number, end: number, left: number, top: number, half: number, depth: number): void {
    const { order, scratch, quadrant } = this;
    const midX = left + half;
    const midY = top + half;
    let n0 = 0;
    let n1 = 0;
    let n2 = 0;
    for (let k = start; k < end; k++) {
      const o = 2 * order[k];
      const q = (y[o] >= midX ? 1 : 0) + (y[o + 1] >= midY ? 2 : 0);
      quadrant[k] = q;
      if (q === 0) n0++;
      else if (q === 1) n1++;
      else if (q === 2) n2++;
    }
    const b1 = start + n0;
    const b2 = b1 + n1;
    const b3 = b2 + n2;
    let a0 = start;
    let a1 = b1;
    let a2 = b2;
    let a3 = b3;
    for (let k = start; k < end; k++) scratch[k] = order[k];
    for (let k = start; k < end; k++) {
      const q = quadrant[k];
      const to = q === 0 ? a0++ : q === 1 ? a1++ : q === 2 ? a2++ : a3++;
      order[to] = scratch[k];
    }
    if (b1 > start) this.split(y, start, b1, left, top, half, depth + 1);
    if (b2 > b1) this.split(y, b1, b2, midX, top, half, depth + 1);
    if (b3 > b2) this.split(y, b2, b3, left, midY, half, depth + 1);
    if (end > b3) this.split(y, b3, end, midX, midY, half, depth + 1);
  }

  /**
   * Σⱼ w² (yᵢ − yⱼ) of each point into `out` [n, 2]; a cell counts as one heavy point when side < θ · distance.
   * @returns Z, the sum of w over ordered pairs
   */
  repel(theta: number, out: Float64Array): number {
    const { nodes, cx, cy, side, start, end, skip, leaf, px, py, order, n } = this;
    const theta2 = theta * theta;
    let z = 0;
    for (let k = 0; k < n; k++) {
      const x = px[k];
      const y = py[k];
      let fx = 0;
      let fy = 0;
      let sum = 0;
      for (let node = 0; node < nodes;) {
        const dx = x - cx[node];
        const dy = y - cy[node];
        const d2 = dx * dx + dy * dy;
        const s = side[node];
        if (s * s < theta2 * d2) {
          const w = 1 / (1 + d2);
          const mass = (end[node] - start[node]) * w;
          sum += mass;
          fx += mass * w * dx;
          fy += mass * w * dy;
          node = skip[node];
        } else if (leaf[node] === 1) {
          for (let j = start[node], last = end[node]; j < last; j++) {
            const ex = x - px[j];
            const ey = y - py[j];
            const w = 1 / (1 + ex * ex + ey * ey);
            sum += w;
            fx += w * w * ex;
            fy += w * w * ey;
          }
          node = skip[node];
        } else {
          node++;
        }
      }
      // The point met itself once, at distance 0.
      z += sum - 1;
      out[2 * order[k]] = fx;
      out[2 * order[k] + 1] = fy;
    }
    return z;
  }
}
