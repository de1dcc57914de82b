"use client";

import { ArrowUpToLine, FlipHorizontal2, Minus, Plus, RotateCcw, RotateCw, Shuffle, Trash2, type LucideIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import { CLASS_NAMES, VOC_CLASSES } from "@/lib/engine/scenes";
import { Button } from "@/lib/ui/components";
import type { PaletteProps } from "./Palette";
import type { Editing } from "./useEditing";

const STEP = 4;
const DEGREES = 15;

/** What can be done to the emoji that is chosen; always there, so that nothing moves when one is. */
export function ItemTools({ editing, stamps, board, locked, say, locale }: PaletteProps) {
  const t = useTranslations("race");
  const { selected, items } = editing;
  const item = selected === null ? null : items[selected];
  const name = item ? CLASS_NAMES[VOC_CLASSES[item.label]][locale] : "";
  const change = (by: Parameters<Editing["change"]>[1]) => {
    if (selected === null) return;
    const { x, y, size } = editing.change(selected, by);
    say(t("itemAt", { name, x, y, size }));
  };
  const remove = () => {
    if (selected === null) return;
    say(t("removed", { name }));
    editing.remove(selected);
    // The button is out of use now: the focus goes where the emoji was.
    board.current?.focus();
  };
  const clear = () => {
    say(t("cleared"));
    editing.clear();
    board.current?.focus();
  };
  const { size = 0, tilt = 0, flip = false, pick = 0, label = 0 } = item ?? {};
  const tools = [
    ["smaller", Minus, () => change({ size: size - STEP })],
    ["larger", Plus, () => change({ size: size + STEP })],
    ["flip", FlipHorizontal2, () => change({ flip: !flip })],
    ["tiltLeft", RotateCcw, () => change({ tilt: tilt - DEGREES })],
    ["tiltRight", RotateCw, () => change({ tilt: tilt + DEGREES })],
    ["otherDrawing", Shuffle, () => change({ pick: (pick + 1) % (stamps?.[label].drawings ?? 1) })],
    ["front", ArrowUpToLine, () => selected !== null && editing.front(selected)],
    ["remove", Trash2, remove],
  ] as const satisfies readonly (readonly [string, LucideIcon, () => void])[];
  return (
    <div role="group" aria-label={t("tools")} className="flex w-full flex-col gap-2">
      <p className="m-0 min-h-5 text-sm text-ink-2">{item ? t("chosen", { name }) : t("noneChosen")}</p>
      <div className="flex flex-wrap gap-1.5">
        {tools.map(([key, Icon, act]) => (
          <Button
            key={key}
            variant="secondary"
            className="min-w-11 px-2.5"
            aria-label={t(key)}
            title={t(key)}
            disabled={locked || !item}
            onClick={act}
          >
            <Icon aria-hidden="true" className="size-5" />
          </Button>
        ))}
        <Button variant="ghost" disabled={locked || items.length === 0} onClick={clear}>
          {t("clear")}
        </Button>
      </div>
    </div>
  );
}
