"use client";

import type { ReactNode } from "react";

/** What came of what was just done, said where it was done: nothing lies over the page. Always there, so that its first words are read out. */
export function Note({ children }: { readonly children: ReactNode }) {
  return (
    <p role="status" className="m-0 text-sm font-semibold text-good empty:hidden" data-testid="note">
      {children}
    </p>
  );
}
