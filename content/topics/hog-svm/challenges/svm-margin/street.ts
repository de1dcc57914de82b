/** Lines and streets between two clouds of points with whole coordinates: products and sums of whole numbers decide. */

export interface Point {
  readonly x: number;
  readonly y: number;
  readonly object: boolean;
}

/** The two ends of a line: x1, y1, x2, y2. */
export type Ends = readonly [number, number, number, number];

/** A direction across a line, whole numbers of any length. */
export type Normal = readonly [x: number, y: number];

/** The side of the square that points stand in. */
export const SIDE = 100;
/** Ends of a line are whole numbers from here to there, so that their handles are seen whole. */
export const [LOW, HIGH] = [4, 96] as const;

export const lengthOf = ([x, y]: Normal): number => Math.sqrt(x * x + y * y);

/** The direction across a line through these ends. */
export const normalOf = ([x1, y1, x2, y2]: Ends): Normal => [y1 - y2, x2 - x1];

/** How far along a direction a point lies, in units of the direction's length. */
export const along = ([a, b]: Normal, { x, y }: Pick<Point, "x" | "y">): number => a * x + b * y;

/** What lies between the clouds along a direction. */
export interface Gap {
  readonly normal: Normal;
  /** Where the lower cloud ends and the upper one begins, in units of the normal's length. */
  readonly from: number;
  readonly to: number;
}

/** The gap along a direction; `to` is below `from` where the clouds overlap. */
export function gapAlong(normal: Normal, points: readonly Point[]): Gap {
  let [objectLow, objectHigh, restLow, restHigh] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const point of points) {
    const at = along(normal, point);
    if (point.object) [objectLow, objectHigh] = [Math.min(objectLow, at), Math.max(objectHigh, at)];
    else [restLow, restHigh] = [Math.min(restLow, at), Math.max(restHigh, at)];
  }
  return objectLow - restHigh >= restLow - objectHigh
    ? { normal, from: restHigh, to: objectLow }
    : { normal, from: objectHigh, to: restLow };
}

/** How wide a street along this gap is; below 0 where the clouds overlap. */
export const widthOf = ({ normal, from, to }: Gap): number => (to - from) / lengthOf(normal);

/** Whether the first gap is wider, by whole numbers. */
const wider = (a: Gap, b: Gap): boolean => {
  const [wide, other] = [a.to - a.from, b.to - b.from];
  if (wide <= 0 || other <= 0) return wide > other;
  const squared = ([x, y]: Normal) => x * x + y * y;
  return wide * wide * squared(b.normal) > other * other * squared(a.normal);
};

/**
 * The widest street: across a pair of points, or along two points of one cloud. What holds the widest street is one or the other, so the widest of
 * these gaps is the widest of all.
 */
export function widestGap(points: readonly Point[]): Gap {
  const gap = known.get(points) ?? searched(points);
  known.set(points, gap);
  return gap;
}

/** Every player of an instance is measured against the same street. */
const known = new WeakMap<readonly Point[], Gap>();

function searched(points: readonly Point[]): Gap {
  let best: Gap | null = null;
  for (const [i, p] of points.entries())
    for (const q of points.slice(i + 1)) {
      const normal: Normal = p.object === q.object ? [p.y - q.y, q.x - p.x] : [q.x - p.x, q.y - p.y];
      const gap = gapAlong(normal, points);
      if (best === null || wider(gap, best)) best = gap;
    }
  if (best === null) throw new RangeError("svm-margin: two points at least");
  return best;
}

/** Indices of the points that touch a gap's sides. */
export const touching = ({ normal, from, to }: Gap, points: readonly Point[]): number[] =>
  points.flatMap((point, i) => (along(normal, point) === from || along(normal, point) === to ? [i] : []));

/** Half the width of the street whose middle is this line: up to the nearest point; 0 or less where it does not part the clouds. */
export function marginOf(ends: Ends, points: readonly Point[]): number {
  const normal = normalOf(ends);
  const at = along(normal, { x: ends[0], y: ends[1] });
  const { from, to } = gapAlong(normal, points);
  return Math.min(to - at, at - from) / lengthOf(normal);
}

/** How many points lie on the wrong side of a line, or on it, the better way round. */
export function strays(ends: Ends, points: readonly Point[]): number {
  const normal = normalOf(ends);
  const at = along(normal, { x: ends[0], y: ends[1] });
  const wrong = (sign: number) => points.filter((point) => sign * (along(normal, point) - at) * (point.object ? 1 : -1) <= 0).length;
  return Math.min(wrong(1), wrong(-1));
}

/** Where the line along(normal, ·) = at leaves the square: its two places furthest apart; null where it hardly meets the square. */
function clipped([a, b]: Normal, at: number): readonly [readonly [number, number], readonly [number, number]] | null {
  const [low, high] = [LOW + 1, HIGH - 1];
  const places = [
    ...[low, high].flatMap((x) => (b === 0 ? [] : [[x, (at - a * x) / b] as const])),
    ...[low, high].flatMap((y) => (a === 0 ? [] : [[(at - b * y) / a, y] as const])),
  ].filter(([x, y]) => x >= low && x <= high && y >= low && y <= high);
  const far = (p: readonly [number, number], q: readonly [number, number]) => (p[0] - q[0]) ** 2 + (p[1] - q[1]) ** 2;
  let best: readonly [(typeof places)[number], (typeof places)[number]] | null = null;
  for (const p of places) for (const q of places) if (best === null || far(p, q) > far(...best)) best = [p, q];
  return best;
}

/** The ends of the line along(normal, ·) = at, rounded to whole numbers; null where it misses the square. */
export function endsAt(normal: Normal, at: number): Ends | null {
  const places = clipped(normal, at);
  return places && [Math.round(places[0][0]), Math.round(places[0][1]), Math.round(places[1][0]), Math.round(places[1][1])];
}

/** Whole ends with the widest street near the middle of a gap. */
export function endsIn({ normal, from, to }: Gap, points: readonly Point[]): Ends | null {
  const near = endsAt(normal, (from + to) / 2);
  if (near === null) return null;
  const steps = [-1, 0, 1];
  const options = steps.flatMap((a) =>
    steps.flatMap((b) => steps.flatMap((c) => steps.map((d): Ends => [near[0] + a, near[1] + b, near[2] + c, near[3] + d]))),
  );
  return options.reduce((best, ends) => (marginOf(ends, points) > marginOf(best, points) ? ends : best), near);
}

/** The square of the distance between a line's ends. */
export const spanOf = ([x1, y1, x2, y2]: Ends): number => (x1 - x2) ** 2 + (y1 - y2) ** 2;
