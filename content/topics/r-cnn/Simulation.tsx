"use client";

import { useMemo } from "react";
import type { SimulationProps } from "@/lib/challenges/play";
import type { Text } from "@/lib/challenges/text";
import { CLASS_NAMES, VOC_CLASSES } from "@/lib/engine/scenes/classes";
import { SCENE_SIDE } from "@/lib/engine/scenes/emoji/board";
import { SceneLayer, SeenSwitch } from "@/lib/ui/scene";
import { inRange, KnobPanel, SimulationFrame, StatRow, TaskStatus, useKnobs } from "@/lib/ui/simulation";
import { shortScore, Stage, type StageBox } from "@/lib/ui/stage";
import { TapLayer } from "@/lib/ui/stage/layers";
import { useTask } from "@/lib/ui/tasks";
import { letter, num } from "@/lib/words";
import { CropGrid } from "./CropGrid";
import { CropPanel, ScoreSum } from "./CropPanel";
import { bestGuess, Guesses } from "./Guesses";
import { DEFAULTS, FIRST_CLASS, KNOBS } from "./knobs";
import { recordedAnswer } from "./recording";
import { bestCrop, boxOf, detectionsOf, firstOf, GUESSED, scoreOf, timesComputed } from "./simulationModel";
import type { tasks } from "./tasks";

const WORDS = {
  title: { ko: "후보마다 한 번씩 보기", en: "A look at every proposal" },
  passes: { ko: "CNN을 돌린 횟수", en: "Passes of the CNN" },
  times: { ko: "픽셀마다 계산한 횟수", en: "Times a pixel is computed" },
  found: { ko: "NMS 뒤의 검출", en: "Detections after NMS" },
  crops: { ko: "CNN에 들어간 그림, 화살표 키로 골라요", en: "What went into the CNN; arrow keys choose" },
} satisfies Record<string, Text>;

