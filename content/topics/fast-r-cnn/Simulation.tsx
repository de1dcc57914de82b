"use client";

import { useMemo } from "react";
import type { SimulationProps } from "@/lib/challenges/play";
import type { Text } from "@/lib/challenges/text";
import type { BoxXYXY } from "@/lib/engine/boxes/types";
import { CLASS_NAMES, VOC_CLASSES } from "@/lib/engine/scenes/classes";
import { SCENE_SIDE } from "@/lib/engine/scenes/emoji/board";
import { SceneLayer, SeenSwitch } from "@/lib/ui/scene";
import { GuessChoice, inRange, KnobPanel, oneOf, SimulationFrame, StatRow, TaskStatus, useKnobs, wholeWithin } from "@/lib/ui/simulation";
import { BoxTable, EditableBox, Stage } from "@/lib/ui/stage";
import { TapLayer } from "@/lib/ui/stage/layers";
import { useTask } from "@/lib/ui/tasks";
import { cellName, josa } from "@/lib/words";
import { DEFAULTS, FIRST_ROI, KNOBS } from "./knobs";
import { MapView } from "./MapView";
import { CHANNELS, recordedAnswer, recordedScores } from "./mapped";
import { BinPanel, cellsOf, CornerSum } from "./Panels";
import { PooledGrid } from "./PooledGrid";
import { channelOf, channelsByStrength, pooledOf, staircaseOf, withRoom } from "./pooling";
import { RoiScores } from "./RoiScores";
import { StaircasePlot } from "./StaircasePlot";
import type { tasks } from "./tasks";

const BOUNDS = { width: SCENE_SIDE, height: SCENE_SIDE } as const;
/** A RoI's sides, at least. */
const LEAST = 8;

const WORDS = {
  title: { ko: "그림 대신 지도를 자르기", en: "Cut the map, not the picture" },
  stage: { ko: "그림과 움직일 수 있는 RoI", en: "The picture and a RoI to move" },
  map: { ko: "특징 지도의 한 채널", en: "One channel of the feature map" },
  question: {
    ko: "RoI를 오른쪽으로 1픽셀 옮기면, RoI 풀링의 수 아홉 개 가운데 무엇이 바뀔까요?",
    en: "The RoI moves one pixel to the right. Which of RoI pooling's nine numbers change?",
  },
  passes: { ko: "CNN을 돌린 횟수", en: "Passes of the CNN" },
  cuts: { ko: "지도에서 자를 후보", en: "Proposals cut from the map" },
  rcnn: { ko: "R-\u2060CNN이 돌릴 횟수", en: "Passes in R-\u2060CNN" },
} satisfies Record<string, Text>;

const GUESSES: readonly { readonly value: string; readonly label: Text }[] = [
  { value: "all", label: { ko: "아홉 개가 조금씩 모두", en: "All nine, by a little" } },
  { value: "column", label: { ko: "오른쪽 세로줄 셋", en: "The three of the right column" } },
  { value: "none", label: { ko: "하나도 안 바뀌어요", en: "None of them" } },
];

/** A RoI inside the picture that is large enough, whatever an address says. */
function roiOf(x1: number, y1: number, x2: number, y2: number): BoxXYXY {
  const [left, top] = [wholeWithin(x1, 0, SCENE_SIDE - LEAST), wholeWithin(y1, 0, SCENE_SIDE - LEAST)];
  return [left, top, wholeWithin(x2, left + LEAST, SCENE_SIDE), wholeWithin(y2, top + LEAST, SCENE_SIDE)];
}

