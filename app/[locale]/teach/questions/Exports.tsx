"use client";

import { useTranslations } from "next-intl";
import type { Locale } from "@/lib/challenges";
import { download } from "@/lib/client/api/download";
import { Button } from "@/lib/ui/components";
import { exportCsv, exportGift, exportXml } from "@/lib/wire/bank";
import { Problem } from "../../shell/Problem";
import { useAct } from "../../shell/useAct";

/** Everything that is not archived, as a file. */
export function Exports({ locale }: { readonly locale: Locale }) {
  const t = useTranslations("bank");
  const { busy, refused, act } = useAct();
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
          <Button key={name} variant="secondary" disabled={busy} onClick={() => void act(file)} data-testid={`export-${name}`}>
            {t(`export.${name}`)}
          </Button>
        ))}
      </div>
      <Problem error={refused} />
    </section>
  );
}
