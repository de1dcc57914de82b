"use client";

import { useRef, useState, type KeyboardEvent } from "react";
import { roved } from "@/lib/ui/stage/roved";
import { boxOf } from "./simulationModel";
import type { Looked } from "./looked";
import { Crop } from "./Crop";

export interface CropGridProps {
  readonly looked: Looked;
  /** Indices of the crops, in this order. */
  readonly crops: readonly number[];
  /** What stands under each: a rank, a letter, a score. */
  readonly noteOf: (crop: number) => string;
  /** Whether its score reaches the threshold: it is brought out. */
  readonly strong?: (crop: number) => boolean;
  readonly chosen: number | null;
  /** Absent: the crops are only looked at. */
  readonly onChoose?: (crop: number) => void;
  readonly nameOf: (crop: number) => string;
  readonly label: string;
  /** In three rows that scroll sideways, for many. */
  readonly strip?: boolean;
}

/** Warped crops side by side; one Tab stop, the arrow keys move along them and choose. */
export function CropGrid({ looked, crops, noteOf, strong, chosen, onChoose, nameOf, label, strip = false }: CropGridProps) {
  const list = useRef<HTMLUListElement>(null);
  const [at, setAt] = useState<number | null>(null);
  const place = crops.indexOf(at ?? chosen ?? -1);
  const home = place < 0 ? 0 : place;
  const keys = (event: KeyboardEvent, index: number) => {
    const next = roved(event, index, crops.length);
    if (next === null || !onChoose) return;
    event.preventDefault();
    setAt(crops[next]);
    onChoose(crops[next]);
    list.current?.querySelectorAll<HTMLElement>("[data-crop]")[next]?.focus();
  };
  return (
    <ul
      ref={list}
      aria-label={label}
      data-testid="crops"
      className={`m-0 grid list-none gap-1.5 p-0.5 ${strip ? "auto-cols-[3.4rem] grid-flow-col grid-rows-3 overflow-x-auto pb-2" : "grid-cols-[repeat(auto-fill,minmax(2.9rem,1fr))]"}`}
    >
      {crops.map((crop, index) => {
        const look = `block w-full overflow-hidden rounded-[6px] border-2 ${crop === chosen ? "border-brand" : strong?.(crop) ? "border-good" : "border-line"}`;
        const inside = (
          <>
            <Crop pixels={looked.pixels} box={boxOf(looked, crop)} />
            <span
              className={`block truncate text-center font-mono text-xs leading-5 tabular-nums ${strong?.(crop) ? "bg-good-wash font-bold text-ink" : "bg-sheet text-ink-2"}`}
            >
              {noteOf(crop)}
            </span>
          </>
        );
        return (
          <li key={looked.ranks[crop]} className="m-0">
            {onChoose ? (
              <button
                type="button"
                data-crop={looked.ranks[crop]}
                aria-label={nameOf(crop)}
                aria-pressed={crop === chosen}
                tabIndex={index === home ? 0 : -1}
                onClick={() => onChoose(crop)}
                onFocus={() => setAt(crop)}
                onBlur={() => setAt(null)}
                onKeyDown={(event) => keys(event, index)}
                className={`${look} cursor-pointer`}
              >
                {inside}
              </button>
            ) : (
              <span className={look} role="img" aria-label={nameOf(crop)}>
                {inside}
              </span>
            )}
          </li>
        );
      })}
    </ul>
  );
}
