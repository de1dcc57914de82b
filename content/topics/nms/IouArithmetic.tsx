"use client";

import type { Locale } from "@/lib/challenges/text";
import { pairSum, Sum } from "@/lib/ui/simulation";
import type { ScoredBox } from "@/lib/ui/stage";

/** The third level of depth: the arithmetic of one IoU, with the numbers of this very picture. */
export function IouArithmetic({
  a,
  b,
  threshold,
  locale,
}: {
  readonly a: ScoredBox;
  readonly b: ScoredBox;
  readonly threshold?: number;
  readonly locale: Locale;
}) {
  return <Sum lines={pairSum(a, b, locale, threshold)} quiet />;
}
