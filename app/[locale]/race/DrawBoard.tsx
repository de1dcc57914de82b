"use client";

import { useTranslations } from "next-intl";
import { useRef, type KeyboardEvent, type PointerEvent, type RefObject } from "react";
import type { Locale } from "@/lib/challenges";
import { SIDE } from "@/lib/client/race/drawn";
import type { PlacedRaceScene } from "@/lib/client/race/race";
import { CLASS_NAMES, VOC_CLASSES } from "@/lib/engine/scenes";
import { classNames } from "@/lib/ui/components";
import { ScenePicture } from "@/lib/ui/scene";
import type { Editing } from "./useEditing";

export interface DrawBoardProps {
  readonly board: RefObject<HTMLDivElement | null>;
  readonly placed: PlacedRaceScene | null;
  readonly editing: Editing;
  readonly locked: boolean;
  readonly say: (text: string) => void;
  readonly locale: Locale;
}

interface Drag {
  readonly index: number;
  readonly kind: "move" | "size";
  /** Pointer and item when it began, scene pixels. */
  readonly from: readonly [number, number];
  readonly item: { readonly x: number; readonly y: number; readonly size: number };
}

const percent = (pixels: number) => `${(pixels / SIDE) * 100}%`;

/** The learner's scene, each emoji to drag, to size by its corner, or to work on with the keyboard. */
export function DrawBoard({ board, placed, editing, locked, say, locale }: DrawBoardProps) {
  const t = useTranslations("race");
  const drag = useRef<Drag | null>(null);
  const { items, selected } = editing;
  const nameOf = (index: number) => CLASS_NAMES[VOC_CLASSES[items[index].label]][locale];
  const tell = ({ x, y, size }: Drag["item"], index: number) => say(t("itemAt", { name: nameOf(index), x, y, size }));

  const at = (event: PointerEvent): [number, number] => {
    const rect = board.current?.getBoundingClientRect();
    return rect ? [((event.clientX - rect.left) * SIDE) / rect.width, ((event.clientY - rect.top) * SIDE) / rect.height] : [0, 0];
  };
  const down = (event: PointerEvent<HTMLElement>, index: number, kind: Drag["kind"]) => {
    if (locked || event.button !== 0) return;
    event.stopPropagation();
    event.currentTarget.setPointerCapture(event.pointerId);
    const { x, y, size } = items[index];
    drag.current = { index, kind, from: at(event), item: { x, y, size } };
    editing.select(index);
  };
  const move = (event: PointerEvent<HTMLElement>) => {
    const { current } = drag;
    if (!current) return;
    const [x, y] = at(event);
    const { index, kind, from, item } = current;
    if (kind === "move") {
      editing.change(index, { x: item.x + x - from[0], y: item.y + y - from[1] });
      return;
    }
    const reach = Math.max(4, Math.hypot(from[0] - item.x, from[1] - item.y));
    editing.change(index, { size: (item.size * Math.hypot(x - item.x, y - item.y)) / reach });
  };
  const up = () => {
    if (drag.current) tell(items[drag.current.index], drag.current.index);
    drag.current = null;
  };
  const keys = (event: KeyboardEvent<HTMLElement>, index: number) => {
    if (locked || event.altKey || event.ctrlKey || event.metaKey) return;
    const { x, y, size, tilt, flip } = items[index];
    const by = event.shiftKey ? 10 : 1;
    const changes: Record<string, () => Parameters<Editing["change"]>[1]> = {
      ArrowLeft: () => ({ x: x - by }),
      ArrowRight: () => ({ x: x + by }),
      ArrowUp: () => ({ y: y - by }),
      ArrowDown: () => ({ y: y + by }),
      "+": () => ({ size: size + 2 }),
      "=": () => ({ size: size + 2 }),
      "-": () => ({ size: size - 2 }),
      f: () => ({ flip: !flip }),
      "[": () => ({ tilt: tilt - 15 }),
      "]": () => ({ tilt: tilt + 15 }),
    };
    if (event.key in changes) {
      event.preventDefault();
      tell(editing.change(index, changes[event.key]()), index);
    } else if (event.key === "Delete" || event.key === "Backspace") {
      event.preventDefault();
      say(t("removed", { name: nameOf(index) }));
      editing.remove(index);
      board.current?.focus();
    } else if (event.key === "Escape") editing.select(null);
  };

  return (
    <div
      ref={board}
      role="group"
      tabIndex={-1}
      aria-label={t("boardLabel", { count: items.length })}
      data-testid="board"
      className="relative aspect-square w-full self-start rounded-[var(--radius)] outline-offset-2"
      onPointerDown={() => editing.select(null)}
    >
      <ScenePicture
        sharp={placed?.scene.drawing ?? null}
        pixels={placed?.scene.pixels ?? null}
        side={SIDE}
        label={t("sceneLabel", { count: placed?.scene.objects.length ?? 0 })}
      />
      {items.length === 0 ? (
        <p className="pointer-events-none absolute inset-x-6 top-1/2 m-0 -translate-y-1/2 rounded-[var(--radius)] bg-paper p-2 text-center text-sm text-ink">
          {t("boardEmpty")}
        </p>
      ) : null}
      {/* What hangs over the border does not widen the page. */}
      <div className="absolute inset-0 [overflow-clip-margin:12px] overflow-clip">
        {items.map(({ x, y, size }, index) => {
          const [w, h] = placed?.frames[index] ?? [1, 1];
          const picked = selected === index;
          return (
            <div
              key={index}
              role="application"
              aria-roledescription={t("movable")}
              aria-label={`${t("itemAt", { name: nameOf(index), x, y, size: items[index].size })} ${t("itemHow")}`}
              aria-disabled={locked}
              tabIndex={0}
              data-item={index}
              className={classNames(
                "absolute -translate-x-1/2 -translate-y-1/2 touch-none rounded-sm before:absolute before:top-1/2 before:left-1/2 before:h-full before:min-h-10 before:w-full before:min-w-10 before:-translate-x-1/2 before:-translate-y-1/2 before:content-['']",
                locked ? "" : "cursor-move",
                picked ? "z-10 border-2 border-dashed border-brand shadow-[0_0_0_1.5px_white]" : "",
              )}
              style={{ left: percent(x), top: percent(y), width: percent(size * w), height: percent(size * h) }}
              onPointerDown={(event) => down(event, index, "move")}
              onPointerMove={move}
              onPointerUp={up}
              onPointerCancel={up}
              onFocus={() => editing.select(index)}
              onKeyDown={(event) => keys(event, index)}
            />
          );
        })}
      </div>
      {selected !== null && !locked ? (
        <div
          aria-hidden="true"
          data-testid="grip"
          className="absolute z-20 flex size-10 -translate-x-1/2 -translate-y-1/2 cursor-nwse-resize touch-none items-center justify-center"
          style={{
            left: percent(Math.min(SIDE - 2, items[selected].x + (items[selected].size * (placed?.frames[selected]?.[0] ?? 1)) / 2 + 2)),
            top: percent(Math.min(SIDE - 2, items[selected].y + (items[selected].size * (placed?.frames[selected]?.[1] ?? 1)) / 2 + 2)),
          }}
          onPointerDown={(event) => down(event, selected, "size")}
          onPointerMove={move}
          onPointerUp={up}
          onPointerCancel={up}
        >
          <span className="size-4 rounded-[5px] border-2 border-brand bg-sheet shadow-1" />
        </div>
      ) : null}
    </div>
  );
}
