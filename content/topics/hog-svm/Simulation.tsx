"use client";

import { useMemo, useState } from "react";
import type { SimulationProps } from "@/lib/challenges/play";
import type { Text } from "@/lib/challenges/text";
import { CLASS_NAMES, VOC_CLASSES } from "@/lib/engine/scenes";
import { SCENE_SIDE } from "@/lib/engine/scenes/emoji/board";
import { HeatPicture } from "@/lib/ui/heat";
import { SeenSwitch } from "@/lib/ui/scene";
import {
  CellPointer,
  CellRing,
  GuessChoice,
  inRange,
  KnobPanel,
  SimulationFrame,
  StatRow,
  TaskStatus,
  useKnobs,
} from "@/lib/ui/simulation";
import { useTask } from "@/lib/ui/tasks";
import { cellName, num, percent } from "@/lib/words";
import { CellPanel } from "./CellPanel";
import { changedImage, type Described } from "./described";
import { Glyphs } from "./Glyphs";
import { DEFAULTS, KNOBS, knobsUpTo, questionOf } from "./knobs";
import { recordedAnswer } from "./recording";
import { ScanPanel, windowPlace } from "./ScanPanel";
import type { tasks } from "./tasks";

const WORDS = {
  title: { ko: "방향으로 그린 그림", en: "A picture made of directions" },
  changed: { ko: "기술자의 변화", en: "Change" },
  numbers: { ko: "기술자의 길이", en: "Length" },
  here: { ko: "창의 점수", en: "Window's score" },
  best: { ko: "이 크기에서 최고", en: "Best at this size" },
  all: { ko: "모든 크기에서 최고", en: "Best of all sizes" },
  found: { ko: "찾은 물체", en: "Objects found" },
} satisfies Record<string, Text>;

type Guess = "turn" | "other" | "same";
const GUESSES: readonly { readonly value: Guess; readonly label: Text }[] = [
  { value: "turn", label: { ko: "막대가 모두 90°씩 돌아요", en: "All strokes turn by 90°" } },
  { value: "other", label: { ko: "밝은 곳의 막대가 사라져요", en: "Strokes in bright places vanish" } },
  { value: "same", label: { ko: "아무것도 변하지 않아요", en: "Nothing changes at all" } },
];

