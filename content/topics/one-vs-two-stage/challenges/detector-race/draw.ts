import type { Level } from "@/lib/challenges/contract";
import { seeded, type Random } from "@/lib/engine/random";
import { BANK } from "./bank";
import { judge, objectsOf, results, runnerOf, slackOf, type Instance } from "./instance";

/** No overlap lies closer to an IoU that decides. */
export const MARGIN = 0.01;
/** The second cheapest runner needs at least this many times the multiplications of the cheapest. */
export const COST_LEAD = 1.15;

const RULES: Readonly<Record<Level, { readonly runners: number; readonly asksErrors: boolean }>> = {
  1: { runners: 3, asksErrors: false },
  2: { runners: 3, asksErrors: true },
  3: { runners: 4, asksErrors: true },
  4: { runners: 5, asksErrors: true },
  5: { runners: 6, asksErrors: true },
};

function draw(random: Random, level: Level): Instance | null {
  const scene = random.pick(BANK.scenes);
  const { runners, asksErrors } = RULES[level];
  // In the order of the years, so that the order says nothing about the result.
  const chosen = random
    .shuffle(scene.runs.map((_, i) => i))
    .slice(0, Math.min(runners, scene.runs.length))
    .sort((a, b) => a - b);
  return { scene: scene.id, seed: scene.seed, objects: objectsOf(scene), runners: chosen.map((i) => runnerOf(scene.runs[i])), asksErrors };
}

function acceptable(instance: Instance): boolean {
  const steps = results(instance);
  const hits = steps.map((step) => step.hits);
  const most = Math.max(...hits);
  // A winner, at most two of them, and a cheapest by a clear lead.
  if (Math.min(...hits) === most || hits.filter((n) => n === most).length > 2) return false;
  if (steps[1].cost < steps[0].cost * COST_LEAD) return false;
  if (instance.asksErrors && new Set(instance.runners.map((runner) => judge(instance, runner).main[0])).size < 2) return false;
  return slackOf(instance) >= MARGIN;
}

const ATTEMPTS = 2000;

/** The race of a seed and level: the first acceptable one of a fixed sequence of draws from the bank. */
export function generate(seed: string, level: Level): Instance {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const instance = draw(seeded(`detector-race/${BANK.version}/${seed}/${level}/${attempt}`), level);
    if (instance && acceptable(instance)) return instance;
  }
  throw new Error(`detector-race: no instance for seed ${seed} at level ${level}`);
}
