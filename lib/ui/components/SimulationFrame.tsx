"use client";

import { Check, Link2, RotateCcw } from "lucide-react";
import { useId, useRef, useState, type ReactNode } from "react";
import type { Locale, Text } from "@/lib/challenges/text";
import { Button } from "./Button";
import { copyText } from "./copyText";
import { LiveRegion } from "./LiveRegion";
import { useKnobAddress } from "./useKnobs";
import { usePinned } from "./usePinned";

export interface SimulationFrameProps {
  readonly title: string;
  readonly locale: Locale;
  /** What the knobs change. Stays in sight on a phone as long as it takes half of the window at most: --view is a third of its height. */
  readonly picture: ReactNode;
  /** The guess that comes first, and in its place the answer to it. */
  readonly guess?: ReactNode;
  /** Under the picture, before the knobs: hands of the simulation that belong to the picture. */
  readonly below?: ReactNode;
  readonly knobs: ReactNode;
  /** Under the picture, on a phone after the knobs: curves, tables, sums. */
  readonly after?: ReactNode;
  readonly caption?: ReactNode;
  readonly onReset?: () => void;
  readonly shareUrl?: string;
  /** For tests: what the simulation is called, and where its answer comes from. */
  readonly testId?: string;
  readonly status?: string;
}

const WORDS = {
  reset: { ko: "처음 값으로", en: "Reset" },
  share: { ko: "링크 복사", en: "Copy link" },
  copied: { ko: "링크를 복사했어요", en: "Link copied" },
  refused: { ko: "복사하지 못했어요. 주소창의 주소를 써 주세요.", en: "Could not copy. Use the address in the address bar." },
} satisfies Record<string, Text>;

/** A simulation: picture and knobs side by side; on a phone the knobs scroll under the picture. With reset and a link to exactly these values. */
export function SimulationFrame(props: SimulationFrameProps) {
  const { title, locale, picture, guess, below, knobs, after, caption, onReset, testId, status } = props;
  // A link to what somebody set up would name what they hid.
  const shareUrl = useKnobAddress()?.hidden === undefined ? props.shareUrl : undefined;
  const id = useId();
  const [said, setSaid] = useState<keyof typeof WORDS | null>(null);
  const pinned = useRef<HTMLDivElement>(null);
  usePinned(pinned, "parent");
  const share = async () => {
    if (!shareUrl) return;
    setSaid((await copyText(shareUrl)) ? "copied" : "refused");
  };
  const left = "min-w-0 px-4 pb-4 empty:hidden @3xl:col-start-1";
  return (
    <section
      aria-labelledby={id}
      data-testid={testId}
      data-status={status}
      // Clipped, not hidden: a hidden overflow would hold the picture that stays in sight.
      className="@container overflow-clip rounded-[var(--radius-lg)] border border-line bg-sheet shadow-1"
    >
      <header className="flex items-center justify-between gap-x-4 border-b border-line py-1 pl-4 pr-2">
        <p id={id} className="m-0 min-w-0 text-base font-semibold text-ink">
          {title}
        </p>
        {/* In a narrow frame the signs stand alone, so that the title keeps its line. */}
        <div className="flex shrink-0 items-center @max-md:[&_span]:sr-only @max-md:[&_svg]:size-5">
          {onReset ? (
            <Button variant="ghost" size="sm" className="min-h-11 min-w-11" title={WORDS.reset[locale]} onClick={onReset}>
              <RotateCcw aria-hidden="true" className="size-4" />
              <span>{WORDS.reset[locale]}</span>
            </Button>
          ) : null}
          {shareUrl !== undefined ? (
            <Button
              variant="ghost"
              size="sm"
              className="min-h-11 min-w-11"
              title={WORDS.share[locale]}
              disabled={shareUrl === ""}
              onClick={() => void share()}
            >
              {said === "copied" ? <Check aria-hidden="true" className="size-4" /> : <Link2 aria-hidden="true" className="size-4" />}
              <span>{said === "copied" ? WORDS.copied[locale] : WORDS.share[locale]}</span>
            </Button>
          ) : null}
        </div>
      </header>
      <div className="flex flex-col [&_*]:scroll-mt-(--pinned) @3xl:grid @3xl:grid-cols-[minmax(0,1fr)_20rem] @3xl:grid-rows-[auto_auto_auto_1fr] [--view:34dvh] @3xl:[--view:62vh]">
        <div
          ref={pinned}
          className="peer top-(--top-bar) z-[5] min-w-0 scroll-mt-0 bg-sheet p-4 empty:hidden data-[pins=true]:@max-3xl:sticky data-[pins=true]:@max-3xl:border-b data-[pins=true]:@max-3xl:border-line data-[pins=true]:@max-3xl:py-2 @3xl:col-start-1"
        >
          {picture}
        </div>
        {guess ? <div className={`${left} pt-3 @3xl:pt-0 @3xl:peer-empty:pt-4`}>{guess}</div> : null}
        {below ? <div className={`${left} pt-3 @3xl:pt-0`}>{below}</div> : null}
        <div className="flex min-w-0 flex-col gap-4 border-t border-line bg-paper-2 p-4 empty:hidden @3xl:col-start-2 @3xl:row-start-1 @3xl:row-end-[-1] @3xl:border-l @3xl:border-t-0">
          {knobs}
        </div>
        {after ? <div className={`${left} border-t border-line pt-4 @3xl:border-t-0 @3xl:pt-0 @3xl:peer-empty:pt-4`}>{after}</div> : null}
      </div>
      {caption ? <div className="border-t border-line px-4 py-3 text-sm text-ink-2">{caption}</div> : null}
      {said === "refused" ? <p className="m-0 px-4 pb-3 text-sm text-bad">{WORDS.refused[locale]}</p> : null}
      <LiveRegion message={said === null ? "" : WORDS[said][locale]} />
    </section>
  );
}
