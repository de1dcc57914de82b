"use client";

import { useMemo, useState } from "react";
import type { SimulationProps } from "@/lib/challenges/play";
import type { Text } from "@/lib/challenges/text";
import { CLASS_NAMES, VOC_CLASSES } from "@/lib/engine/scenes/classes";
import { SCENE_SIDE } from "@/lib/engine/scenes/emoji/board";
import { SceneLayer, SeenSwitch } from "@/lib/ui/scene";
import { GuessChoice, inRange, KnobPanel, SimulationFrame, StatRow, TaskStatus, useKnobs, wholeWithin } from "@/lib/ui/simulation";
import { shortScore, Stage, type StageBox } from "@/lib/ui/stage";
import { useTask } from "@/lib/ui/tasks";
import { cellName, josa, letter, num } from "@/lib/words";
import { BoxesLayer, ClassesLayer } from "./BoxesLayer";
import { BoxSum, CellPanel } from "./CellPanel";
import { CellPick } from "./CellPick";
import { GridLines } from "./GridLines";
import { DEFAULTS, KNOBS } from "./knobs";
import { B, S, type Looked } from "./looked";
import { recordedAnswer, recordedLook } from "./recording";
import { boxAtCell, cellOf, detectionsOf, finderOf, guessedCells, likeliest, numbersAt, placesOf } from "./simulationModel";
import type { tasks } from "./tasks";

const WORDS = {
  title: { ko: "마흔아홉 칸, 칸마다 서른 개의 수", en: "Forty-nine cells, thirty numbers each" },
  boxes: { ko: "상자", en: "Boxes" },
  passed: { ko: "임계값 이상", en: "At or above the cut" },
  kept: { ko: "NMS 뒤", en: "After NMS" },
  cells: { ko: "칸 고르기, 화살표 키로도 골라요", en: "Choose a cell; arrow keys choose as well" },
  picture: { ko: "그림과 YOLO의 칸", en: "The picture and YOLO's cells" },
} satisfies Record<string, Text>;

const FINDERS: Readonly<Record<ReturnType<typeof finderOf>, Text>> = {
  own: { ko: "제 칸이 찾음", en: "found by its own cell" },
  neighbour: { ko: "다른 칸이 찾음", en: "found by another cell" },
  missed: { ko: "못 찾음", en: "not found" },
};

const sureOf = (grid: Looked["grid"], cell: number) =>
  Math.max(...Array.from({ length: B }, (_, s) => numbersAt(grid, cell, s).confidence));
const nameOf = (cls: number, locale: "ko" | "en") => CLASS_NAMES[VOC_CLASSES[cls]][locale];

