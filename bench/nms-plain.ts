/** Greedy NMS as most people would write it: sort, precomputed areas, dead flags. What the engine's `nms` is timed against. */
export function nmsPlain(boxes: Float32Array | Float64Array, scores: ArrayLike<number>, iouThreshold: number): number[] {
  const n = scores.length;
  const order = Array.from({ length: n }, (_, i) => i).sort((a, b) => scores[b] - scores[a] || a - b);
  const area = new Float64Array(n);
  for (let i = 0; i < n; i++) area[i] = (boxes[4 * i + 2] - boxes[4 * i]) * (boxes[4 * i + 3] - boxes[4 * i + 1]);
  const dead = new Uint8Array(n);
  const keep: number[] = [];
  for (let p = 0; p < n; p++) {
    const i = order[p];
    if (dead[i]) continue;
    keep.push(i);
    for (let q = p + 1; q < n; q++) {
      const j = order[q];
      if (dead[j]) continue;
      const w = Math.min(boxes[4 * i + 2], boxes[4 * j + 2]) - Math.max(boxes[4 * i], boxes[4 * j]);
      const h = Math.min(boxes[4 * i + 3], boxes[4 * j + 3]) - Math.max(boxes[4 * i + 1], boxes[4 * j + 1]);
      if (w > 0 && h > 0 && (w * h) / (area[i] + area[j] - w * h) > iouThreshold) dead[j] = 1;
    }
  }
  return keep;
}
