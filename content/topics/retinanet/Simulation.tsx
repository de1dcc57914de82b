"use client";

import { useMemo } from "react";
import type { SimulationProps } from "@/lib/challenges/play";
import type { Text } from "@/lib/challenges/text";
import { CLASS_NAMES, VOC_CLASSES } from "@/lib/engine/scenes/classes";
import { SCENE_SIDE } from "@/lib/engine/scenes/emoji/board";
import { Histogram } from "@/lib/ui/plots";
import { SceneLayer, SeenSwitch } from "@/lib/ui/scene";
import { inRange, KnobPanel, SimulationFrame, StatRow, TaskStatus, useKnobs } from "@/lib/ui/simulation";
import { shortScore, Stage, type StageBox } from "@/lib/ui/stage";
import { useTask } from "@/lib/ui/tasks";
import { num } from "@/lib/words";
import { AnchorPanel, PairLoss } from "./AnchorPanel";
import { Guesses } from "./Guesses";
import { DEFAULTS, KNOBS } from "./knobs";
import { LevelMaps } from "./LevelMaps";
import { ANCHORS } from "./looked";
import { PayBars } from "./PayBars";
import { recordedAnswer } from "./recording";
import {
  anchorAt,
  anchorBox,
  billOf,
  boxesOf,
  CROSS_ENTROPY,
  detectionsOf,
  histogramOf,
  hotPairs,
  LEVELS,
  placeOf,
  topPair,
  untrained,
  type Loss,
} from "./simulationModel";
import type { tasks } from "./tasks";

const WORDS = {
  title: { ko: `앵커 ${num(ANCHORS)}개, 질문 20가지씩`, en: `${num(ANCHORS)} × 20 questions` },
  hot: { ko: "임계값을 넘은 짝", en: "Pairs above the cut" },
  passed: { ko: "NMS로 넘어간 짝", en: "Passed on to NMS" },
  found: { ko: "NMS 뒤의 검출", en: "Detections after NMS" },
  maps: {
    ko: "칸마다 가장 큰 확률이에요. 칸을 누르면 그 칸의 앵커를 봐요.",
    en: "The largest probability of each cell. Tap a cell to look at its anchors.",
  },
  histogram: { ko: "모든 짝의 확률", en: "Probabilities of all pairs" },
  p: { ko: "확률", en: "probability" },
  pairs: { ko: "짝", en: "pairs" },
} satisfies Record<string, Text>;

/** More boxes than these would hide the picture. */
const DRAWN = 24;

