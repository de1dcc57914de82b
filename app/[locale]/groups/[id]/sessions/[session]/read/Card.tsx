"use client";

import { useTranslations } from "next-intl";
import { useId, type ReactNode } from "react";
import { Button, Checkbox, classNames } from "@/lib/ui/components";
import type { PeerSession } from "@/lib/wire/peerSessions";
import type { Choice } from "./findings";
import type { Curriculum } from "./curriculum";

/** What every list of cards is handed. */
export interface CardsProps {
  readonly session: PeerSession;
  readonly curriculum: Curriculum;
  readonly onChoose: (key: string, choice: Choice) => void;
  readonly onAll: (keys: readonly string[], keep: boolean) => void;
}

interface GroupProps extends Pick<CardsProps, "onAll"> {
  readonly title: string;
  readonly note?: string;
  readonly cards: readonly { readonly key: string; readonly keep: boolean }[];
  readonly testId: string;
  readonly children: ReactNode;
}

/** Cards of one kind, how many of them are kept, and all or none at once. */
export function CardGroup({ title, note, cards, testId, onAll, children }: GroupProps) {
  const t = useTranslations("reading");
  const id = useId();
  const keys = cards.map(({ key }) => key);
  const kept = cards.filter(({ keep }) => keep).length;
  return (
    <section aria-labelledby={id} className="flex min-w-0 flex-col gap-3" data-testid={testId}>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <h2 id={id} className="m-0 text-xl font-bold text-ink">
          {title}
        </h2>
        <span className="text-sm tabular-nums text-ink-2">{t("kept", { kept, all: cards.length })}</span>
        {cards.length > 1 && (
          <span className="ml-auto flex gap-1">
            <Button
              size="sm"
              variant="ghost"
              aria-label={t("allOf", { what: title })}
              disabled={kept === keys.length}
              onClick={() => onAll(keys, true)}
            >
              {t("all")}
            </Button>
            <Button
              size="sm"
              variant="ghost"
              aria-label={t("noneOf", { what: title })}
              disabled={kept === 0}
              onClick={() => onAll(keys, false)}
            >
              {t("none")}
            </Button>
          </span>
        )}
      </div>
      {note !== undefined && <p className="m-0 text-sm text-ink-2">{note}</p>}
      {children}
    </section>
  );
}

interface CardProps {
  /** What is kept or dropped, in a word. */
  readonly label: string;
  readonly keep: boolean;
  readonly disabled?: boolean;
  readonly onKeep: (keep: boolean) => void;
  readonly line: number;
  readonly source: string;
  readonly children?: ReactNode;
}

/** One finding: whether it is kept, the line it stands in, and what can be changed about it while it is. */
export function FindingCard({ label, keep, disabled, onKeep, line, source, children }: CardProps) {
  const t = useTranslations("reading");
  return (
    <li
      data-keep={keep}
      className={classNames(
        "flex min-w-0 flex-col gap-2 rounded-(--radius) border p-3",
        keep ? "border-line bg-sheet" : "border-line bg-paper-2",
      )}
    >
      <div className={classNames("break-words", keep ? "font-semibold" : "text-ink-2")}>
        <Checkbox label={label} checked={keep} disabled={disabled} onChange={onKeep} />
      </div>
      <p className="m-0 flex min-w-0 gap-2 text-sm text-ink-2">
        <a href={`#line-${line}`} className="shrink-0 text-ink-2 underline underline-offset-4">
          {t("line", { line })}
        </a>
        <q className="min-w-0 truncate">{source}</q>
      </p>
      {keep && children}
    </li>
  );
}
