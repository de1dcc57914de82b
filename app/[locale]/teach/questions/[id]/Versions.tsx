"use client";

import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import type { Content } from "@/lib/bank";
import { call } from "@/lib/client/api";
import { Button } from "@/lib/ui/components";
import { readQuestionVersion, type BankQuestionRead } from "@/lib/wire/bank";
import { Problem } from "../../../shell/Problem";
import { useWorld } from "./world";

interface Props {
  readonly question: BankQuestionRead;
  /** Puts a version's text into the editor; saving makes it the latest. */
  readonly onRestore: (content: Content, version: number) => void;
}

/** Every version that was saved, the latest first. */
export function Versions({ question, onRestore }: Props) {
  const t = useTranslations("bank");
  const locale = useLocale();
  const { locked } = useWorld();
  const [refused, setRefused] = useState<unknown>(null);
  const restore = async (version: number) => {
    setRefused(null);
    try {
      const { content } = await call(readQuestionVersion, { params: { id: question.id, version: String(version) } });
      onRestore(content, version);
    } catch (error) {
      setRefused(error);
    }
  };
  return (
    <section aria-label={t("versions")} className="flex flex-col gap-2">
      <h2 className="m-0 text-xl font-bold text-ink">{t("versions")}</h2>
      <ul className="m-0 flex list-none flex-col gap-1 p-0" data-testid="versions">
        {question.versions.map(({ version, createdAt }) => (
          <li key={version} className="flex min-h-11 flex-wrap items-center justify-between gap-2 border-b border-line last:border-0">
            <span className="text-ink">
              {t("versionNo", { version })}
              <span className="ml-2 text-sm text-ink-2">
                {new Date(createdAt).toLocaleString(locale, { dateStyle: "medium", timeStyle: "short" })}
              </span>
            </span>
            {version !== question.version && !locked && (
              <Button size="sm" variant="ghost" className="min-h-11 sm:min-h-8" onClick={() => void restore(version)}>
                {t("bringBack", { version })}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <Problem error={refused} />
    </section>
  );
}
