"use client";

import { useEffect } from "react";

/**
 * Names the 92 pieces of Pretendard once the page stands: only what people wrote themselves may need one, and the 17 kB of their names
 * would hold up every page's first paint.
 */
export function RareSyllables() {
  useEffect(() => void import("./pretendardPieces"), []);
  return null;
}
