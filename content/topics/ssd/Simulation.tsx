"use client";

import { useMemo, useState } from "react";
import type { SimulationProps } from "@/lib/challenges/play";
import type { Text } from "@/lib/challenges/text";
import { CLASS_NAMES, VOC_CLASSES } from "@/lib/engine/scenes/classes";
import { SCENE_SIDE } from "@/lib/engine/scenes/emoji/board";
import { SceneLayer, SeenSwitch } from "@/lib/ui/scene";
import { GuessChoice, inRange, KnobPanel, SimulationFrame, StatRow, TaskStatus, useKnobs } from "@/lib/ui/simulation";
import { shortScore, Stage, type StageBox } from "@/lib/ui/stage";
import { OutlinesLayer } from "@/lib/ui/stage/layers";
import { useTask } from "@/lib/ui/tasks";
import { num } from "@/lib/words";
import { BoxSum, CellPanel } from "./BoxPanels";
import { DEFAULTS, KNOBS } from "./knobs";
import { MapRow } from "./MapRow";
import { recordedAnswer } from "./recording";
import {
  boxAtPlace,
  defaultBox,
  detectionsOf,
  finderOf,
  fitOf,
  MAPS,
  movedBoxes,
  placeOf,
  scoresOf,
  surest,
  taughtOf,
} from "./simulationModel";
import type { tasks } from "./tasks";

const WORDS = {
  title: { ko: "지도 셋, 그림 하나", en: "Three maps, one picture" },
  maps: {
    ko: "칸마다 가장 높은 점수예요. 칸을 누르면 그 칸의 기본 상자를 봐요.",
    en: "The highest score of each cell. Tap a cell to look at its default boxes.",
  },
  question: {
    ko: "긴 변이 새는 35, 화분은 44, 식탁은 78픽셀이에요. 식탁은 어느 지도의 기본 상자가 찾아낼까요?",
    en: "The longer side of the bird is 35, of the plant 44, of the table 78 pixels. Which map's default box finds the table?",
  },
  right: { ko: "맞았어요. ", en: "Right. " },
  wrong: { ko: "짐작과 달라요. ", en: "Not quite. " },
  answer: {
    ko: "칸이 가장 큰 3×3 지도예요. 상자도 가장 커서 식탁과 잘 겹쳐요. 새는 14×14, 화분은 7×7 지도가 찾았어요.",
    en: "The 3×3 map, whose cells are the largest, and so are its boxes. The bird is found on 14×14, the plant on 7×7.",
  },
  positives: { ko: "양성", en: "Positives" },
  hard: { ko: "어려운 음성", en: "Hard negatives" },
  background: { ko: "배경 모두", en: "All background" },
  none: { ko: "놓침", en: "missed" },
} satisfies Record<string, Text>;

/** More boxes than these would hide the picture. */
const DRAWN = 24;

