"use client";

import { useTranslations } from "next-intl";
import { lazy, Suspense, useMemo, useState } from "react";
import useSWRImmutable from "swr/immutable";
import { call, newKey } from "@/lib/client/api";
import { readDraft, useSaver } from "@/lib/client/work";
import { openSlot } from "@/lib/wire/work";
import type { OpenProps, SlotProps } from "./slotProps";
import { Waiting } from "../../../../../shell/Waiting";

const ChallengeSlot = lazy(async () => ({ default: (await import("./ChallengeSlot")).ChallengeSlot }));
const QuestionSlot = lazy(async () => ({ default: (await import("./QuestionSlot")).QuestionSlot }));
const SimulationSlot = lazy(async () => ({ default: (await import("./SimulationSlot")).SimulationSlot }));
const LessonSlot = lazy(async () => ({ default: (await import("./LessonSlot")).LessonSlot }));

/** Opens the slot's try, the one that is open or a fresh one, and shows it by its kind. */
export function OpenTry(props: SlotProps) {
  const t = useTranslations("work");
  const { learner, assignment, part, slot, onOpened } = props;
  const params = { assignment, part: part.id, slot: String(slot.slot) };
  const ask = async () => {
    const reply = await call(openSlot, { params, body: {} });
    // One that was finished already counts by being opened.
    if (reply.what.type === "lesson") onOpened();
    return reply;
  };
  // Once a visit: what an earlier one was answered may know less than was saved since, and answering must not open the next try by itself.
  const [visit] = useState(newKey);
  const { data: opened, error, mutate } = useSWRImmutable(["open-slot", visit], ask, { shouldRetryOnError: false });
  const saved = useMemo(() => (opened ? (readDraft(learner, opened.id) ?? opened.saved ?? null) : null), [learner, opened]);
  const { saver, state } = useSaver(learner, opened?.id ?? null);
  if (!opened) return <Waiting error={error} onRetry={() => void mutate()} />;
  const given: OpenProps = {
    ...props,
    opened,
    reopen: ask,
    saved,
    onChange: (answer) => saver?.change(answer),
    onEnd: () => saver?.end(),
    savedState: state,
  };
  const Shown = { challenge: ChallengeSlot, question: QuestionSlot, simulation: SimulationSlot, lesson: LessonSlot }[opened.what.type];
  return (
    <div className="flex flex-col gap-3" data-item={opened.id}>
      <Suspense fallback={<p role="status">{t("loading")}</p>}>
        <Shown {...given} />
      </Suspense>
      <p role="status" className="m-0 min-h-6 text-sm text-ink-2" data-testid="saved" data-saved={state}>
        {state === "still" ? "" : t(`saved.${state}`)}
      </p>
    </div>
  );
}
