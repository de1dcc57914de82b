"use client";

import type { Locale } from "@/lib/challenges/text";
import { CLASS_NAMES, VOC_CLASSES } from "@/lib/engine/scenes";
import { SCENE_SIDE } from "@/lib/engine/scenes/emoji/board";
import { SceneLayer } from "@/lib/ui/scene";
import { Stage } from "@/lib/ui/stage";
import { HeatLayer, TapLayer } from "@/lib/ui/stage/layers";
import { num } from "@/lib/words";
import { SCAN_CELL, type Scanned, type ScoreLevel } from "./described";
import { Glyphs } from "./Glyphs";

/** The place of the highest score. */
const peakOf = ({ scores }: ScoreLevel): number => scores.reduce((best, score, i) => (score > scores[best] ? i : best), 0);

/** Percent of the way along `count` places, as a place. */
const placed = (percent: number, count: number): number => Math.round((percent / 100) * (count - 1));

export interface WindowPlace {
  readonly level: ScoreLevel;
  readonly row: number;
  readonly column: number;
  readonly score: number;
  /** The best score of this size, and of all sizes. */
  readonly bestHere: number;
  readonly bestOfAll: number;
}

/** Where the window stands with these knobs. */
export function windowPlace(
  { levels }: Scanned,
  { level: wanted, peak, across, down }: { readonly level: number; readonly peak: boolean; readonly across: number; readonly down: number },
): WindowPlace {
  const level = levels[Math.min(Math.round(wanted), levels.length) - 1];
  const best = peakOf(level);
  const [row, column] = peak
    ? [Math.floor(best / level.columns), best % level.columns]
    : [placed(down, level.rows), placed(across, level.columns)];
  const tops = levels.map((each) => each.scores[peakOf(each)]);
  return {
    level,
    row,
    column,
    score: level.scores[row * level.columns + column],
    bestHere: level.scores[best],
    bestOfAll: Math.max(...tops),
  };
}

export interface ScanPanelProps {
  readonly scanned: Scanned;
  readonly place: WindowPlace;
  /** A tap put the window here, in percent. */
  readonly onPlace: (across: number, down: number) => void;
  readonly locale: Locale;
}

/** The scene under the scores of one size, and the window with the weights that speak for its class. */
export function ScanPanel({ scanned, place, onPlace, locale }: ScanPanelProps) {
  const ko = locale === "ko";
  const { template, label, pixels, drawing } = scanned;
  const { level, row, column, score } = place;
  const unit = SCAN_CELL / level.scale;
  const [width, height] = [template.columns * SCAN_CELL, template.rows * SCAN_CELL];
  const [least, most] = [Math.min(...level.scores), Math.max(...level.scores)];
  const heat = Array.from(level.scores, (value) => ((value - least) / (most - least || 1)) ** 4);
  const name = CLASS_NAMES[VOC_CLASSES[label]][locale];
  const middle = { x: (template.columns * unit) / 2, y: (template.rows * unit) / 2 };
  const percent = (at: number, count: number) => Math.round(Math.min(100, Math.max(0, count > 1 ? (100 * at) / (count - 1) : 0)));
  return (
    <Stage
      width={SCENE_SIDE}
      height={SCENE_SIDE}
      boxes={[]}
      label={ko ? `${name} 틀의 점수와 창` : `Scores of the ${name} template, and the window`}
      description={ko ? `창의 점수는 ${num(score, 2)}.` : `The window scores ${num(score, 2)}.`}
      locale={locale}
      underlay={
        <>
          <SceneLayer drawing={drawing} seen={pixels} side={SCENE_SIDE} />
          <g transform={`translate(${middle.x - unit / 2} ${middle.y - unit / 2})`}>
            <HeatLayer
              values={heat}
              rows={level.rows}
              columns={level.columns}
              width={level.columns * unit}
              height={level.rows * unit}
              opacity={0.8}
            />
          </g>
        </>
      }
    >
      <g transform={`translate(${column * unit} ${row * unit}) scale(${1 / level.scale})`} pointerEvents="none">
        <rect width={width} height={height} fill="#0b0a10" fillOpacity={0.55} stroke="#fffdf9" strokeWidth={1.6 * level.scale} />
        <rect width={width} height={height} fill="none" stroke="#c23320" strokeWidth={0.9 * level.scale} />
        <Glyphs
          cells={template.cells}
          rows={template.rows}
          columns={template.columns}
          bins={9}
          signed={false}
          cell={SCAN_CELL}
          colour="#ffe14d"
        />
      </g>
      <TapLayer
        width={SCENE_SIDE}
        height={SCENE_SIDE}
        onTap={(x, y) => onPlace(percent((x - middle.x) / unit, level.columns), percent((y - middle.y) / unit, level.rows))}
      />
    </Stage>
  );
}
