"use client";

import { Printer } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/lib/ui/components";
import { spacedCode } from "@/lib/groups/code";
import type { Pins } from "@/lib/wire/roster";

interface Props {
  readonly cohort: string;
  readonly pins: Pins;
  readonly onDone: () => void;
}

/** PINs as they were drawn, to be printed and cut up: they are shown this once. */
export function PinList({ cohort, pins: { classCode, pins }, onDone }: Props) {
  const t = useTranslations("roster");
  return (
    <section aria-labelledby="pins" className="flex flex-col gap-4" data-testid="pins">
      <h2 id="pins" className="m-0 text-xl font-bold text-ink" tabIndex={-1} ref={(node) => node?.focus()}>
        {t("pins", { cohort })}
      </h2>
      <p className="m-0 text-ink print:hidden">{t("pinsOnce")}</p>
      <table className="w-full border-collapse text-left text-ink">
        <thead>
          <tr className="border-b-2 border-line-strong">
            {["nickname", "classCode", "pin"].map((head) => (
              <th key={head} scope="col" className="py-2 pr-3 font-semibold">
                {t(head as "nickname")}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {pins.map(({ seat, nickname, pin }) => (
            <tr key={seat} className="break-inside-avoid border-b border-dashed border-line-strong">
              <th scope="row" className="py-3 pr-3 font-semibold">
                {nickname}
              </th>
              <td className="py-3 pr-3">
                <span className="block font-mono tracking-wider">{spacedCode(classCode)}</span>
                {/* Cut up, a slip has to say by itself where it is used. */}
                <span className="block break-all text-sm text-ink-2">{`${window.location.host}/signin/class`}</span>
              </td>
              <td className="py-3 font-mono text-lg font-semibold tracking-widest" data-pin={pin}>
                {pin}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className="flex flex-wrap gap-2 print:hidden">
        <Button onClick={() => window.print()}>
          <Printer aria-hidden className="size-5" />
          {t("print")}
        </Button>
        <Button variant="secondary" onClick={onDone}>
          {t("pinsDone")}
        </Button>
      </div>
    </section>
  );
}
