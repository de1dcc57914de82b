import type { Level } from "@/lib/challenges/contract";
import { redraw, type Parts } from "@/lib/challenges/redraw";
import { nobodyEarns, nobodyPasses } from "@/lib/challenges/rivals";
import { scoreOf } from "@/lib/challenges/score";
import type { Random } from "@/lib/engine/random";
import { RECORDED_MODELS } from "../../recordedModels";
import { SCENES } from "./bank";
import { answerOf, costOf, ENGINE, nearestOverlap, pointsOf, slackOf, type Answer, type Runner, type View } from "./instance";
import { bestAmong } from "./proposals";
import { SOURCES, type BankScene, type Ranked, type Source } from "./recording";
import { beliefs, byHeart, proposalsWin } from "./rivals";
import { sourceOf } from "./runners";

/** No cost that decides is closer to the one beside it than this share. */
export const MARGIN = 0.03;
/** No overlap lies closer to the IoU that covers: it is judged by eye. */
export const BY_EYE = 0.05;

type Looked = View["looked"];

interface Rules {
  readonly runners: readonly [number, number];
  /** How many lists are asked about: none, selective search's, or the RPN's too. */
  readonly lists: 0 | 1 | 2;
  readonly complete: boolean;
  readonly whole: boolean;
  /** How many proposals may be looked at: where a list is asked about, mostly so few that it loses something. */
  readonly looked: Readonly<Record<Source, readonly number[]>>;
}

const MANY = { search: [3, 4, 5, 6, 7, 8, 80, 85, 90, 95, 100], rpn: [3, 5, 8, 10, 15, 20, 30, 40] } as const;
const FEW = { search: [4, 5, 6, 7, 8, 10, 15, 20, 30, 50, 90], rpn: [2, 3, 4, 5, 8, 12, 20, 35] } as const;

/** What each level asks besides: whom proposals reach, on two lists, who reaches all at the least cost, which places are looked at. */
const RULES: Readonly<Record<Level, Rules>> = {
  1: { runners: [4, 5], lists: 0, complete: false, whole: false, looked: MANY },
  2: { runners: [4, 5], lists: 1, complete: false, whole: false, looked: FEW },
  3: { runners: [4, 5], lists: 2, complete: false, whole: false, looked: FEW },
  4: { runners: [4, 6], lists: 2, complete: true, whole: false, looked: FEW },
  5: { runners: [5, 6], lists: 2, complete: true, whole: true, looked: FEW },
};

/** It costs least of all, and finds least: no race of who reaches all is held with it. */
const HOG = "hog-svm";

/**
 * Who may multiply most, and who least beside it: aimed at, so that no race is won by knowing names alone. With the RPN's list the
 * dearest is never Faster R-CNN: so many proposals lose nothing.
 */
const PAIRS: Readonly<Record<string, readonly string[]>> = {
  rcnn: ["yolo", "detr", "faster-rcnn"],
  retinanet: [HOG, "fast-rcnn", "yolo", "detr", "faster-rcnn"],
  ssd: ["fast-rcnn", "yolo", "detr"],
  "faster-rcnn": ["rcnn", "fast-rcnn", "yolo"],
};

/** What is drawn once for all tries, so that what is rare does not become rarer still. */
interface Aims {
  /** Null where the cheapest one is not asked for as such. */
  readonly cheapest: string | null;
  readonly dearest: string;
  /** Whether the cheapest one that reaches all looks at proposals. */
  readonly proposalsWin: boolean;
  /** Misconceptions that may be right this time: otherwise their answers would be ruled out. */
  readonly spare: readonly string[];
  /** Whether this race may be won by knowing without the figures who is mostly cheap and dear. */
  readonly usual: boolean;
}

function aimsOf(fixed: Parts["fixed"], { complete, lists }: Rules): Aims {
  const random = fixed("aims");
  const wins = complete && random.chance(0.5);
  const dearest = random.pick(Object.keys(PAIRS).filter((name) => (lists < 2 || sourceOf(name) !== "rpn") && !(wins && name === "ssd")));
  return {
    dearest,
    cheapest: complete ? null : random.pick(PAIRS[dearest]),
    proposalsWin: wins,
    spare: random.chance(0.12) ? ["few-proposals-cheap", "many-boxes-slow"] : [],
    usual: random.chance(0.12),
  };
}

/** What is shown of a list: see `View.shown`. */
const shownOf = ({ lists }: BankScene, source: Source, looked: number, whole: boolean): Ranked[][] =>
  lists[source].records.map((records) => {
    const best = bestAmong(records, looked);
    const last = whole ? (records.at(-1) ?? null) : null;
    return [...new Set([best, last])].filter((proposal) => proposal !== null);
  });

