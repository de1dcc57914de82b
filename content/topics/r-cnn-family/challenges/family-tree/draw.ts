import type { Level } from "@/lib/challenges/contract";
import { redrawExact } from "@/lib/challenges/redraw";
import { nobodyEarns, nobodyPasses } from "@/lib/challenges/rivals";
import { scoreOf } from "@/lib/challenges/score";
import type { Random } from "@/lib/engine/random";
import { MEMBERS, PARTS, type MemberName, type Pipeline } from "../../pipeline";
import { memberOf, MOST_PARTS, pointsOf, truthOf, type Column, type Sheet, type View } from "./instance";
import { beliefs, constants, fastByHeart, fillInOrder } from "./rivals";

const member = (name: MemberName): Column => ({ name, pipeline: MEMBERS[name] });

/** Fast R-CNN's table is that of most pipelines, part by part: alone it comes seldom, so that knowing this one table wins little. */
const FAST_ALONE = 1 / 11;
const PAIRS: readonly (readonly [MemberName, MemberName])[] = [
  ["r-cnn", "fast-r-cnn"],
  ["r-cnn", "faster-r-cnn"],
  ["fast-r-cnn", "faster-r-cnn"],
];

/** Pieces that no paper of the three puts together. Crops with a region proposal network would need two passes: left out. */
function hybrid(random: Random): Column {
  const kinds: readonly Omit<Pipeline, "box">[] = [
    { proposals: "rpn", features: "map", judge: "svm" },
    { proposals: "rpn", features: "map", judge: "svm" },
    { proposals: "rpn", features: "map", judge: "softmax" },
    { proposals: "search", features: "map", judge: "svm" },
    { proposals: "search", features: "crops", judge: "softmax" },
  ];
  const kind = random.pick(kinds);
  const pipeline: Pipeline = { ...kind, box: random.chance(0.5) };
  return { name: null, pipeline: memberOf(pipeline) === null ? pipeline : { ...pipeline, box: false } };
}

function columnsOf(random: Random, level: Level): Column[] {
  if (level <= 2) return [member(random.chance(FAST_ALONE) ? "fast-r-cnn" : random.pick(["r-cnn", "faster-r-cnn"] as const))];
  if (level === 3) return random.shuffle(random.pick(PAIRS)).map(member);
  const mixed = hybrid(random);
  if (level === 4) return [mixed];
  // With the hybrid a member that differs from it in what runs how often.
  return [member(mixed.pipeline.proposals === "rpn" ? "r-cnn" : "faster-r-cnn"), mixed];
}

const sheetsOf = (level: Level): Sheet[] =>
  level === 1
    ? [{ column: 0, asks: "runs" }]
    : level === 2 || level === 4
      ? [
          { column: 0, asks: "runs" },
          { column: 0, asks: "learnt" },
        ]
      : [
          { column: 0, asks: "runs" },
          { column: 1, asks: "runs" },
        ];

/** Draws pipelines and parts of a level; draws the parts again until no belief of the level passes and nobody earns blindly. */
export function drawInstance(seed: string, level: Level): View {
  return redrawExact({
    kind: "family-tree",
    seed,
    level,
    draw: ({ part, fixed }): View => {
      const recipe = fixed("recipe");
      const columns = columnsOf(recipe, level);
      const count = recipe.int(level < 3 ? 5 : 6, level < 3 ? 6 : MOST_PARTS);
      const [pictures, proposals] = [recipe.int(2, 9), 100 * recipe.int(1, 20)];
      return {
        columns,
        sheets: sheetsOf(level),
        parts: part("parts").shuffle(PARTS).slice(0, count),
        batch: level === 5 ? { pictures, proposals } : null,
      };
    },
    accept(view) {
      const truth = truthOf(view);
      const score = (answer: Parameters<typeof pointsOf>[1]) => scoreOf(pointsOf(truth, answer));
      // A part that is not there, one that works for the picture and one that works for each proposal.
      const kinds = new Set(truth[0]);
      const itself = view.columns.length === 1 && view.columns[0].name === "fast-r-cnn";
      return (
        kinds.has("none") &&
        kinds.has("picture") &&
        kinds.has("proposal") &&
        nobodyPasses(beliefs, view, level, score) &&
        nobodyEarns([...constants(view), fillInOrder(view), ...(itself ? [] : [fastByHeart(view)])], score)
      );
    },
  });
}
