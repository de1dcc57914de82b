"use client";

import { Layers } from "lucide-react";
import { useTranslations } from "next-intl";
import { useId } from "react";
import { call, newKey } from "@/lib/client/api";
import { Button } from "@/lib/ui/components";
import { takeDeck, type Readings } from "@/lib/wire/readings";
import type { Person } from "@/lib/wire/groupParts";
import { Problem } from "../shell/Problem";
import { useAct } from "../shell/useAct";
import { useDay, useNames } from "./words";

interface Props {
  readonly group: string;
  readonly readings: Readings["readings"];
  readonly people: readonly Person[];
  readonly onTaken: (reading: string) => void;
}

/** Decks that came of notes: one tap takes one for one's own tomorrow; a taken one says for which day. */
export function Decks({ group, readings, people, onTaken }: Props) {
  const t = useTranslations("groups");
  const day = useDay();
  const nameOf = useNames(people);
  const titles = useId();
  const titleOf = (reading: string) => `${titles}-${reading}`;
  const { busy, refused, act } = useAct();
  const take = async (reading: string) => {
    const taken = await act((kept) => call(takeDeck, { params: { id: group, reading }, key: newKey(), onKept: kept }));
    // Its button goes with the taking; who pressed it by keyboard stays where they were.
    if (taken) document.getElementById(titleOf(reading))?.focus();
    onTaken(reading);
  };
  return (
    <>
      <ul className="m-0 flex list-none flex-col gap-2 p-0" data-testid="decks">
        {readings
          .filter(({ deck }) => deck.cards > 0)
          .map(({ id, by, date, deck }) => (
            <li
              key={id}
              data-taken={deck.on !== null}
              className="flex flex-wrap items-center gap-x-3 gap-y-2 rounded-(--radius) border border-line bg-sheet p-3"
            >
              <Layers aria-hidden className="size-5 shrink-0 text-brand" />
              <div className="min-w-0 grow">
                <p id={titleOf(id)} tabIndex={-1} className="m-0 font-semibold text-ink outline-none">
                  {deck.on === null ? t("deck", { count: deck.cards }) : t("deckTaken", { count: deck.cards, on: day(deck.on) })}
                </p>
                <p className="m-0 text-sm text-ink-2">
                  {t("deckFrom", { name: nameOf(by), date: day(date) })}
                  {deck.already > 0 && ` ${t("deckAlready", { count: deck.already })}`}
                </p>
              </div>
              {deck.on === null && (
                <Button size="sm" disabled={busy} onClick={() => void take(id)}>
                  {t("deckTake")}
                </Button>
              )}
            </li>
          ))}
      </ul>
      <Problem error={refused} />
    </>
  );
}
