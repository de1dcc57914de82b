"use client";

import type { ReactNode } from "react";
import type { Locale, Text } from "@/lib/challenges/text";
import { Button } from "../components/Button";
import type { UsedTask } from "../tasks";

type Status = UsedTask<never, never>["status"];

const STATUS: Readonly<Record<Status, Text>> = {
  recorded: {
    ko: "녹화해 둔 결과예요. 모델이 도착하면 새로 계산해요.",
    en: "A recorded result. It is computed again once the model has loaded.",
  },
  running: { ko: "계산하고 있어요…", en: "Computing…" },
  live: { ko: "방금 이 브라우저에서 계산했어요.", en: "Computed in this browser just now." },
  failed: { ko: "모델을 받지 못했어요.", en: "The model could not be reached." },
};
const WORDS = {
  waiting: { ko: "녹화해 둔 결과예요.", en: "A recorded result." },
  compute: { ko: "이 브라우저에서 계산하기", en: "Compute it in this browser" },
  again: { ko: "다시 해 보기", en: "Try again" },
} satisfies Record<string, Text>;

export interface TaskStatusProps {
  /** As `useTask` tells it. */
  readonly task: Pick<UsedTask<never, never>, "status" | "retry">;
  readonly locale: Locale;
  /** The task waits until somebody asks for it: what starts it. Null or left out: it runs by itself. */
  readonly onCompute?: (() => void) | null;
  /** Other words for some of its states. */
  readonly words?: Partial<Readonly<Record<Status, ReactNode>>>;
}

/** Where a picture comes from: recorded, being computed, computed just now, or out of reach, with a button to try again. */
export function TaskStatus({ task: { status, retry }, locale, onCompute = null, words = {} }: TaskStatusProps) {
  const button = (label: Text, onClick: () => void) => (
    <Button size="sm" variant="secondary" onClick={onClick}>
      {label[locale]}
    </Button>
  );
  return (
    <div role="status" className="flex min-h-6 flex-wrap items-center gap-x-3 gap-y-1 text-sm text-ink-2">
      {onCompute ? WORDS.waiting[locale] : (words[status] ?? STATUS[status][locale])}
      {onCompute ? button(WORDS.compute, onCompute) : status === "failed" ? button(WORDS.again, retry) : null}
    </div>
  );
}
