"use client";

import { ThemeProvider } from "next-themes";
import type { ReactNode } from "react";

/** Theme before the first paint. */
export function Providers({ children }: { readonly children: ReactNode }) {
  return (
    <ThemeProvider attribute="data-theme" defaultTheme="system" enableSystem disableTransitionOnChange storageKey="boxup.theme">
      {children}
    </ThemeProvider>
  );
}
