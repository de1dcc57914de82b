"use client";

import { useTranslations } from "next-intl";
import type { Locale } from "@/lib/challenges";
import { Button } from "@/lib/ui/components";
import type { BankRow } from "@/lib/wire/bank";

interface Props {
  readonly rows: readonly BankRow[];
  /** Columns that are not read. */
  readonly ignored: readonly string[];
  readonly locale: Locale;
  readonly busy: boolean;
  readonly onAdd: () => void;
}

/** What was read of a file, a row a question; nothing is taken while one cannot be. */
export function ImportRows({ rows, ignored, locale, busy, onAdd }: Props) {
  const t = useTranslations("bank");
  const bad = rows.filter(({ faults }) => faults.length > 0).length;
  return (
    <div className="flex flex-col gap-4" data-testid="rows">
      <p role="status" className="m-0 font-semibold text-ink">
        {bad === 0 ? t("allFine", { count: rows.length }) : t("someBad", { bad, count: rows.length })}
      </p>
      {ignored.length > 0 && <p className="m-0 text-ink-2">{t("ignored", { names: ignored.join(", ") })}</p>}
      <div className="max-h-96 overflow-auto rounded-(--radius) border border-line" tabIndex={0} role="region" aria-label={t("rowsOfFile")}>
        <table className="w-full text-left text-sm text-ink">
          <thead>
            <tr className="border-b border-line text-ink-2">
              <th scope="col" className="px-3 py-2 font-semibold">
                {t("line")}
              </th>
              <th scope="col" className="px-3 py-2 font-semibold">
                {t("one")}
              </th>
              <th scope="col" className="px-3 py-2 font-semibold">
                {t("kindLabel")}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ line, kind, said, faults, doubts }) => (
              <tr key={line} className="border-b border-line align-top last:border-0" data-line={line} data-fine={faults.length === 0}>
                <td className="px-3 py-2 tabular-nums text-ink-2">{line}</td>
                <td className="px-3 py-2">
                  <span className="line-clamp-2 break-words">{said}</span>
                  {faults.map((fault, i) => (
                    <span key={i} className="mt-1 block font-medium text-bad">
                      {t("atLine", { line: fault.line, text: fault.text[locale] })}
                    </span>
                  ))}
                  {doubts.map((doubt, i) => (
                    <span key={i} className="mt-1 block text-warn">
                      {doubt[locale]}
                    </span>
                  ))}
                </td>
                <td className="whitespace-nowrap px-3 py-2 text-ink-2">{kind === null ? "–" : t(`kind.${kind}`)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Button className="self-start" disabled={busy || bad > 0} onClick={onAdd}>
        {bad > 0 ? t("mendFirst", { bad }) : t("addNow", { count: rows.length })}
      </Button>
    </div>
  );
}