/** One RoI on the picture and on a channel of its map, pooled by maxima with rounding and by RoIAlign without. */
export function Simulation({ locale, engine }: SimulationProps<typeof tasks>) {
  const { knobs: given, set, put, reset, shareUrl } = useKnobs("fast-r-cnn", DEFAULTS);
  const knobs = useMemo(() => inRange(KNOBS, given), [given]);
  const ko = locale === "ko";
  const { scene, bins, guess } = knobs;
  // The guess is about the first scene.
  const open = knobs.open || scene !== 1;
  const way = oneOf(["max", "align"], knobs.way);
  const task = useTask(engine, "mapped", { scene }, { recorded: recordedAnswer(scene) });
  const mapped = task.value;
  const order = useMemo(() => (mapped ? channelsByStrength(mapped) : []), [mapped]);
  const channel = order[wholeWithin(knobs.channel, 1, CHANNELS) - 1] ?? 0;
  const values = useMemo(() => (mapped ? channelOf(mapped, channel) : null), [mapped, channel]);
  const placed = roiOf(knobs.x1, knobs.y1, knobs.x2, knobs.y2);
  const from = withRoom(placed, SCENE_SIDE);
  const move = open ? wholeWithin(knobs.move, 0, SCENE_SIDE - placed[2]) : 0;
  const roi: BoxXYXY = [placed[0] + move, placed[1], placed[2] + move, placed[3]];
  const key = roi.join();
  const asked = { scene, roi, way };
  const scored = useTask(engine, "scored", asked, {
    recorded: scene === 1 && key === FIRST_ROI[0].join() ? recordedScores(way) : null,
    waits: !open,
  });
  // eslint-disable-next-line react-hooks/exhaustive-deps -- `key` names the RoI
  const pooled = useMemo(() => (values ? pooledOf(values, roi, bins) : null), [values, key, bins]);
  const start = from.join();
  const staircase = useMemo(
    () => (mapped && open ? staircaseOf(mapped, from, bins) : null),
    // eslint-disable-next-line react-hooks/exhaustive-deps -- `start` names where it begins
    [mapped, open, start, bins],
  );
  const bin = wholeWithin(knobs.bin, 0, bins * bins - 1);
  const place = ([x1, y1, x2, y2]: BoxXYXY) => {
    const next = roiOf(x1, y1, x2, y2);
    (["x1", "y1", "x2", "y2"] as const).forEach((name, i) => set(name, next[i]));
    set("move", 0);
    set("nth", 0);
  };
  /** Makes a proposal the RoI. @param nth from 1 */
  const take = (nth: number) => {
    const box = mapped?.proposals[nth - 1];
    if (box) place(box);
    set("nth", box ? nth : 0);
  };
  /** The smallest proposal around a place. */
  const tap = (x: number, y: number) => {
    const area = ([a, b, c, d]: BoxXYXY) => (c - a) * (d - b);
    const under = (mapped?.proposals ?? []).flatMap((box, i) =>
      x >= box[0] && x <= box[2] && y >= box[1] && y <= box[3] ? [{ nth: i + 1, area: area(box) }] : [],
    );
    if (under.length > 0) take(under.reduce((a, b) => (b.area < a.area ? b : a)).nth);
  };
  const change: typeof put = (knob, value) => {
    put(knob, value);
    if (knob === "nth") take(Number(value));
    if (knob === "scene") place(FIRST_ROI[Number(value) - 1] ?? FIRST_ROI[0]);
    if (knob === "bins") set("bin", 0);
  };
  const most = pooled ? Math.max(...pooled.max, ...pooled.align) : 0;
  const label = (title: string) => (ko ? `${title}, 구획마다 한 수. 화살표 키로 골라요.` : `${title}: a number a bin; arrow keys choose.`);
  const outlines = mapped && knobs.proposals ? mapped.proposals.map(([a, b, c, d]) => `M${a} ${b}H${c}V${d}H${a}Z`).join("") : "";
  const rounded = ko ? "반올림한 RoI" : "the rounded RoI";

  return (
    <SimulationFrame
      title={WORDS.title[locale]}
      locale={locale}
      onReset={() => {
        reset();
        set("open", knobs.open);
        set("guess", guess);
      }}
      shareUrl={shareUrl}
      testId="fast-rcnn"
      status={task.status}
      picture={
        <div className="mx-auto grid w-full max-w-[max(33rem,calc(var(--view)+var(--view)))] grid-cols-2 items-start gap-2">
          <Stage
            {...BOUNDS}
            boxes={[]}
            label={WORDS.stage[locale]}
            description={
              mapped
                ? mapped.objects.map(({ label: cls, box }) => `${CLASS_NAMES[VOC_CLASSES[cls]][locale]}: ${box.join(", ")}`).join("; ")
                : ""
            }
            locale={locale}
            underlay={
              <>
                <SceneLayer drawing={mapped?.drawing ?? null} seen={mapped?.pixels ?? null} side={SCENE_SIDE} />
                <g fill="none" pointerEvents="none">
                  <path d={outlines} stroke="#14151a" strokeWidth={0.7} strokeOpacity={0.55} />
                  <path d={outlines} stroke="#fffdf9" strokeWidth={0.3} strokeOpacity={0.9} />
                </g>
              </>
            }
          >
            {open && knobs.proposals ? <TapLayer {...BOUNDS} onTap={tap} /> : null}
            <EditableBox id="roi" label="RoI" box={roi} bounds={BOUNDS} tone={4} onChange={place} locale={locale} locked={!open} />
          </Stage>
          {values && pooled ? (
            <MapView
              values={values}
              roi={roi}
              bins={bins}
              pooled={pooled}
              way={open ? way : null}
              bin={open && knobs.depth !== "map" ? bin : null}
              label={`${WORDS.map[locale]} (${channel})`}
            />
          ) : null}
        </div>
      }
      guess={
        scene === 1 ? (
          <GuessChoice
            question={WORDS.question[locale]}
            options={GUESSES.map(({ value, label: text }) => ({ value, label: text[locale] }))}
            onGuess={(value) => {
              set("guess", value);
              set("open", true);
            }}
            answer={
              open
                ? ko
                  ? `${guess === "none" ? "맞아요. " : ""}하나도 안 바뀌어요. 모서리를 8로 나눠 반올림하면 같은 칸이니까요. “오른쪽으로 옮기기”를 하나씩 올리면, 한참 그대로 있다가 한 번에 크게 바뀌어요. RoIAlign은 걸음마다 조금씩 바뀌어요.`
                  : `${guess === "none" ? "Right. " : ""}None: divided by 8 and rounded, its corners are the same cells. Raise “Move to the right” one by one: nothing for a while, then much at once. RoIAlign changes a little with every step.`
                : null
            }
          />
        ) : null
      }
      below={
        pooled && values ? (
          <div className="flex flex-col gap-4">
            {open ? (
              <div className="mx-auto grid w-full max-w-md grid-cols-2 gap-3">
                <PooledGrid
                  title={ko ? "RoI 풀링 (최댓값)" : "RoI pooling (maxima)"}
                  values={pooled.max}
                  bins={bins}
                  most={most}
                  bin={bin}
                  onBin={(next) => set("bin", next)}
                  label={label(ko ? "RoI 풀링" : "RoI pooling")}
                />
                <PooledGrid
                  title={ko ? "RoIAlign (평균)" : "RoIAlign (means)"}
                  values={pooled.align}
                  bins={bins}
                  most={most}
                  bin={bin}
                  onBin={(next) => set("bin", next)}
                  label={label("RoIAlign")}
                />
              </div>
            ) : null}
            {open ? <RoiScores scores={scored.value} way={way} locale={locale} /> : null}
            {open && scored.status === "failed" ? <TaskStatus task={scored} locale={locale} /> : null}
            {!open || knobs.depth === "map" ? null : (
              <p className="m-0 text-sm font-medium text-ink">{`${ko ? "구획" : "Bin"}: ${cellName(bin, bins)[locale]}${knobs.depth === "bin" ? cellsOf(roi, bins, bin, locale) : ""}`}</p>
            )}
            {open && knobs.depth === "bin" ? (
              <BinPanel values={values} roi={roi} bins={bins} pooled={pooled} bin={bin} locale={locale} />
            ) : null}
            {open && knobs.depth === "corner" ? <CornerSum roi={roi} bins={bins} bin={bin} locale={locale} /> : null}
            <TaskStatus task={task} locale={locale} />
          </div>
        ) : (
          <TaskStatus task={task} locale={locale} />
        )
      }
      knobs={
        <>
          {mapped && open ? (
            <StatRow
              columns={3}
              stats={[
                { label: WORDS.passes[locale], value: 1 },
                { label: WORDS.cuts[locale], value: mapped.proposals.length },
                { label: WORDS.rcnn[locale], value: mapped.proposals.length },
              ]}
            />
          ) : null}
          {open ? <KnobPanel list={KNOBS} knobs={knobs} put={change} locale={locale} /> : null}
          {open ? (
            <BoxTable
              boxes={[{ id: "roi", label: "RoI", box: roi }]}
              bounds={BOUNDS}
              smallest={LEAST}
              onChange={(_, box) => place(box)}
              locale={locale}
            />
          ) : null}
          <SeenSwitch locale={locale} />
        </>
      }
      after={staircase ? <StaircasePlot staircase={staircase} move={move} locale={locale} /> : null}
      caption={
        open
          ? ko
            ? `점선은 그린 그대로의 RoI${way === "max" ? `, 노란 선은 ${josa(rounded, "이에요/예요")}. 동그라미는 구획마다 가장 큰 칸이에요.` : "이고, 점은 RoIAlign이 칸 사이를 읽는 곳이에요."}`
            : `Dashed: the RoI as drawn${way === "max" ? `; yellow: ${rounded}. A dot marks the largest cell of each bin.` : "; dots: where RoIAlign reads between cells."}`
          : undefined
      }
    />
  );
}
