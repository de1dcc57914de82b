"use client";

import { lazy, Suspense, type ComponentProps } from "react";

const LessonClose = lazy(async () => ({ default: (await import("./LessonClose")).LessonClose }));

/** The end of a lesson, far below its beginning: the server draws it, its code comes when the page is alive. */
export function LessonEnd(props: ComponentProps<typeof LessonClose>) {
  return (
    <Suspense fallback={<div className="min-h-96" />}>
      <LessonClose {...props} />
    </Suspense>
  );
}
