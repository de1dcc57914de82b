"use client";

import type { Locale } from "@/lib/challenges/text";
import { CLASS_NAMES } from "@/lib/engine/scenes";
import { shortScore, toneColor, tonesOf } from "@/lib/ui/stage";
import type { ScoredBox, Standing } from "./simulationModel";

export interface ScoreLadderProps {
  readonly boxes: readonly ScoredBox[];
  /** At the step shown. */
  readonly now: ReadonlyMap<string, Standing>;
  /** At the end of hard NMS, and of Soft-NMS. */
  readonly hard: ReadonlyMap<string, Standing>;
  readonly soft: ReadonlyMap<string, Standing>;
  readonly softName: string;
  readonly locale: Locale;
}

const COLUMNS = { gridTemplateColumns: "1.25rem minmax(3rem, 1fr) 2rem 2.5rem 4.5rem" };

/** All candidates by score: a bar that shrinks as Soft-NMS lowers it, and beside it what hard and soft suppression end with. */
export function ScoreLadder({ boxes, now, hard, soft, softName, locale }: ScoreLadderProps) {
  const ko = locale === "ko";
  const tone = tonesOf(boxes);
  return (
    <div className="@container flex flex-col gap-1">
      <p className="m-0 text-sm font-semibold text-ink">
        {ko ? "점수 순서, 그리고 두 방법의 결과" : "Ranked by score, with both outcomes"}
      </p>
      <div aria-hidden="true" className="grid items-center gap-x-2 text-sm text-ink-2" style={COLUMNS}>
        <span className="col-span-3">{ko ? "지금 점수" : "score now"}</span>
        <span className="text-right">NMS</span>
        <span className="text-right">{softName}</span>
      </div>
      <ul className="m-0 flex list-none flex-col p-0 font-mono text-sm tabular-nums">
        {boxes.map((box) => {
          const { score, fate } = now.get(box.id) ?? { score: box.score, fate: "standing" };
          const kept = hard.get(box.id)?.fate === "kept";
          const end = soft.get(box.id) ?? { score: box.score, fate: "standing" };
          const color = toneColor(tone(box));
          return (
            <li key={box.id} className={`m-0 p-0 ${fate === "fallen" ? "text-ink-3" : "text-ink"}`}>
              <span className="sr-only">{spoken(box, score, fate, kept, end, locale)}</span>
              <span aria-hidden="true" className="grid items-center gap-x-2 leading-6" style={COLUMNS}>
                <b className={fate === "fallen" ? "line-through" : ""}>{box.id}</b>
                <span className="relative h-2.5 rounded-full bg-paper-3">
                  <span
                    className="absolute inset-y-0 left-0 rounded-full opacity-30"
                    style={{ width: `${100 * box.score}%`, background: color }}
                  />
                  {fate === "fallen" ? null : (
                    <span
                      className="absolute inset-y-0 left-0 rounded-full transition-[width] duration-200 motion-reduce:transition-none"
                      style={{ width: `${100 * score}%`, background: color }}
                    />
                  )}
                </span>
                <span className="text-right">{shortScore(score)}</span>
                <span className="text-right">{kept ? "✓" : "×"}</span>
                <span className={`text-right ${end.fate === "kept" ? "" : "text-ink-3"}`}>
                  {shortScore(end.score)} {end.fate === "kept" ? "✓" : "×"}
                </span>
              </span>
            </li>
          );
        })}
      </ul>
    </div>
  );
}

function spoken(box: ScoredBox, score: number, fate: Standing["fate"], kept: boolean, end: Standing, locale: Locale): string {
  const name = CLASS_NAMES[box.cls][locale];
  if (locale === "ko") {
    const fates = { standing: "아직 서 있어요", kept: "남았어요", fallen: "지워졌어요" };
    return `${box.id}, ${name}, 지금 점수 ${score.toFixed(2)}, ${fates[fate]}. NMS: ${kept ? "남아요" : "지워져요"}. Soft-NMS: ${end.score.toFixed(2)}, ${end.fate === "kept" ? "남아요" : "빠져요"}.`;
  }
  const fates = { standing: "still standing", kept: "kept", fallen: "out" };
  return `${box.id}, ${name}, score now ${score.toFixed(2)}, ${fates[fate]}. NMS: ${kept ? "kept" : "dropped"}. Soft-NMS: ${end.score.toFixed(2)}, ${end.fate === "kept" ? "kept" : "out"}.`;
}
