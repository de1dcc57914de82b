"use client";

import { LazyMotion, MotionConfig } from "framer-motion";
import { ThemeProvider } from "next-themes";
import type { ReactNode } from "react";
import { Toaster } from "sonner";

const features = () => import("./motionFeatures").then((loaded) => loaded.default);

/** Theme before the first paint, motion (loaded after it, and only as much as the reader wants), and notes from below. */
export function Providers({ children }: { readonly children: ReactNode }) {
  return (
    <ThemeProvider attribute="data-theme" defaultTheme="system" enableSystem disableTransitionOnChange storageKey="boxup.theme">
      <LazyMotion features={features}>
        <MotionConfig reducedMotion="user" transition={{ duration: 0.2, ease: "easeOut" }}>
          {children}
        </MotionConfig>
      </LazyMotion>
      <Toaster
        position="bottom-center"
        offset={{ bottom: "calc(var(--bottom-bar) + 1rem)" }}
        mobileOffset={{ bottom: "calc(var(--bottom-bar) + 0.75rem)" }}
        toastOptions={{ classNames: { toast: "!bg-sheet !text-ink !border-line !shadow-2 !font-sans" } }}
      />
    </ThemeProvider>
  );
}
