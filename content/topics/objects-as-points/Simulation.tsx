"use client";

import { useMemo, useState } from "react";
import type { SimulationProps } from "@/lib/challenges/play";
import type { Text } from "@/lib/challenges/text";
import type { RadiusRule } from "@/lib/engine/match";
import { CLASS_NAMES, VOC_CLASSES } from "@/lib/engine/scenes/classes";
import { SCENE_SIDE } from "@/lib/engine/scenes/emoji/board";
import { SceneLayer, SeenSwitch } from "@/lib/ui/scene";
import {
  CellPointer,
  GuessChoice,
  inRange,
  KnobPanel,
  SimulationFrame,
  StatRow,
  TaskStatus,
  useKnobs,
  wholeWithin,
} from "@/lib/ui/simulation";
import { shortScore, Stage, useStage, type StageBox } from "@/lib/ui/stage";
import { HeatLayer } from "@/lib/ui/stage/layers";
import { useTask } from "@/lib/ui/tasks";
import { cellName, num } from "@/lib/words";
import { DEFAULTS, KNOBS } from "./knobs";
import { CELLS, SIDE, STRIDE, type Looked } from "./looked";
import { BoxSum, labelAt, WindowPanel } from "./PeakPanels";
import { recordedAnswer, recordedLook } from "./recording";
import { columnOf, decoded, fitOf, heatOf, rowOf, targetOf, type Found } from "./simulationModel";
import type { tasks } from "./tasks";

const WORDS = {
  title: { ko: "히트맵의 봉우리", en: "The peaks of a heat map" },
  hot: { ko: "임계값 이상인 칸", en: "Cells at the cut" },
  peaks: { ko: "봉우리", en: "Peaks" },
  boxes: { ko: "상자", en: "Boxes" },
  cells: { ko: "칸 고르기, 화살표 키로도 골라요", en: "Choose a cell; arrow keys choose as well" },
  picture: { ko: "그림 위의 히트맵", en: "A heat map over the picture" },
  target: { ko: "배울 목표", en: "The target" },
} satisfies Record<string, Text>;

const nameOf = (label: number, locale: "ko" | "en") => CLASS_NAMES[VOC_CLASSES[label]][locale];
/** As the lesson's guess finds it: cows of the first scene, all that is needed to count. */
const USUAL = { cls: DEFAULTS.cls, cut: DEFAULTS.cut, window: 3, keep: 100, nms: false, beside: 0 };

/** A pin on every peak, and the frame of the window around the cell that is read. */
function Pins({ found, cell, window }: { readonly found: readonly Found[]; readonly cell: number | null; readonly window: number }) {
  const { scale: px } = useStage();
  const at = (each: number) => [(columnOf(each) + 0.5) * STRIDE, (rowOf(each) + 0.5) * STRIDE] as const;
  const reach = (window - 1) / 2;
  return (
    <g aria-hidden="true" pointerEvents="none">
      {found.slice(0, 60).map(({ cell: each, label }) => {
        const [x, y] = at(each);
        return <circle key={`${label} ${each}`} cx={x} cy={y} r={4 * px} fill="#ffe14d" stroke="#14151a" strokeWidth={1.6 * px} />;
      })}
      {cell === null ? null : (
        <>
          {[
            { stroke: "#14151a", width: 4 },
            { stroke: "#ffe14d", width: 2 },
          ].map(({ stroke, width }) => (
            <rect
              key={stroke}
              x={(columnOf(cell) - reach) * STRIDE}
              y={(rowOf(cell) - reach) * STRIDE}
              width={(2 * reach + 1) * STRIDE}
              height={(2 * reach + 1) * STRIDE}
              fill="none"
              stroke={stroke}
              strokeWidth={width * px}
            />
          ))}
        </>
      )}
    </g>
  );
}

/** How much stronger heat is drawn than it is: our scores seldom pass .7. */
const STRONGER = 1.6;

/** A heat map over the picture, with the cells at or above the cut outlined. */
function Heat({ heat, cut }: { readonly heat: Float32Array; readonly cut: number }) {
  const { scale: px } = useStage();
  const path = Array.from(heat.keys())
    .filter((cell) => heat[cell] >= cut)
    .map((cell) => `M${columnOf(cell) * STRIDE} ${rowOf(cell) * STRIDE}h${STRIDE}v${STRIDE}h${-STRIDE}Z`)
    .join("");
  return (
    <>
      <HeatLayer
        values={heat.map((value) => Math.min(1, STRONGER * value))}
        rows={SIDE}
        columns={SIDE}
        width={SCENE_SIDE}
        height={SCENE_SIDE}
        least={0.08}
      />
      <path d={path} fill="none" stroke="#fffdf9" strokeWidth={1.2 * px} aria-hidden="true" pointerEvents="none" />
    </>
  );
}