/** SSD's three maps over one picture: which of them finds an object of which size, and what training would teach. Run by the engine worker. */
export function Simulation({ locale, engine }: SimulationProps<typeof tasks>) {
  const { knobs: given, set, put, resetBut, shareUrl } = useKnobs("ssd", DEFAULTS);
  const knobs = useMemo(() => inRange(KNOBS, given), [given]);
  const [guess, setGuess] = useState<number | null>(null);
  const ko = locale === "ko";
  const { open, cut, overlap, m14, m7, m3 } = knobs;
  // The guess is about the first scene.
  const one = open && knobs.picture === "one";
  const scene = open ? knobs.scene : 1;
  const size = one ? Math.round(knobs.size) : null;
  const task = useTask(engine, "look", { scene, size }, { recorded: recordedAnswer(scene, size) });
  const looked = task.value;
  const on = useMemo(() => [m14, m7, m3], [m14, m7, m3]);
  const scores = useMemo(() => (looked ? scoresOf(looked) : []), [looked]);
  const found = useMemo(
    () => (looked && open ? detectionsOf(looked, scores, { cut, overlap, on }) : []),
    [looked, open, scores, cut, overlap, on],
  );
  const taught = useMemo(
    () => (looked && knobs.view === "taught" ? taughtOf(looked, scores, knobs.match, Math.round(knobs.ratio)) : null),
    [looked, scores, knobs.view, knobs.match, knobs.ratio],
  );

  const map = MAPS.findIndex(({ name }) => name === knobs.map);
  const chosen = useMemo(() => {
    if (!looked) return 0;
    if (map < 0) return surest(scores);
    const { side } = MAPS[map];
    const [row, column] = [knobs.row, knobs.column].map((value) => Math.min(side, Math.round(value)) - 1);
    const cell = row * side + column;
    return knobs.shape < 1 ? surest(scores, { map, cell }) : boxAtPlace({ map, cell, shape: Math.round(knobs.shape) - 1 });
  }, [looked, scores, map, knobs.row, knobs.column, knobs.shape]);
  const choose = (at: number, row: number, column: number) => {
    set("map", MAPS[at].name);
    set("row", row + 1);
    set("column", column + 1);
    set("shape", 0);
    if (knobs.depth === "map") set("depth", "cell");
  };

  const near = open && knobs.depth !== "map";
  const nameOf = (k: number) => CLASS_NAMES[VOC_CLASSES[k]][locale];
  const mapName = (at: number | null) => (at === null ? WORDS.none[locale] : `${MAPS[at].side}×${MAPS[at].side}`);
  const boxes: StageBox[] =
    !looked || !open || (taught && !near)
      ? []
      : near
        ? [
            {
              id: "default",
              box: defaultBox(chosen),
              label: ko ? "기본 상자" : "default box",
              tone: 4,
              state: "ghost",
              description: ko ? "고른 기본 상자" : "the chosen default box",
            },
            {
              id: "moved",
              box: (([x1, y1, x2, y2]) => [x1, y1, x2, y2] as const)(Array.from(movedBoxes(looked, [chosen]))),
              label: ko ? "옮긴 상자" : "its box",
              tone: 4,
              state: "picked",
              description: ko ? "기본 상자를 옮긴 상자" : "the box that it became",
            },
          ]
        : found.slice(0, DRAWN).map(({ from, k, score, box }) => ({
            id: `${from}-${k}`,
            box,
            label: `${nameOf(k)} ${shortScore(score)}`,
            tone: placeOf(from).map,
            state: "idle",
            description: `${nameOf(k)} ${num(score, 2)}, ${mapName(placeOf(from).map)}`,
          }));
  // A detection's default box, dashed, beside what became of it.
  const outlines =
    !open || near || !looked
      ? []
      : taught
        ? [
            ...taught.negatives.map((box) => ({ key: `n${box}`, box: defaultBox(box), tone: 1, faded: true })),
            ...taught.positives.map((box) => ({ key: `p${box}`, box: defaultBox(box), tone: 2 })),
          ]
        : found.slice(0, DRAWN).map(({ from }) => ({ key: String(from), box: defaultBox(from), tone: placeOf(from).map, faded: true }));
  const told = boxes.map(({ description }) => description).join(", ");

  return (
    <SimulationFrame
      title={WORDS.title[locale]}
      locale={locale}
      onReset={() => resetBut("open")}
      shareUrl={shareUrl}
      testId="ssd"
      status={task.status}
      picture={
        <div className="mx-auto w-full [--stage:var(--view)]">
          <Stage
            width={SCENE_SIDE}
            height={SCENE_SIDE}
            boxes={boxes}
            label={ko ? "그림과 상자" : "Picture and boxes"}
            description={
              !open
                ? ko
                  ? "물체 셋이 있는 그림"
                  : "A picture with three objects"
                : taught && !near
                  ? ko
                    ? `양성 ${taught.positives.length}개, 어려운 음성 ${taught.negatives.length}개`
                    : `Positives: ${taught.positives.length}, hard negatives: ${taught.negatives.length}`
                  : told
            }
            locale={locale}
            underlay={
              <>
                <SceneLayer drawing={looked?.drawing ?? null} seen={looked?.seen ?? null} side={SCENE_SIDE} />
                <OutlinesLayer outlines={outlines} />
              </>
            }
          />
        </div>
      }
      guess={
        scene === 1 && !one ? (
          <GuessChoice
            question={WORDS.question[locale]}
            options={MAPS.map(({ side }, value) => ({ value, label: `${side}×${side}` }))}
            small
            onGuess={(value) => {
              setGuess(value);
              set("open", true);
            }}
            answer={open ? `${guess === null ? "" : WORDS[guess === 2 ? "right" : "wrong"][locale]}${WORDS.answer[locale]}` : null}
          />
        ) : null
      }
      below={
        looked && open ? (
          <div className="flex flex-col gap-4">
            <div className="flex flex-col gap-1">
              <MapRow looked={looked} scores={scores} on={on} place={placeOf(chosen)} onPlace={choose} locale={locale} />
              <p className="m-0 text-sm text-ink-2">{WORDS.maps[locale]}</p>
            </div>
            {near && knobs.depth === "cell" ? <CellPanel looked={looked} scores={scores} box={chosen} locale={locale} /> : null}
            {near && knobs.depth === "sum" ? <BoxSum looked={looked} scores={scores} box={chosen} locale={locale} /> : null}
            <TaskStatus task={task} locale={locale} />
          </div>
        ) : null
      }
      knobs={
        <>
          {open && looked ? (
            <StatRow
              columns={3}
              stats={
                taught
                  ? [
                      { label: WORDS.positives[locale], value: num(taught.positives.length) },
                      { label: WORDS.hard[locale], value: num(taught.negatives.length) },
                      { label: WORDS.background[locale], value: num(taught.background) },
                    ]
                  : looked.objects.map((object) => ({ label: nameOf(object.label), value: mapName(finderOf(found, object)) }))
              }
            />
          ) : null}
          {open ? <KnobPanel list={KNOBS} knobs={knobs} put={put} locale={locale} /> : null}
          <SeenSwitch locale={locale} />
        </>
      }
      after={
        open && looked ? (
          <p className="m-0 text-sm text-ink" data-testid="fits">
            {ko
              ? `가장 잘 겹치는 기본 상자가 있는 지도: ${looked.objects.map(({ label, box }) => `${nameOf(label)} ${mapName(fitOf(box))}`).join(", ")}`
              : `Map of the best default box: ${looked.objects.map(({ label, box }) => `${nameOf(label)} ${mapName(fitOf(box))}`).join(", ")}`}
          </p>
        ) : null
      }
      caption={
        open && taught
          ? ko
            ? "짙은 점선은 양성, 흐린 줄무늬는 어려운 음성인 기본 상자예요. 손실은 이미 학습한 이 신경망에서 쟀어요."
            : "Strong dots are positive default boxes, faint dashes hard negatives. Losses are those of this network, which is trained already."
          : open
            ? ko
              ? "상자의 색과 무늬는 찾은 지도예요. 흐린 상자는 옮기기 전의 기본 상자예요. 지도를 끄면 이 신경망에서 그 지도만 뺀 결과가 나오고, 다시 학습한 것은 아니에요."
              : "Colour and line of a box tell the map that found it; the faint box is the default box it came from. A map that is off is left out of this network, which is not trained anew."
            : undefined
      }
    />
  );
}
