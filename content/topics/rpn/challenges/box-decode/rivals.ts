import { LEVELS, type Level } from "@/lib/challenges/contract";
import { defineRivals } from "@/lib/challenges/rivals";
import { clipBox, iou, type BoxXYXY } from "@/lib/engine/boxes";
import {
  bestOf,
  boxAround,
  centreOf,
  drawn,
  HEIGHT,
  power,
  proposalOf,
  reached,
  sizeOf,
  WIDTH,
  type Anchor,
  type Answer,
  type View,
} from "./instance";

/** The smallest side that the board draws. */
export const SMALLEST = 8;

interface Idea {
  readonly misconception: string;
  readonly levels: readonly Level[];
  /** The box that somebody with this idea works out, as far as it can be drawn or not. */
  readonly decode: (anchor: Anchor, view: View) => BoxXYXY;
}

const parts = ({ box, deltas }: Anchor) => {
  const [tx, ty, tw, th] = deltas.map((hundredths) => hundredths / 100);
  const [x, y] = centreOf(box);
  const [w, h] = sizeOf(box);
  return { tx, ty, x, y, w, h, tw, th, grownW: (w * power(100 * tw)) / 100, grownH: (h * power(100 * th)) / 100 };
};

/** Pushed back into the picture, its size kept. */
function pushed([x1, y1, x2, y2]: BoxXYXY): BoxXYXY {
  const dx = Math.max(0, -x1) - Math.max(0, x2 - WIDTH);
  const dy = Math.max(0, -y1) - Math.max(0, y2 - HEIGHT);
  return [x1 + dx, y1 + dy, x2 + dx, y2 + dy];
}

const IDEAS: readonly Idea[] = [
  {
    misconception: "coordinates-come-out",
    levels: LEVELS,
    decode: ({ deltas }) => {
      const [tx, ty, tw, th] = deltas.map((hundredths) => Math.abs(hundredths) / 100);
      return boxAround([tx * WIDTH, ty * HEIGHT], [tw * WIDTH, th * HEIGHT]);
    },
  },
  {
    misconception: "shift-in-picture-sizes",
    levels: LEVELS,
    decode: (anchor) => {
      const { tx, ty, x, y, grownW, grownH } = parts(anchor);
      return boxAround([x + tx * WIDTH, y + ty * HEIGHT], [grownW, grownH]);
    },
  },
  {
    misconception: "size-times-delta",
    levels: [2, 3, 4, 5],
    decode: (anchor) => {
      const { tx, ty, x, y, w, h, tw, th } = parts(anchor);
      // A delta of 0 is read as "as it was".
      return boxAround([x + tx * w, y + ty * h], [w * (Math.abs(tw) || 1), h * (Math.abs(th) || 1)]);
    },
  },
  {
    misconception: "size-grows-linearly",
    levels: [3, 4, 5],
    decode: (anchor) => {
      const { tx, ty, x, y, w, h, tw, th } = parts(anchor);
      return boxAround([x + tx * w, y + ty * h], [w * (1 + tw), h * (1 + th)]);
    },
  },
  {
    misconception: "grows-from-corner",
    levels: [3, 4],
    decode: (anchor) => {
      const { tx, ty, w, h, grownW, grownH } = parts(anchor);
      const [x1, y1] = [anchor.box[0] + tx * w, anchor.box[1] + ty * h];
      return [x1, y1, x1 + grownW, y1 + grownH];
    },
  },
  {
    misconception: "shift-forgotten",
    levels: [1, 2, 4, 5],
    decode: (anchor) => {
      const { x, y, grownW, grownH } = parts(anchor);
      return boxAround([x, y], [grownW, grownH]);
    },
  },
  {
    misconception: "size-forgotten",
    levels: [2, 3, 4, 5],
    decode: (anchor) => {
      const { tx, ty, x, y, w, h } = parts(anchor);
      return boxAround([x + tx * w, y + ty * h], [w, h]);
    },
  },
  { misconception: "clip-moves-box", levels: [4], decode: (anchor) => pushed(reached(anchor)) },
];

/** Whole pixels within the picture, as the board lets a box stand. */
function drawable(box: BoxXYXY): BoxXYXY {
  const [x1, y1, x2, y2] = drawn(clipBox(box, WIDTH, HEIGHT));
  const axis = (low: number, high: number, end: number): readonly [number, number] => {
    if (high - low >= SMALLEST) return [low, high];
    const from = Math.min(Math.max(0, low), end - SMALLEST);
    return [from, from + SMALLEST];
  };
  const [[left, right], [top, bottom]] = [axis(x1, x2, WIDTH), axis(y1, y2, HEIGHT)];
  return [left, top, right, bottom];
}

const played =
  (decode: Idea["decode"]) =>
  (view: View): Answer => {
    const own = (anchor: Anchor) => drawable(decode(anchor, view));
    const anchor = view.anchors.length === 1 ? 0 : bestOf(view, own);
    return { anchor, box: own(view.anchors[anchor]) };
  };

/** The anchor that overlaps the object most as it stands, rightly decoded. */
function closest(view: View): Answer {
  const anchor = bestOf(view, ({ box }) => box);
  return { anchor, box: drawable(proposalOf(view, view.anchors[anchor])) };
}

/** The object's own outline, whatever the deltas say. */
export const tracing = (view: View): Answer => ({
  anchor: bestOf(view, ({ box }) => box),
  box: view.sprites[0].box,
});

/** The first anchor, moved by the least that counts as moving. */
export function untouched({ anchors }: View): Answer {
  const [x1, y1, x2, y2] = anchors[0].box;
  const by = x2 < WIDTH ? 1 : -1;
  return { anchor: 0, box: [x1 + by, y1, x2 + by, y2] };
}

/** The same box in every picture, whichever anchor. */
export function constants({ anchors }: View): Answer[] {
  const [w, h] = [WIDTH / 2, HEIGHT / 2];
  const boxes: readonly BoxXYXY[] = [
    [0, 0, WIDTH, HEIGHT],
    [w / 2, Math.round(h / 2), w + w / 2, h + Math.round(h / 2)],
    [0, 0, w, h],
    [w, 0, WIDTH, h],
    [0, h, w, HEIGHT],
    [w, h, WIDTH, HEIGHT],
  ];
  return boxes.flatMap((box) => anchors.map((_, anchor) => ({ anchor, box })));
}

export const rivals = defineRivals<View, Answer>({
  beliefs: [
    ...IDEAS.map(({ misconception, levels, decode }) => ({ misconception, levels, play: played(decode) })),
    { misconception: "closest-anchor-wins", levels: [5], play: closest },
  ],
  blind: {
    constants,
    commonest: tracing,
    quota: { notPlayable: "one box, nothing to hand out" },
    startingValues: untouched,
  },
});

/** Two boxes that a hand on the board means the same by. */
const SAME = 2;
export const sameBox = (a: BoxXYXY, b: BoxXYXY): boolean => a.every((value, i) => Math.abs(value - b[i]) <= SAME);

/** How well the right proposal must stand out among several, in IoU with the object. */
export const standsOut = (view: View): number => {
  const covers = view.anchors.map((anchor) => iou(proposalOf(view, anchor), view.sprites[0].box)).sort((a, b) => b - a);
  return covers.length < 2 ? Infinity : covers[0] - covers[1];
};
