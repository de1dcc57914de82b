"use client";

import { useState } from "react";
import type { BoardProps } from "@/lib/challenges/play";
import { CLASS_NAMES } from "@/lib/engine/scenes";
import { BoxChips, Stage, type StageBox } from "@/lib/ui/stage";
import { describe, pictureTag, tagOf, tonesOf } from "../../stageBoxes";
import type { Answer, View } from "./challenge";

/** Tap the boxes that will survive: on the picture, or in the list below it, which is sorted by score as NMS sorts them. */
export function Board({ view, answer, onChange, locale, locked }: BoardProps<View, Answer>) {
  const [pointed, setPointed] = useState<string | null>(null);
  const tone = tonesOf(view.boxes);
  const chosen = new Set(answer.keep);
  const toggle = (id: string) => onChange({ keep: chosen.has(id) ? answer.keep.filter((k) => k !== id) : [...answer.keep, id] });
  const boxes = view.boxes.map((box): StageBox => ({ id: box.id, box: box.box, label: pictureTag(box, view.boxes), tone: tone(box), state: chosen.has(box.id) ? "picked" : "idle", description: describe(box, locale), score: box.score }));
  const ranked = view.boxes.map((box, i) => ({ ...boxes[i], label: tagOf(box) })).sort((a, b) => (b.score ?? 0) - (a.score ?? 0));
  const classes = [...new Set(view.boxes.map((b) => b.cls))].map((cls) => CLASS_NAMES[cls][locale]).join(", ");
  const ko = locale === "ko";
  return (
    <div className="flex flex-col gap-3">
      <Stage
        width={view.width}
        height={view.height}
        sprites={view.sprites}
        boxes={boxes}
        label={ko ? `후보 상자 ${boxes.length}개` : `${boxes.length} candidate boxes`}
        description={ko ? `${classes}. 임계값 ${view.threshold}. 고른 상자 ${chosen.size}개.` : `${classes}. Threshold ${view.threshold}. ${chosen.size} chosen.`}
        locale={locale}
        pointed={pointed}
        onToggle={toggle}
        locked={locked}
      />
      <BoxChips boxes={ranked} onPoint={setPointed} selected={answer.keep} onToggle={toggle} locale={locale} locked={locked} label={ko ? "점수가 높은 순서로 본 후보 상자" : "Candidate boxes, best score first"} />
    </div>
  );
}
