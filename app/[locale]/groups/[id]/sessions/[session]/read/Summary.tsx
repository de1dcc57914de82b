"use client";

import { useTranslations } from "next-intl";
import { useId } from "react";
import { Button, Note } from "@/lib/ui/components";
import type { Confirmed } from "@/lib/wire/readings";

/** What one request may hold, less what stands around it, in bytes. */
const MOST_BYTES = 60_000;

interface Props {
  readonly body: Confirmed;
  readonly titles: Readonly<Record<string, string>>;
  /** Cards whose words were emptied. */
  readonly missing: number;
  readonly busy: boolean;
  /** Waits in this browser for the server. */
  readonly kept: boolean;
  readonly onConfirm: (body: Confirmed) => void;
}

/** What is going to be written, counted, and the one button that writes it. */
export function Summary({ body, titles, missing, busy, kept, onConfirm }: Props) {
  const t = useTranslations("reading");
  const id = useId();
  const built = body.topics.filter(({ topic }) => topic in titles).length;
  const counts = {
    slips: body.slips.length,
    marks: body.attendance.length,
    others: body.others.length,
    roles: Object.keys(body.roles).length,
    questions: body.items.filter(({ type }) => type === "question").length,
    tasks: body.items.filter(({ type }) => type === "task").length,
    lookUps: body.items.filter(({ type }) => type === "look-up").length,
    topics: body.topics.length,
  };
  const lines = (Object.keys(counts) as (keyof typeof counts)[]).filter((name) => counts[name] > 0);
  const tooLong = new TextEncoder().encode(JSON.stringify(body)).length > MOST_BYTES;
  const stop = lines.length === 0 ? t("nothingKept") : missing > 0 ? t("missing", { count: missing }) : tooLong ? t("tooMuch") : null;
  return (
    <section
      aria-labelledby={id}
      className="flex flex-col gap-3 rounded-(--radius-lg) border border-line bg-sheet p-5 shadow-2"
      data-testid="summary"
    >
      <h2 id={id} className="m-0 text-xl font-bold text-ink">
        {t("summary")}
      </h2>
      <ul className="m-0 flex flex-col gap-1 pl-5 text-ink">
        {lines.map((name) => (
          <li key={name}>{t(`count.${name}`, { count: counts[name] })}</li>
        ))}
      </ul>
      {built + body.slips.length > 0 && <p className="m-0 text-sm text-ink-2">{t("deckNote")}</p>}
      {stop !== null && lines.length > 0 && <p className="m-0 text-sm font-semibold text-bad">{stop}</p>}
      <Note>{kept && t("waits")}</Note>
      <Button size="lg" className="self-start" disabled={busy || stop !== null} onClick={() => onConfirm(body)}>
        {lines.length === 0 ? stop : t("confirm")}
      </Button>
    </section>
  );
}
