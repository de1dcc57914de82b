import type { Level } from "@/lib/challenges/contract";
import { redrawExact } from "@/lib/challenges/redraw";
import { nobodyEarns, nobodyPasses } from "@/lib/challenges/rivals";
import { scoreOf } from "@/lib/challenges/score";
import type { Random } from "@/lib/engine/random";
import { MOST_BOXES, pointsOf, truthOf, type Answer, type Label, type View } from "./instance";
import { beliefs, constants, quota } from "./rivals";

/** What a list holds, drawn once for all tries. */
interface Recipe {
  readonly ratio: number;
  readonly positives: number;
  readonly ignored: number;
  /** Negatives beyond those that are kept. */
  readonly rest: number;
}

function recipeOf(random: Random, level: Level): Recipe {
  const ratio = level >= 4 ? random.pick([2, 4, 5]) : 3;
  const positives = level === 1 ? 1 : ratio === 5 ? 2 : ratio === 4 ? random.int(2, 3) : ratio === 2 ? random.int(3, 5) : random.int(2, 4);
  const ignored = level >= 3 ? random.int(2, 3) : 0;
  const kept = ratio * positives;
  const room = MOST_BOXES - positives - ignored - kept;
  return { ratio, positives, ignored, rest: Math.min(room, random.int(Math.ceil(kept / 2), kept + 4)) };
}

/** Values whose neighbours are two hundredths apart or more, the largest loss first. */
function valuesOf(random: Random, count: number, shows: View["shows"]): number[] {
  const slots = Array.from({ length: shows === "loss" ? 95 : 32 }, (_, i) => i);
  const chosen = random.shuffle(slots).slice(0, count);
  const values = chosen.map((slot) => (shows === "loss" ? 4 * slot + 4 : 3 * slot + 2) + random.int(0, 1));
  return values.sort((a, b) => (shows === "loss" ? b - a : a - b));
}

/**
 * Labels by rank. Of what does not take part as a negative, about two thirds stand among the hardest, where they mislead.
 */
function labelsOf(random: Random, { ratio, positives, ignored, rest }: Recipe): Label[] {
  const kept = ratio * positives;
  const labels: Label[] = Array.from({ length: kept + rest }, () => "negative");
  const others = random.shuffle<Label>([
    ...Array.from({ length: positives }, (): Label => "positive"),
    ...Array.from({ length: ignored }, (): Label => "ignored"),
  ]);
  for (const [i, label] of others.entries()) labels.splice(random.int(0, i % 3 === 2 ? labels.length : Math.max(1, kept - 2)), 0, label);
  return labels;
}

/** Draws a list of a level; draws again until no belief of the level passes. */
export const drawInstance = (seed: string, level: Level): View =>
  // Whole hundredths are compared, none equal: no order can flip.
  redrawExact({
    kind: "hard-negatives",
    seed,
    level,
    draw: ({ part, fixed }): View => {
      const recipe = recipeOf(fixed("recipe"), level);
      const labels = labelsOf(part("labels"), recipe);
      const shows = level === 5 ? "p" : "loss";
      const values = valuesOf(part("values"), labels.length, shows);
      const boxes = part("order").shuffle(labels.map((label, i) => ({ label, value: values[i] })));
      return { boxes, ratio: recipe.ratio, shows };
    },
    accept: (view) => {
      const truth = truthOf(view);
      const score = (answer: Answer) => scoreOf(pointsOf(view, answer, truth));
      return nobodyEarns([...constants(view), quota(view)], score) && nobodyPasses(beliefs, view, level, score);
    },
  });
