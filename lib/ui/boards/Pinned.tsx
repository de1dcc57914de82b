"use client";

import type { ReactNode } from "react";

/** Keeps the picture in sight while the choices below it scroll, where the screen is tall enough for both. */
export function Pinned({ children }: { readonly children: ReactNode }) {
  return (
    <div className="top-[calc(var(--header)+0.25rem)] z-[5] mx-auto w-full max-w-xl [@media(min-height:700px)]:sticky">{children}</div>
  );
}
