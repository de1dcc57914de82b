"use client";

import { useScroll } from "framer-motion";
import * as m from "framer-motion/m";

/** A thin line under the header: how far one has read. */
export function ReadingProgress() {
  const { scrollYProgress } = useScroll();
  return (
    <m.div
      aria-hidden="true"
      className="fixed inset-x-0 top-[var(--header)] z-40 h-[3px] origin-left bg-brand"
      style={{ scaleX: scrollYProgress }}
    />
  );
}
