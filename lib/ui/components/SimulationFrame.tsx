"use client";

import { Link2, RotateCcw } from "lucide-react";
import { useId, useState, type ReactNode } from "react";
import type { Locale, Text } from "@/lib/challenges/text";
import { Button } from "./Button";
import { copyText } from "./copyText";
import { LiveRegion } from "./LiveRegion";

export interface SimulationFrameProps {
  readonly title: string;
  readonly locale: Locale;
  readonly picture: ReactNode;
  readonly knobs: ReactNode;
  readonly caption?: ReactNode;
  readonly onReset?: () => void;
  readonly shareUrl?: string;
}

const WORDS = {
  reset: { ko: "처음 값으로", en: "Reset" },
  share: { ko: "링크 복사", en: "Copy link" },
  copied: { ko: "링크를 복사했어요", en: "Link copied" },
  refused: { ko: "복사하지 못했어요. 주소창의 주소를 써 주세요.", en: "Could not copy. Use the address in the address bar." },
} satisfies Record<string, Text>;

/** A simulation: picture and knobs side by side, stacked on a phone, with reset and a link to exactly these values. */
export function SimulationFrame({ title, locale, picture, knobs, caption, onReset, shareUrl }: SimulationFrameProps) {
  const id = useId();
  const [said, setSaid] = useState<keyof typeof WORDS | null>(null);
  const share = async () => {
    if (!shareUrl) return;
    setSaid((await copyText(shareUrl)) ? "copied" : "refused");
  };
  return (
    <section aria-labelledby={id} className="@container overflow-hidden rounded-[var(--radius-lg)] border border-line bg-sheet shadow-1">
      <header className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 border-b border-line px-4 py-2">
        <p id={id} className="m-0 text-base font-semibold text-ink">
          {title}
        </p>
        <div className="flex items-center gap-1">
          {onReset ? (
            <Button variant="ghost" size="sm" onClick={onReset}>
              <RotateCcw aria-hidden="true" className="size-4" />
              {WORDS.reset[locale]}
            </Button>
          ) : null}
          {shareUrl !== undefined ? (
            <Button variant="ghost" size="sm" disabled={shareUrl === ""} onClick={() => void share()}>
              <Link2 aria-hidden="true" className="size-4" />
              {said === "copied" ? WORDS.copied[locale] : WORDS.share[locale]}
            </Button>
          ) : null}
        </div>
      </header>
      <div className="grid grid-cols-1 @3xl:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="min-w-0 p-4">{picture}</div>
        <div className="flex min-w-0 flex-col gap-4 border-t border-line bg-paper-2 p-4 @3xl:border-l @3xl:border-t-0">{knobs}</div>
      </div>
      {caption ? <div className="border-t border-line px-4 py-3 text-sm text-ink-2">{caption}</div> : null}
      {said === "refused" ? <p className="m-0 px-4 pb-3 text-sm text-bad">{WORDS.refused[locale]}</p> : null}
      <LiveRegion message={said === null ? "" : WORDS[said][locale]} />
    </section>
  );
}
