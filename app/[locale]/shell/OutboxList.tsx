"use client";

import { CloudUpload } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import type { Locale } from "@/lib/challenges";
import { outbox, useOutbox, type Entry } from "@/lib/client/outbox";
import { Button } from "@/lib/ui/components";
import { OUTBOX_NAMES } from "./outboxNames";

/** What could not be sent at once, behind a button; in sight only while there is something. */
export function OutboxList() {
  const t = useTranslations("outbox");
  const entries = useOutbox();
  const [open, setOpen] = useState(false);
  useEffect(() => {
    if (!open) return;
    const close = (event: KeyboardEvent) => event.key === "Escape" && setOpen(false);
    window.addEventListener("keydown", close);
    return () => window.removeEventListener("keydown", close);
  }, [open]);

  const parked = entries.filter(({ state }) => state === "parked");
  const held = entries.filter(({ state }) => state === "held");
  const waiting = entries.filter(({ state, problem }) => state === "waiting" && problem !== null);
  const count = parked.length + held.length + waiting.length;
  if (count === 0) return null;
  return (
    <div className="sm:relative">
      <button
        type="button"
        aria-label={t("open", { count })}
        title={t("open", { count })}
        aria-expanded={open}
        aria-controls="outbox"
        onClick={() => setOpen(!open)}
        data-testid="outbox-open"
        className="relative flex size-10 items-center justify-center rounded-[var(--radius)] text-ink hover:bg-paper-2"
      >
        <CloudUpload aria-hidden size={20} />
        <span
          aria-hidden
          className="absolute right-0 top-0 min-w-5 rounded-full bg-brand px-1 text-center text-xs font-bold leading-5 tabular-nums text-brand-ink"
        >
          {count}
        </span>
      </button>
      <section
        id="outbox"
        hidden={!open}
        aria-label={t("title")}
        data-testid="outbox"
        className="absolute inset-x-3 top-[var(--header)] z-50 max-h-[70dvh] overflow-auto rounded-[var(--radius-lg)] border border-line bg-sheet p-4 text-sm text-ink shadow-2 sm:inset-x-auto sm:right-0 sm:top-12 sm:w-96"
      >
        <h2 className="m-0 mb-2 text-base font-bold">{t("title")}</h2>
        {waiting.length > 0 && (
          <>
            <p className="m-0 text-ink-2">{t("waiting")}</p>
            <Entries entries={waiting} />
          </>
        )}
        {parked.length > 0 && (
          <>
            <h3 className="m-0 mt-3 font-bold">{t("parked")}</h3>
            <Entries entries={parked} actions />
          </>
        )}
        {held.length > 0 && (
          <div className="mt-3 flex flex-col items-start gap-2" data-testid="outbox-held">
            <p className="m-0 text-ink-2">{t("held", { count: held.length })}</p>
            <Button variant="ghost" size="sm" onClick={() => held.forEach(({ id }) => void outbox.discard(id))}>
              {t("discard")}
            </Button>
          </div>
        )}
      </section>
    </div>
  );
}

function Entries({ entries, actions = false }: { readonly entries: readonly Entry[]; readonly actions?: boolean }) {
  const t = useTranslations("outbox");
  const locale = useLocale() as Locale;
  return (
    <ul className="m-0 mt-2 flex list-none flex-col gap-3 p-0">
      {entries.map(({ id, path, answeredAt, problem, state }) => (
        <li key={id} className="flex flex-col gap-1" data-state={state}>
          <span>
            <b>{t(OUTBOX_NAMES[path] ?? "inGroup")}</b>{" "}
            <time dateTime={answeredAt} className="text-ink-2">
              {new Date(answeredAt).toLocaleString(locale, { dateStyle: "medium", timeStyle: "short" })}
            </time>
          </span>
          {/* That nobody could be reached is said above. */}
          {problem && problem.code !== "offline" && <span className="text-ink-2">{problem.text[locale]}</span>}
          {actions && (
            <span className="flex gap-2">
              <Button variant="secondary" size="sm" onClick={() => void outbox.resend(id)}>
                {t("resend")}
              </Button>
              <Button variant="ghost" size="sm" onClick={() => void outbox.discard(id)}>
                {t("discard")}
              </Button>
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
