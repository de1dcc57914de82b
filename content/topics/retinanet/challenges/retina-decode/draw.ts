import type { Level } from "@/lib/challenges/contract";
import { redraw } from "@/lib/challenges/redraw";
import { nobodyEarns, nobodyPasses } from "@/lib/challenges/rivals";
import { scoreOf } from "@/lib/challenges/score";
import { iou, type BoxXYXY } from "@/lib/engine/boxes";
import { sigmoid } from "@/lib/engine/exact";
import type { Random } from "@/lib/engine/random";
import { drawScene, type SceneObject, type VocClass } from "@/lib/engine/scenes";
import { letter } from "@/lib/words";
import { CLASSES, decoded, OVERLAP, pointsOf, PYRAMID, slackOf, type Answer, type Help, type PyramidLevel, type View } from "./instance";
import { beliefs, constants, highest } from "./rivals";

const WIDTH = 480;
const HEIGHT = 320;

/** The least distance of a probability from the cut, and of an IoU from NMS's bound. */
export const MARGIN = 0.03;
const IOU_MARGIN = 0.04;
/** Two boxes closer than this cannot be told apart on a phone. */
const TOO_ALIKE = 0.88;

/** Never 0.5, where a logit above 0 is a yes. */
const CUTS = [0.3, 0.4, 0.6, 0.7] as const;
const HELP: Readonly<Record<Level, Help>> = { 1: "probability", 2: "probability", 3: "curve", 4: "curve", 5: "none" };

/** Classes whose drawings are neither very wide nor very narrow. */
const DRAWN: readonly VocClass[] = [
  "bird",
  "boat",
  "car",
  "cat",
  "cow",
  "dog",
  "horse",
  "motorbike",
  "sheep",
  "sofa",
  "train",
  "tvmonitor",
];

/** Tenths, so that a logit is a short number and its probability lies clear of the cut in every engine. */
const LOGITS = Array.from({ length: 81 }, (_, i) => (i - 48) / 10);
const SCORES = LOGITS.map(sigmoid);
const logitsWhere = (fits: (p: number, logit: number) => boolean) => LOGITS.filter((logit, i) => fits(SCORES[i], logit));
/** How far a dealt probability stays from the cut at least: a little more than the margin. */
const CLEAR = MARGIN + 0.001;
/** By cut: logits above it, below it, and on one side of it but on the other side of 0. */
const DECKS = new Map(
  CUTS.map((cut) => [
    cut,
    {
      hot: logitsWhere((p) => p >= cut + CLEAR),
      cold: logitsWhere((p, logit) => p <= cut - CLEAR && logit <= 0.9),
      lukewarm: logitsWhere((p, logit) => (cut < 0.5 ? p >= cut + CLEAR && logit < 0 : p <= cut - CLEAR && logit > 0)),
      low: logitsWhere((p, logit) => p <= cut - 0.05 && logit >= -2.5 && logit <= -0.5),
    },
  ]),
);

/** A row before it has its logits and its letter. */
interface Draft {
  readonly level: PyramidLevel;
  readonly box: BoxXYXY;
  /** Classes whose pair lies above the cut. */
  readonly hot: readonly number[];
}

const inside = ([x1, y1, x2, y2]: BoxXYXY) => x1 >= 0 && y1 >= 0 && x2 <= WIDTH && y2 <= HEIGHT;

/** A pyramid level by the size of a box, as anchors are laid out. */
function levelOf([x1, y1, x2, y2]: BoxXYXY): PyramidLevel {
  const area = (x2 - x1) * (y2 - y1);
  return area < 90 * 90 ? "P3" : area < 140 * 140 ? "P4" : "P5";
}

const neighbour = (random: Random, level: PyramidLevel): PyramidLevel =>
  level === "P4" ? random.pick(["P3", "P5"] as const) : level === "P3" ? "P4" : random.pick(["P4", "P4", "P3"] as const);

/** A box near another one whose IoU with it lies in a range; null where none was met. */
function near(random: Random, [x1, y1, x2, y2]: BoxXYXY, from: number, to: number): BoxXYXY | null {
  const [w, h] = [x2 - x1, y2 - y1];
  for (let attempt = 0; attempt < 40; attempt++) {
    const [bw, bh] = [Math.round(w * random.between(0.82, 1.22)), Math.round(h * random.between(0.82, 1.22))];
    // + 0: a place just left of the border would round to −0.
    const x = Math.round((x1 + x2 - bw) / 2 + w * random.between(-0.3, 0.3)) + 0;
    const y = Math.round((y1 + y2 - bh) / 2 + h * random.between(-0.3, 0.3)) + 0;
    const box: BoxXYXY = [x, y, x + bw, y + bh];
    const overlap = iou(box, [x1, y1, x2, y2]);
    if (inside(box) && overlap >= from && overlap <= to) return box;
  }
  return null;
}

