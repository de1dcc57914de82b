"use client";

import { Printer } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/lib/ui/components";
import type { Insight } from "@/lib/wire/insight";
import { queryOf } from "./useView";
import { Way } from "./Way";
import { useWords } from "./words";

const wayOf = (about: Insight["plan"][number]["about"]): string =>
  about.type === "idea"
    ? queryOf("ideas", { answers: "", topic: about.topic, idea: about.idea })
    : about.type === "item"
      ? queryOf("items", { item: about.item })
      : queryOf("people");

/** The next class on one page, to be printed. */
export function Plan({ insight: { plan, name } }: { readonly insight: Insight }) {
  const t = useTranslations("insight");
  const { say } = useWords();
  return (
    <section aria-labelledby="plan" className="flex flex-col gap-4">
      <h2 id="plan" className="m-0 text-xl font-bold text-ink">
        {t("plan", { name })}
      </h2>
      {plan.length === 0 ? (
        <p className="m-0 text-ink-2">{t("noPlan")}</p>
      ) : (
        <>
          <ol className="m-0 flex list-decimal flex-col gap-3 pl-6 text-lg text-ink" data-testid="plan">
            {plan.map(({ text, about }) => (
              <li key={text.en}>
                {say(text)}{" "}
                <Way href={wayOf(about)} className="whitespace-nowrap text-base text-ink-2 underline underline-offset-4 print:hidden">
                  {t(`see_${about.type}`)}
                </Way>
              </li>
            ))}
          </ol>
          <p className="m-0 text-ink-2">{t("minutes", { minutes: plan.reduce((sum, { minutes }) => sum + minutes, 0) })}</p>
          <Button variant="secondary" className="self-start print:hidden" onClick={() => window.print()}>
            <Printer aria-hidden className="size-4" />
            {t("print")}
          </Button>
        </>
      )}
    </section>
  );
}
