import type { Level } from "@/lib/challenges/contract";
import { redrawExact } from "@/lib/challenges/redraw";
import { nobodyEarns, nobodyPasses } from "@/lib/challenges/rivals";
import { scoreOf } from "@/lib/challenges/score";
import type { Random } from "@/lib/engine/random";
import { pointsOf, smooth, type Answer, type Asked, type Role, type Roi, type View } from "./instance";
import { rivals } from "./rivals";

interface Rules {
  readonly asked: Asked;
  /** Objects, backgrounds and RoIs that are not drawn: one of these is taken. */
  readonly counts: readonly (readonly [number, number, number])[];
  readonly lambdas: readonly number[];
  readonly errors: "given" | "small" | "both";
  /** The IoU is told instead of the class. */
  readonly drawing: boolean;
}

const RULES: Readonly<Record<Level, Rules>> = {
  // prettier-ignore
  1: { asked: "all", counts: [[2, 2, 0], [3, 2, 0], [2, 3, 0]], lambdas: [1], errors: "given", drawing: false },
  // prettier-ignore
  2: { asked: "box", counts: [[3, 2, 0], [4, 2, 0], [4, 3, 0]], lambdas: [1], errors: "small", drawing: false },
  // prettier-ignore
  3: { asked: "box", counts: [[3, 2, 0], [4, 2, 0]], lambdas: [1], errors: "both", drawing: false },
  // prettier-ignore
  4: { asked: "all", counts: [[2, 2, 0], [3, 2, 0], [2, 3, 0]], lambdas: [2, 3], errors: "both", drawing: false },
  // prettier-ignore
  5: { asked: "all", counts: [[2, 2, 2], [3, 2, 2], [2, 3, 2]], lambdas: [2, 3], errors: "both", drawing: true },
};

/** Classes beside background. */
const CLASSES = 2;

const sign = (random: Random) => (random.int(0, 1) === 1 ? 1 : -1);
const small = (random: Random) => sign(random) * random.int(2, 9);
const large = (random: Random) => sign(random) * random.int(14, 30);

/** In hundredths, off the limits by a few. */
const iouOf = (random: Random, role: Role) =>
  role === "object" ? random.int(53, 92) : role === "background" ? random.int(13, 47) : random.int(0, 7);

/** Three shares of a tenth or more. */
function shares(random: Random): number[] {
  const first = random.int(1, 8);
  const second = random.int(1, 9 - first);
  return random.shuffle([first, second, 10 - first - second]);
}

function roi(random: Random, role: Role, { asked, errors, drawing }: Rules): Roi {
  const both = errors === "small" ? [small(random), small(random)] : random.shuffle([small(random), large(random)]);
  return {
    object: role === "background" && !drawing ? 0 : random.int(1, CLASSES),
    iou: drawing ? iouOf(random, role) : null,
    probabilities: asked === "all" ? shares(random) : [],
    errors: errors === "given" ? [] : both,
    box: errors === "given" ? both.reduce((sum, each) => sum + smooth(each), 0) : null,
  };
}

/** The table of a seed and level. Whole numbers decide everything: tenths, hundredths, thousandths. */
export function generate(seed: string, level: Level): View {
  const rules = RULES[level];
  return redrawExact({
    kind: "two-losses",
    seed,
    level,
    draw: ({ part, fixed }): View => {
      const random = part("rois");
      const [objects, backgrounds, out] = fixed("counts").pick(rules.counts);
      const roles = [
        ...Array.from({ length: objects }, () => "object" as const),
        ...Array.from({ length: backgrounds }, () => "background" as const),
        ...Array.from({ length: out }, () => "out" as const),
      ];
      return {
        asked: rules.asked,
        lambda: fixed("lambda").pick(rules.lambdas),
        rois: random.shuffle<Role>(roles).map((role) => roi(random, role, rules)),
      };
    },
    accept: (view) => {
      const score = (answer: Answer) => scoreOf(pointsOf(view, answer));
      const { constants } = rivals.blind;
      return nobodyPasses(rivals.beliefs, view, level, score) && (typeof constants !== "function" || nobodyEarns(constants(view), score));
    },
  });
}
