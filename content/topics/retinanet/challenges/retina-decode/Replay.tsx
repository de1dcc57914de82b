"use client";

import type { ReplayProps } from "@/lib/challenges/play";
import type { Locale, Text } from "@/lib/challenges/text";
import { CLASS_NAMES } from "@/lib/engine/scenes";
import { ReplayFrame, type Misstep } from "@/lib/ui/boards";
import { pairSum, Sum } from "@/lib/ui/simulation";
import { Stage } from "@/lib/ui/stage";
import { Arrow, OverlapGlow } from "@/lib/ui/stage/layers";
import type { Answer, Step, View } from "./challenge";
import { pairId } from "./instance";
import { PairTable, type CellState } from "./PairTable";
import { objectList, pictureBoxes } from "./pictureBoxes";
import { captionsOf, decisiveStep, rowOf, stateAt } from "./replaySteps";
import { SigmoidCurve } from "./SigmoidCurve";

const WORDS = {
  picture: { ko: "로짓에서 검출까지", en: "From logits to detections" },
  table: { ko: "짝마다 남았는지", en: "What has become of each pair" },
  extra: { ko: "골랐지만 검출이 아니에요", en: "chosen, but no detection" },
  missed: { ko: "고르지 않았지만 검출이에요", en: "not chosen, but a detection" },
} satisfies Record<string, Text>;

/** The scored boxes of a comparison, as the sum of their IoU names them. */
function comparedOf(view: View, step: Step | undefined) {
  if (step?.type !== "compare") return null;
  const of = (id: string) => ({ ...view.rows[rowOf(view, id)], cls: view.classes[0], score: 0 });
  return { a: of(step.by), b: of(step.id), iou: step.iou, suppressed: step.suppressed };
}

/** Row by row through the sigmoid, each level's best, then NMS; the learner's wrong pairs carry their mark throughout. */
export function Replay({ instance: { view }, answer, grade, locale }: ReplayProps<View, null, Answer, Step>) {
  const { steps } = grade;
  const chosen = new Set(answer.pairs);
  const wrong = new Set(grade.parts.filter(({ correct }) => !correct).map(({ id }) => id));
  const missteps = grade.parts
    .flatMap(({ id, correct, label }): Misstep[] =>
      correct
        ? []
        : [
            {
              id,
              at: decisiveStep(view, steps, id),
              label: `${chosen.has(id) ? "✗" : "!"} ${label[locale]}`,
              spoken: WORDS[chosen.has(id) ? "extra" : "missed"][locale],
            },
          ],
    )
    .sort((a, b) => a.at - b.at);
  const captions = captionsOf(view, steps, locale);
  const picture = (at: number) => {
    const step = steps[at];
    const now = comparedOf(view, step);
    const alive = (row: number) => view.classes.some((_, k) => stateAt(view, steps, at, row, k) === "alive");
    const decided = (row: number) => steps.slice(0, at + 1).some((each) => each.type === "cut" && each.row === row);
    return (
      <Stage
        width={view.width}
        height={view.height}
        sprites={view.objects}
        boxes={pictureBoxes(view, (row) =>
          step?.type === "cut" && step.row === row ? "measured" : !decided(row) ? "idle" : alive(row) ? "kept" : "suppressed",
        )}
        label={WORDS.picture[locale]}
        description={`${objectList(view, locale)}. ${captions[at] ?? ""}`}
        locale={locale}
        pointed={step?.type === "cut" ? view.rows[step.row].id : null}
        underlay={now ? <OverlapGlow a={now.a.box} b={now.b.box} /> : null}
        locked
      >
        {now ? <Arrow from={now.a.box} to={now.b.box} text={now.iou.toFixed(2)} tone={now.suppressed ? "drops" : "spares"} /> : null}
      </Stage>
    );
  };
  const below = (at: number) => {
    const step = steps[at];
    const now = comparedOf(view, step);
    const cell = (row: number, k: number): CellState => stateAt(view, steps, at, row, k);
    return (
      <div className="grid items-start gap-3 md:grid-cols-2">
        <PairTable
          view={view}
          label={WORDS.table[locale]}
          locale={locale}
          stateOf={cell}
          markOf={(row, k) => markOf(wrong, chosen, pairId(view, row, k))}
          probability={(row) =>
            view.help === "probability" || steps.slice(0, at + 1).some((each) => each.type === "cut" && each.row === row)
          }
          lit={step?.type === "cut" ? step.row : null}
        />
        <div className="min-h-36">
          {now ? (
            <Sum lines={pairSum(now.a, now.b, locale, 0.5)} quiet />
          ) : (
            <SigmoidCurve cut={view.cut} dots={step?.type === "cut" ? dotsOf(view, step, locale) : []} locale={locale} />
          )}
        </div>
      </div>
    );
  };
  return <ReplayFrame captions={captions} missteps={missteps} start={steps.length} locale={locale} picture={picture} below={below} />;
}

const markOf = (wrong: ReadonlySet<string>, chosen: ReadonlySet<string>, id: string) => (!wrong.has(id) ? "" : chosen.has(id) ? "✗" : "!");

const dotsOf = (view: View, { row, kept }: Extract<Step, { type: "cut" }>, locale: Locale) =>
  view.rows[row].logits.map((logit, k) => ({
    logit,
    label: CLASS_NAMES[view.classes[k]][locale],
    tone: k,
    faded: !kept.includes(k),
  }));