function viewOf(at: number, looked: Looked, runners: readonly Runner[], { lists, whole, complete }: Rules): View {
  const scene = SCENES[at];
  return {
    scene: at,
    seed: `race/${scene.number}`,
    objects: scene.objects,
    runners,
    looked,
    shown: Object.fromEntries(SOURCES.slice(0, lists).map((source) => [source, shownOf(scene, source, looked[source], whole)])),
    whole,
    complete,
  };
}

/** Beliefs that show in the bets; all others show in what is said of the objects. */
const OF_BETS = ["few-proposals-cheap", "many-boxes-slow", "cheapest-will-do"];

const sameReach = (a: Answer | null, b: Answer): boolean => a !== null && a.reach.every((reach, i) => reach === b.reach[i]);

const known = new Map<string, readonly Looked[]>();

/** How much of the lists may be looked at on a scene, so that every belief about the objects fails there and every overlap is clear. */
function looksAt(at: number, level: Level): readonly Looked[] {
  const name = `${level}/${at}`;
  const before = known.get(name);
  if (before) return before;
  const rules = RULES[level];
  const { lists } = SCENES[at];
  const ofReach = beliefs.filter(({ misconception, levels }) => levels.includes(level) && !OF_BETS.includes(misconception));
  const all = rules.looked.search.flatMap((search) => rules.looked.rpn.map((rpn) => ({ search, rpn })));
  const good = all.filter((looked) => {
    if (SOURCES.some((source) => looked[source] > lists[source].count)) return false;
    const view = viewOf(at, looked, [], rules);
    const truth = answerOf(view, ENGINE);
    return nearestOverlap(view) >= BY_EYE && ofReach.every(({ play }) => !sameReach(play(view), truth));
  });
  known.set(name, good);
  return good;
}

const fieldAt = (looked: Looked): Runner[] =>
  RECORDED_MODELS.map(({ name, fixed, each, candidates }) => {
    const source = sourceOf(name);
    return { name, fixed, each, boxes: source === null ? candidates : looked[source] };
  });

/** The detectors of a race in any order; null where they cannot be as aimed at. */
function drawRunners(random: Random, { runners: count, lists, complete }: Rules, aims: Aims, looked: Looked): Runner[] | null {
  const all = fieldAt(looked);
  const costFor = (name: string | null, otherwise: number) => {
    const runner = all.find((one) => one.name === name);
    return runner ? costOf(runner) : otherwise;
  };
  const [least, most] = [costFor(aims.cheapest, 0), costFor(aims.dearest, Infinity)];
  if (least >= most) return null;
  // Faster R-CNN alone can win over those without proposals: its list loses nothing where the other one does.
  const bar = aims.proposalsWin ? costFor("faster-rcnn", 0) : complete ? costFor(HOG, 0) : 0;
  const between = all.filter((runner) => costOf(runner) > least && costOf(runner) < most && (runner.each > 0 || costOf(runner) > bar));
  const set = all.filter(({ name }) => name === aims.cheapest || name === aims.dearest);
  const others = random.shuffle(between).slice(0, random.int(...count) - set.length);
  const there = new Set([...set, ...others].map(({ name }) => sourceOf(name)));
  const needed = [null, ...SOURCES.slice(0, lists)].every((source) => there.has(source));
  return set.length + others.length >= count[0] && there.size > 1 && needed ? random.shuffle([...set, ...others]) : null;
}

/** Tries at a field for a scene, before another scene is taken. */
const FIELDS = 40;

/** The race of a seed and level. */
export function generate(seed: string, level: Level): View {
  const rules = RULES[level];
  const fits = (view: View, aims: Aims): boolean => {
    if (slackOf(view) < MARGIN || (rules.complete && proposalsWin(view) !== aims.proposalsWin)) return false;
    const truth = answerOf(view, ENGINE);
    const score = (answer: Answer) => scoreOf(pointsOf(truth, answer));
    return (aims.usual || nobodyEarns([byHeart(view)], score)) && nobodyPasses(beliefs, view, level, score, aims.spare);
  };
  return redraw({
    kind: "detector-race",
    seed,
    level,
    draw({ part, fixed }) {
      const aims = aimsOf(fixed, rules);
      const random = part("race");
      const at = random.int(0, SCENES.length - 1);
      const looks = looksAt(at, level);
      for (let k = 0; looks.length > 0 && k < FIELDS; k++) {
        const looked = random.pick(looks);
        const runners = drawRunners(random, rules, aims, looked);
        if (runners === null) continue;
        const view = viewOf(at, looked, runners, rules);
        if (fits(view, aims)) return view;
      }
      return null;
    },
    slack: slackOf,
    margin: MARGIN,
  });
}