/** Every proposal warped and looked at by itself; one class's scores, its detections, and the arithmetic of one score. Computed by the engine worker. */
export function Simulation({ locale, engine }: SimulationProps<typeof tasks>) {
  const { knobs: given, set, put, resetBut, shareUrl } = useKnobs("r-cnn", DEFAULTS);
  const knobs = useMemo(() => inRange(KNOBS, given), [given]);
  const ko = locale === "ko";
  const { open } = knobs;
  const counted = open && knobs.counted;
  // The guesses are about the first scene.
  const scene = counted ? knobs.scene : 1;
  const cls = counted ? VOC_CLASSES.findIndex((name) => name === knobs.cls) : VOC_CLASSES.indexOf("dog");
  const name = CLASS_NAMES[VOC_CLASSES[cls]];
  const task = useTask(engine, "look", { scene }, { recorded: recordedAnswer(scene) });
  const looked = task.value;
  const shown = Math.round(knobs.shown);
  const crops = useMemo(
    () => (looked ? (counted ? firstOf(looked, shown) : GUESSED.map((rank) => looked.ranks.indexOf(rank))) : []),
    [looked, counted, shown],
  );
  const decoding = { cls, shown, cut: knobs.cut, overlap: knobs.overlap, move: knobs.move };
  const found = useMemo(
    () =>
      looked && counted ? detectionsOf(looked, { cls, shown, cut: decoding.cut, overlap: decoding.overlap, move: decoding.move }) : [],
    [looked, counted, cls, shown, decoding.cut, decoding.overlap, decoding.move],
  );
  const times = useMemo(() => (looked ? timesComputed(looked, shown) : 0), [looked, shown]);
  const asked = looked && counted ? looked.ranks.indexOf(knobs.crop) : -1;
  const crop = !looked || !counted ? null : asked >= 0 && crops.includes(asked) ? asked : bestCrop(looked, cls, shown);
  const choose = (each: number) => looked && set("crop", looked.ranks[each]);
  const change: typeof put = (knob, value) => {
    put(knob, value);
    if (knob === "scene") {
      set("cls", FIRST_CLASS[Number(value) - 1] ?? "dog");
      set("crop", 0);
    }
  };
  const strong = (each: number) => looked !== null && scoreOf(looked, each, cls) >= knobs.cut;
  const score = (each: number) => (looked ? shortScore(scoreOf(looked, each, cls)) : "");
  const nameOf = (each: number) => {
    const rank = looked?.ranks[each] ?? 0;
    if (!open) return ko ? `상자 ${letter(crops.indexOf(each))}` : `Box ${letter(crops.indexOf(each))}`;
    return ko ? `${rank}번째 후보, ${name.ko} 점수 ${score(each)}` : `Proposal ${rank}, scores ${score(each)} as ${name.en}`;
  };
  // The guess is about the recorded crops, whatever scene is shown by now.

  /** The outlines of boxes as one path. */
  const outlines = (of: readonly number[]) =>
    looked
      ? of
          .map((i) => boxOf(looked, i))
          .map(([x1, y1, x2, y2]) => `M${x1} ${y1}H${x2}V${y2}H${x1}Z`)
          .join("")
      : "";
  const boxes: StageBox[] = !looked
    ? []
    : counted
      ? [
          ...found.map(({ box, score: value, crop: from }, i) => ({
            id: `found-${looked.ranks[from]}`,
            box,
            label: shortScore(value),
            tone: i,
            state: "kept" as const,
            description: `${name[locale]} ${num(value, 2)}`,
          })),
          ...(crop === null || knobs.depth === "map"
            ? []
            : [
                {
                  id: "chosen",
                  box: boxOf(looked, crop),
                  label: String(looked.ranks[crop]),
                  tone: 4,
                  state: "picked" as const,
                  description: nameOf(crop),
                },
              ]),
        ]
      : crops.map((each, i) => ({
          id: letter(i),
          box: boxOf(looked, each),
          label: open ? `${letter(i)} ${score(each)}` : letter(i),
          tone: i,
          state: open && i === bestGuess() ? ("kept" as const) : ("idle" as const),
          description: nameOf(each),
        }));
  /** The smallest proposal around a place. */
  const tap = (x: number, y: number) => {
    if (!looked) return;
    const under = crops.filter((i) => {
      const [x1, y1, x2, y2] = boxOf(looked, i);
      return x >= x1 && x <= x2 && y >= y1 && y <= y2;
    });
    const area = (i: number) => {
      const [x1, y1, x2, y2] = boxOf(looked, i);
      return (x2 - x1) * (y2 - y1);
    };
    if (under.length > 0) choose(under.reduce((a, b) => (area(b) < area(a) ? b : a)));
  };

  const recorded = looked && looked.ranks.length < looked.passes;

  return (
    <SimulationFrame
      title={WORDS.title[locale]}
      locale={locale}
      onReset={() => resetBut("open", "counted")}
      shareUrl={shareUrl}
      testId="rcnn"
      status={task.status}
      picture={
        <div className="mx-auto w-full [--stage:var(--view)]">
          <Stage
            width={SCENE_SIDE}
            height={SCENE_SIDE}
            boxes={boxes}
            label={ko ? "후보와 검출" : "Proposals and detections"}
            description={
              counted
                ? ko
                  ? `후보 ${crops.length}개 가운데 ${crops.filter(strong).length}개의 ${name.ko} 점수가 임계값을 넘어요. 검출 ${found.length}개.`
                  : `${crops.filter(strong).length} of ${crops.length} proposals score above the threshold as ${name.en}. ${found.length} detections.`
                : ko
                  ? "강아지 둘레의 후보 여섯 개."
                  : "Six proposals around a dog."
            }
            locale={locale}
            underlay={
              <>
                <SceneLayer drawing={looked?.drawing ?? null} seen={looked?.pixels ?? null} side={SCENE_SIDE} />
                {counted ? (
                  <g fill="none" pointerEvents="none">
                    <path d={outlines(crops)} stroke="#14151a" strokeWidth={0.5} strokeOpacity={0.55} />
                    <path d={outlines(crops)} stroke="#fffdf9" strokeWidth={0.22} strokeOpacity={0.8} />
                    <path d={outlines(crops.filter(strong))} stroke="#14151a" strokeWidth={0.8} strokeOpacity={0.7} />
                    <path d={outlines(crops.filter(strong))} stroke="#ffe14d" strokeWidth={0.4} />
                  </g>
                ) : null}
              </>
            }
          >
            {counted ? <TapLayer width={SCENE_SIDE} height={SCENE_SIDE} onTap={tap} /> : null}
          </Stage>
        </div>
      }
      guess={
        // The guesses are about the first scene alone.
        scene === 1 ? (
          <Guesses open={open} counted={counted} onOpen={() => set("open", true)} onCount={() => set("counted", true)} locale={locale} />
        ) : null
      }
      below={
        looked ? (
          <div className="flex flex-col gap-4">
            {crop !== null && knobs.depth === "crop" ? (
              <CropPanel looked={looked} crop={crop} cls={cls} context={Math.round(knobs.context)} onChoose={choose} locale={locale} />
            ) : crop !== null && knobs.depth === "sum" ? (
              <ScoreSum looked={looked} crop={crop} cls={cls} locale={locale} />
            ) : (
              <div className="flex flex-col gap-2">
                {counted ? (
                  <p className="m-0 text-sm text-ink">
                    {ko
                      ? `CNN에 들어간 그림 ${crops.length}장, ${name.ko} 점수가 높은 것부터`
                      : `${crops.length} crops went into the CNN; best first, as ${name.en}`}
                  </p>
                ) : null}
                <CropGrid
                  looked={looked}
                  crops={counted ? [...crops].sort((a, b) => scoreOf(looked, b, cls) - scoreOf(looked, a, cls) || a - b) : crops}
                  noteOf={(each) => (counted ? score(each) : letter(crops.indexOf(each)))}
                  strong={counted ? strong : undefined}
                  chosen={counted ? crop : null}
                  onChoose={counted ? choose : undefined}
                  nameOf={nameOf}
                  label={WORDS.crops[locale]}
                  strip={counted}
                />
              </div>
            )}
            <TaskStatus
              task={task}
              locale={locale}
              words={
                recorded
                  ? {
                      recorded: ko
                        ? `녹화해 둔 후보 ${looked.ranks.length}개예요. 모델이 도착하면 ${looked.passes}개를 모두 계산해요.`
                        : `${looked.ranks.length} recorded crops. All ${looked.passes} are computed once the model has loaded.`,
                    }
                  : {}
              }
            />
          </div>
        ) : null
      }
      knobs={
        <>
          {counted && looked ? (
            <StatRow
              columns={3}
              stats={[
                { label: WORDS.passes[locale], value: Math.min(shown, looked.passes) },
                { label: WORDS.times[locale], value: recorded ? "…" : num(times, 1) },
                { label: WORDS.found[locale], value: found.length },
              ]}
            />
          ) : null}
          {counted ? <KnobPanel list={KNOBS} knobs={knobs} put={change} locale={locale} /> : null}
          <SeenSwitch locale={locale} />
        </>
      }
      caption={
        counted
          ? ko
            ? `노란 테두리는 ${name.ko} 점수가 임계값 이상인 후보, 흰 테두리는 나머지예요. 굵은 상자가 NMS를 지나 남은 검출이에요. 마지막 장면에는 놓친 물체가 있어요.`
            : `Yellow outlines score at or above the threshold as ${name.en}, white ones do not. Bold boxes are left after NMS. In the last scene an object is missed.`
          : undefined
      }
    />
  );
}
