"use client";

import { ChevronDown } from "lucide-react";
import type { ReactNode } from "react";

/** Something that is seldom done: its name, and the rest once it is asked for. */
export function Unfold({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <details className="group rounded-(--radius) border border-line">
      <summary className="flex min-h-11 cursor-pointer list-none items-center justify-between gap-3 rounded-(--radius) px-4 py-2 font-semibold text-ink [&::-webkit-details-marker]:hidden">
        {title}
        <ChevronDown aria-hidden="true" className="size-5 shrink-0 text-ink-2 transition-transform group-open:rotate-180" />
      </summary>
      <div className="px-4 pb-4 pt-2">{children}</div>
    </details>
  );
}
