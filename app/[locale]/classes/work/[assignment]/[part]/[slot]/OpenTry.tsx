"use client";

import { useTranslations } from "next-intl";
import { lazy, Suspense, useMemo, useState, type ReactNode } from "react";
import useSWRImmutable from "swr/immutable";
import type { Locale } from "@/lib/challenges";
import { call, newKey } from "@/lib/client/api";
import { readDraft, useSaver, type Saved } from "@/lib/client/work";
import { openSlot, type OpenedSlot } from "@/lib/wire/work";
import { Waiting } from "../../../../../shell/Waiting";
import type { Part, Slot } from "../../../slots";

const ChallengeSlot = lazy(async () => ({ default: (await import("./ChallengeSlot")).ChallengeSlot }));
const QuestionSlot = lazy(async () => ({ default: (await import("./QuestionSlot")).QuestionSlot }));
const SimulationSlot = lazy(async () => ({ default: (await import("./SimulationSlot")).SimulationSlot }));
const LessonSlot = lazy(async () => ({ default: (await import("./LessonSlot")).LessonSlot }));

interface Props {
  readonly learner: string;
  readonly assignment: string;
  readonly part: Part;
  readonly slot: Slot;
  readonly locale: Locale;
  /** Where to go once it is answered. */
  readonly on: ReactNode;
  readonly onAnswered: () => void;
  /** How the slot stands is asked for anew. */
  readonly onOpened: () => void;
}

/** What every kind of slot is given. */
export interface OpenProps extends Props {
  readonly opened: OpenedSlot;
  /** Asks for the try once more, as after a token that ran out. @throws ApiError */
  readonly reopen: () => Promise<OpenedSlot>;
  /** What stood on the board last; null where nothing did. */
  readonly saved: unknown;
  /** Keeps what stands on the board now. */
  readonly onChange: (answer: unknown) => void;
  /** The answer was given. */
  readonly onEnd: () => void;
  readonly savedState: Saved;
}

/** Opens the slot's try, the one that is open or a fresh one, and shows it by its kind. */
export function OpenTry(props: Props) {
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
