"use client";

import { useState } from "react";
import type { BoardProps } from "@/lib/challenges/play";
import { Beside, chipsByScore, PairArrow, PairPanel, SpotChips, TapModeSwitch, type TapMode, usePair, useSpotlight } from "@/lib/ui/boards";
import { Segmented } from "@/lib/ui/components";
import { Stage } from "@/lib/ui/stage";
import { OutlinesLayer, OverlapGlow } from "@/lib/ui/stage/layers";
import type { Answer, FunnelBox, View } from "./challenge";
import { asScored, pictureBoxes } from "./pictureBoxes";
import { sides, stagesOf, WHAT } from "./words";

/**
 * Anchors as the RPN scores them, or the boxes that they become; what is tapped is chosen, or measured as it is drawn. At the last level a
 * box is only drawn where it has gone once it is measured.
 */
export function Board({ view, answer, onChange, locale, locked }: BoardProps<View, Answer>) {
  const [mode, setMode] = useState<TapMode>("choose");
  const [what, setWhat] = useState<"anchor" | "box">("anchor");
  const { lit, seen, onSeen, handlers } = useSpotlight();
  const ko = locale === "ko";
  const measuring = mode === "measure" && !locked;
  const shows = view.shown ? what : measuring ? "box" : "anchor";
  const { ids, toggle: measure, pair } = usePair(asScored(view.boxes, () => shows));
  const chosen = new Set(answer.keep);
  const choose = (id: string) => onChange({ keep: chosen.has(id) ? answer.keep.filter((each) => each !== id) : [...answer.keep, id] });
  const selected = measuring ? ids : answer.keep;
  const drawnAs = ({ id }: FunnelBox) => (view.shown || ids.includes(id) ? shows : "anchor");
  const boxes = pictureBoxes(view.boxes, locale, (box) => ({
    what: drawnAs(box),
    state: !selected.includes(box.id) ? "idle" : measuring ? "measured" : "picked",
  }));
  const toggle = measuring ? measure : choose;
  const measured = view.boxes.filter(({ id }) => measuring && ids.includes(id));
  return (
    <Beside
      picture={
        <Stage
          width={view.width}
          height={view.height}
          sprites={view.sprites}
          boxes={boxes}
          label={shows === "anchor" ? (ko ? "점수가 매겨진 앵커" : "Scored anchors") : ko ? "옮겨 간 상자" : "Decoded boxes"}
          description={stagesOf(view, locale).join(". ")}
          locale={locale}
          pointed={lit}
          onPoint={onSeen}
          onToggle={toggle}
          locked={locked}
          underlay={
            measuring ? (
              <>
                {shows === "box" ? (
                  <OutlinesLayer outlines={measured.map(({ id, anchor }) => ({ key: id, box: anchor, tone: 1, faded: true }))} />
                ) : null}
                {pair ? <OverlapGlow a={pair[0].box} b={pair[1].box} /> : null}
              </>
            ) : null
          }
        >
          {measuring && pair ? <PairArrow pair={pair} /> : null}
        </Stage>
      }
    >
      <ol className="m-0 flex list-decimal flex-col gap-0.5 pl-6 text-sm text-ink">
        {stagesOf(view, locale).map((stage) => (
          <li key={stage}>{stage}</li>
        ))}
      </ol>
      {view.shown ? (
        <Segmented
          label={ko ? "그림에 보이는 것" : "The picture shows"}
          value={what}
          options={(["anchor", "box"] as const).map((value) => ({ value, label: WHAT[value][locale] }))}
          onChange={setWhat}
        />
      ) : null}
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
              ? "잴 상자 두 개, 점수가 높은 순서"
              : "Two boxes to measure, best score first"
            : ko
              ? "후보로 남을 상자, 점수가 높은 순서"
              : "Boxes that are left, best score first"
        }
      />
      {measuring ? (
        <>
          <p className="m-0 min-h-5 font-mono text-sm tabular-nums text-ink-2">
            {measured.map((each) => `${each.id} ${sides(each[shows])} px`).join(" · ")}
          </p>
          <PairPanel pair={pair} threshold={shows === "box" ? view.threshold : undefined} locale={locale} />
        </>
      ) : null}
    </Beside>
  );
}
