"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button, Checkbox } from "@/lib/ui/components";

interface SeenProps {
  /** Of its heading, in the page's order. */
  readonly level?: 2 | 3;
}

interface Props extends SeenProps {
  readonly busy: boolean;
  readonly onAgree: () => void;
}

/** What instructors see, in the words of CONSENT_VERSION. */
export function WhatIsSeen({ level = 3 }: SeenProps) {
  const t = useTranslations("classes");
  const Heading = `h${level}` as const;
  return (
    <div className="flex flex-col gap-2 text-left text-ink">
      <Heading className="m-0 text-base font-bold">{t("seen.title")}</Heading>
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
export function Consent({ busy, onAgree, level }: Props) {
  const t = useTranslations("classes");
  const [agreed, setAgreed] = useState(false);
  return (
    <div className="flex flex-col gap-4">
      <WhatIsSeen level={level} />
      <Checkbox label={t("agree")} checked={agreed} onChange={setAgreed} />
      <Button size="lg" disabled={busy || !agreed} onClick={onAgree}>
        {agreed ? t("join") : t("agreeFirst")}
      </Button>
    </div>
  );
}
