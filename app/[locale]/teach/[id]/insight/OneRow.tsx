"use client";

import { useEffect, useRef, type ReactNode } from "react";

/** A choice that stays in one row on a phone: what has no room is scrolled to, and what is `chosen` stands in view with a piece of its neighbours. */
export function OneRow({ chosen, children }: { readonly chosen: string; readonly children: ReactNode }) {
  const row = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const [box, item] = [row.current, row.current?.querySelector<HTMLElement>("[data-state=checked]")];
    if (!box || !item) return;
    box.scrollLeft = item.offsetLeft - box.offsetLeft - (box.clientWidth - item.clientWidth) / 2;
  }, [chosen]);
  return (
    <div ref={row} className="overflow-x-auto [scrollbar-width:none] print:hidden">
      <div className="w-max min-w-full whitespace-nowrap [&_[role=radiogroup]]:flex-nowrap">{children}</div>
    </div>
  );
}
