"use client";

import type { BoardProps } from "@/lib/challenges/play";
import { CLASS_NAMES } from "@/lib/engine/scenes";
import { chipsByScore, PairArrow, PairPanel, SpotChips, usePair, useSpotlight } from "@/lib/ui/boards";
import { Slider } from "@/lib/ui/components";
import { Stage, stageBoxesOf } from "@/lib/ui/stage";
import { OverlapGlow } from "@/lib/ui/stage/layers";
import type { Answer, View } from "./challenge";
import { START } from "./instance";

/** Measure pairs of boxes with a tap each, think, then set the threshold. Nothing runs before the answer is given. */
export function Board({ view, answer, onChange, locale, locked }: BoardProps<View, Answer>) {
  const { ids, toggle, pair } = usePair(view.boxes);
  const { lit, seen, onSeen, handlers } = useSpotlight();
  const ko = locale === "ko";
  const boxes = stageBoxesOf(view.boxes, locale, ({ id }) => ({ state: ids.includes(id) ? "measured" : "idle" }));
  const name = CLASS_NAMES[view.sprites[0].cls][locale];
  return (
    <div className="flex flex-col gap-3">
      <Stage
        width={view.width}
        height={view.height}
        sprites={view.sprites}
        boxes={boxes}
        label={ko ? `후보 상자 ${boxes.length}개` : `${boxes.length} candidate boxes`}
        description={
          ko
            ? `물체 ${view.sprites.length}개(${name}). 상자 두 개를 고르면 IoU를 재요.`
            : `${view.sprites.length} objects (${name}). Choose two boxes to measure their IoU.`
        }
        locale={locale}
        pointed={lit}
        onPoint={onSeen}
        onToggle={toggle}
        underlay={pair ? <OverlapGlow a={pair[0].box} b={pair[1].box} /> : null}
      >
        {pair ? <PairArrow pair={pair} /> : null}
      </Stage>
      <SpotChips
        handlers={handlers}
        pointed={seen}
        boxes={chipsByScore(boxes)}
        selected={ids}
        use="measure"
        onToggle={toggle}
        locale={locale}
        label={ko ? "IoU를 잴 상자 두 개, 점수가 높은 순서" : "Two boxes to measure, best score first"}
      />
      <PairPanel pair={pair} locale={locale} />
      <div>
        <Slider
          label={ko ? "IoU 임계값" : "IoU threshold"}
          symbol="t"
          value={(answer.hundredths ?? START) / 100}
          min={0.05}
          max={0.95}
          step={0.05}
          onChange={(value) => onChange({ hundredths: Math.round(value * 20) * 5 })}
          format={(value) => (answer.hundredths === null ? "?" : value.toFixed(2))}
          locale={locale}
          disabled={locked}
          open={answer.hundredths === null}
        />
        <p className="m-0 flex justify-between text-sm text-ink-2" aria-hidden="true">
          <span>{ko ? "엄격: 조금만 겹쳐도 지워요" : "strict: little overlap is enough"}</span>
          <span>{ko ? "너그러움" : "tolerant"}</span>
        </p>
      </div>
    </div>
  );
}
