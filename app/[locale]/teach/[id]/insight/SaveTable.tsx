"use client";

import { Download } from "lucide-react";
import { useTranslations } from "next-intl";
import { saveCsv } from "@/lib/client/browser/csv";
import { Button } from "@/lib/ui/components";

/** Keeps the table behind what is on the screen: the same numbers, read at the same moment. */
export function SaveTable({
  name,
  rows,
}: {
  readonly name: string;
  readonly rows: () => readonly (readonly (string | number | null)[])[];
}) {
  const t = useTranslations("insight");
  return (
    <Button variant="secondary" className="self-start print:hidden" aria-label={t("csvOf", { name })} onClick={() => saveCsv(name, rows())}>
      <Download aria-hidden className="size-4" />
      CSV
    </Button>
  );
}
