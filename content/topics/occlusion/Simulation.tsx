"use client";

import { useMemo, useState } from "react";
import type { SimulationProps } from "@/lib/challenges/play";
import type { Text } from "@/lib/challenges/text";
import { CLASS_NAMES, VOC_CLASSES } from "@/lib/engine/scenes/classes";
import { SCENE_SIDE } from "@/lib/engine/scenes/emoji/board";
import { NumberGrid } from "@/lib/ui/boards";
import { Button, ScrollFrame } from "@/lib/ui/components";
import { ScenePicture, SeenSwitch } from "@/lib/ui/scene";
import {
  CellPointer,
  GuessChoice,
  inRange,
  KnobPanel,
  SimulationFrame,
  StatRow,
  Sum,
  TaskStatus,
  useKnobs,
  type CellHands,
  type SumLine,
} from "@/lib/ui/simulation";
import { useTask } from "@/lib/ui/tasks";
import { equality, josa, num, ordinal } from "@/lib/words";
import { DEFAULTS, FILL_LABELS, KNOBS, POINTS } from "./knobs";
import type { FillName, Peek, Sweep } from "./looked";
import { cornerOf, coversOf, dropMap, everySecond, heatOf, placesAlong, rankOf } from "./map";
import { recordedScene, RECORDED, recordedSweep } from "./recording";
import type { tasks } from "./tasks";

const WORDS = {
  title: { ko: "가려 보기", en: "Cover it up" },
  here: { ko: "여기를 가려요", en: "Hide here" },
  ask: {
    ko: "16픽셀 회색 조각 하나로 점수를 가장 많이 떨어뜨려 보세요. 그림에서 자리를 고르고 가려요.",
    en: "One grey patch of 16 pixels: make the score fall as far as you can. Choose a place in the picture, then hide it.",
  },
  passes: { ko: "가린 그림", en: "Hidden pictures" },
  bare: { ko: "가리기 전", en: "Nothing hidden" },
  most: { ko: "가장 큰 감소", en: "Largest drop" },
  table: { ko: "조각을 놓은 곳마다의 점수", en: "The score with the patch at each place" },
  wide: { ko: "곳이 너무 많아 표로 보이지 않아요. 보폭을 키워 보세요.", en: "Too many places for a table. Try a larger stride." },
  start: { ko: "계산하기", en: "Compute" },
  stop: { ko: "멈추기", en: "Stop" },
  none: {
    ko: "이 픽셀은 어떤 조각에도 가려지지 않아요. 맵은 여기에 대해 말하는 것이 없어요.",
    en: "No patch covers this pixel: the map says nothing about it.",
  },
} satisfies Record<string, Text>;

/** More passes than this wait until somebody asks for them. */
const AT_ONCE = 200;
/** Places along a side that a table has room for, and lines of a sum. */
const [TABLE, LINES] = [14, 9] as const;

