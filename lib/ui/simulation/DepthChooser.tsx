"use client";

import type { Locale, Text } from "@/lib/challenges/text";
import { Segmented } from "../components/Segmented";

export interface Depth<T extends string> {
  readonly value: T;
  readonly label: Text;
}

/** The three depths: what the picture shows → what contributed → the arithmetic of one number. */
export type Depths<T extends string> = readonly [Depth<T>, Depth<T>, Depth<T>];

/** The depths as they are called where a topic has no better words. */
export const DEPTHS: Depths<"map" | "parts" | "sum"> = [
  { value: "map", label: { ko: "맵", en: "Map" } },
  { value: "parts", label: { ko: "몫", en: "Parts" } },
  { value: "sum", label: { ko: "계산", en: "Sum" } },
];

const HOW: Text = { ko: "얼마나 깊이 볼까요?", en: "How deep?" };

export interface DepthChooserProps<T extends string> {
  readonly depths: Depths<T>;
  readonly value: T;
  readonly onChange: (value: T) => void;
  readonly locale: Locale;
}

/** How deep the reader wants to look. */
export function DepthChooser<T extends string>({ depths, value, onChange, locale }: DepthChooserProps<T>) {
  return (
    <Segmented
      label={HOW[locale]}
      value={value}
      onChange={onChange}
      options={depths.map((depth) => ({ value: depth.value, label: depth.label[locale] }))}
    />
  );
}
