"use client";

import type { ReplayProps } from "@/lib/challenges/play";
import type { Text } from "@/lib/challenges/text";
import { CLASS_NAMES } from "@/lib/engine/scenes";
import { ReplayFrame, type Misstep } from "@/lib/ui/boards";
import { Stage } from "@/lib/ui/stage";
import { letter } from "@/lib/words";
import type { Answer, Step, View } from "./challenge";
import { pictureBoxes } from "./pictureBoxes";
import { Rulers } from "./Rulers";
import { labelName, shown, STAGE_NAMES } from "./words";

const WORDS = {
  stage: { ko: "상자와 IoU 자", en: "Boxes and IoU rulers" },
  spoken: { ko: "이름표가 달라요", en: "labelled otherwise" },
} satisfies Record<string, Text>;

function captionOf(view: View, { box, own, other, labels }: Step): Text {
  const name = letter(box);
  const sums = (locale: "ko" | "en") =>
    [
      `${CLASS_NAMES[view.cls][locale]} ${shown(own)}`,
      ...(view.other === null ? [] : [`${CLASS_NAMES[view.other][locale]} ${shown(other)}`]),
    ].join(", ");
  const so = (locale: "ko" | "en") =>
    view.stages.map((stage, s) => `${STAGE_NAMES[stage][locale]} ${labelName(view, stage, labels[s])[locale]}`).join(", ");
  return { ko: `${name}: IoU ${sums("ko")}. ${so("ko")}.`, en: `${name}: IoU ${sums("en")}. ${so("en")}.` };
}

/** Box by box onto the IoU ruler, with each training's cut below it; then all of them with what was labelled otherwise. */
export function Replay({ instance: { view }, answer, grade, locale }: ReplayProps<View, null, Answer, Step>) {
  const { steps } = grade;
  const wrong = grade.parts.filter(({ correct }) => !correct).length;
  const end: Text =
    wrong === 0
      ? { ko: "모든 상자가 제자리에 있어요.", en: "Every box is in its place." }
      : { ko: `상자 ${wrong}개의 이름표가 달라요. 자마다 ✗로 표시했어요.`, en: `${wrong} boxes are labelled otherwise: ✗ on each ruler.` };
  const captions = [...steps.map((step) => captionOf(view, step)[locale]), end[locale]];
  const truth = view.stages.map((_, s) => steps.map(({ labels }) => labels[s]));
  const missteps = grade.parts.flatMap(({ id, correct }, at): Misstep[] =>
    correct ? [] : [{ id, at, label: `✗ ${id}`, spoken: WORDS.spoken[locale] }],
  );
  const picture = (at: number) => (
    <Stage
      width={view.width}
      height={view.height}
      sprites={view.objects}
      boxes={pictureBoxes(view, locale, (box) =>
        at < steps.length ? (box === at ? "measured" : "idle") : grade.parts[box].correct ? "kept" : "wrong",
      )}
      label={WORDS.stage[locale]}
      description={captions[at]}
      locale={locale}
      pointed={at < steps.length ? letter(at) : null}
      locked
    />
  );
  const below = (at: number) => (
    <Rulers
      view={view}
      overlaps={steps}
      truth={truth}
      said={answer.labels}
      placed={steps.slice(0, at + 1).map(({ box }) => box)}
      done={at >= steps.length}
      locale={locale}
    />
  );
  return <ReplayFrame captions={captions} missteps={missteps} start={steps.length} locale={locale} picture={picture} below={below} />;
}
