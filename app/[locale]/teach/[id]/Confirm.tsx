"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/lib/ui/components";

interface Props {
  readonly label: string;
  /** What is asked once more, in its place. */
  readonly sure: string;
  readonly onSure: () => void;
}

/** What cannot be taken back asks once more, where it was pressed. */
export function Confirm({ label, sure, onSure }: Props) {
  const t = useTranslations("teach");
  const [asked, setAsked] = useState(false);
  if (!asked)
    return (
      <Button size="sm" variant="ghost" onClick={() => setAsked(true)}>
        {label}
      </Button>
    );
  return (
    <span className="flex flex-wrap items-center gap-2 text-sm text-ink" role="group" aria-label={label}>
      {sure}
      <Button
        size="sm"
        variant="secondary"
        className="border-bad text-bad"
        autoFocus
        onClick={() => {
          setAsked(false);
          onSure();
        }}
      >
        {label}
      </Button>
      <Button size="sm" variant="ghost" onClick={() => setAsked(false)}>
        {t("cancel")}
      </Button>
    </span>
  );
}
