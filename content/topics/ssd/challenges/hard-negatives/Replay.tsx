"use client";

import type { ReplayProps } from "@/lib/challenges/play";
import type { Text } from "@/lib/challenges/text";
import { ReplayFrame, type Misstep } from "@/lib/ui/boards";
import { Bars } from "@/lib/ui/plots";
import { num } from "@/lib/words";
import type { Answer, Step, View } from "./challenge";
import { byLoss, positivesOf } from "./instance";
import { LABEL_NAMES, measureOf, roomText, shown } from "./words";

const WORDS = { spoken: { ko: "달라요", en: "answered otherwise" } } satisfies Record<string, Text>;

function captionOf(view: View, steps: readonly Step[], at: number): Text {
  const step = steps[at];
  const positives = num(positivesOf(view));
  if (step === "count")
    return {
      ko: `양성이 ${positives}개예요. 남을 음성은 ${roomText(view)}개예요.`,
      en: `Positives: ${positives}. Room for ${roomText(view)} negatives.`,
    };
  const { label, value } = view.boxes[step.number - 1];
  const box = num(step.number);
  const count = num(steps.slice(0, at + 1).filter((each) => each !== "count" && each.kept).length);
  if (step.kept)
    return {
      ko: `${box}번, ${shown(value)}: 음성이라 남아요. ${count}개째예요.`,
      en: `Box ${box}, ${shown(value)}: a negative, kept. That makes ${count}.`,
    };
  return {
    ko: `${box}번, ${shown(value)}: ${label === "positive" ? "양성이라 자리를 쓰지 않아요" : "제외된 상자라 건너뛰어요"}.`,
    en: `Box ${box}, ${shown(value)}: ${label === "positive" ? "a positive, takes no room" : "ignored, passed over"}.`,
  };
}

/** The boxes by their loss: from the top each negative is kept until there is no more room. */
export function Replay({ instance: { view }, grade, locale }: ReplayProps<View, null, Answer, Step>) {
  const { steps } = grade;
  const order = byLoss(view);
  const most = Math.max(...view.boxes.map(({ value }) => value));
  const captions = steps.map((_, at) => captionOf(view, steps, at)[locale]);
  const missteps = grade.parts.flatMap(({ id, correct }): Misstep[] => {
    if (correct) return [];
    const at = steps.findIndex((step) => step !== "count" && num(step.number) === id);
    // What lies below the last one kept is settled there.
    return [{ id, at: at < 0 ? steps.length - 1 : at, label: `✗ ${id}`, spoken: WORDS.spoken[locale] }];
  });
  const picture = (at: number) => {
    const step = steps[at];
    const kept = new Set(steps.slice(0, at + 1).flatMap((each) => (each !== "count" && each.kept ? [each.number] : [])));
    return (
      <Bars
        label={measureOf(view)[locale]}
        most={most}
        marked={step === "count" ? undefined : String(step.number)}
        bars={order.map((number) => {
          const { label, value } = view.boxes[number - 1];
          return {
            id: String(number),
            title: `${num(number)} ${LABEL_NAMES[label][locale]}`,
            value,
            text: `${shown(value)}${kept.has(number) ? " ✓" : ""}`,
          };
        })}
      />
    );
  };
  return <ReplayFrame captions={captions} missteps={missteps} locale={locale} picture={picture} />;
}
