"use client";

import { Check } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { Link } from "@/i18n/navigation";
import { call, newKey } from "@/lib/client/api";
import { Button, Note } from "@/lib/ui/components";
import { TITLE_MAX } from "@/lib/wire/assignmentParts";
import { createAssignment } from "@/lib/wire/assignments";
import type { Misconceptions } from "@/lib/wire/insight";
import { Problem } from "../../../shell/Problem";
import { useWords } from "./words";

const HOUR_MS = 3_600_000;
const WEEK_MS = 7 * 24 * HOUR_MS;
/** On the hour. */
const inAWeek = (): string => new Date(Math.ceil((Date.now() + WEEK_MS) / HOUR_MS) * HOUR_MS).toISOString();

/** Reviews of the idea that are open, and one click: a review for those who hold it and have none, due in a week. */
export function Reviews({ cohort, idea, day, onGiven }: ReviewsProps) {
  const t = useTranslations("insight");
  const { say } = useWords();
  const [state, setState] = useState<"at-rest" | "busy" | "given">("at-rest");
  const [refused, setRefused] = useState<unknown>(null);
  const key = useRef(newKey());
  const having = new Set(idea.reviews.flatMap(({ students }) => students));
  const without = idea.holders.filter(({ id }) => !having.has(id));
  const give = async () => {
    setRefused(null);
    setState("busy");
    try {
      await call(createAssignment, {
        params: { id: cohort },
        key: key.current,
        body: {
          terms: {
            title: titleOf(t("reviewTitle", { claim: say(idea.claim) })),
            about: say(idea.correction),
            opensAt: null,
            dueAt: inAWeek(),
            closesAt: null,
            latePercent: 0,
            minutes: null,
            hideScores: false,
            weight: 0,
          },
          parts: idea.review.map((settings) => ({ id: null, points: 10, settings })),
          publish: true,
          students: without.map(({ id }) => id),
          review: { topic: idea.topic, idea: idea.idea },
        },
      });
      key.current = newKey();
      setState("given");
    } catch (error) {
      setRefused(error);
      setState("at-rest");
    }
    // Also where it was refused: another instructor, or another tab, may have given it.
    onGiven();
  };
  return (
    <>
      {idea.reviews.length > 0 && (
        <ul className="m-0 flex w-full list-none flex-col p-0" data-testid="reviews">
          {idea.reviews.map(({ id, dueAt, students }) => (
            <li key={id}>
              <Link
                href={`/teach/${cohort}/work/${id}`}
                className="inline-flex min-h-11 items-center gap-2 text-ink underline underline-offset-4"
              >
                <Check aria-hidden className="size-4 shrink-0" />
                {dueAt === null
                  ? t("reviewOpenAlways", { count: students.length })
                  : t("reviewOpen", { count: students.length, day: day(dueAt) })}
              </Link>
            </li>
          ))}
        </ul>
      )}
      {idea.review.length > 0 && without.length > 0 && (
        <Button onClick={() => void give()} disabled={state === "busy"}>
          {t(having.size > 0 ? "giveReviewMore" : "giveReview", { count: without.length })}
        </Button>
      )}
      <Note>{state === "given" && t("reviewGiven")}</Note>
      <Problem error={refused} />
    </>
  );
}

interface ReviewsProps {
  readonly cohort: string;
  readonly idea: Misconceptions["ideas"][number];
  readonly day: (at: string) => string;
  readonly onGiven: () => void;
}

/** Cut where it is longer than a title may be. */
const titleOf = (text: string): string => {
  const signs = [...text];
  return text.length <= TITLE_MAX ? text : `${signs.slice(0, TITLE_MAX - 1 - (text.length - signs.length)).join("")}…`;
};
