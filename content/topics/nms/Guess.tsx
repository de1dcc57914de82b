"use client";

import type { Locale } from "@/lib/challenges/text";
import { Button } from "@/lib/ui/components";

/** Predict before the algorithm runs: one tap. */
export function Guess({
  most,
  onGuess,
  locale,
}: {
  readonly most: number;
  readonly onGuess: (count: number) => void;
  readonly locale: Locale;
}) {
  return (
    <div className="flex min-h-32 flex-col gap-2">
      <p className="m-0 font-semibold text-ink">
        {locale === "ko" ? "몇 개가 살아남을까요? 먼저 찍어 보세요." : "How many will survive? Guess first."}
      </p>
      <div className="flex flex-wrap gap-2">
        {Array.from({ length: most }, (_, i) => i + 1).map((count) => (
          <Button key={count} variant="secondary" size="sm" onClick={() => onGuess(count)}>
            {count}
          </Button>
        ))}
      </div>
    </div>
  );
}
