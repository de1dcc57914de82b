"use client";

import { lazy, Suspense } from "react";

const Rhythm = lazy(async () => ({ default: (await import("./Rhythm")).Rhythm }));

/** The rhythm of a lesson, far below the fold: the server draws it, its code comes when the page is alive. */
export function HowItWorks() {
  return (
    <Suspense fallback={<div className="min-h-72" />}>
      <Rhythm />
    </Suspense>
  );
}
