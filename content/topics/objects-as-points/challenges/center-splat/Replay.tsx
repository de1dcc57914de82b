"use client";

import type { ReplayProps } from "@/lib/challenges/play";
import type { Text } from "@/lib/challenges/text";
import { ReplayFrame, type Misstep } from "@/lib/ui/boards";
import { Bars } from "@/lib/ui/plots";
import { letter, num } from "@/lib/words";
import type { Answer, Step, View } from "./challenge";
import { HillsMap } from "./HillsMap";
import { CODES, iouAt, PLACEMENTS, radiusOf } from "./instance";
import { StrayedBox } from "./Strayed";
import { CODE_NAMES, codeReason, overlapOf, PLACEMENT_NAMES, valueReason } from "./words";

const WORDS = {
  ious: { ko: "이 반지름에서의 IoU", en: "IoU at this radius" },
  radii: { ko: "이 상자의 반지름", en: "This box's radius" },
  spoken: { ko: "달라요", en: "answered otherwise" },
} satisfies Record<string, Text>;

function captionOf(view: View, step: Step): Text {
  if (step.shows === "value" && view.hills) return valueReason(view.hills, step.cell);
  if (step.shows === "code") return codeReason(view, step.target);
  const placement = step.shows === "stray" ? step.placement : "shift";
  const [r, iou] = [num(radiusOf(view), 2), num(iouAt(view, radiusOf(view), placement), 3)];
  const name = PLACEMENT_NAMES[placement];
  const least = placement === "inside";
  return {
    ko: `r = ${r}, 두 모서리를 ${name.ko} 옮기면 IoU는 ${iou}.${least ? ` 셋 가운데 가장 작아서 바로 ${overlapOf(view)}에 닿아요.` : ` 아직 ${overlapOf(view)}보다 커요.`}`,
    en: `r = ${r}, both corners ${name.en}: the IoU is ${iou}${least ? `, the least of the three, just ${overlapOf(view)}.` : `, still above ${overlapOf(view)}.`}`,
  };
}

/** The corners stray in three ways at the right radius; then cells are filled, or hills told apart. */
export function Replay({ instance: { view }, grade, locale }: ReplayProps<View, null, Answer, Step>) {
  const { steps } = grade;
  const captions = steps.map((step) => captionOf(view, step)[locale]);
  const missteps = grade.parts.flatMap(({ id, correct, label }): Misstep[] => {
    if (correct) return [];
    const [what, number] = id.split("-");
    const at = steps.findIndex((step) =>
      what === "radius"
        ? step.shows === "stray" && step.placement === "inside"
        : what === "value"
          ? step.shows === "value" && step.cell === Number(number)
          : step.shows === "code" && step.target === Number(number),
    );
    return [{ id, at: Math.max(0, at), label: `✗ ${label[locale]}`, spoken: WORDS.spoken[locale] }];
  });
  const picture = (at: number) => {
    const step = steps[at];
    if (step.shows === "value" && view.hills) return <HillsMap hills={view.hills} lit={step.cell} locale={locale} />;
    if (step.shows === "code") {
      const { side } = view.targets[step.target];
      const radii = CODES.map((rule) => ({ rule, value: radiusOf({ width: side, height: side, overlap: view.overlap }, rule) }));
      return (
        <Bars
          label={`${letter(step.target)}, ${side}×${side}: ${WORDS.radii[locale]}`}
          marked={CODES.find((rule) => Math.floor(radii[CODES.indexOf(rule)].value) === view.targets[step.target].radius)}
          bars={radii.map(({ rule, value }) => ({
            id: rule,
            title: CODE_NAMES[rule][locale],
            value,
            text: `${num(value, 2)} → R ${num(Math.floor(value))}`,
          }))}
        />
      );
    }
    const placement = step.shows === "stray" ? step.placement : "inside";
    return (
      <div className="mx-auto w-full max-w-md">
        <StrayedBox view={view} r={radiusOf(view)} shown={[placement]} said={captions[at]} locale={locale} />
      </div>
    );
  };
  const below = (at: number) => {
    const step = steps[at];
    if (step.shows !== "stray") return null;
    return (
      <Bars
        label={WORDS.ious[locale]}
        most={1}
        marked={step.placement}
        bars={PLACEMENTS.map((each) => {
          const value = iouAt(view, radiusOf(view), each);
          return { id: each, title: PLACEMENT_NAMES[each][locale], value, text: num(value, 3) };
        })}
      />
    );
  };
  return <ReplayFrame captions={captions} missteps={missteps} locale={locale} picture={picture} below={below} />;
}
