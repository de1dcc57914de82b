"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import type { Locale } from "@/lib/challenges";
import { download } from "@/lib/client/api/download";
import { Button } from "@/lib/ui/components";
import { exportCsv, exportGift, exportXml } from "@/lib/wire/bank";
import { Problem } from "../../shell/Problem";

/** Everything that is not archived, as a file. */
export function Exports({ locale }: { readonly locale: Locale }) {
  const t = useTranslations("bank");
  const [refused, setRefused] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const keep = async (file: () => Promise<void>) => {
    setRefused(null);
    setBusy(true);
    await file().catch(setRefused);
    setBusy(false);
  };
  const files = [
    ["gift", () => download(exportGift, { language: locale })],
    ["csv", () => download(exportCsv)],
    ["xml", () => download(exportXml, { language: locale })],
  ] as const;
  return (
    <section aria-labelledby="bank-exports" className="flex flex-col gap-3">
      <h2 id="bank-exports" className="m-0 text-xl font-bold text-ink">
        {t("exports")}
      </h2>
      <p className="m-0 text-ink-2">{t("exportsNote")}</p>
      <div className="flex flex-wrap gap-2">
        {files.map(([name, file]) => (
          <Button key={name} variant="secondary" disabled={busy} onClick={() => void keep(file)} data-testid={`export-${name}`}>
            {t(`export.${name}`)}
          </Button>
        ))}
      </div>
      <Problem error={refused} />
    </section>
  );
}
