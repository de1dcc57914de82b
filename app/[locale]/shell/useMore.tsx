"use client";

import { useTranslations } from "next-intl";
import { useState, type ReactNode } from "react";
import { Button } from "@/lib/ui/components";

/**
 * A long list a piece at a time: how many of it are shown, and the button that shows as many again. The button stays where it is while there
 * is more, so that whoever pressed it stays there too; then it takes the list back to its beginning. Nothing where all fits.
 */
export function useMore(length: number, first: number): { readonly most: number; readonly more: ReactNode } {
  const t = useTranslations("shell");
  const [most, setMost] = useState(first);
  const left = length - most;
  const more = length > first && (
    <Button variant="secondary" className="self-start print:hidden" onClick={() => setMost(left > 0 ? most + first : first)}>
      {left > 0 ? t("more", { count: Math.min(first, left), left }) : t("fewer")}
    </Button>
  );
  return { most, more };
}
