"use client";

import { LazyMotion, MotionConfig } from "framer-motion";
import { ThemeProvider } from "next-themes";
import type { ReactNode } from "react";

const features = () => import("./motionFeatures").then((loaded) => loaded.default);

/** Theme before the first paint, and motion (loaded after it, and only as much as the reader wants). */
export function Providers({ children }: { readonly children: ReactNode }) {
  return (
    <ThemeProvider attribute="data-theme" defaultTheme="system" enableSystem disableTransitionOnChange storageKey="boxup.theme">
      <LazyMotion features={features}>
        <MotionConfig reducedMotion="user" transition={{ duration: 0.2, ease: "easeOut" }}>
          {children}
        </MotionConfig>
      </LazyMotion>
    </ThemeProvider>
  );
}
