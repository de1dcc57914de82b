import { scoreOf } from "@/lib/challenges/score";
import { iou } from "@/lib/engine/boxes";
import { COVERS } from "./proposals";
import { SOURCES, type Ranked, type SceneObject, type Source } from "./recording";
import { sourceOf } from "./runners";

/** One detector with the figures that its cost is made of. */
export interface Runner {
  readonly name: string;
  /** Million multiplications a picture. */
  readonly fixed: number;
  /** Million multiplications for every proposal that is looked at; 0 where there are none. */
  readonly each: number;
  /** Boxes or places that get a score: the proposals looked at, where there are any. */
  readonly boxes: number;
}

export interface View {
  /** Place in the bank, and the picture's name. */
  readonly scene: number;
  readonly seed: string;
  readonly objects: readonly SceneObject[];
  readonly runners: readonly Runner[];
  /** How many proposals of each list are looked at: the first ones. */
  readonly looked: Readonly<Record<Source, number>>;
  /**
   * For each object, from the lists that are asked about: the proposal that overlaps it most among those looked at, if any does, and, where
   * `whole`, the one of the whole list that overlaps it most, if that is another. In the order of the list.
   */
  readonly shown: Readonly<Partial<Record<Source, readonly (readonly Ranked[])[]>>>;
  /** Whether proposals are shown that nobody looks at: then the place in the list counts too. */
  readonly whole: boolean;
  /** Whether the cheapest one counts only among those out of whose reach no object lies. */
  readonly complete: boolean;
}

/** Out of whose reach an object lies. "both": of both lists. "all": of every detector, those without proposals too. */
export const REACHES = ["none", "search", "rpn", "both", "all"] as const;
export type Reach = (typeof REACHES)[number];

export interface Answer {
  /** Index of the runner that multiplies least; null until chosen. */
  readonly cheapest: number | null;
  /** Index of the runner that multiplies most. */
  readonly dearest: number | null;
  /** For each object; empty where no list is asked about. */
  readonly reach: readonly (Reach | null)[];
}

/** The lists that are asked about. */
export const askedSources = ({ shown }: Pick<View, "shown">): Source[] => SOURCES.filter((source) => shown[source] !== undefined);

/** What can be said of an object. */
export function reachesOf(view: Pick<View, "shown">): Reach[] {
  const asked = askedSources(view);
  return asked.length === 2 ? [...REACHES] : asked.length === 1 ? ["none", asked[0], "all"] : [];
}

/** How somebody thinks: the engine, or one of the misconceptions. */
export interface Mind {
  cost(runner: Runner): number;
  /** Whether no proposal of a list that is looked at covers an object. */
  loses(view: View, source: Source, object: number): boolean;
  /** Whether what every list loses is lost for detectors without proposals too. */
  readonly bindsAll: boolean;
  /** Whether an object out of reach rules a detector out where the task says so. */
  readonly minds: boolean;
}

/** Million multiplications for one picture. */
export const costOf = ({ fixed, each, boxes }: Runner): number => (each > 0 ? fixed + each * boxes : fixed);

/** The proposals shown for an object that are looked at, or all that are shown. */
export const shownFor = ({ shown, looked }: View, source: Source, object: number, all = false): readonly Ranked[] =>
  (shown[source]?.[object] ?? []).filter(({ rank }) => all || rank <= looked[source]);

/** The largest IoU of an object with a proposal shown that is looked at. */
export const coverOf = (view: View, source: Source, object: number, all = false): number =>
  Math.max(0, ...shownFor(view, source, object, all).map(({ box }) => iou(view.objects[object].box, box)));

export const ENGINE: Mind = {
  cost: costOf,
  loses: (view, source, object) => coverOf(view, source, object) < COVERS,
  bindsAll: false,
  minds: true,
};

/** The objects out of a runner's reach. */
export function lostTo(view: View, { name }: Pick<Runner, "name">, mind: Mind = ENGINE): number[] {
  const source = sourceOf(name);
  if (source === null || view.shown[source] === undefined) return [];
  return [...view.objects.keys()].filter((object) => mind.loses(view, source, object));
}

/** Index of the least value; the first of equals, null of none. */
const leastOf = (list: readonly number[], value: (i: number) => number): number | null =>
  list.reduce<number | null>((best, i) => (best === null || value(i) < value(best) ? i : best), null);

/** What somebody answers who thinks so. */
export function answerOf(view: View, mind: Mind): Answer {
  const asked = askedSources(view);
  const all = [...view.runners.keys()];
  const costs = view.runners.map((runner) => mind.cost(runner));
  const able = view.complete && mind.minds ? all.filter((i) => lostTo(view, view.runners[i], mind).length === 0) : all;
  const reach = view.objects.map((_, object): Reach => {
    const lost = asked.filter((source) => mind.loses(view, source, object));
    if (lost.length === 0) return "none";
    if (lost.length < asked.length) return lost[0];
    return mind.bindsAll ? "all" : asked.length === 1 ? asked[0] : "both";
  });
  return {
    cheapest: leastOf(able, (i) => costs[i]),
    dearest: leastOf(all, (i) => -costs[i]),
    reach: asked.length === 0 ? [] : reach,
  };
}

/** Points of a bet and of an object's label; a wrong one takes PENALTY away besides. */
export const POINTS = { bet: 3, label: 1 } as const;
const PENALTY = 2;

/** What is lost by a wrong bet and by a wrong label, of what there is to earn. */
export const lossesOf = (objects: number): Readonly<Record<keyof typeof POINTS, number>> => {
  const total = 2 * POINTS.bet + objects * POINTS.label;
  const lost = (points: number) => scoreOf({ earned: points + PENALTY, total });
  return { bet: lost(POINTS.bet), label: lost(POINTS.label) };
};

/** What an answer earns, and what there is to earn. */
export function pointsOf(truth: Answer, said: Answer): { readonly earned: number; readonly total: number } {
  let [earned, total] = [0, 0];
  const count = <X>(right: X, given: X | null, points: number) => {
    total += points;
    if (given === right) earned += points;
    else if (given !== null) earned -= PENALTY;
  };
  count(truth.cheapest, said.cheapest, POINTS.bet);
  count(truth.dearest, said.dearest, POINTS.bet);
  truth.reach.forEach((reach, i) => count(reach, said.reach[i] ?? null, POINTS.label));
  return { earned: Math.max(0, earned), total };
}

/** Distance of the nearest IoU that decides from the one that covers. */
export const nearestOverlap = (view: View): number =>
  Math.min(...askedSources(view).flatMap((source) => view.objects.map((_, i) => Math.abs(coverOf(view, source, i) - COVERS))));

/** By what share of itself the second of two neighbouring costs lies above the first. */
const leadOf = (less: number | undefined, more: number | undefined): number =>
  less === undefined || more === undefined ? Infinity : (more - less) / more;

/** How far the nearest decision is from flipping: an IoU from COVERS, a cost from the one beside it as a share of it. */
export function slackOf(view: View): number {
  const rising = (runners: readonly Runner[]) => runners.map(costOf).sort((a, b) => a - b);
  const all = rising(view.runners);
  const able = rising(view.runners.filter((runner) => !view.complete || lostTo(view, runner).length === 0));
  return Math.min(leadOf(able[0], able[1]), leadOf(all.at(-2), all.at(-1)), nearestOverlap(view));
}

/** One runner's result, the cheapest first: what it multiplies, and the objects out of its reach. */
export interface Step {
  readonly runner: string;
  /** Million multiplications. */
  readonly cost: number;
  readonly lost: readonly number[];
}