/** Any picture as directions, cell by cell, and the trained template that slides over it. Computed by the engine worker. */
export function Simulation({ locale, engine }: SimulationProps<typeof tasks>) {
  const { knobs: given, set, put, reset, shareUrl } = useKnobs("hog-svm", DEFAULTS);
  const knobs = useMemo(() => inRange(KNOBS, given), [given]);
  const [guess, setGuess] = useState<Guess | null>(null);
  const [pointed, setPointed] = useState<number | null>(null);
  const ko = locale === "ko";
  const question = questionOf(knobs);
  const scanning = knobs.view === "scan" && knobs.open;
  const describing = useTask(engine, "describe", question, { recorded: recordedAnswer(question), waits: scanning });
  const scan = useTask(engine, "scan", { scene: knobs.scene }, { waits: !scanning });
  const described = describing.value;
  const scanned = scanning ? scan.value : null;
  const task = scanning ? scan : describing;
  const levels = scanned?.levels.length ?? null;
  const list = useMemo(() => (levels === null ? KNOBS : knobsUpTo(levels)), [levels]);
  const { side } = described ?? { side: SCENE_SIDE / question.cell };
  const inside = (at: number) => Math.min(side, Math.max(1, Math.round(at))) - 1;
  const [row, column] = pointed === null ? [inside(knobs.row), inside(knobs.column)] : [Math.floor(pointed / side), pointed % side];
  const read = row * side + column;
  const place = scanned ? windowPlace(scanned, knobs) : null;

  const picture = scanning ? (
    <div className="mx-auto w-full max-w-(--view) [--stage:var(--view)]">
      {scanned && place ? (
        <ScanPanel
          scanned={scanned}
          place={place}
          onPlace={(across, down) => {
            set("peak", false);
            set("across", across);
            set("down", down);
          }}
          locale={locale}
        />
      ) : (
        <div className="aspect-square w-full rounded-[var(--radius)] bg-paper-3" />
      )}
    </div>
  ) : (
    <div className="mx-auto grid w-full max-w-[calc(var(--view)+var(--view))] grid-cols-2 gap-2">
      <Seen described={described} question={question} label={ko ? "기술되는 그림" : "The picture that is described"} />
      <CellPointer
        side={side}
        cell={read}
        onPoint={setPointed}
        onChoose={(cell) => {
          if (cell === null) return;
          set("row", Math.floor(cell / side) + 1);
          set("column", (cell % side) + 1);
        }}
        label={ko ? "칸마다 방향을 그린 그림: 화살표 키로 칸을 골라요" : "The picture's directions, cell by cell: arrow keys choose a cell"}
        said={cellName(read, side)[locale]}
      >
        <svg viewBox={`0 0 ${SCENE_SIDE} ${SCENE_SIDE}`} aria-hidden="true" className="block w-full bg-[#14151a]">
          {described ? (
            <Glyphs
              cells={described.cells}
              rows={side}
              columns={side}
              bins={question.bins}
              signed={question.signed}
              cell={question.cell}
              colour="#fffdf9"
            />
          ) : null}
        </svg>
        {knobs.depth === "map" ? null : <CellRing side={side} cell={read} />}
      </CellPointer>
    </div>
  );

  const outcome = ko
    ? `${guess === "same" ? "맞았어요." : "짐작과 달라요."} 지금 그림은 뒤집힌 그림이에요. 어두운 쪽과 밝은 쪽이 바뀌면 기울기는 180° 돌 뿐이고, 부호를 보지 않으면 같은 방향이에요. “부호까지 보기”를 켜면 달라져요.`
    : `${guess === "same" ? "Right." : "Not quite."} What you see is the negative. Dark and bright have changed places, so each gradient turned by 180°, and unsigned that is the same direction. Switch on “signed” and it differs.`;
  const length = question.norm === "none" ? side * side * question.bins : (side - 1) * (side - 1) * 4 * question.bins;
  const stats = place
    ? [
        { label: WORDS.here[locale], value: num(place.score, 2) },
        { label: WORDS.best[locale], value: num(place.bestHere, 2) },
        { label: WORDS.all[locale], value: num(place.bestOfAll, 2) },
        { label: WORDS.found[locale], value: scanned ? `${scanned.found} / ${scanned.objects}` : "…" },
      ]
    : [
        { label: WORDS.changed[locale], value: described ? percent(described.changed, 1) : "…" },
        { label: WORDS.numbers[locale], value: num(length) },
      ];
  const name = scanned ? CLASS_NAMES[VOC_CLASSES[scanned.label]][locale] : "…";

  return (
    <SimulationFrame
      title={WORDS.title[locale]}
      locale={locale}
      onReset={() => {
        reset();
        set("open", knobs.open);
        setGuess(null);
      }}
      shareUrl={shareUrl}
      testId="hog"
      status={task.status}
      picture={picture}
      guess={
        knobs.open && guess === null ? null : (
          <GuessChoice
            question={
              ko
                ? "왼쪽 그림의 밝기를 뒤집어 검은 것은 희게, 흰 것은 검게 만들면 오른쪽의 방향 그림은 어떻게 될까요?"
                : "Turn the left picture into its negative, black to white and white to black. What becomes of the directions on the right?"
            }
            options={GUESSES.map(({ value, label }) => ({ value, label: label[locale] }))}
            onGuess={(value) => {
              setGuess(value);
              set("open", true);
              set("invert", true);
            }}
            answer={knobs.open ? outcome : null}
          />
        )
      }
      below={
        <>
          {knobs.open && !scanning && described && knobs.depth !== "map" ? (
            <CellPanel
              described={described}
              question={question}
              row={row}
              column={column}
              pixel={knobs.depth === "sum" ? Math.round(knobs.pixel) - 1 : null}
              locale={locale}
            />
          ) : null}
          <TaskStatus task={task} locale={locale} />
        </>
      }
      knobs={
        <>
          {knobs.open ? <StatRow stats={stats} /> : null}
          {knobs.open ? <KnobPanel list={list} knobs={inRange(list, knobs)} put={put} locale={locale} /> : null}
          <SeenSwitch locale={locale} />
        </>
      }
      caption={
        !knobs.open
          ? undefined
          : scanning
            ? ko
              ? `가장 잘 맞은 ${name} 틀이 그림의 크기마다 자리마다 w · x + b를 계산해요. 노란 선은 물체라고 말하는 가중치예요. 이 검출기는 물체를 대부분 놓쳐요. 첫 장면 넷은 찾은 것으로, 나머지 넷은 놓친 것으로 골랐어요.`
              : `The template that answered best, ${name}, computes w · x + b at every place and size. Yellow strokes are the weights that say “object”. This detector misses most objects: the first four scenes were picked because it finds one, the other four because it does not.`
            : ko
              ? "막대는 경계를 따라 그렸어요. 기울기는 그것과 수직이에요. 밝을수록 그 방향의 기울기가 많이 모인 칸이에요."
              : "Strokes are drawn along the edges; the gradient stands across them. The brighter, the more gradient of that direction the cell has gathered."
      }
    />
  );
}

/** The picture as it is described: with its contrast, negative and turn. */
function Seen({
  described,
  question,
  label,
}: {
  readonly described: Described | null;
  readonly question: ReturnType<typeof questionOf>;
  readonly label: string;
}) {
  const { contrast, invert, turned } = question;
  const pixels = described?.pixels ?? null;
  const shown = useMemo(
    () => (pixels ? Uint8Array.from(changedImage(pixels, { contrast, invert, turned }).data) : null),
    [pixels, contrast, invert, turned],
  );
  return <HeatPicture pixels={shown} side={SCENE_SIDE} heat={null} opacity={0} label={label} />;
}