/** YOLO's grid opened: all boxes, a class a cell, one cell's thirty numbers, one box's arithmetic. Computed by the engine worker. */
export function Simulation({ locale, engine }: SimulationProps<typeof tasks>) {
  const { knobs: given, set, put, resetBut, shareUrl } = useKnobs("yolo", DEFAULTS);
  const knobs = useMemo(() => inRange(KNOBS, given), [given]);
  const [guess, setGuess] = useState<number | null>(null);
  const ko = locale === "ko";
  const { open } = knobs;
  // The guess is about the first scene as it is.
  const asked = open ? { scene: knobs.scene, dx: Math.round(knobs.dx), dy: Math.round(knobs.dy) } : { scene: 1, dx: 0, dy: 0 };
  const task = useTask(engine, "look", asked, { recorded: recordedAnswer(asked) });
  // While an object is on its way, the picture of its last place stands.
  const [last, setLast] = useState<{ readonly scene: number; readonly looked: Looked } | null>(null);
  if (task.value && task.value !== last?.looked) setLast({ scene: asked.scene, looked: task.value });
  const looked = task.value ?? (last?.scene === asked.scene ? last.looked : null);
  const decoding = { slots: knobs.depth === "map" ? knobs.slots : "both", cut: knobs.cut, overlap: knobs.overlap, by: knobs.by };
  const { slots, cut, overlap, by } = decoding;
  const found = useMemo(
    () => (looked && open ? detectionsOf(looked.grid, { slots, cut, overlap, by }) : { passed: 0, kept: [] }),
    [looked, open, slots, cut, overlap, by],
  );
  const guessed = guessedCells(recordedLook().objects[0].box);
  const right = guessed.indexOf(cellOf(recordedLook().objects[0].box));
  const first = looked ? cellOf(looked.objects[0].box) : 0;
  const cell = knobs.cell < 0 ? first : wholeWithin(knobs.cell, 0, S * S - 1);
  const slot = Number(knobs.slot) - 1;
  const change: typeof put = (knob, value) => {
    put(knob, value);
    if (knob === "scene") {
      set("dx", 0);
      set("dy", 0);
      set("cell", -1);
    }
  };
  const classes = open && knobs.depth === "map" && knobs.view === "classes";

  const detections: StageBox[] = found.kept.map(({ box, label, score }, i) => ({
    id: `found-${i}`,
    box,
    label: `${nameOf(label, locale)} ${shortScore(score)}`,
    tone: i % 8,
    state: "kept",
    description: `${nameOf(label, locale)} ${num(score, 2)}`,
  }));
  const boxes: StageBox[] = !looked
    ? []
    : !open
      ? [
          {
            id: "dog",
            box: looked.objects[0].box,
            label: nameOf(looked.objects[0].label, locale),
            tone: 0,
            state: "truth",
            description: nameOf(looked.objects[0].label, locale),
          },
        ]
      : classes
        ? []
        : knobs.depth === "map"
          ? detections
          : [0, 1]
              .filter((s) => knobs.depth === "cell" || s === slot)
              .map((s) => ({
                id: `slot-${s}`,
                box: boxAtCell(looked.grid, cell, s),
                label: `${s + 1}: ${num(numbersAt(looked.grid, cell, s).confidence, 2)}`,
                tone: s + 1,
                state: "idle",
                description: ko
                  ? `상자 ${s + 1}, 확신값 ${num(numbersAt(looked.grid, cell, s).confidence, 2)}`
                  : `Box ${s + 1}, confidence ${num(numbersAt(looked.grid, cell, s).confidence, 2)}`,
              }));
  const filled = !looked
    ? []
    : !open
      ? guessed.map((each, i) => ({ cell: each, note: letter(i), strong: true }))
      : [...new Set([...looked.objects.map(({ box }) => cellOf(box)), cell])].map((each) => ({ cell: each, strong: each === cell }));
  const place = cellName(cell, S)[locale];
  const says = looked ? likeliest(looked.grid, cell) : null;
  const told =
    looked && says
      ? ko
        ? `${place}: 확신값 ${num(sureOf(looked.grid, cell), 2)}, ${nameOf(says.cls, "ko")} ${num(says.value, 2)}`
        : `${place}: confidence ${num(sureOf(looked.grid, cell), 2)}, ${nameOf(says.cls, "en")} ${num(says.value, 2)}`
      : "";
  const recorded = recordedLook();
  const judged = guess === null ? "" : guess === right ? (ko ? "맞았어요. " : "Right. ") : ko ? "짐작과 달라요. " : "Not quite. ";
  const others = guessed.filter((_, i) => i !== right).map((each) => sureOf(recorded.grid, each));
  const answer = ko
    ? `${judged}${josa(letter(right), "이/가")} 답해요. 강아지 상자의 가운데가 놓인 칸이에요. 확신값이 ${num(sureOf(recorded.grid, guessed[right]), 2)}, 나머지 세 칸은 강아지를 덮고 있어도 ${num(Math.max(...others), 2)} 이하예요.`
    : `${judged}${letter(right)} answers: the centre of the dog's box lies in it. Its confidence is ${num(sureOf(recorded.grid, guessed[right]), 2)}; the three others hold parts of the dog, too, and stay at ${num(Math.max(...others), 2)} or below.`;

  const stage = (
    <Stage
      width={SCENE_SIDE}
      height={SCENE_SIDE}
      boxes={boxes}
      label={WORDS.picture[locale]}
      description={
        open
          ? ko
            ? `검출 ${found.kept.length}개: ${detections.map(({ description }) => description).join(", ")}.`
            : `${found.kept.length} detections: ${detections.map(({ description }) => description).join(", ")}.`
          : ko
            ? `강아지를 덮은 네 칸: ${guessed.map((each, i) => `${letter(i)} ${cellName(each, S).ko}`).join(", ")}.`
            : `Four cells that hold parts of a dog: ${guessed.map((each, i) => `${letter(i)} ${cellName(each, S).en.toLowerCase()}`).join(", ")}.`
      }
      locale={locale}
      locked
      underlay={
        <>
          <SceneLayer drawing={looked?.drawing ?? null} seen={looked?.pixels ?? null} side={SCENE_SIDE} />
          {looked && classes ? <ClassesLayer grid={looked.grid} locale={locale} /> : null}
          <GridLines width={SCENE_SIDE} height={SCENE_SIDE} grid={S} filled={filled} />
          {looked && open && knobs.depth === "map" && !classes ? <BoxesLayer grid={looked.grid} places={placesOf(slots)} /> : null}
        </>
      }
    />
  );

  return (
    <SimulationFrame
      title={WORDS.title[locale]}
      locale={locale}
      onReset={() => resetBut("open")}
      shareUrl={shareUrl}
      testId="yolo"
      status={task.status}
      picture={
        <div className="mx-auto w-full max-w-[max(20rem,var(--view))]">
          <CellPick
            grid={S}
            cell={open ? cell : null}
            onCell={(each) => set("cell", each ?? -1)}
            label={WORDS.cells[locale]}
            said={told}
            locked={!open}
          >
            {stage}
          </CellPick>
        </div>
      }
      guess={
        asked.scene === 1 && (guess !== null || !open) ? (
          <GuessChoice
            question={
              ko
                ? "강아지를 덮은 칸 네 개예요. 어느 칸이 강아지를 찾았다고 답할까요?"
                : "Four cells hold parts of the dog. Which one will answer for it?"
            }
            options={guessed.map((_, i) => ({ value: i, label: letter(i) }))}
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
            knobs.depth === "cell" ? (
              <CellPanel looked={looked} cell={cell} locale={locale} />
            ) : knobs.depth === "sum" ? (
              <BoxSum looked={looked} cell={cell} slot={slot} by={by} locale={locale} />
            ) : (
              <>
                <p className="m-0 text-sm tabular-nums text-ink" data-testid="told">
                  {told}
                </p>
                <ul className="m-0 flex list-none flex-wrap gap-x-4 gap-y-1 p-0 text-sm text-ink" data-testid="finders">
                  {looked.objects.map((object, i) => (
                    <li key={i} className="m-0">
                      <b>{nameOf(object.label, locale)}</b> {FINDERS[finderOf(object, found.kept)][locale]}
                    </li>
                  ))}
                </ul>
              </>
            )
          ) : null}
          <TaskStatus task={task} locale={locale} />
        </div>
      }
      knobs={
        <>
          {open ? (
            <>
              <StatRow
                columns={3}
                stats={[
                  { label: WORDS.boxes[locale], value: placesOf(slots).length },
                  { label: WORDS.passed[locale], value: found.passed },
                  { label: WORDS.kept[locale], value: found.kept.length },
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
            ? "칠한 칸은 물체의 가운데가 놓인 칸이에요. 노란 상자는 진할수록 확신값이 높고, 굵은 상자가 NMS를 지나 남은 검출이에요. 그림을 누르면 그 칸을 골라요."
            : "Filled cells hold an object's centre. The stronger a yellow box, the higher its confidence; bold boxes are left after NMS. Tap the picture to choose a cell."
          : undefined
      }
    />
  );
}