/** A box of some size anywhere. */
function anywhere(random: Random): BoxXYXY {
  const [w, h] = [random.int(50, 150), random.int(50, 130)];
  const [x, y] = [random.int(1, WIDTH - w - 1), random.int(1, HEIGHT - h - 1)];
  return [x, y, x + w, y + h];
}

/** What a round holds, drawn once for all tries. */
interface Recipe {
  readonly cut: (typeof CUTS)[number];
  readonly classes: readonly VocClass[];
  readonly rows: number;
  readonly limit: number | null;
  /** Levels 1 and 2: rows with a hot class, and how many of them have two. */
  readonly hotRows: number;
  readonly twice: number;
}

function recipeOf(random: Random, level: Level): Recipe {
  const base = { cut: random.pick(CUTS), classes: random.shuffle(DRAWN).slice(0, CLASSES), limit: level >= 4 ? random.int(2, 3) : null };
  if (level === 1) {
    // Somebody who does not look takes the two or three highest; no number of them comes often.
    const hotRows = random.pick([2, 2, 2, 3, 3, 4, 4, 4, 5, 5, 5, 6, 6]);
    return { ...base, hotRows, twice: 0, rows: Math.max(hotRows + 1, random.int(4, 6)) };
  }
  if (level === 2) {
    const pairs = random.pick([2, 2, 3, 4, 4, 5, 5, 6, 6, 7]);
    const twice = pairs === 7 ? 2 : random.int(1, Math.min(2, Math.floor(pairs / 2)));
    return { ...base, hotRows: pairs - twice, twice, rows: Math.max(pairs - twice + 1, random.int(4, 6)) };
  }
  return { ...base, hotRows: 0, twice: 0, rows: level === 5 ? random.int(6, 8) : random.int(5, 6) };
}

/** Rows without NMS: objects with a box each, some with two classes, and places that are sure of nothing. */
function plainRows(random: Random, objects: readonly SceneObject[], { classes, rows, hotRows, twice }: Recipe): Draft[] | null {
  const drafts: Draft[] = [];
  for (let i = 0; i < rows; i++) {
    const object = i < hotRows ? objects[i % objects.length] : null;
    const box = object ? near(random, object.box, i < objects.length ? 0.7 : 0.4, 0.86) : anywhere(random);
    if (box === null || drafts.some((each) => iou(each.box, box) > TOO_ALIKE)) return null;
    const own = object ? classes.indexOf(object.cls) : -1;
    const other = random.pick(classes.map((_, k) => k).filter((k) => k !== own));
    drafts.push({ level: levelOf(box), box, hot: own < 0 ? [] : i < twice ? [own, other] : [own] });
  }
  return drafts;
}

/** Rows of which some fall to others: what each wrong way of tidying up does wrong lies on the picture on purpose. */
function crowdedRows(random: Random, objects: readonly SceneObject[], { classes, rows, limit }: Recipe): Draft[] | null {
  const drafts: Draft[] = [];
  const add = (level: PyramidLevel, box: BoxXYXY | null, hot: readonly number[]) => {
    if (box === null || drafts.some((each) => iou(each.box, box) > TOO_ALIKE)) return false;
    drafts.push({ level, box, hot });
    return true;
  };
  const close = (of: Draft) => near(random, of.box, 0.56, 0.85);
  for (const { box, cls } of objects) {
    const main = near(random, box, 0.72, 0.9);
    if (main === null || !add(levelOf(main), main, [classes.indexOf(cls)])) return null;
  }
  const at = random.int(0, objects.length - 1);
  const one = drafts[at];
  const [a, b, c] = [one.hot[0], ...random.shuffle([0, 1, 2].filter((k) => k !== one.hot[0]))];
  // The same object once more from another level: NMS runs over all levels.
  if (!add(neighbour(random, one.level), close(one), [a])) return null;
  // One more anchor of its level, which fills that level; and one with two classes, which must not be in a level that passes on two pairs.
  const more = limit !== null || random.chance(0.5) ? [a, c] : random.pick([[a], [c]]);
  if (!add(one.level, close(one), more)) return null;
  const twin = limit === 2 ? objects.length : at;
  drafts[twin] = { ...drafts[twin], hot: [a, b] };
  while (drafts.length < rows - 1) {
    const other = random.pick(drafts.filter((_, i) => i !== at && i < objects.length));
    const own = random.chance(0.7);
    const level = random.chance(0.5) ? other.level : neighbour(random, other.level);
    if (!add(level, close(other), [own ? other.hot[0] : random.pick([0, 1, 2].filter((k) => k !== other.hot[0]))])) return null;
  }
  if (!add(random.pick(PYRAMID), anywhere(random), [])) return null;
  return drafts;
}

/** Pairs that others of their class overlap. */
const contested = (drafts: readonly Draft[], i: number, k: number) =>
  drafts.some((other, j) => j !== i && other.hot.includes(k) && iou(other.box, drafts[i].box) > OVERLAP);

