import { useRef, useState, type KeyboardEvent, type PointerEvent } from "react";
import type { Text } from "@/lib/challenges/text";
import { LiveRegion } from "@/lib/ui/components";
import { stagePoint } from "@/lib/ui/stage";
import { Said } from "../Said";
import type { CardProps } from "../card";
import type { HotspotAnswer, HotspotTruth, HotspotView } from "./form";

const HOW: Text = {
  ko: "그림을 눌러 짚거나, 화살표로 표시를 옮겨요. Shift와 함께면 크게 옮겨요.",
  en: "Press on the picture, or move the mark with the arrow keys; Shift moves further.",
};
const NAME: Text = { ko: "짚을 곳을 고르는 그림", en: "Picture to point at" };
/** Shares of the picture's width that a key moves the mark by. */
const STEP = 0.01;
const STRIDE = 0.05;
const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

const clamp = (value: number, most: number): number => Math.round(Math.min(most, Math.max(0, value)));

/** A picture and a mark on it, put by a press or moved by the arrow keys. Graded, it shows the regions. */
export function HotspotCard({ view, answer, onChange, truth, locale }: CardProps<HotspotView, HotspotTruth, HotspotAnswer>) {
  const { picture, caption } = view;
  const { width, height } = picture;
  const [said, setSaid] = useState("");
  const down = useRef<{ readonly x: number; readonly y: number } | null>(null);
  const { at } = answer;
  const open = truth === null;

  const put = (x: number, y: number) => {
    if (!open) return;
    const next = { x: clamp(x, width), y: clamp(y, height) };
    const [across, below] = [Math.round((next.x / width) * 100), Math.round((next.y / height) * 100)];
    setSaid({ ko: `왼쪽에서 ${across}%, 위에서 ${below}%`, en: `${across}% from the left, ${below}% from the top` }[locale]);
    onChange({ at: next });
  };
  const lift = (event: PointerEvent<SVGSVGElement>) => {
    const from = down.current;
    down.current = null;
    // A finger that scrolled points at nothing.
    if (from === null || Math.hypot(event.clientX - from.x, event.clientY - from.y) > 10) return;
    const point = stagePoint(event, { width, height });
    if (point) put(point[0], point[1]);
  };
  const keys = (event: KeyboardEvent) => {
    const way = ARROWS[event.key];
    if (way === undefined || !open) return;
    event.preventDefault();
    const by = (event.shiftKey ? STRIDE : STEP) * width;
    const from = at ?? { x: width / 2, y: height / 2 };
    put(from.x + way[0] * by, from.y + way[1] * by);
  };
  const unit = Math.max(width, height) / 100;
  return (
    <div className="flex flex-col gap-2">
      <svg
        viewBox={`0 0 ${width} ${height}`}
        style={{ aspectRatio: `${width} / ${height}` }}
        className="block h-auto max-h-[70vh] w-full touch-manipulation select-none rounded-(--radius) border border-line bg-paper-2"
        role="application"
        aria-label={`${NAME[locale]}. ${caption[locale]}`}
        aria-disabled={!open}
        tabIndex={0}
        data-testid="hotspot"
        onKeyDown={keys}
        onPointerDown={(event) => void (down.current = { x: event.clientX, y: event.clientY })}
        onPointerUp={lift}
      >
        <image href={picture.src} width={width} height={height} aria-hidden="true" />
        {truth?.targets.map(([x1, y1, x2, y2], i) => (
          <rect
            key={i}
            x={x1}
            y={y1}
            width={x2 - x1}
            height={y2 - y1}
            fill="var(--good)"
            fillOpacity={0.25}
            stroke="var(--good)"
            strokeWidth={unit / 2}
          />
        ))}
        {at === null ? null : (
          <g transform={`translate(${at.x} ${at.y})`} data-mark={`${at.x},${at.y}`} aria-hidden="true">
            <circle r={unit * 2.4} fill="none" stroke="#fff" strokeWidth={unit * 1.4} />
            <circle r={unit * 2.4} fill="none" stroke="#111" strokeWidth={unit * 0.6} />
            <circle r={unit * 0.7} fill="#111" stroke="#fff" strokeWidth={unit * 0.3} />
          </g>
        )}
      </svg>
      {caption[locale] === "" ? null : (
        <div className="text-sm text-ink-2">
          <Said text={caption[locale]} />
        </div>
      )}
      {open ? <p className="m-0 text-sm text-ink-2">{HOW[locale]}</p> : null}
      <LiveRegion message={said} />
    </div>
  );
}
