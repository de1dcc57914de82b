"use client";

import { useEffect, useState, type RefObject } from "react";

/**
 * Stage pixels per CSS pixel: lines and tags are multiplied by it, so that they keep their size on a phone and on a wall.
 * 1 until the element was measured.
 */
export function useStageScale(element: RefObject<HTMLElement | null>, width: number): number {
  const [scale, setScale] = useState(1);
  useEffect(() => {
    const target = element.current;
    if (!target) return;
    const observer = new ResizeObserver(([entry]) => {
      const shown = entry.contentRect.width;
      if (shown > 0) setScale(Math.round((100 * width) / shown) / 100);
    });
    observer.observe(target);
    return () => observer.disconnect();
  }, [element, width]);
  return scale;
}
