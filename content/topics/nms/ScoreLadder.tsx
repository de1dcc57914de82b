"use client";

import type { Locale } from "@/lib/challenges/text";
import { toneColor } from "@/lib/ui/stage";
import type { Standing } from "./simulationModel";
import { describe, type ScoredBox } from "./stageBoxes";

const short = (score: number) => score.toFixed(2).replace(/^0/, "");

export interface ScoreLadderProps {
  readonly boxes: readonly ScoredBox[];
  readonly tone: (box: ScoredBox) => number;
  /** At the step shown. */
  readonly now: ReadonlyMap<string, Standing>;
  /** At the end of hard NMS, and of Soft-NMS. */
  readonly hard: ReadonlyMap<string, Standing>;
  readonly soft: ReadonlyMap<string, Standing>;
  readonly softName: string;
  readonly locale: Locale;
}

/** All candidates by score: a bar that shrinks as Soft-NMS lowers it, and beside it what hard and soft suppression end with. */
export function ScoreLadder({ boxes, tone, now, hard, soft, softName, locale }: ScoreLadderProps) {
  const ko = locale === "ko";
  return (
    <table className="w-full border-collapse font-mono text-sm tabular-nums text-ink">
      <caption className="pb-1 text-left font-sans text-sm font-semibold">{ko ? "점수 순서와 마지막 결과" : "Ranked by score, with both outcomes"}</caption>
      <thead className="font-sans text-sm text-ink-2">
        <tr>
          <th scope="col" className="w-10 text-left font-medium">{ko ? "상자" : "Box"}</th>
          <th scope="col" className="text-left font-medium">{ko ? "지금 점수" : "Score now"}</th>
          <th scope="col" className="w-14 text-right font-medium">NMS</th>
          <th scope="col" className="w-24 text-right font-medium">{softName}</th>
        </tr>
      </thead>
      <tbody>
        {boxes.map((box) => {
          const standing = now.get(box.id);
          const score = standing?.score ?? box.score;
          const end = soft.get(box.id);
          const fate = standing?.fate ?? "standing";
          return (
            <tr key={box.id} className={fate === "fallen" ? "text-ink-3" : ""}>
              <th scope="row" aria-label={describe(box, locale)} className={`text-left font-bold ${fate === "fallen" ? "line-through" : ""}`}>{box.id}</th>
              <td>
                <span className="flex items-center gap-2">
                  <span aria-hidden="true" className="relative h-2.5 min-w-8 grow rounded-full bg-paper-3">
                    <span className="absolute inset-y-0 left-0 rounded-full opacity-35" style={{ width: `${100 * box.score}%`, background: toneColor(tone(box)) }} />
                    <span className="absolute inset-y-0 left-0 rounded-full transition-[width] duration-200 motion-reduce:transition-none" style={{ width: `${100 * score}%`, background: fate === "fallen" ? "transparent" : toneColor(tone(box)) }} />
                  </span>
                  <span className="w-8 text-right">{short(score)}</span>
                </span>
              </td>
              <td className="text-right">
                {hard.get(box.id)?.fate === "kept" ? "✓" : "×"}
                <span className="sr-only">{hard.get(box.id)?.fate === "kept" ? (ko ? "남아요" : "kept") : ko ? "지워져요" : "dropped"}</span>
              </td>
              <td className={`text-right ${end?.fate === "kept" ? "" : "text-ink-3"}`}>
                {short(end?.score ?? 0)} {end?.fate === "kept" ? "✓" : "×"}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
