"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button, Checkbox } from "@/lib/ui/components";

interface Props {
  readonly busy: boolean;
  readonly onAgree: () => void;
}

/** What instructors see, in the words of CONSENT_VERSION. */
export function WhatIsSeen() {
  const t = useTranslations("classes");
  return (
    <div className="flex flex-col gap-2 text-left text-ink">
      <h3 className="m-0 font-bold">{t("seen.title")}</h3>
      <ul className="m-0 flex list-disc flex-col gap-1 pl-5">
        <li>{t("seen.names")}</li>
        <li>{t("seen.dates")}</li>
        <li>{t("seen.work")}</li>
      </ul>
      <p className="m-0 text-sm text-ink-2">{t("seen.not")}</p>
      <p className="m-0 text-sm text-ink-2">{t("seen.leave")}</p>
    </div>
  );
}

/** Agreeing, before one is in. */
export function Consent({ busy, onAgree }: Props) {
  const t = useTranslations("classes");
  const [agreed, setAgreed] = useState(false);
  return (
    <div className="flex flex-col gap-4">
      <WhatIsSeen />
      <Checkbox label={t("agree")} checked={agreed} onChange={setAgreed} />
      <Button size="lg" disabled={busy || !agreed} onClick={onAgree}>
        {agreed ? t("join") : t("agreeFirst")}
      </Button>
    </div>
  );
}