/** CenterNet opened: a class's heat, its peaks, the window around one of them, and one box's arithmetic. Computed by the engine worker. */
export function Simulation({ locale, engine }: SimulationProps<typeof tasks>) {
  const { knobs: given, set, put, resetBut, shareUrl } = useKnobs("points", DEFAULTS);
  const knobs = useMemo(() => inRange(KNOBS, given), [given]);
  const [guess, setGuess] = useState<number | null>(null);
  const ko = locale === "ko";
  const { open, cut, keep, nms, overlap } = knobs;
  const [cls, window, beside] = [Number(knobs.cls), Number(knobs.window), Math.round(knobs.beside)];
  // The guess is about the first scene as it is.
  const scene = open ? knobs.scene : 1;
  const task = useTask(engine, "look", { scene }, { recorded: recordedAnswer(scene) });
  const looked: Looked | null = task.value;
  const result = useMemo(
    () => (looked ? decoded(looked, open ? { cls, cut, window, keep: Math.round(keep), nms, beside } : USUAL) : null),
    [looked, open, cls, cut, window, keep, nms, beside],
  );
  const heat = useMemo(() => (looked ? heatOf(looked.heatmap, open ? cls : USUAL.cls) : null), [looked, open, cls]);
  const target = useMemo(
    () => (looked && open && knobs.target ? targetOf(looked, cls, knobs.rule as RadiusRule, overlap) : null),
    [looked, open, knobs.target, cls, knobs.rule, overlap],
  );
  const usual = useMemo(() => decoded(recordedLook(), USUAL), []);
  const first = result?.kept[0]?.cell ?? Math.floor(CELLS / 2 + SIDE / 2);
  const cell = knobs.cell < 0 ? first : wholeWithin(knobs.cell, 0, CELLS - 1);
  const change: typeof put = (knob, value) => {
    put(knob, value);
    if (knob === "scene" || knob === "cls") set("cell", -1);
  };

  const deep = open && knobs.depth !== "map";
  const shown = result === null ? [] : knobs.depth === "box" && open ? result.kept.filter((each) => each.cell === cell) : result.kept;
  const boxes: StageBox[] =
    !open || knobs.depth === "window"
      ? []
      : shown.slice(0, 30).map(({ box, label, score }, i) => ({
          id: `found-${i}`,
          box,
          label: `${nameOf(label, locale)} ${shortScore(score)}`,
          tone: label % 8,
          state: "kept",
          description: `${nameOf(label, locale)} ${num(score, 2)}`,
        }));
  const label = looked ? labelAt(looked, cls, cell) : 0;
  const told = looked ? `${cellName(cell, SIDE)[locale]}: ${nameOf(label, locale)} ${num(heatOf(looked.heatmap, label)[cell], 2)}` : "";
  const judged = guess === null ? "" : guess === usual.peaks ? (ko ? "맞았어요. " : "Right. ") : ko ? "짐작과 달라요. " : "Not quite. ";
  const answer = ko
    ? `${judged}${usual.hot}칸 가운데 ${usual.peaks}칸이 남아요. 소 한 마리에 하나씩이에요. 나머지는 모두 이웃에 더 큰 값이 있어요.`
    : `${judged}Of ${usual.hot} cells ${usual.peaks} stay, one for each cow. All others have a larger neighbour.`;
  const fits = looked && open ? result?.kept.map((found) => fitOf(looked, found)) : [];
  const mean = fits && fits.length > 0 ? fits.reduce((sum, value) => sum + value, 0) / fits.length : null;

  const stage = (
    <Stage
      width={SCENE_SIDE}
      height={SCENE_SIDE}
      boxes={boxes}
      label={WORDS.picture[locale]}
      description={
        open
          ? ko
            ? `상자 ${boxes.length}개${boxes.length > 0 ? `: ${boxes.map(({ description }) => description).join(", ")}` : ""}.`
            : `${boxes.length} boxes${boxes.length > 0 ? `: ${boxes.map(({ description }) => description).join(", ")}` : ""}.`
          : ko
            ? `소의 히트맵. 0.3 이상인 칸이 ${usual.hot}개예요.`
            : `The heat map of cows. ${usual.hot} cells are at 0.3 or more.`
      }
      locale={locale}
      locked
      underlay={
        <>
          <SceneLayer drawing={looked?.drawing ?? null} seen={looked?.seen ?? null} side={SCENE_SIDE} />
          {heat ? <Heat heat={heat} cut={open ? cut : USUAL.cut} /> : null}
        </>
      }
    >
      {open && result ? <Pins found={shown} cell={deep ? cell : null} window={knobs.depth === "window" ? Math.max(3, window) : 1} /> : null}
    </Stage>
  );

  return (
    <SimulationFrame
      title={WORDS.title[locale]}
      locale={locale}
      onReset={() => resetBut("open")}
      shareUrl={shareUrl}
      testId="points"
      status={task.status}
      picture={
        <div className="mx-auto w-full max-w-[max(20rem,var(--view))] [--stage:100vmax]">
          {deep ? (
            <CellPointer
              side={SIDE}
              cell={cell}
              label={WORDS.cells[locale]}
              said={told}
              onPoint={() => undefined}
              onChoose={(each) => set("cell", each ?? -1)}
            >
              {stage}
            </CellPointer>
          ) : (
            stage
          )}
        </div>
      }
      guess={
        knobs.scene === 1 && (guess !== null || !open) ? (
          <GuessChoice
            question={
              ko
                ? `소의 히트맵에서 ${usual.hot}칸이 0.3 이상이에요. 이웃 여덟 칸과 견주면 몇 칸이 남을까요?`
                : `In the heat map of cows ${usual.hot} cells are at 0.3 or more. How many stay when each is compared with its eight neighbours?`
            }
            options={[1, usual.peaks, 5, usual.hot].map((value) => ({ value, label: String(value) }))}
            small
            onGuess={(value) => {
              setGuess(value);
              set("open", true);
            }}
            answer={open ? answer : null}
          />
        ) : null
      }
      below={
        <div className="flex flex-col gap-4">
          {looked && open ? (
            knobs.depth === "window" ? (
              <WindowPanel looked={looked} cls={cls} cell={cell} window={window} locale={locale} />
            ) : knobs.depth === "box" ? (
              <BoxSum looked={looked} cls={cls} cell={cell} beside={beside} locale={locale} />
            ) : target ? (
              <div className="flex flex-col gap-1" data-testid="target">
                <p className="m-0 text-sm font-medium text-ink">{WORDS.target[locale]}</p>
                <div className="w-full max-w-[max(20rem,var(--view))]">
                  <Stage
                    width={SCENE_SIDE}
                    height={SCENE_SIDE}
                    boxes={[]}
                    label={WORDS.target[locale]}
                    description={target.radii.map((each) => `${nameOf(each.label, locale)} R = ${each.radius}`).join(", ")}
                    locale={locale}
                    locked
                    underlay={
                      <>
                        <rect width={SCENE_SIDE} height={SCENE_SIDE} fill="var(--paper-3)" />
                        <HeatLayer values={target.heat} rows={SIDE} columns={SIDE} width={SCENE_SIDE} height={SCENE_SIDE} />
                      </>
                    }
                  />
                </div>
                <p className="m-0 text-sm tabular-nums text-ink-2">
                  {target.radii.map((each) => `${nameOf(each.label, locale)} R\u00a0=\u00a0${each.radius}`).join(", ")}
                </p>
              </div>
            ) : null
          ) : null}
          <TaskStatus task={task} locale={locale} />
        </div>
      }
      knobs={
        <>
          {open && result ? (
            <>
              <StatRow
                columns={4}
                stats={[
                  { label: WORDS.hot[locale], value: result.hot },
                  { label: WORDS.peaks[locale], value: result.peaks },
                  { label: WORDS.boxes[locale], value: result.kept.length },
                  { label: ko ? "평균 IoU" : "Mean IoU", value: mean === null ? "–" : num(mean, 2) },
                ]}
              />
              <KnobPanel list={KNOBS} knobs={knobs} put={change} locale={locale} />
            </>
          ) : null}
          <SeenSwitch locale={locale} />
        </>
      }
      caption={
        open
          ? ko
            ? "색은 클래스의 점수, 흰 테는 임계값 이상인 칸이에요. 노란 점은 봉우리, 상자는 그 칸에서 읽은 크기와 오프셋이에요. 더 깊이 보려면 창이나 상자를 고르고 그림의 칸을 눌러요."
            : "Colour is the class's score; white frames are cells at the threshold. A yellow dot is a peak, its box comes from the size and offset at that cell. For a closer look choose a depth and tap a cell."
          : undefined
      }
    />
  );
}
