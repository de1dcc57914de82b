import type { Level } from "@/lib/challenges/contract";
import { redraw } from "@/lib/challenges/redraw";
import type { Random } from "@/lib/engine/random";
import { isEasy, type GroupId } from "./groups";
import { ALPHAS, budgetOf, rightGammas, slackOf, weightOf, type Group, type Quantity, type View } from "./instance";

/** No share that is compared with a limit lies closer to it. */
export const MARGIN = 0.002;

/** The right γs: the smallest is drawn first, each as often, from this range of tenths; this many tenths more are right too. */
const SMALLEST = [3, 39] as const;
/** Where wrong labels cap γ, another limit lies above it that must still be on the knob. */
const SMALLEST_OF_TWO_CAPS = [3, 33] as const;
const WIDTH = 3;
/** How far the unsure objects' limit lies above the wrong labels' where both cap γ, in tenths: who overlooks those goes too far. */
const LATER = [13, 16] as const;
/** How many times the usual number of objects there may be, so that their share is what it is to be. */
const FEWER = 0.15;
const MORE = 40;
/** Half the width of what the objects' share may be, thousandths. */
const HALF = 60;

interface Rules {
  readonly quantity: Quantity;
  readonly keep: boolean;
  readonly alpha: boolean;
  readonly wrong: boolean;
}

/** One decision more a level. */
const RULES: Readonly<Record<Level, Rules>> = {
  1: { quantity: "value", keep: false, alpha: false, wrong: false },
  2: { quantity: "value", keep: true, alpha: false, wrong: false },
  3: { quantity: "value", keep: true, alpha: true, wrong: false },
  4: { quantity: "gradient", keep: true, alpha: true, wrong: false },
  5: { quantity: "gradient", keep: true, alpha: true, wrong: true },
};

/** What must be right, drawn before the places are: no γ and no α is easier to draw for. */
interface Aim {
  readonly gamma: number;
  readonly alpha: number;
}

function aim(random: Random, level: Level): Aim {
  const [least, greatest] = RULES[level].wrong ? SMALLEST_OF_TWO_CAPS : SMALLEST;
  const gamma = random.int(least, greatest);
  // Under a strong focus little is left of the background; with a large α as well, less than one object would do.
  const most = gamma > 28 ? 75 : 90;
  // Around a half, α for objects and α for the background are one and the same.
  return { gamma, alpha: random.pick(ALPHAS.filter((alpha) => alpha >= 10 && alpha <= most && Math.abs(alpha - 50) > 7)) };
}

/** Two figures that count, so that the table reads well: 48,300 → 48,000. */
function rounded(count: number): number {
  let unit = 1;
  while (count / unit >= 100) unit *= 10;
  return Math.max(1, Math.round(count / unit)) * unit;
}

/** The pₜ (thousandths) at which the unsure objects keep about `wanted` of their cross-entropy at this γ; null where none does. */
function unsureAt(gamma: number, wanted: number, quantity: Quantity): number | null {
  let best: number | null = null;
  let least = 0.03;
  for (let pt = 200; pt <= 800; pt += 10) {
    const off = Math.abs(weightOf(pt, gamma, quantity) / weightOf(pt, 0, quantity) - wanted);
    if (off < least) [best, least] = [pt, off];
  }
  return best;
}

/** Thousandths half way between two shares. */
const between = (a: number, b: number): number => Math.round(500 * (a + b));

function draw(random: Random, level: Level, { gamma, alpha }: Aim): View | null {
  const { quantity, keep, alpha: asked, wrong } = RULES[level];
  const last = gamma + WIDTH;
  const cap = wrong ? last + random.int(...LATER) : last;
  const unsure = unsureAt(cap, random.between(0.15, 0.6), quantity);
  if (unsure === null) return null;

  const group = (id: GroupId, count: number, low: number, high: number): Group => ({ id, count, pt: 5 * random.int(low / 5, high / 5) });
  const sum = (list: readonly Group[]) => list.reduce((all, { count, pt }) => all + count * weightOf(pt, gamma, quantity), 0);
  // The stronger the focus that is to be right, the less hard what is hard: else no flood would be large enough.
  const ease = 10 * Math.floor(1.2 * Math.max(0, gamma - 10));
  const hard = [
    group("alike", random.int(15, 60), 350 + ease / 2, 480 + ease / 2),
    group("trap", random.int(4, 20), 80 + ease, 180 + ease),
  ];
  const flood = [
    group("flat", 100, 985, 995),
    group("texture", random.int(12, 40), 945, 970),
    group("beside", random.int(4, 14), 900, 920),
  ];
  const share = random.between(0.15, 0.5);
  const times = ((share / (1 - share)) * sum(hard)) / sum(flood);
  const background = [...flood.map((each) => ({ ...each, count: rounded(times * each.count) })), ...hard];
  const easyCount = background.filter(isEasy).reduce((all, { count }) => all + count, 0);
  if (easyCount < 600 || easyCount > 300_000) return null;

  const objects = [
    group("clear", random.int(15, 50), 900, 970),
    { id: "unsure" as const, count: random.int(8, 30), pt: unsure },
    group("hard", random.int(3, 10), 60 + ease / 2, 190 + ease / 2),
    ...(wrong ? [group("wrong", random.int(2, 6), 10, 40)] : []),
  ];
  const odds = (alpha * sum(objects)) / ((100 - alpha) * sum(background));
  const shareOf = (times: number) => (times * odds) / (1 + times * odds);
  const wanted = random.between(Math.max(0.22, shareOf(FEWER)), Math.min(0.8, shareOf(MORE)));
  const scale = asked ? wanted / ((1 - wanted) * odds) : 1;
  const groups = [...background, ...objects.map((each) => ({ ...each, count: asked ? rounded(scale * each.count) : each.count }))];

  const free: View = { quantity, groups, limits: { easy: 0, keep: null, objects: null, wrong: null } };
  const [before, first] = [gamma - 1, gamma].map((at) => budgetOf(free, at, null));
  const [inside, past] = [last, last + 1].map((at) => budgetOf(free, at, null));
  const [held, lost] = [cap, cap + 1].map((at) => budgetOf(free, at, null).keep);
  const middle = Math.round(1000 * budgetOf(free, gamma + 1, alpha).objects);
  return {
    ...free,
    limits: {
      easy: between(before.easy, first.easy),
      keep: keep ? between(held, lost) : null,
      objects: asked ? [middle - HALF, middle + HALF] : null,
      wrong: wrong ? between(inside.wrong, past.wrong) : null,
    },
  };
}

/** The right γs are those aimed at. */
const asAimed = (view: View, { gamma }: Aim): boolean =>
  rightGammas(view).join() === Array.from({ length: WIDTH + 1 }, (_, i) => gamma + i).join();

/** The population of a seed and level, and the limits it is to be brought under. */
export function generate(seed: string, level: Level): View {
  let aimed: Aim = { gamma: 0, alpha: 0 };
  return redraw({
    kind: "focal-gamma",
    seed,
    level,
    draw: ({ part, fixed }) => {
      aimed = aim(fixed("aim"), level);
      return draw(part("places"), level, aimed);
    },
    slack: slackOf,
    margin: MARGIN,
    accept: (view) => asAimed(view, aimed),
  });
}
