"use client";

import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { call } from "@/lib/client/api";
import { Button } from "@/lib/ui/components";
import { handIn, type WorkHome } from "@/lib/wire/work";
import { useNames } from "../../../assignments/Catalogued";
import { Problem } from "../../../shell/Problem";
import { useAct } from "../../../shell/useAct";
import { isAnswered } from "../slots";

/** Hands in, once it has been said what is unanswered: nothing is taken after it. */
export function HandIn({ work, onHandedIn }: { readonly work: WorkHome; readonly onHandedIn: () => void }) {
  const t = useTranslations("work");
  const names = useNames();
  const [asked, setAsked] = useState(false);
  const [kept, setKept] = useState(false);
  const { busy, refused, act } = useAct();
  const opener = useRef<HTMLButtonElement>(null);
  const open = work.parts.flatMap(({ id, settings, slots }) =>
    slots
      .filter((slot) => !isAnswered(slot))
      .map((slot) => ({
        key: `${id}/${slot.slot}`,
        name: `${names.part(settings)}, ${t(`slot.${settings.type}`, { number: slot.slot + 1 })}`,
      })),
  );
  const sure = () =>
    act(async () => {
      await call(handIn, { params: { assignment: work.id }, body: {}, onKept: () => setKept(true) });
      onHandedIn();
    });
  if (!asked)
    return (
      <div className="flex flex-col items-start gap-2">
        <Button ref={opener} variant={open.length === 0 ? "primary" : "secondary"} size="lg" onClick={() => setAsked(true)}>
          {t("handIn.open")}
        </Button>
      </div>
    );
  return (
    <div
      role="group"
      aria-labelledby="hand-in"
      className="flex flex-col gap-3 rounded-(--radius-lg) border border-line-strong bg-paper-2 p-4"
    >
      <h2 id="hand-in" className="m-0 text-lg font-bold text-ink">
        {t("handIn.title")}
      </h2>
      <p className="m-0 text-ink">{t("handIn.note")}</p>
      {open.length > 0 && (
        <div data-testid="unanswered">
          <p className="m-0 font-semibold text-ink">{t("handIn.unanswered", { count: open.length })}</p>
          <ul className="m-0 list-disc pl-6 text-ink-2">
            {open.map(({ key, name }) => (
              <li key={key}>{name}</li>
            ))}
          </ul>
        </div>
      )}
      <div className="flex flex-wrap gap-2">
        <Button autoFocus disabled={busy} onClick={() => void sure()}>
          {t("handIn.sure")}
        </Button>
        <Button variant="ghost" onClick={() => setAsked(false)}>
          {t("handIn.back")}
        </Button>
      </div>
      {kept && (
        <p role="status" className="m-0 text-sm font-semibold text-ink-2">
          {t("kept")}
        </p>
      )}
      <Problem error={refused} />
    </div>
  );
}
