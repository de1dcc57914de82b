"use client";

import { useState } from "react";
import type { BoardProps } from "@/lib/challenges/play";
import { CLASS_NAMES } from "@/lib/engine/scenes";
import {
  chipsByScore,
  ClassLegend,
  PairArrow,
  PairPanel,
  SpotChips,
  TapModeSwitch,
  type TapMode,
  usePair,
  useSpotlight,
} from "@/lib/ui/boards";
import { Stage, stageBoxesOf } from "@/lib/ui/stage";
import { OverlapGlow } from "@/lib/ui/stage/layers";
import type { Answer, View } from "./challenge";

/**
 * Tap the boxes that will survive: on the picture, or in the list below it, which is sorted by score as NMS sorts them.
 * A second mode measures the IoU of two boxes, since NMS decides by numbers and not by eye.
 */
export function Board({ view, answer, onChange, locale, locked }: BoardProps<View, Answer>) {
  const [mode, setMode] = useState<TapMode>("choose");
  const { ids, toggle: measure, pair } = usePair(view.boxes);
  const { lit, seen, onSeen, handlers } = useSpotlight();
  const ko = locale === "ko";
  const measuring = mode === "measure" && !locked;
  const chosen = new Set(answer.keep);
  const choose = (id: string) => onChange({ keep: chosen.has(id) ? answer.keep.filter((k) => k !== id) : [...answer.keep, id] });
  const toggle = measuring ? measure : choose;
  const selected = measuring ? ids : answer.keep;
  const boxes = stageBoxesOf(view.boxes, locale, ({ id }) => ({
    state: !selected.includes(id) ? "idle" : measuring ? "measured" : "picked",
  }));
  const classes = [...new Set(view.boxes.map((b) => b.cls))].map((cls) => CLASS_NAMES[cls][locale]).join(", ");
  return (
    <div className="flex flex-col gap-3">
      <Stage
        width={view.width}
        height={view.height}
        sprites={view.sprites}
        boxes={boxes}
        label={ko ? `후보 상자 ${boxes.length}개` : `${boxes.length} candidate boxes`}
        description={
          measuring
            ? ko
              ? "상자 두 개를 고르면 IoU를 재요. 답은 바뀌지 않아요."
              : "Choose two boxes to measure their IoU. Your answer stays as it is."
            : ko
              ? `${classes}. 임계값 ${view.threshold}. 고른 상자 ${chosen.size}개.`
              : `${classes}. Threshold ${view.threshold}. ${chosen.size} chosen.`
        }
        locale={locale}
        pointed={lit}
        onPoint={onSeen}
        onToggle={toggle}
        locked={locked}
        underlay={measuring && pair ? <OverlapGlow a={pair[0].box} b={pair[1].box} /> : null}
      >
        {measuring && pair ? <PairArrow pair={pair} /> : null}
      </Stage>
      <ClassLegend boxes={view.boxes} locale={locale} />
      {locked ? null : <TapModeSwitch value={mode} onChange={setMode} chosen={chosen.size} locale={locale} />}
      <SpotChips
        handlers={handlers}
        pointed={seen}
        boxes={chipsByScore(boxes)}
        selected={selected}
        use={measuring ? "measure" : "answer"}
        onToggle={toggle}
        locale={locale}
        locked={locked}
        label={
          measuring
            ? ko
              ? "IoU를 잴 상자 두 개, 점수가 높은 순서"
              : "Two boxes to measure, best score first"
            : ko
              ? "살아남을 상자, 점수가 높은 순서"
              : "Boxes that survive, best score first"
        }
      />
      {measuring ? <PairPanel pair={pair} threshold={view.threshold} locale={locale} /> : null}
    </div>
  );
}
