import type { Instance, Level } from "@/lib/challenges/contract";
import { redraw, type Parts } from "@/lib/challenges/redraw";
import { nobodyEarns, nobodyPasses } from "@/lib/challenges/rivals";
import { scoreOf } from "@/lib/challenges/score";
import type { Random } from "@/lib/engine/random";
import { earnedOf } from "./grading";
import {
  bestSet,
  fromPairs,
  LETTERED,
  PAIRS,
  PART,
  PIECE,
  rightDesign,
  rightPlaces,
  standOut,
  TRIPLES,
  type Answer,
  type DesignView,
  type Truth,
  type View,
} from "./instance";
import { choices, COARSE, FINE, STRONG, unpackScene, type BankScene } from "./recording";
import { RECORDED } from "./recorded";
import { rivals } from "./rivals";

/** In logits: what is to be marked stands out by it. Scores are printed in hundredths. */
export const MARGIN = 0.05;
/** The same for three patches at once, and what both rankings of single places lose there, as a share. */
const [JOINT_MARGIN, LOST] = [0.15, 0.1] as const;

const TASKS = { 1: "single", 2: "mean", 3: "both", 4: "design", 5: "joint" } as const satisfies Record<Level, View["task"]>;
const COUNTS = { 1: [3, 5], 2: [2, 3], 3: [2, 4] } as const;

const known = new Map<string, BankScene>();
function sceneOf(random: Random): BankScene {
  const line = random.pick(RECORDED);
  const scene = known.get(line) ?? unpackScene(line);
  known.set(line, scene);
  return scene;
}

/** The scores at stride 16 among those at stride 8. */
const coarseOf = ({ fine }: BankScene): number[] =>
  Array.from({ length: COARSE * COARSE }, (_, cell) => fine[2 * Math.floor(cell / COARSE) * FINE + 2 * (cell % COARSE)]);

type Drafted = Instance<View, Truth>;
/** Where a set of numbers stands in a list of sets, whatever its order. */
function placesIn(sets: readonly (readonly number[])[]): (set: readonly number[]) => number {
  const name = (set: readonly number[]) => [...set].sort((a, b) => a - b).join(" ");
  const known = new Map(sets.map((set, i) => [name(set), i]));
  return (set) => known.get(name(set)) ?? -1;
}
const [bankPair, bankTriple, tripleAt] = [choices(STRONG, 2), choices(STRONG, 3), TRIPLES].map(placesIn);

function places({ part, fixed }: Parts, level: 1 | 2 | 3 | 5): Drafted {
  const random = part("places");
  const scene = sceneOf(random);
  const { number, label, value, fine, other, coarse, strong, pairs, triples } = scene;
  const shared = {
    task: TASKS[level],
    scene: number,
    label,
    value,
    corner: 0,
    scores: coarseOf(scene),
    other: null,
    second: [],
    cells: [],
    pairs: [],
  };
  if (level === 5) {
    const kept = random.shuffle(strong.map((_, i) => i)).slice(0, LETTERED);
    return {
      view: {
        ...shared,
        count: 3,
        scores: kept.map((i) => shared.scores[strong[i]]),
        cells: kept.map((i) => strong[i]),
        pairs: PAIRS.map(([a, b]) => pairs[bankPair([kept[a], kept[b]])]),
      },
      truth: TRIPLES.map((set) => triples[bankTriple(set.map((i) => kept[i]))]),
    };
  }
  // With two colours few counts fit a part, so there it is drawn anew in each try.
  const count = (level === 3 ? random : fixed("count")).int(COUNTS[level][0], COUNTS[level][1]);
  if (level === 1) return { view: { ...shared, count }, truth: null };
  if (level === 3) {
    const corner = random.int(0, COARSE - PART) * COARSE + random.int(0, COARSE - PART);
    const within = (list: readonly number[]) =>
      Array.from({ length: PART * PART }, (_, i) => list[corner + Math.floor(i / PART) * COARSE + (i % PART)]);
    return { view: { ...shared, count, corner, other, scores: within(shared.scores), second: within(coarse) }, truth: null };
  }
  const [row, column] = [random.int(0, FINE - PIECE), random.int(0, FINE - PIECE)];
  const scores = Array.from({ length: PIECE * PIECE }, (_, p) => fine[(row + Math.floor(p / PIECE)) * FINE + column + (p % PIECE)]);
  return { view: { ...shared, count, corner: row * FINE + column, scores }, truth: null };
}

function designOf({ part, fixed }: Parts): Drafted {
  const random = part("design");
  const side = fixed("side").pick([96, 112, 128, 160, 192, 224]);
  const smallest = 4 * random.int(2, 4);
  const view: DesignView = { task: "design", side, budget: random.int(40, 400), smallest, largest: smallest + 4 * random.int(2, 5) };
  return { view, truth: null };
}

/** At level 5 whoever reckons with the pairs is right, and a ranking of single places loses a tenth of the drop. */
function fairTriple({ view, truth }: Drafted): boolean {
  if (view.task !== "joint" || !truth) return true;
  const right = rightPlaces(view, truth);
  const drop = (set: readonly number[]) => view.value - truth[tripleAt(set)];
  return (
    standOut(view, truth) >= JOINT_MARGIN &&
    tripleAt(bestSet(TRIPLES, (set) => fromPairs(view, set))) === tripleAt(right) &&
    rivals.beliefs.every(({ levels, play }) => {
      const played = levels.includes(5) ? play(view) : null;
      return played === null || drop(played.places) <= (1 - LOST) * drop(right);
    })
  );
}

export const slackOf = ({ view, truth }: Drafted): number => (view.task === "design" ? Infinity : standOut(view, truth));

export function generate(seed: string, level: Level): Drafted {
  return redraw<Drafted>({
    kind: "occlusion-budget",
    seed,
    level,
    draw: (parts) => (level === 4 ? designOf(parts) : places(parts, level)),
    slack: slackOf,
    margin: MARGIN,
    accept: (drafted) => {
      const { view, truth } = drafted;
      if (view.task === "design" && !rightDesign(view)) return false;
      const score = (answer: Answer) => scoreOf(earnedOf(view, truth, answer));
      const blind = Object.values(rivals.blind).flatMap((play) => (typeof play === "function" ? [play(view)].flat() : []));
      // Of three among six a constant answer is right one time in twenty.
      const tried = view.task === "joint" ? [] : (blind as Answer[]);
      return fairTriple(drafted) && nobodyPasses(rivals.beliefs, view, level, score) && nobodyEarns(tried, score);
    },
  });
}