/** Deals logits: no hot one twice, one on the wrong side of 0, and a row that leads by far without being sure of anything. */
function dealt(random: Random, drafts: readonly Draft[], { cut, limit }: Recipe): number[][] | null {
  const deck = DECKS.get(cut);
  if (!deck) throw new RangeError(`no deck for the cut ${cut}`);
  const logits = drafts.map(() => Array.from({ length: CLASSES }, () => random.pick(deck.cold)));
  const lukewarm = random.pick(deck.lukewarm);
  // Contested pairs rank high more often than not: the highest logits alone are no answer where NMS runs.
  const pairs = drafts
    .flatMap(({ hot }, i) => hot.map((k) => ({ i, k, rank: random.next() + (contested(drafts, i, k) ? 0.5 : 0) })))
    .sort((one, other) => other.rank - one.rank);
  const hot = random
    .shuffle(deck.hot.filter((logit) => logit !== lukewarm))
    .slice(0, pairs.length)
    .sort((one, other) => other - one);
  pairs.forEach(({ i, k }, place) => (logits[i][k] = hot[place]));
  // It has to make a difference: its level passes it on, and no other anchor of its class overlaps it.
  const room = (i: number, taken: number) =>
    limit === null || pairs.filter((pair) => drafts[pair.i].level === drafts[i].level).length + taken <= limit;
  const free =
    cut < 0.5
      ? pairs.filter(({ i, k }) => room(i, 0) && !contested(drafts, i, k))
      : drafts.flatMap(({ hot: own }, i) =>
          [0, 1, 2].filter((k) => !own.includes(k) && room(i, 1) && !contested(drafts, i, k)).map((k) => ({ i, k })),
        );
  if (free.length === 0) return null;
  const { i, k } = random.pick(free);
  logits[i][k] = lukewarm;
  // A softmax makes a yes of the best of three that are all below the cut.
  const idle = drafts.findIndex((draft) => draft.hot.length === 0);
  if (idle >= 0 && random.chance(0.7)) {
    const lead = random.int(0, CLASSES - 1);
    const low = random.pick(deck.low);
    logits[idle] = logits[idle].map((logit, at) =>
      logit === lukewarm ? logit : at === lead ? low : Math.max(-4.8, Math.round(10 * (low - random.between(1.2, 2.2))) / 10),
    );
  }
  return logits;
}

/** Nobody who leaves out a rule of the level passes, nobody earns without reading, and something is found. */
function fair(view: View, level: Level): boolean {
  const truth = decoded(view);
  const score = (answer: Answer) => scoreOf({ earned: pointsOf(view, truth, answer).earned, total: 100 });
  if (truth.length < (view.suppress ? 3 : 2)) return false;
  // Three hot pairs are drawn at times, and then whoever takes the three highest logits is right: levels 1 and 2 have no other rule.
  const blind = [...constants(view), ...(view.suppress ? [2, 3, 4, 5, 6].map((count) => highest(view, count)) : [])];
  return nobodyPasses(beliefs, view, level, score) && nobodyEarns(blind, score);
}

/** Times that logits are dealt for the same boxes. */
const DEALS = 12;

/** No IoU of two boxes stands near NMS's bound, whatever their classes: any two may be measured. */
const clear = ({ rows, suppress }: View) =>
  !suppress || rows.every((a, i) => rows.slice(0, i).every((b) => Math.abs(iou(a.box, b.box) - OVERLAP) >= IOU_MARGIN));

/** Draws rows of a level on a scene; draws again until every decision is clear and no belief of the level passes. */
export function drawInstance(seed: string, level: Level): View {
  return redraw({
    kind: "retina-decode",
    seed,
    level,
    margin: MARGIN,
    slack: slackOf,
    tries: 20_000,
    draw: ({ part, fixed }): View | null => {
      const recipe = recipeOf(fixed("recipe"), level);
      const random = part("rows");
      const wanted = level === 5 ? random.int(2, 3) : 2;
      const { objects } = drawScene(random, {
        width: WIDTH,
        height: HEIGHT,
        objects: [wanted, wanted],
        size: level <= 2 ? [0.3, 0.55] : [0.34, 0.62],
        overlap: 0.02,
        classes: recipe.classes,
      });
      if (objects.length < wanted) return null;
      const drafts = (level <= 2 ? plainRows : crowdedRows)(random, objects, recipe);
      if (drafts === null) return null;
      const deals = part("logits");
      const order = part("order").shuffle(drafts.map((_, i) => i));
      for (let deal = 0; deal < DEALS; deal++) {
        const logits = dealt(deals, drafts, recipe);
        if (logits === null) return null;
        const view: View = {
          width: WIDTH,
          height: HEIGHT,
          objects,
          classes: recipe.classes,
          rows: order.map((i, place) => ({ id: letter(place), level: drafts[i].level, box: drafts[i].box, logits: logits[i] })),
          cut: recipe.cut,
          limit: recipe.limit,
          suppress: level > 2,
          help: HELP[level],
        };
        if (!clear(view)) return null;
        if (slackOf(view) >= MARGIN && fair(view, level)) return view;
      }
      return null;
    },
  });
}
