import { LEVELS } from "@/lib/challenges/contract";
import { defineRivals } from "@/lib/challenges/rivals";
import { START, type Answer, type View } from "./instance";
import { along, endsAt, gapAlong, SIDE, touching, type Ends, type Normal, type Point } from "./street";

/** The direction from the mean of what is no object to that of the objects, and twice the place halfway, in units of its length. */
function meansOf(points: readonly Point[]): {
  readonly normal: Normal;
  readonly middle: number;
} {
  const [objects, rest] = [true, false].map((object) => {
    const cloud = points.filter((point) => point.object === object);
    return {
      n: cloud.length,
      x: cloud.reduce((sum, { x }) => sum + x, 0),
      y: cloud.reduce((sum, { y }) => sum + y, 0),
    };
  });
  const normal: Normal = [objects.x * rest.n - rest.x * objects.n, objects.y * rest.n - rest.y * objects.n];
  const both = {
    x: objects.x * rest.n + rest.x * objects.n,
    y: objects.y * rest.n + rest.y * objects.n,
  };
  return { normal, middle: along(normal, both) / (2 * objects.n * rest.n) };
}

function closestPair(points: readonly Point[]): readonly [Point, Point] {
  const pairs = points.filter(({ object }) => object).flatMap((p) => points.filter(({ object }) => !object).map((q) => [p, q] as const));
  const far = ([p, q]: readonly [Point, Point]) => (p.x - q.x) ** 2 + (p.y - q.y) ** 2;
  return pairs.reduce((best, pair) => (far(pair) < far(best) ? pair : best));
}

/** Upright or level, whichever has the wider gap. */
function straight(points: readonly Point[]) {
  const [upright, level] = [gapAlong([1, 0], points), gapAlong([0, 1], points)];
  return upright.to - upright.from >= level.to - level.from ? upright : level;
}

/** The answer of somebody who sees this line as the border: what is nearest to it on either side is taken for its support. */
function answered({ points, touch }: View, normal: Normal, at: number): Answer | null {
  const ends = normal[0] === 0 && normal[1] === 0 ? null : endsAt(normal, at);
  return (
    ends && {
      ends,
      support: touch ? touching(gapAlong(normal, points), points).slice(0, 4) : [],
    }
  );
}

/** Lines through the middle of the picture. */
const TILTS: readonly Normal[] = [
  [1, 0],
  [0, 1],
  [1, 1],
  [1, -1],
  [2, 1],
  [1, 2],
  [2, -1],
  [1, -2],
];
const MIDDLE = { x: SIDE / 2, y: SIDE / 2 };

/** The three points next to the middle of the picture. */
const central = ({ points }: View): number[] =>
  points
    .map(({ x, y }, i) => ({
      i,
      far: (x - MIDDLE.x) ** 2 + (y - MIDDLE.y) ** 2,
    }))
    .sort((a, b) => a.far - b.far)
    .slice(0, 3)
    .map(({ i }) => i)
    .sort((a, b) => a - b);

export const rivals = defineRivals<View, Answer>({
  beliefs: [
    {
      misconception: "any-separating-line",
      levels: LEVELS,
      play: (view) => {
        const { normal, from, to } = straight(view.points);
        return answered(view, normal, (from + to) / 2);
      },
    },
    {
      misconception: "means-decide",
      levels: [2, 3, 4, 5],
      play: (view) => {
        const { normal, middle } = meansOf(view.points);
        return answered(view, normal, middle);
      },
    },
    {
      misconception: "means-set-direction",
      levels: [3, 4, 5],
      play: (view) => {
        const { normal, from, to } = gapAlong(meansOf(view.points).normal, view.points);
        return answered(view, normal, (from + to) / 2);
      },
    },
    {
      misconception: "closest-pair-decides",
      levels: [4, 5],
      play: (view) => {
        const [p, q] = closestPair(view.points);
        const normal: Normal = [q.x - p.x, q.y - p.y];
        return answered(view, normal, along(normal, { x: p.x + q.x, y: p.y + q.y }) / 2);
      },
    },
  ],
  blind: {
    constants: ({ touch }) =>
      TILTS.map((normal) => ({
        ends: endsAt(normal, along(normal, MIDDLE)) ?? START,
        support: touch ? [0, 1, 2] : [],
      })),
    commonest: {
      notPlayable: "a line has no usual place, and most points hold nothing",
    },
    quota: (view) => ({
      ends: START,
      support: view.touch ? central(view) : [],
    }),
    startingValues: ({ touch }) => ({ ends: START, support: touch ? [0] : [] }),
  },
});

/** How far, in the picture's units, both ends of a line may lie off a belief's line to be recognised as it. */
const NEAR = 3;

/** Whether two lines are one to the eye. */
export function sameLine(mine: Ends, other: Ends): boolean {
  const normal: Normal = [other[1] - other[3], other[2] - other[0]];
  const at = along(normal, { x: other[0], y: other[1] });
  const squared = normal[0] ** 2 + normal[1] ** 2;
  const off = (x: number, y: number) => (along(normal, { x, y }) - at) ** 2 <= NEAR * NEAR * squared;
  return off(mine[0], mine[1]) && off(mine[2], mine[3]);
}
