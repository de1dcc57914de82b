"use client";

import { Check } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { Link } from "@/i18n/navigation";
import { Button, buttonStyle } from "@/lib/ui/components";
import type { confirmReading } from "@/lib/wire/readings";
import type { PeerSession } from "@/lib/wire/peerSessions";
import type { ReplyOf } from "@/lib/wire/route";
import { useDay } from "../../../../words";

export type WrittenDown = ReplyOf<typeof confirmReading> & {
  /** How many people were written down by name only. */
  readonly others: number;
};

interface Props {
  readonly written: WrittenDown;
  readonly session: PeerSession;
  readonly onAnother: () => void;
}

/** What was written, and what comes tomorrow. */
export function Written({ written: { items, marks, slips, others, deck }, session, onAnother }: Props) {
  const t = useTranslations("reading");
  const day = useDay();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section className="flex flex-col gap-4 rounded-(--radius-lg) border border-good bg-good-wash p-6" data-testid="written">
      <h2 ref={heading} tabIndex={-1} className="m-0 flex items-center gap-2 text-xl font-bold text-ink outline-none">
        <Check aria-hidden className="size-6 text-good" strokeWidth={3} />
        {t("written")}
      </h2>
      <p className="m-0 text-ink">
        {t("writtenCounts", { items, marks, slips })}
        {others > 0 && ` ${t("writtenOthers", { count: others })}`}
      </p>
      <p className="m-0 text-ink" data-testid="deck">
        {deck.cards > 0 ? t("deckMade", { count: deck.cards, on: day(deck.on) }) : t("deckEmpty")}
        {deck.already > 0 && ` ${t("deckAlready", { count: deck.already })}`}
      </p>
      <div className="flex flex-wrap gap-2">
        <Link href={`/groups/${session.group.id}/sessions/${session.id}`} className={buttonStyle("primary")}>
          {t("toSession")}
        </Link>
        <Button variant="secondary" onClick={onAnother}>
          {t("another")}
        </Button>
      </div>
    </section>
  );
}
