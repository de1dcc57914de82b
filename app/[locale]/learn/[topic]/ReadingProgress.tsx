"use client";

import { useEffect, useRef } from "react";

/** 0–1: how much of the page lies above the window's lower edge. */
function read(): number {
  const { scrollHeight, clientHeight, scrollTop } = document.documentElement;
  return Math.min(1, Math.max(0, scrollTop / Math.max(1, scrollHeight - clientHeight)));
}

/** A thin line under the header, or at the upper edge where the header scrolls away: how far one has read. */
export function ReadingProgress() {
  const line = useRef<HTMLDivElement>(null);
  useEffect(() => {
    let frame = 0;
    const draw = () => {
      frame = 0;
      if (line.current) line.current.style.scale = `${read()} 1`;
    };
    // At most once a frame, however often the browser tells of it.
    const scrolled = () => (frame ||= requestAnimationFrame(draw));
    scrolled();
    window.addEventListener("scroll", scrolled, { passive: true });
    window.addEventListener("resize", scrolled);
    return () => {
      cancelAnimationFrame(frame);
      window.removeEventListener("scroll", scrolled);
      window.removeEventListener("resize", scrolled);
    };
  }, []);
  return (
    <div
      ref={line}
      aria-hidden="true"
      className="fixed inset-x-0 top-(--top-bar) z-40 h-[3px] origin-left bg-brand"
      style={{ scale: "0 1" }}
    />
  );
}
