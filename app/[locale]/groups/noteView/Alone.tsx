"use client";

import { useTranslations } from "next-intl";
import { lazy, Suspense, useState, type ReactNode } from "react";
import { ArrowUpRight, ChevronUp, Play } from "lucide-react";
import { simulations } from "@/content/_generated/simulations";
import { Link } from "@/i18n/navigation";
import { cardOf, type Card } from "@/lib/markdown/cards";
import { topicRunner } from "@/lib/client/engine/taskRunner";
import { Button, buttonStyle, KnobAddress } from "@/lib/ui/components";
import { CrashBoundary } from "@/lib/ui/play/CrashBoundary";
import type { Inline } from "@/lib/markdown/tree";
import { Inlines, NoteLink } from "./Inlines";
import { useNoteFacts } from "./NoteFacts";
import { useNotePlace } from "./NotePlace";

/** A link that stands alone on its line: one of ours becomes a card, any other is a line with a link. */
export function Alone({ href, parts }: { readonly href: string; readonly parts: readonly Inline[] }) {
  const facts = useNoteFacts();
  const card = cardOf(href, window.location.origin);
  const known =
    card !== null &&
    (card.type !== "round" || Object.hasOwn(facts.kinds, card.kind)) &&
    (card.type !== "simulation" || Object.hasOwn(simulations, card.topic));
  if (known) return <NoteCard card={card} />;
  return (
    <p>
      <NoteLink href={href}>
        <Inlines parts={parts} />
      </NoteLink>
    </p>
  );
}

const PracticePlayer = lazy(async () => ({ default: (await import("../../play/PracticePlayer")).PracticePlayer }));
const LIVE = Object.fromEntries(Object.entries(simulations).map(([topic, load]) => [topic, lazy(async () => ({ default: await load() }))]));

function NoteCard({ card }: { readonly card: Card }) {
  const t = useTranslations("noteView");
  const { kinds, topics } = useNoteFacts();
  const { locale } = useNotePlace();
  const [open, setOpen] = useState(false);
  const facts = (): { readonly label: string; readonly title: string; readonly note: string | null } => {
    switch (card.type) {
      case "round":
        return {
          label: t("card.round"),
          title: kinds[card.kind],
          note: t(card.seed === null ? "card.level" : "card.exact", { level: card.level }),
        };
      case "simulation":
        return {
          label: t("card.simulation"),
          title: topics.find(({ id }) => id === card.topic)?.title ?? card.topic,
          note: t("card.asLeft"),
        };
      case "race":
      case "lab":
        return { label: t("card.place"), title: t(`card.${card.type}`), note: t("card.asLeft") };
    }
  };
  const { label, title, note } = facts();
  const inPlace = card.type === "round" || card.type === "simulation";
  return (
    <section aria-label={`${label}: ${title}`} data-testid="note-card" data-card={card.type} className="card">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-3">
        <div className="min-w-0 grow">
          <span className="block text-sm font-semibold text-brand">{label}</span>
          <span className="block break-words text-lg font-bold text-ink">{title}</span>
          {note !== null && <span className="block text-sm text-ink-2">{note}</span>}
          <span className="address hidden text-sm">{card.path}</span>
        </div>
        <div className="no-print flex flex-wrap gap-2">
          {inPlace && (
            <Button size="sm" variant={open ? "ghost" : "primary"} aria-expanded={open} onClick={() => setOpen(!open)}>
              {open ? <ChevronUp aria-hidden className="size-4" /> : <Play aria-hidden className="size-4" />}
              {t(open ? "card.close" : card.type === "round" ? "card.play" : "card.show")}
            </Button>
          )}
          <Link href={card.path} className={buttonStyle("secondary", "sm")}>
            {t("card.open")}
            <ArrowUpRight aria-hidden className="size-4" />
          </Link>
        </div>
      </div>
      {open && (
        <div className="no-print mt-4 min-w-0 border-t border-line pt-4">
          <CrashBoundary fallback={<p>{t("card.failed")}</p>} onCrash={() => undefined}>
            <Suspense fallback={<p role="status">{t("card.coming")}</p>}>
              {card.type === "round" && (
                <PracticePlayer kind={card.kind} level={card.level} seed={card.seed ?? undefined} locale={locale} compact />
              )}
              {card.type === "simulation" && <Simulation topic={card.topic} search={card.search} path={card.path} />}
            </Suspense>
          </CrashBoundary>
        </div>
      )}
    </section>
  );
}

/** A topic's simulation as the link has it: its knobs are read from there, and the note's own address stays as it is. */
function Simulation({ topic, search, path }: { readonly topic: string; readonly search: string; readonly path: string }): ReactNode {
  const { locale } = useNotePlace();
  const Live = LIVE[topic];
  return (
    <KnobAddress value={{ search, path: `/${locale}${path.split("?")[0]}` }}>
      <Live locale={locale} runners={topicRunner} />
    </KnobAddress>
  );
}
