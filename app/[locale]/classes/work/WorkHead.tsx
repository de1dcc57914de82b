"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { WorkHome } from "@/lib/wire/work";
import { BackLink } from "../../shell/BackLink";
import { Countdown } from "./Countdown";
import { takes } from "./data";

/** Until then a date says more than a clock. */
const CLOCK_MS = 24 * 3_600_000;

interface Props {
  readonly work: WorkHome & { readonly ahead: number };
  /** Where the way back leads. */
  readonly back: { readonly href: string; readonly label: string };
  readonly title: string;
  readonly children?: ReactNode;
  readonly onOver: () => void;
}

/** The head of an assignment's pages. The time that is left keeps its line at the top of what is seen. */
export function WorkHead({ work, back, title, children, onOver }: Props) {
  const t = useTranslations("work");
  const { endsAt } = work.standing;
  const soon = endsAt !== null && Date.parse(endsAt) - Date.parse(work.at) < CLOCK_MS;
  return (
    <>
      <header className="flex flex-col gap-1">
        <BackLink href={back.href}>{back.label}</BackLink>
        <h1 className="m-0 break-words text-3xl font-extrabold text-ink">{title}</h1>
        <p className="m-0 text-ink-2">{work.cohort.name}</p>
        {children}
      </header>
      {endsAt !== null && (work.minutes !== null || soon) && takes(work) && (
        <div
          role="group"
          aria-label={t("time.limit")}
          className="top-(--top-bar) z-10 -mx-4 border-y border-line bg-paper/95 px-4 py-2 backdrop-blur tall:sticky"
        >
          <Countdown endsAt={endsAt} ahead={work.ahead} onOver={onOver} />
        </div>
      )}
    </>
  );
}
