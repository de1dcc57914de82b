"use client";

import { useState } from "react";
import type { BoardProps } from "@/lib/challenges/play";
import type { Text } from "@/lib/challenges/text";
import { Beside, PairArrow, PairPanel, SpotChips, usePair, useSpotlight } from "@/lib/ui/boards";
import { Stage } from "@/lib/ui/stage";
import { OverlapGlow } from "@/lib/ui/stage/layers";
import type { Answer, View } from "./challenge";
import { OVERLAP, pairId, pairIds } from "./instance";
import { PairTable } from "./PairTable";
import { measurable, objectList, pictureBoxes } from "./pictureBoxes";
import { SigmoidCurve } from "./SigmoidCurve";

const WORDS = {
  picture: { ko: "앵커를 옮긴 상자", en: "Boxes that the anchors became" },
  table: { ko: "로짓", en: "Logits" },
  measure: { ko: "IoU를 잴 상자 두 개", en: "Two boxes to measure" },
  both: { ko: "칸 위는 로짓, 아래는 확률이에요.", en: "Logit above, probability below." },
  curve: { ko: "칸은 로짓이에요. 확률은 곡선에서 읽어요.", en: "Cells are logits; read the probability off the curve." },
  none: { ko: "칸은 로짓이에요. 확률은 적혀 있지 않아요.", en: "Cells are logits; no probability is given." },
} satisfies Record<string, Text>;

/** The picture with each anchor's box, and a table of logits to choose pairs from. Where NMS runs, tapping two boxes measures their IoU. */
export function Board({ view, answer, onChange, locale, locked }: BoardProps<View, Answer>) {
  const [row, setRow] = useState<number | null>(null);
  const { lit, seen, onSeen, handlers } = useSpotlight();
  const { ids, toggle, pair } = usePair(measurable(view));
  const measuring = view.suppress && !locked;
  const chosen = new Set(answer.pairs);
  const boxes = pictureBoxes(view, (i) =>
    measuring && ids.includes(view.rows[i].id)
      ? "measured"
      : view.classes.some((_, k) => chosen.has(pairId(view, i, k)))
        ? "picked"
        : "idle",
  );
  const put = (i: number, k: number) => {
    const id = pairId(view, i, k);
    onChange({ pairs: pairIds(view).filter((each) => (each === id ? !chosen.has(id) : chosen.has(each))) });
  };
  const pointed = row === null ? lit : view.rows[row].id;
  return (
    <Beside
      picture={
        <Stage
          width={view.width}
          height={view.height}
          sprites={view.objects}
          boxes={boxes}
          label={WORDS.picture[locale]}
          description={`${objectList(view, locale)}. ${boxes.map(({ description }) => description).join(", ")}`}
          locale={locale}
          pointed={pointed}
          onPoint={measuring ? onSeen : undefined}
          onToggle={measuring ? toggle : undefined}
          locked={locked}
          underlay={measuring && pair ? <OverlapGlow a={pair[0].box} b={pair[1].box} /> : null}
        >
          {measuring && pair ? <PairArrow pair={pair} /> : null}
        </Stage>
      }
    >
      {view.help === "curve" ? <SigmoidCurve cut={view.cut} locale={locale} /> : null}
      <div className="flex flex-col gap-1">
        <p className="m-0 text-sm text-ink-2">{WORDS[view.help === "probability" ? "both" : view.help][locale]}</p>
        <PairTable
          view={view}
          label={WORDS.table[locale]}
          locale={locale}
          stateOf={(i, k) => (chosen.has(pairId(view, i, k)) ? "chosen" : "open")}
          probability={() => view.help === "probability"}
          onToggle={put}
          locked={locked}
          lit={row ?? view.rows.findIndex(({ id }) => id === seen)}
          onRow={setRow}
        />
      </div>
      {measuring ? (
        <div className="flex flex-col gap-2">
          <SpotChips
            handlers={handlers}
            pointed={seen}
            boxes={boxes}
            selected={ids}
            use="measure"
            onToggle={toggle}
            locale={locale}
            label={WORDS.measure[locale]}
          />
          <PairPanel pair={pair} threshold={OVERLAP} locale={locale} />
        </div>
      ) : null}
    </Beside>
  );
}
