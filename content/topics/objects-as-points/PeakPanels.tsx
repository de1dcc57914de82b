"use client";

import type { Locale, Text } from "@/lib/challenges/text";
import { CLASS_NAMES, VOC_CLASSES } from "@/lib/engine/scenes/classes";
import { NumberGrid } from "@/lib/ui/boards";
import { Sum } from "@/lib/ui/simulation";
import { cellName, josa, num } from "@/lib/words";
import { CELLS, SIDE, STRIDE, type Looked } from "./looked";
import { besideOf, boxAt, columnOf, EVERY, heatOf, rowOf, windowOf } from "./simulationModel";

const WORDS = {
  window: { ko: "칸과 그 이웃의 값", en: "The cell and its neighbours" },
  inset: { ko: "8배로 본 칸: 왼쪽 위 모서리에서 오프셋만큼", en: "The cell, 8 times as large: the offset from its corner" },
  box: { ko: "상자", en: "box" },
  score: { ko: "점수", en: "score" },
} satisfies Record<string, Text>;

/** The score of a cell in a class's map, or of its likeliest class. */
export function labelAt({ heatmap }: Looked, cls: number, cell: number): number {
  if (cls !== EVERY) return cls;
  const logits = VOC_CLASSES.map((_, k) => heatmap[k * CELLS + cell]);
  return logits.indexOf(Math.max(...logits));
}

export interface PeakPanelProps {
  readonly looked: Looked;
  readonly cls: number;
  readonly cell: number;
  readonly locale: Locale;
}

/** The numbers of a window around a cell, and whether one of them exceeds it. */
export function WindowPanel({ looked, cls, cell, window, locale }: PeakPanelProps & { readonly window: number }) {
  const heat = heatOf(looked.heatmap, labelAt(looked, cls, cell));
  const around = windowOf(cell, Math.max(1, (window - 1) / 2));
  const side = Math.sqrt(around.length);
  const values = around.map((each) => (each === null ? -1 : heat[each]));
  const own = heat[cell];
  const most = Math.max(...values.filter((_, i) => around[i] !== cell));
  const peak = window === 1 || most <= own;
  const name = cellName(cell, SIDE)[locale];
  const [mine, other] = [num(own, 3), num(most, 3)];
  return (
    <div className="flex flex-col gap-2" data-testid="window-panel">
      <NumberGrid
        columns={side}
        values={values}
        title={`${WORDS.window[locale]}: ${CLASS_NAMES[VOC_CLASSES[labelAt(looked, cls, cell)]][locale]}`}
        format={(value) => (value < 0 ? "–" : num(value, 2))}
        look={(i) => (around[i] === cell ? (peak ? "right" : "wrong") : values[i] > own ? "open" : "plain")}
      />
      <p className="m-0 text-ink">
        {window === 1
          ? locale === "ko"
            ? `${josa(name, "은/는")} ${mine}. 아무것과도 견주지 않으니 임계값만 넘으면 남아요.`
            : `${name}: ${mine}. Nothing is compared, so whatever reaches the threshold stays.`
          : peak
            ? locale === "ko"
              ? `${josa(name, "은/는")} ${mine}, 가장 큰 이웃은 ${other}. 아무도 더 크지 않으니 봉우리예요.`
              : `${name}: ${mine}; its largest neighbour has ${other}. None exceeds it: a peak.`
            : locale === "ko"
              ? `${josa(name, "은/는")} ${mine}, 가장 큰 이웃은 ${other}. 이웃이 더 크니 봉우리가 아니에요.`
              : `${name}: ${mine}; its largest neighbour has ${other}. A neighbour exceeds it: no peak.`}
      </p>
    </div>
  );
}

/** A cell enlarged, with the way from its corner to the centre of the box. */
function Inset({ x, y, label }: { readonly x: number; readonly y: number; readonly label: string }) {
  const [side, pad] = [8 * STRIDE, 8];
  const at = (value: number) => pad + side * Math.min(1.1, Math.max(-0.1, value));
  return (
    <figure className="m-0 flex flex-col gap-1">
      <svg
        viewBox={`0 0 ${side + 2 * pad} ${side + 2 * pad}`}
        className="w-28"
        role="img"
        aria-label={`${label}: ${num(x, 2)}, ${num(y, 2)}`}
      >
        <rect x={pad} y={pad} width={side} height={side} fill="var(--sheet)" stroke="var(--ink)" />
        <path d={`M${pad} ${pad}L${at(x)} ${at(y)}`} stroke="var(--brand)" strokeWidth={1.6} />
        <circle cx={pad} cy={pad} r={1.6} fill="var(--ink)" />
        <circle cx={at(x)} cy={at(y)} r={2.2} fill="var(--brand)" />
      </svg>
      <figcaption className="text-xs text-ink-2">{label}</figcaption>
    </figure>
  );
}

/** One box and its score line by line, with this cell's own numbers. */
export function BoxSum({ looked, cls, cell, beside, locale }: PeakPanelProps & { readonly beside: number }) {
  const { offset, size, heatmap } = looked;
  const label = labelAt(looked, cls, cell);
  const at = besideOf(cell, beside);
  const [column, row] = [columnOf(at), rowOf(at)];
  const [ox, oy, sx, sy] = [offset[at], offset[CELLS + at], size[at], size[CELLS + at]];
  const logit = heatmap[label * CELLS + cell];
  const centre = (index: number, part: number) => `(${index} + ${num(part, 2)}) × ${STRIDE} = ${num((index + part) * STRIDE, 1)}`;
  const width = (log: number) => `e^${num(log, 2)} × ${STRIDE} = ${num(Math.exp(log), 2)} × ${STRIDE} = ${num(Math.exp(log) * STRIDE, 1)}`;
  const score = heatOf(heatmap, label)[cell];
  return (
    <div className="flex flex-col gap-3" data-testid="box-sum">
      <p className="m-0 text-ink">
        <b>{cellName(at, SIDE)[locale]}</b>
        <span className="block text-sm text-ink-2">
          {locale === "ko" ? `계산에서는 0부터 세요: 열 ${column}, 행 ${row}` : `The sums count from 0: column ${column}, row ${row}`}
        </span>
      </p>
      <div className="flex flex-wrap items-start gap-4">
        <Inset x={ox} y={oy} label={WORDS.inset[locale]} />
        <Sum
          lines={[
            { name: "cx", sum: centre(column, ox) },
            { name: "cy", sum: centre(row, oy) },
            { name: "w", sum: width(sx) },
            { name: "h", sum: width(sy) },
            {
              name: WORDS.box[locale],
              sum: `(${boxAt(looked, at)
                .map((value) => num(value, 0))
                .join(", ")})`,
              result: true,
            },
            {
              name: WORDS.score[locale],
              sum: `σ(${num(logit, 2)}) = ${num(score, 2)} (${CLASS_NAMES[VOC_CLASSES[label]][locale]})`,
              result: true,
            },
          ]}
        />
      </div>
    </div>
  );
}
