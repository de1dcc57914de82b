"use client";

import { CircleHelp } from "lucide-react";
import { useTranslations } from "next-intl";
import { Popover } from "radix-ui";
import { num } from "@/lib/words";
import type { FigureSeen } from "@/lib/wire/insight";
import { useWords } from "./words";

interface Props {
  readonly label: string;
  readonly figure: FigureSeen;
  readonly unit?: string;
}

/** One figure of the class: the value, what it may lie between, how many it stands on, and how it is computed. */
export function Figure({ label, figure, unit = "" }: Props) {
  const t = useTranslations("insight");
  const { value, interval, n, few } = figure;
  return (
    <div className="flex min-w-0 flex-col">
      <span className="flex items-center gap-1 text-sm text-ink-2">
        {label}
        <How label={label} how={figure.how} />
      </span>
      <span className="font-mono text-xl font-semibold tabular-nums text-ink">
        {value === null ? "–" : num(value)}
        {value !== null && unit !== "" && <span className="ml-0.5 text-sm font-normal text-ink-2">{unit}</span>}
      </span>
      <span className="text-sm tabular-nums text-ink-2">
        {interval === null
          ? t("ofStudents", { n })
          : t("between", { low: `${num(interval[0])}${unit}`, high: `${num(interval[1])}${unit}`, n })}
      </span>
      {few && <span className="text-sm font-semibold text-warn">{t("few")}</span>}
    </div>
  );
}

/** How a figure is computed, with this class's own numbers. */
export function How({ label, how }: { readonly label: string; readonly how: FigureSeen["how"] }) {
  const t = useTranslations("insight");
  const { locale } = useWords();
  return (
    <Popover.Root>
      <Popover.Trigger
        aria-label={t("howOf", { label })}
        className="-my-2.5 inline-flex size-11 shrink-0 cursor-pointer items-center justify-center rounded-full text-ink-2 hover:text-ink print:hidden"
      >
        <CircleHelp aria-hidden className="size-4" />
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          collisionPadding={16}
          aria-label={t("howOf", { label })}
          className="z-50 max-w-[min(24rem,calc(100vw-2rem))] rounded-(--radius) border border-line-strong bg-sheet p-4 text-sm text-ink shadow-2"
        >
          <p className="m-0 mb-2 font-semibold">{t("how")}</p>
          {how.map((line) => (
            <p key={line.en} className="m-0 mb-1.5 last:mb-0">
              {line[locale]}
            </p>
          ))}
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