/** A patch over a picture: where it is pointed, and its score; the map that fills in place by place. Run by the engine worker. */
export function Simulation({ locale, engine }: SimulationProps<typeof tasks>) {
  const { knobs: given, set, put, resetBut, shareUrl } = useKnobs("occlusion", DEFAULTS);
  const knobs = useMemo(() => inRange(KNOBS, given), [given]);
  const [guessed, setGuessed] = useState(false);
  const [pointed, setPointed] = useState<number | null>(null);
  const [wanted, setWanted] = useState<string | null>(null);
  const ko = locale === "ko";
  const { open, depth } = knobs;
  const asked: Sweep = open
    ? {
        scene: knobs.scene,
        object: knobs.object,
        reading: knobs.reading as Sweep["reading"],
        fill: knobs.fill as FillName,
        patch: Math.round(knobs.patch / 4) * 4,
        stride: Math.round(knobs.stride / 2) * 2,
      }
    : RECORDED;
  const { patch, stride } = asked;
  const key = JSON.stringify(asked);
  const along = placesAlong(patch, stride);
  const total = along * along;
  const long = total > AT_ONCE;
  const waits = long && wanted !== key;
  const scene = useTask(engine, "scene", { scene: asked.scene }, { recorded: recordedScene(asked.scene) }).value;
  const task = useTask(engine, "sweep", asked, { recorded: recordedSweep(asked), waits, key });
  const swept = task.value ?? task.progress?.partial ?? null;
  const done = task.value ? total : (task.progress?.partial && task.progress.done) || 0;
  const map = useMemo(() => (swept ? dropMap(swept, patch, stride, done) : null), [swept, patch, stride, done]);
  const heat = useMemo(() => (map ? heatOf(map) : null), [map]);
  const name = scene ? CLASS_NAMES[VOC_CLASSES[scene.labels[asked.object]]][locale] : "…";
  const digits = asked.reading === "logit" ? 1 : 3;

  const row = Math.min(POINTS, Math.max(0, Math.round(knobs.row)));
  const column = Math.min(POINTS, Math.max(0, Math.round(knobs.column)));
  const chosen = row > 0 && column > 0 ? (row - 1) * POINTS + column - 1 : null;
  const cell = pointed ?? chosen;
  const pixel = cell === null ? null : ([8 * (cell % POINTS) + 4, 8 * Math.floor(cell / POINTS) + 4] as const);
  const inside = (at: number) => Math.min(SCENE_SIDE - patch, Math.max(0, at - patch / 2));
  const peeked: Peek = { ...asked, x: inside(pixel?.[0] ?? 0), y: inside(pixel?.[1] ?? 0) };
  const peek = useTask(engine, "peek", peeked, { waits: pixel === null || !open });
  const hands: CellHands = {
    onPoint: setPointed,
    onChoose: (next) => {
      const closes = next === null || next === chosen;
      set("row", closes ? 0 : Math.floor(next / POINTS) + 1);
      set("column", closes ? 0 : (next % POINTS) + 1);
    },
  };
  const place = Math.min(48, Math.max(0, Math.round(knobs.place)));
  const first = recordedSweep(RECORDED);
  const guesses = first ? everySecond(first) : [];

  const square = (x: number, y: number, side: number, solid = true) => (
    <rect
      x={x}
      y={y}
      width={side}
      height={side}
      fill={
        !solid || asked.fill === "blur"
          ? "rgb(128 128 128 / 0.55)"
          : { grey: "#808080", black: "#000", white: "#fff", mean: "#9a9a9a" }[asked.fill]
      }
      stroke="#ffe14d"
      strokeWidth={1}
    />
  );
  const over = (children: React.ReactNode) => (
    <svg viewBox={`0 0 ${SCENE_SIDE} ${SCENE_SIDE}`} aria-hidden="true" className="pointer-events-none absolute inset-0 size-full">
      {children}
    </svg>
  );
  const said =
    pixel === null || !map
      ? ""
      : depth === "pixel"
        ? `${num(map[pixel[1] * SCENE_SIDE + pixel[0]] ?? 0, digits + 1)}`
        : peek.value === null
          ? ""
          : ko
            ? `가린 점수 ${num(peek.value, digits)}`
            : `hidden score ${num(peek.value, digits)}`;
  const picture = (
    <figure className="m-0 mx-auto flex w-full max-w-[var(--view)] flex-col gap-1">
      <CellPointer
        side={open ? POINTS : 7}
        cell={open ? cell : place}
        {...(open ? hands : { onPoint: () => undefined, onChoose: (next: number | null) => next !== null && set("place", next) })}
        label={ko ? `${name} 그림: 화살표 키로 조각을 옮겨요` : `Picture of ${name}: arrow keys move the patch`}
        said={
          open
            ? said
            : ko
              ? `${Math.floor(place / 7) + 1}행 ${(place % 7) + 1}열`
              : `row ${Math.floor(place / 7) + 1}, column ${(place % 7) + 1}`
        }
      >
        {scene ? (
          <ScenePicture
            sharp={scene.drawing}
            pixels={scene.pixels}
            side={SCENE_SIDE}
            heat={open ? heat : null}
            label={
              open ? (ko ? `${name}의 가리기 맵` : `Occlusion map for ${name}`) : ko ? "물체 둘이 있는 그림" : "A picture with two objects"
            }
          />
        ) : (
          <div className="aspect-square w-full rounded-[var(--radius)] bg-paper-3" />
        )}
        {!open
          ? over(square(16 * (place % 7), 16 * Math.floor(place / 7), 16))
          : pixel === null
            ? null
            : over(
                depth === "pixel" ? (
                  <>
                    {coversOf(...pixel, patch, stride).map((each) => (
                      <rect
                        key={each}
                        x={cornerOf(each, patch, stride)[0]}
                        y={cornerOf(each, patch, stride)[1]}
                        width={patch}
                        height={patch}
                        fill="none"
                        stroke="#ffe14d"
                        strokeWidth={0.7}
                      />
                    ))}
                    <circle cx={pixel[0]} cy={pixel[1]} r={1.5} fill="#fff" stroke="#000" strokeWidth={0.6} />
                  </>
                ) : (
                  square(peeked.x, peeked.y, patch)
                ),
              )}
      </CellPointer>
      <p className="m-0 min-h-5 text-center text-sm tabular-nums text-ink-2" data-testid="under-patch">
        {!open
          ? name
          : depth !== "pixel" && pixel !== null && swept
            ? peek.value === null
              ? `${name}: …`
              : `${name}: ${num(swept.value, digits)} → ${num(peek.value, digits)}`
            : ko
              ? `${name}. 그림을 짚으면 조각이 따라와요.`
              : `${name}. Point at the picture: the patch follows.`}
      </p>
    </figure>
  );

  const fine = digits + 1;
  /** Rounded terms may not add up to the rounded result: then the sign says so. */
  const sign = (terms: number, result: number) => equality(terms, result, fine);
  const printed = (value: number) => Number(value.toFixed(fine));
  const lines = (): SumLine[] => {
    if (pixel === null || !swept || !map) return [];
    const covers = coversOf(...pixel, patch, stride).filter((each) => each < done);
    const drops = covers.map((each) => swept.value - swept.scores[each]);
    const summed = drops.reduce((a, b) => a + b, 0);
    const mean = map[pixel[1] * SCENE_SIDE + pixel[0]];
    return [
      ...covers.slice(0, LINES).map((each, i): SumLine => {
        const [x, y] = cornerOf(each, patch, stride);
        return {
          name: `(${x}, ${y})`,
          sum: `${num(swept.value, fine)} − ${num(swept.scores[each], fine)} ${sign(printed(swept.value) - printed(swept.scores[each]), drops[i])} ${num(drops[i], fine)}`,
        };
      }),
      ...(covers.length > LINES ? [{ name: "…", sum: ko ? `${covers.length - LINES}개 더` : `${covers.length - LINES} more` }] : []),
      {
        name: "Σ ÷ n",
        sum: `${num(summed, fine)} ÷ ${covers.length} ${sign(printed(summed) / covers.length, mean ?? 0)} ${num(mean ?? 0, fine)}`,
        result: true,
      },
    ];
  };
  const shownLines = depth === "pixel" ? lines() : [];
  const largest =
    swept && done > 0
      ? Array.from(swept.scores)
          .slice(0, done)
          .reduce((a, b) => Math.max(a, swept.value - b), -Infinity)
      : null;
  const below = open ? (
    <div className="flex flex-col gap-3">
      <StatRow
        stats={[
          { label: WORDS.passes[locale], value: `${num(done)} / ${num(total)}` },
          { label: WORDS.bare[locale], value: swept ? num(swept.value, digits) : "…" },
          { label: WORDS.most[locale], value: largest === null ? "…" : num(largest, digits) },
        ]}
      />
      {long ? (
        <div className="flex flex-wrap items-center gap-3">
          {waits ? (
            <Button size="sm" onClick={() => setWanted(key)}>
              {WORDS.start[locale]}
            </Button>
          ) : task.status === "running" ? (
            <Button size="sm" variant="secondary" onClick={() => setWanted(null)}>
              {WORDS.stop[locale]}
            </Button>
          ) : null}
          <progress className="h-2 min-w-32 flex-1 accent-[var(--brand)]" max={total} value={done} aria-label={WORDS.passes[locale]} />
        </div>
      ) : null}
      {waits ? null : <TaskStatus task={task} locale={locale} />}
      {depth === "scores" && swept && done === total ? (
        along > TABLE ? (
          <p className="m-0 text-sm text-ink-2">{WORDS.wide[locale]}</p>
        ) : (
          <ScrollFrame label={WORDS.table[locale]}>
            <NumberGrid
              compact
              columns={along}
              values={Array.from(swept.scores)}
              title={`${WORDS.table[locale]} (${ko ? "가리기 전" : "bare"}: ${num(swept.value, digits)})`}
              format={(value) => num(value, digits)}
              look={(each) => (swept.value - swept.scores[each] === largest ? "missed" : "plain")}
            />
          </ScrollFrame>
        )
      ) : null}
      {depth === "pixel" ? (
        pixel === null ? (
          <p className="m-0 text-sm text-ink-2">{ko ? "그림에서 픽셀을 짚어 보세요." : "Point at a pixel of the picture."}</p>
        ) : shownLines.length > 1 ? (
          <Sum lines={shownLines} />
        ) : (
          <p className="m-0 text-sm text-ink-2">{WORDS.none[locale]}</p>
        )
      ) : null}
    </div>
  ) : null;

  const reveal = () => {
    setGuessed(true);
    set("open", true);
  };
  const rank = guesses.length > 0 ? rankOf(guesses, place) : 0;
  const drop = first ? first.value - guesses[place] : 0;
  const top = first ? first.value - Math.min(...guesses) : 0;
  const answer = !open
    ? null
    : ko
      ? `그곳을 가리면 로짓이 ${num(drop, 1)}만큼 떨어져요. 49곳 가운데 ${josa(ordinal(rank, "ko"), "이에요/예요")}. 가장 아픈 곳은 ${josa(num(top, 1), "이에요/예요")}. 맵은 겹쳐 가면서 169곳을 가려 본 결과예요.`
      : `Hidden there, the logit falls by ${num(drop, 1)}: ${ordinal(rank, "en")} of 49 places. The worst place costs ${num(top, 1)}. The map is made of 169 overlapping places.`;

  return (
    <SimulationFrame
      title={WORDS.title[locale]}
      locale={locale}
      onReset={() => {
        resetBut("open", "place");
        setWanted(null);
      }}
      shareUrl={shareUrl}
      testId="occlusion"
      status={waits ? "waiting" : task.status}
      picture={picture}
      guess={
        open && !guessed ? null : (
          <GuessChoice
            question={WORDS.ask[locale]}
            options={[{ value: "here", label: WORDS.here[locale] }]}
            onGuess={reveal}
            answer={answer}
          />
        )
      }
      below={below}
      knobs={
        <>
          {open ? <KnobPanel list={KNOBS} knobs={knobs} put={put} locale={locale} /> : null}
          <SeenSwitch locale={locale} />
        </>
      }
      caption={
        open
          ? ko
            ? `노랄수록 가렸을 때 더 많이 떨어져요. 색은 이 맵에서 가장 큰 감소까지예요. 조각의 색: ${FILL_LABELS[asked.fill].ko}.`
            : `The yellower, the more the score falls when hidden; colours go up to this map’s own largest drop. Patch: ${FILL_LABELS[asked.fill].en.toLowerCase()}.`
          : undefined
      }
    />
  );
}
