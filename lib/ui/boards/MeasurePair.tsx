"use client";

import { useState } from "react";
import type { Locale, Text } from "@/lib/challenges/text";
import { iou } from "@/lib/engine/boxes";
import { josa } from "@/lib/words";
import { LiveRegion } from "../components/LiveRegion";
import { Segmented } from "../components/Segmented";
import { pairSum } from "../simulation/pairSum";
import { Sum } from "../simulation/Sum";
import { Arrow } from "../stage/layers/Arrow";
import type { ScoredBox } from "../stage/scoredBoxes";

/** The two boxes last chosen for measuring. A third one takes the place of the first. */
export function usePair(boxes: readonly ScoredBox[]) {
  const [ids, setIds] = useState<readonly string[]>([]);
  const toggle = (id: string) => setIds((now) => (now.includes(id) ? now.filter((x) => x !== id) : [...now.slice(-1), id]));
  const [a, b] = ids.map((id) => boxes.find((x) => x.id === id));
  return { ids, toggle, pair: a && b ? ([a, b] as const) : null };
}

/** Drawn above the boxes: the two measured ones, joined, with their IoU. */
export function PairArrow({ pair }: { readonly pair: readonly [ScoredBox, ScoredBox] }) {
  const [a, b] = pair;
  return <Arrow from={a.box} to={b.box} text={`${a.id} ↔ ${b.id} ${iou(a.box, b.box).toFixed(2)}`} tone="spares" />;
}

const said = (a: ScoredBox, b: ScoredBox): Text => {
  const value = iou(a.box, b.box).toFixed(2);
  return { ko: `${josa(a.id, "과/와")} ${b.id}의 IoU: ${value}`, en: `The IoU of ${a.id} and ${b.id} is ${value}.` };
};

export interface PairPanelProps {
  readonly pair: readonly [ScoredBox, ScoredBox] | null;
  readonly threshold?: number;
  readonly locale: Locale;
}

/** Below the picture: the arithmetic of the measured pair, or how to measure one. */
export function PairPanel({ pair, threshold, locale }: PairPanelProps) {
  return (
    <div className="flex min-h-[5.5rem] flex-col justify-center rounded-[var(--radius)] bg-paper-2 px-3 py-2">
      {pair ? (
        <Sum lines={pairSum(pair[0], pair[1], locale, threshold)} quiet />
      ) : (
        <p className="m-0 text-sm text-ink-2">
          {locale === "ko" ? "상자 두 개를 누르면 두 상자의 IoU를 재요." : "Tap two boxes to measure their IoU."}
        </p>
      )}
      <LiveRegion message={pair ? said(...pair)[locale] : ""} />
    </div>
  );
}

/** What a tap on a box does: it is the answer's, or measured. */
export type TapMode = "choose" | "measure";

export interface TapModeSwitchProps {
  readonly value: TapMode;
  readonly onChange: (mode: TapMode) => void;
  /** Boxes that are chosen. */
  readonly chosen: number;
  readonly locale: Locale;
}

export function TapModeSwitch({ value, onChange, chosen, locale }: TapModeSwitchProps) {
  const ko = locale === "ko";
  return (
    <Segmented
      label={ko ? "상자를 누르면" : "Tapping a box"}
      value={value}
      options={[
        { value: "choose", label: ko ? `답으로 골라요 (${chosen})` : `chooses it (${chosen})` },
        { value: "measure", label: ko ? "IoU를 재요" : "measures IoU" },
      ]}
      onChange={onChange}
    />
  );
}
