"use client";

import { useState } from "react";
import type { BoardProps } from "@/lib/challenges/play";
import { Slider } from "@/lib/ui/components";
import { BoxChips, Stage, type StageBox } from "@/lib/ui/stage";
import { Arrow } from "../../Arrow";
import { IouArithmetic } from "../../IouArithmetic";
import { describe, pictureTag, tagOf, tonesOf } from "../../stageBoxes";
import { iou } from "@/lib/engine/boxes";
import type { Answer, View } from "./challenge";

/** Measure pairs of boxes with a tap each, think, then set the threshold. Nothing runs before the answer is given. */
export function Board({ view, answer, onChange, locale, locked }: BoardProps<View, Answer>) {
  const [pair, setPair] = useState<readonly string[]>([]);
  const [pointed, setPointed] = useState<string | null>(null);
  const ko = locale === "ko";
  const tone = tonesOf(view.boxes);
  const measure = (id: string) => setPair((now) => (now.includes(id) ? now.filter((x) => x !== id) : [...now.slice(-1), id]));
  const boxes = view.boxes.map((box): StageBox => ({ id: box.id, box: box.box, label: pictureTag(box, view.boxes), tone: tone(box), state: pair.includes(box.id) ? "picked" : "idle", description: describe(box, locale), score: box.score }));
  const ranked = view.boxes.map((box, i) => ({ ...boxes[i], label: tagOf(box) })).sort((a, b) => (b.score ?? 0) - (a.score ?? 0));
  const [a, b] = pair.map((id) => view.boxes.find((x) => x.id === id));
  return (
    <div className="flex flex-col gap-3">
      <Stage
        width={view.width}
        height={view.height}
        sprites={view.sprites}
        boxes={boxes}
        label={ko ? `후보 상자 ${boxes.length}개` : `${boxes.length} candidate boxes`}
        description={ko ? "상자 두 개를 고르면 IoU를 재요." : "Choose two boxes to measure their IoU."}
        locale={locale}
        pointed={pointed}
        onToggle={measure}
      >
        {a && b ? <Arrow from={a.box} to={b.box} text={iou(a.box, b.box).toFixed(2)} strong={false} /> : null}
      </Stage>
      <BoxChips boxes={ranked} onPoint={setPointed} selected={pair} onToggle={measure} locale={locale} label={ko ? "IoU를 잴 상자 두 개" : "Two boxes to measure"} />
      <div className="min-h-16 rounded-[var(--radius)] bg-paper-2 p-3">
        {a && b ? (
          <IouArithmetic a={a} b={b} locale={locale} />
        ) : (
          <p className="m-0 text-sm text-ink-2">{ko ? "상자 두 개를 누르면 IoU를 재 볼 수 있어요." : "Tap two boxes to measure their IoU."}</p>
        )}
      </div>
      <Slider
        label={ko ? "IoU 임계값" : "IoU threshold"}
        symbol="t"
        value={(answer.hundredths ?? 50) / 100}
        min={0.05}
        max={0.95}
        step={0.05}
        onChange={(value) => onChange({ hundredths: Math.round(value * 20) * 5 })}
        format={(value) => (answer.hundredths === null ? "?" : value.toFixed(2))}
        locale={locale}
        disabled={locked}
      />
    </div>
  );
}
