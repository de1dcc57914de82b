"use client";

import { lazy, Suspense } from "react";
import { useMe } from "@/lib/client/api";

const Mark = lazy(() => import("../classes/work/DueMark"));

/** The number of what is due in one's classes, at the way to one's own page, which says more; nobody else loads it. */
export function DueWork({ className }: { readonly className: string }) {
  return (
    useMe().data?.user?.learns === true && (
      <Suspense fallback={null}>
        <Mark className={className} />
      </Suspense>
    )
  );
}