/** RetinaNet's three levels over one picture, what becomes of its 46,980 answers, and who pays the loss. Computed by the engine worker. */
export function Simulation({ locale, engine }: SimulationProps<typeof tasks>) {
  const { knobs: given, set, put, resetBut, shareUrl } = useKnobs("retinanet", DEFAULTS);
  const knobs = useMemo(() => inRange(KNOBS, given), [given]);
  const ko = locale === "ko";
  const { open, cut, overlap, top, p3, p4, p5 } = knobs;
  const counted = open && knobs.counted;
  // The guesses are about the first scene.
  const scene = counted ? knobs.scene : 1;
  const task = useTask(engine, "look", { scene }, { recorded: recordedAnswer(scene) });
  const trained = task.value;
  const started = counted && knobs.network === "start";
  const looked = useMemo(() => (trained && started ? untrained(trained, knobs.prior) : trained), [trained, started, knobs.prior]);
  const cls = counted && knobs.cls !== "any" ? VOC_CLASSES.findIndex((name) => name === knobs.cls) : null;
  const on = useMemo(() => [p3, p4, p5], [p3, p4, p5]);
  const loss: Loss = useMemo(() => ({ gamma: knobs.gamma, alpha: knobs.alpha ? 0.25 : -1 }), [knobs.gamma, knobs.alpha]);
  const hot = useMemo(() => (looked ? hotPairs(looked, { cut, on, cls }) : []), [looked, cut, on, cls]);
  const found = useMemo(
    () => (looked && open && !started ? detectionsOf(looked, { cut, top, overlap, on, cls }) : []),
    [looked, open, started, cut, top, overlap, on, cls],
  );
  const bills = useMemo(
    () => (looked && counted ? { entropy: billOf(looked, CROSS_ENTROPY, on), focal: billOf(looked, loss, on) } : null),
    [looked, counted, loss, on],
  );
  const bins = useMemo(() => (looked && counted ? histogramOf(looked) : []), [looked, counted]);

  const level = LEVELS.findIndex(({ name }) => name === knobs.level);
  const chosen = useMemo(() => {
    if (!looked) return { anchor: 0, k: 0 };
    if (level < 0) return topPair(looked, cls);
    const { side } = LEVELS[level];
    const [row, column] = [knobs.row, knobs.column].map((value) => Math.min(side, Math.round(value)) - 1);
    const cell = row * side + column;
    if (knobs.shape < 1) return topPair(looked, cls, { level, cell });
    const anchor = anchorAt({ level, cell, shape: Math.round(knobs.shape) - 1 });
    const own = topPair(looked, cls, { level, cell });
    return { anchor, k: cls ?? own.k };
  }, [looked, level, cls, knobs.row, knobs.column, knobs.shape]);
  const choose = (at: number, row: number, column: number) => {
    set("level", LEVELS[at].name);
    set("row", row + 1);
    set("column", column + 1);
    set("shape", 0);
    if (knobs.depth === "map") set("depth", "anchor");
  };

  const near = counted && knobs.depth !== "map";
  const boxOf = (anchor: number): StageBox["box"] => {
    const [x1, y1, x2, y2] = looked ? boxesOf(looked, [anchor]) : [0, 0, 0, 0];
    return [x1, y1, x2, y2];
  };
  const boxes: StageBox[] =
    !looked || !open
      ? []
      : [
          ...(near
            ? [
                {
                  id: "anchor",
                  box: anchorBox(chosen.anchor),
                  label: ko ? "앵커" : "anchor",
                  tone: 4,
                  state: "ghost" as const,
                  description: ko ? "고른 앵커" : "the chosen anchor",
                },
                {
                  id: "moved",
                  box: boxOf(chosen.anchor),
                  label: ko ? "옮긴 상자" : "its box",
                  tone: 4,
                  state: "picked" as const,
                  description: ko ? "앵커를 옮긴 상자" : "the box that the anchor became",
                },
              ]
            : found.slice(0, DRAWN).map(({ anchor, k, score, box }) => {
                const name = CLASS_NAMES[VOC_CLASSES[k]][locale];
                const from = LEVELS[placeOf(anchor).level].name.toUpperCase();
                return {
                  id: `${anchor}-${k}`,
                  box,
                  label: `${name} ${shortScore(score)}`,
                  tone: placeOf(anchor).level,
                  state: "idle" as const,
                  description: `${name} ${num(score, 2)}, ${from}`,
                };
              })),
        ];
  const pairs = hot.flat().length;
  const passed = hot.reduce((sum, list) => sum + Math.min(top, list.length), 0);

  return (
    <SimulationFrame
      title={WORDS.title[locale]}
      locale={locale}
      onReset={() => resetBut("open", "counted")}
      shareUrl={shareUrl}
      testId="retinanet"
      status={task.status}
      picture={
        <div className="mx-auto w-full [--stage:var(--view)]">
          <Stage
            width={SCENE_SIDE}
            height={SCENE_SIDE}
            boxes={boxes}
            label={ko ? "그림과 검출" : "Picture and detections"}
            description={
              open
                ? ko
                  ? `검출 ${found.length}개: ${found
                      .slice(0, DRAWN)
                      .map(({ k, score }) => `${CLASS_NAMES[VOC_CLASSES[k]].ko} ${num(score, 2)}`)
                      .join(", ")}`
                  : `${found.length} detections: ${found
                      .slice(0, DRAWN)
                      .map(({ k, score }) => `${CLASS_NAMES[VOC_CLASSES[k]].en} ${num(score, 2)}`)
                      .join(", ")}`
                : ko
                  ? "물체 셋이 있는 그림"
                  : "A picture with three objects"
            }
            locale={locale}
            underlay={<SceneLayer drawing={looked?.drawing ?? null} seen={looked?.seen ?? null} side={SCENE_SIDE} />}
          />
        </div>
      }
      guess={
        // The guesses are about the first scene alone.
        scene === 1 ? (
          <Guesses open={open} counted={counted} onOpen={() => set("open", true)} onCount={() => set("counted", true)} locale={locale} />
        ) : null
      }
      below={
        looked && open ? (
          <div className="flex flex-col gap-4">
            <div className="flex flex-col gap-1">
              <LevelMaps looked={looked} cls={cls} on={on} place={placeOf(chosen.anchor)} onPlace={choose} locale={locale} />
              <p className="m-0 text-sm text-ink-2">{WORDS.maps[locale]}</p>
            </div>
            {near && knobs.depth === "anchor" ? <AnchorPanel looked={looked} {...chosen} locale={locale} /> : null}
            {near && knobs.depth === "sum" ? <PairLoss looked={looked} {...chosen} loss={loss} locale={locale} /> : null}
            <TaskStatus task={task} locale={locale} />
          </div>
        ) : null
      }
      knobs={
        <>
          {counted && looked ? (
            <StatRow
              columns={3}
              stats={[
                { label: WORDS.hot[locale], value: num(pairs) },
                { label: WORDS.passed[locale], value: num(passed) },
                { label: WORDS.found[locale], value: started ? "–" : num(found.length) },
              ]}
            />
          ) : null}
          {counted ? <KnobPanel list={KNOBS} knobs={knobs} put={put} locale={locale} /> : null}
          <SeenSwitch locale={locale} />
        </>
      }
      after={
        bills ? (
          <div className="flex flex-col gap-5">
            <PayBars {...bills} gamma={knobs.gamma} alpha={knobs.alpha} locale={locale} />
            <Histogram
              title={WORDS.histogram[locale]}
              x={{ label: WORDS.p[locale], scale: "log", domain: [1e-4, 1], format: (value) => String(Number(value.toPrecision(2))) }}
              y={{ label: WORDS.pairs[locale], scale: "log", domain: [0.5, 50_000], format: (value) => num(Math.round(value)) }}
              bins={bins}
              lit={({ from }) => from >= cut}
              locale={locale}
            />
          </div>
        ) : null
      }
      caption={
        counted
          ? started
            ? ko
              ? "학습을 시작하기 직전이에요. 마지막 층의 가중치가 0에 가까워서 모든 짝이 π라고 답한다고 보고 계산했어요. 검출은 그리지 않아요."
              : "Just before training. The last layer's weights are close to 0, so every pair is taken to answer π. No detections are drawn."
            : ko
              ? "상자의 색과 무늬는 찾은 레벨이에요. 손실의 몫은 이미 학습한 신경망에서 잰 것이라, 무게가 어떻게 나뉘는지를 보여 줄 뿐 focal loss 없이는 못 배운다는 증거는 아니에요."
              : "Colour and line of a box tell the level that found it. The shares are measured on the trained network: they show how the weight is divided, not that training fails without the focal loss."
          : undefined
      }
    />
  );
}
