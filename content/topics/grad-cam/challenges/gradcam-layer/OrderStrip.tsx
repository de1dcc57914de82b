"use client";

import { ArrowRight } from "lucide-react";
import { useEffect, useRef, useState, type KeyboardEvent, type PointerEvent } from "react";
import { ordering } from "@/lib/challenges/answers";
import type { Locale, Text } from "@/lib/challenges/text";
import { LiveRegion } from "@/lib/ui/components";
import { ordinal } from "@/lib/words";
import { ordered, type View } from "./instance";
import { Boxes, Heat, WIDTH } from "./ScenePicture";
import { mapName } from "./words";

const WORDS = {
  list: { ko: "내 순서", en: "Your order" },
  early: { ko: "앞쪽 층", en: "Early layer" },
  deep: { ko: "깊은 층", en: "Deep layer" },
  how: {
    ko: "끌거나 좌우 화살표 키로 옮기고, 누르면 빼요.",
    en: "Drag, or use the left and right arrow keys; a tap takes a map back.",
  },
} satisfies Record<string, Text>;

/** A press that has moved this far, in pixels, is a drag and takes nothing back. */
const DRAGGED = 6;

interface OrderStripProps {
  readonly view: View;
  readonly order: readonly string[];
  readonly onOrder: (order: readonly string[]) => void;
  readonly locale: Locale;
  readonly locked: boolean;
}

/** The maps that have a place, first to last: dragged, moved by arrow keys, or taken back by a tap. */
export function OrderStrip({ view, order, onOrder, locale, locked }: OrderStripProps) {
  const list = useRef<HTMLOListElement>(null);
  const drag = useRef<{ readonly id: string; readonly x: number; moved: boolean } | null>(null);
  const [held, setHeld] = useState<string | null>(null);
  const [said, setSaid] = useState("");

  // A map that moves takes the focus with it.
  useEffect(() => {
    if (held) list.current?.querySelector<HTMLButtonElement>(`[data-placed="${held}"]`)?.focus({ preventScroll: true });
  }, [order, held]);

  const put = (id: string, to: number) => {
    const from = order.indexOf(id);
    if (locked || from < 0 || to < 0 || to >= order.length || to === from) return;
    setHeld(id);
    setSaid(`${mapName(id)[locale]}: ${ordinal(to + 1, locale)}`);
    onOrder(ordering.move(order, from, to));
  };
  const keys = (event: KeyboardEvent, id: string) => {
    const by = event.key === "ArrowLeft" ? -1 : event.key === "ArrowRight" ? 1 : null;
    if (by === null) return;
    event.preventDefault();
    put(id, order.indexOf(id) + by);
  };
  const dragging = (event: PointerEvent) => {
    const { current } = drag;
    if (!current) return;
    if (Math.abs(event.clientX - current.x) > DRAGGED) current.moved = true;
    if (!current.moved) return;
    const slots = [...(list.current?.children ?? [])].slice(0, order.length).map((slot) => slot.getBoundingClientRect());
    put(
      current.id,
      slots.findIndex(({ left, right }) => event.clientX >= left && event.clientX < right),
    );
  };
  const pressed = (id: string) => {
    const moved = drag.current?.moved ?? false;
    drag.current = null;
    if (!moved && !locked) onOrder(order.filter((other) => other !== id));
  };
  const places = ordered(view);
  return (
    <div className="flex flex-col gap-1.5">
      <div className="flex items-center justify-between gap-2 text-sm font-medium text-ink">
        <span>{WORDS.early[locale]}</span>
        <ArrowRight aria-hidden="true" size={16} className="text-ink-3" />
        <span>{WORDS.deep[locale]}</span>
      </div>
      <ol
        ref={list}
        onPointerMove={dragging}
        onPointerUp={() => (drag.current ? pressed(drag.current.id) : undefined)}
        onPointerCancel={() => (drag.current = null)}
        aria-label={WORDS.list[locale]}
        className="m-0 grid list-none gap-1.5 p-0"
        style={{ gridTemplateColumns: `repeat(${places}, minmax(0, 1fr))` }}
      >
        {Array.from({ length: Math.max(places, order.length) }, (_, place) => {
          const map = view.maps.find(({ id }) => id === order[place]);
          if (!map)
            return (
              <li key={`open ${place}`} className="relative rounded-[var(--radius)] border-2 border-dashed border-line-strong text-ink-3">
                {/* As high as a map with its letter: nothing moves when one comes. */}
                <span aria-hidden="true" className="block aspect-square" />
                <span aria-hidden="true" className="block h-5" />
                <span className="absolute inset-0 flex items-center justify-center">{place + 1}</span>
              </li>
            );
          return (
            <li key={map.id}>
              <button
                type="button"
                data-placed={map.id}
                aria-disabled={locked}
                aria-label={`${mapName(map.id)[locale]}, ${ordinal(place + 1, locale)}`}
                onKeyDown={(event) => keys(event, map.id)}
                onPointerDown={(event) => {
                  drag.current = { id: map.id, x: event.clientX, moved: false };
                  // The press is followed beyond the button, which moves away under it.
                  list.current?.setPointerCapture(event.pointerId);
                }}
                onClick={(event) => (event.detail === 0 ? pressed(map.id) : undefined)}
                className={`block w-full overflow-hidden rounded-[var(--radius)] border-2 border-line-strong bg-paper-3 p-0 ${locked ? "cursor-default" : "cursor-grab touch-pan-y"}`}
              >
                <svg viewBox={`0 0 ${WIDTH} ${WIDTH}`} aria-hidden="true" className="pointer-events-none block w-full">
                  <Heat cells={map.cells} />
                  <Boxes view={view} />
                </svg>
                <span aria-hidden="true" className="pointer-events-none block text-center text-xs/5 font-bold text-ink">
                  {map.id}
                </span>
              </button>
            </li>
          );
        })}
      </ol>
      {locked ? null : <p className="m-0 text-sm text-ink-2">{WORDS.how[locale]}</p>}
      <LiveRegion message={said} />
    </div>
  );
}
