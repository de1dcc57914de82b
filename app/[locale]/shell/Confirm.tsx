"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button, type ButtonProps } from "@/lib/ui/components";

interface Props {
  readonly label: string;
  /** What is asked once more, in its place. */
  readonly sure: string;
  readonly onSure: () => void;
  readonly size?: ButtonProps["size"];
  readonly variant?: ButtonProps["variant"];
}

/** What cannot be taken back asks once more, where it was pressed. */
export function Confirm({ label, sure, onSure, size = "sm", variant = "ghost" }: Props) {
  const t = useTranslations("shell");
  const [asked, setAsked] = useState(false);
  if (!asked)
    return (
      <Button size={size} variant={variant} onClick={() => setAsked(true)}>
        {label}
      </Button>
    );
  return (
    <span className="flex flex-wrap items-center gap-2 text-sm text-ink" role="group" aria-label={label}>
      {sure}
      <Button
        size={size}
        variant="danger"
        autoFocus
        onClick={() => {
          setAsked(false);
          onSure();
        }}
      >
        {label}
      </Button>
      <Button size={size} variant="ghost" onClick={() => setAsked(false)}>
        {t("cancel")}
      </Button>
    </span>
  );
}
