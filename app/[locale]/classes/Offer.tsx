"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { call } from "@/lib/client/api";
import { Button } from "@/lib/ui/components";
import { declineSeat, takeSeat, type Classes } from "@/lib/wire/classes";
import { CONSENT_VERSION } from "@/lib/wire/cohortParts";
import { Consent } from "./Consent";

interface OfferProps {
  readonly offer: Classes["offers"][number];
  readonly act: (change: () => Promise<unknown>) => Promise<void>;
  /** Said once one is in the class, before the page shows it. */
  readonly onIn: () => void;
}

/** A place in a class that waits for one: what is seen there, and whether one agrees. */
export function Offer({ offer, act, onIn }: OfferProps) {
  const t = useTranslations("classes");
  const [busy, setBusy] = useState(false);
  const once = (change: () => Promise<unknown>) => {
    setBusy(true);
    void act(change).finally(() => setBusy(false));
  };
  const params = { seat: offer.id };
  return (
    <section className="flex flex-col gap-4 rounded-(--radius-lg) border border-line bg-sheet p-5 shadow-1" data-testid="offer">
      <h2 className="m-0 text-xl font-bold text-ink">{t("invited", { cohort: offer.cohort })}</h2>
      <p className="m-0 text-ink-2">
        {offer.instructors.length > 0 && <span className="block">{t("taughtBy", { names: offer.instructors.join(", ") })}</span>}
        <span className="block">{t("offeredAs", { name: offer.name })}</span>
      </p>
      <Consent busy={busy} onAgree={() => once(() => call(takeSeat, { params, body: { consent: CONSENT_VERSION } }).then(onIn))} />
      <Button variant="ghost" className="self-start" disabled={busy} onClick={() => once(() => call(declineSeat, { params }))}>
        {t("decline")}
      </Button>
    </section>
  );
}
