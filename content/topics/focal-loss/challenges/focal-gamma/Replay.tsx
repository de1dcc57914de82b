"use client";

import type { ReplayProps } from "@/lib/challenges/play";
import { ReplayFrame } from "@/lib/ui/boards";
import { count } from "@/lib/words";
import { Picture } from "./Board";
import type { Answer, Step, View } from "./challenge";

/** The count, box by box. */
export function Replay({ instance: { view }, grade, locale }: ReplayProps<View, null, Answer, Step>) {
  const captions = grade.steps.map(({ counted }) => (locale === "ko" ? `${counted}개까지 셌어요.` : `${count(counted, "box")} counted.`));
  return (
    <ReplayFrame
      captions={captions}
      locale={locale}
      picture={(at) => <Picture view={view} counted={grade.steps[at].counted} locale={locale} />}
    />
  );
}
