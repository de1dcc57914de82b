"use client";

import type { ReplayProps } from "@/lib/challenges/play";
import type { Text } from "@/lib/challenges/text";
import { iou } from "@/lib/engine/boxes";
import { ReplayFrame, type Misstep } from "@/lib/ui/boards";
import { Bars } from "@/lib/ui/plots";
import { Stage, useStage } from "@/lib/ui/stage";
import { cellName, josa, letter, num } from "@/lib/words";
import { GridLines } from "../../GridLines";
import type { Answer, Step, View } from "./challenge";
import { holdersOf, middle, SIDE, truthOf, type Judged, judged } from "./instance";
import { objectBoxes, predictedBoxes, sprites } from "./pictureBoxes";
import { boxName, shown } from "./words";

const WORDS = {
  stage: { ko: "물체와 그 칸", en: "Objects and their cells" },
  ious: { ko: "물체와의 IoU", en: "IoU with the object" },
  spoken: { ko: "달라요", en: "answered otherwise" },
} satisfies Record<string, Text>;

function captionOf(view: View, { object, shows }: Step): Text {
  const { cell, box } = truthOf(view)[object];
  const name = letter(object);
  const [x, y] = middle(view.objects[object].box);
  if (shows === "cell") {
    const place = cellName(cell ?? 0, view.grid);
    return {
      ko: `${name}의 가운데는 (${num(x, 1)}, ${num(y, 1)}). ${josa(place.ko, "이/가")} 맡아요.`,
      en: `The centre of ${name} is (${num(x, 1)}, ${num(y, 1)}): ${place.en.toLowerCase()} answers.`,
    };
  }
  if (shows === "taken") {
    const holder = letter(holdersOf(view)[object]);
    return {
      ko: `그 칸에는 벌써 ${josa(holder, "이/가")} 있어요. ${josa(name, "은/는")} 이 그림에서 배울 상자가 없어요.`,
      en: `${holder} has that cell already: no box learns from ${name} in this picture.`,
    };
  }
  const answers = boxName(Number(box));
  const best = shown(iou(view.predicted[object][Number(box)].box, view.objects[object].box));
  if (shows === "box")
    return {
      ko: `IoU는 ${josa(answers.ko, "이/가")} ${josa(best, "으로/로")} 가장 커요. 이 상자가 ${name}에 답해요.`,
      en: `The IoU of ${answers.en.toLowerCase()} is the highest, ${best}: it answers for ${name}.`,
    };
  return {
    ko: `${answers.ko}의 확신값은 ${josa(best, "을/를")} 배우고, 칸의 다른 상자는 0을 배워요.`,
    en: `Its confidence is taught ${best}, the cell's other boxes 0.`,
  };
}

/** Lines from the middle of an object's sides to its centre, and a dot there. */
function Plumb({ view, object }: { readonly view: View; readonly object: number }) {
  const { scale: px } = useStage();
  const { box } = view.objects[object];
  const [x, y] = middle(box);
  const path = `M${x} ${box[1]}V${box[3]}M${box[0]} ${y}H${box[2]}`;
  return (
    <g aria-hidden="true" pointerEvents="none">
      <path d={path} stroke="#14151a" strokeWidth={3.5 * px} strokeOpacity={0.6} fill="none" />
      <path d={path} stroke="#ffe14d" strokeWidth={1.5 * px} strokeDasharray={`${4 * px} ${3 * px}`} fill="none" />
      <circle cx={x} cy={y} r={5 * px} fill="#ffe14d" stroke="#14151a" strokeWidth={1.5 * px} />
    </g>
  );
}

/** Which step settles what went wrong first with an object. */
function wrongStep(steps: readonly Step[], object: number, right: Judged): number {
  const shows: readonly Step["shows"][] = !right.cell ? ["cell"] : !right.box ? ["box", "taken"] : ["targets"];
  const at = steps.findIndex((step) => step.object === object && shows.includes(step.shows));
  return Math.max(0, at);
}

/** Object by object: the centre finds its cell, IoUs find the box, confidences get what they are taught, and a second object finds its cell taken. */
export function Replay({ instance: { view }, answer, grade, locale }: ReplayProps<View, null, Answer, Step>) {
  const { steps } = grade;
  const truth = truthOf(view);
  const right = judged(truth, answer);
  const captions = steps.map((step) => captionOf(view, step)[locale]);
  const missteps = grade.parts.flatMap(({ id, correct }, i): Misstep[] =>
    correct ? [] : [{ id, at: wrongStep(steps, i, right[i]), label: `✗ ${id}`, spoken: WORDS.spoken[locale] }],
  );
  const picture = (at: number) => {
    const { object, shows } = steps[at];
    const { cell, box } = truth[object];
    const seen = steps.slice(0, at + 1).flatMap((step) => (step.shows === "cell" ? [step.object] : []));
    const filled = [...new Set(seen.map((i) => truth[i].cell ?? 0))].map((each) => ({
      cell: each,
      strong: each === cell,
      note: seen.flatMap((i) => (truth[i].cell === each && truth[i].box !== "none" ? [letter(i)] : [])).join(" "),
    }));
    return (
      <Stage
        width={SIDE}
        height={SIDE}
        sprites={sprites(view)}
        boxes={[
          ...objectBoxes(view, locale, (i) => (i === object ? (shows === "taken" ? "missed" : "picked") : "truth")),
          ...(shows === "box" || shows === "targets" ? predictedBoxes(view, object, locale, (b) => (b === box ? "kept" : "idle")) : []),
        ]}
        label={WORDS.stage[locale]}
        description={captions[at]}
        locale={locale}
        locked
        underlay={<GridLines width={SIDE} height={SIDE} grid={view.grid} filled={filled} />}
      >
        {shows === "cell" || shows === "taken" ? <Plumb view={view} object={object} /> : null}
      </Stage>
    );
  };
  const below = (at: number) => {
    const { object, shows } = steps[at];
    if (shows !== "box" && shows !== "targets") return null;
    const own = truth[object].box;
    return (
      <Bars
        label={WORDS.ious[locale]}
        most={1}
        marked={String(own)}
        bars={view.predicted[object].map(({ box }, b) => {
          const value = iou(box, view.objects[object].box);
          const taught = b === own ? shown(value) : "0";
          return {
            id: String(b),
            title: boxName(b)[locale],
            value,
            text: shows === "targets" ? `${shown(value)} → ${taught}` : shown(value),
          };
        })}
      />
    );
  };
  return <ReplayFrame captions={captions} missteps={missteps} locale={locale} picture={picture} below={below} />;
}
