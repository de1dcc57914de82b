"use client";

import { useMemo, useState } from "react";
import type { SimulationProps } from "@/lib/challenges/play";
import type { Text } from "@/lib/challenges/text";
import { SCENE_SIDE } from "@/lib/engine/scenes/emoji/board";
import { HeatPicture, Mosaic } from "@/lib/ui/heat";
import { ScenePicture, SeenSwitch } from "@/lib/ui/scene";
import {
  CellPointer,
  CellRing,
  inRange,
  KnobPanel,
  SimulationFrame,
  StatRow,
  Sum,
  TaskStatus,
  useKnobs,
  wholeWithin,
  type SumLine,
} from "@/lib/ui/simulation";
import { useTask } from "@/lib/ui/tasks";
import { cellName, num } from "@/lib/words";
import { Guess } from "./Guess";
import { DEFAULTS, KNOBS } from "./knobs";
import { LAYERS, type Asked, type Looked } from "./looked";
import { ProductBars } from "./ProductBars";
import { RECORDED, recordedAnswer } from "./recording";
import { byChannel, greyOf, loudest, productsAt, shownMap, wallOf } from "./simulationModel";
import type { tasks } from "./tasks";

const WORDS = {
  title: { ko: "직접 밀어 보기", en: "Slide it yourself" },
  picture: { ko: "그림", en: "Picture" },
  map: { ko: "반응 지도", en: "Response map" },
  here: { ko: "이 칸의 반응", en: "Response here" },
  most: { ko: "가장 큰 반응", en: "Largest" },
  least: { ko: "가장 작은 반응", en: "Smallest" },
  caption: {
    ko: "커널과 지도에서 0은 회색이에요. 밝으면 양수, 어두우면 음수이고, 그림마다 가장 큰 값에 맞춰 그렸어요. 배치 정규화(batch norm)는 가중치에 합쳐져 있어요.",
    en: "In kernels and maps 0 is grey, bright is positive, dark is negative, each picture by its own largest value. Batch norm is folded into the weights.",
  },
} satisfies Record<string, Text>;

/** Shown of all products. */
const PRODUCTS = 5;
const COLOURS = ["R", "G", "B"] as const;

/** The part of the picture that a cell reads, as shares of its side. */
function ReadRing({ looked: { field, side }, cell }: { readonly looked: Looked; readonly cell: number }) {
  const [x, y] = [field.startX + (cell % side) * field.jump, field.startY + Math.floor(cell / side) * field.jump];
  const [left, top] = [Math.max(0, x), Math.max(0, y)];
  const share = (pixels: number) => `${(100 * pixels) / SCENE_SIDE}%`;
  return (
    <span
      aria-hidden="true"
      className="pointer-events-none absolute shadow-[0_0_0_1.5px_#ffe14d,0_0_0_3px_#14151a]"
      style={{
        left: share(left),
        top: share(top),
        width: share(Math.min(SCENE_SIDE, x + field.size) - left),
        height: share(Math.min(SCENE_SIDE, y + field.size) - top),
      }}
    />
  );
}

/** A filter of any layer over a picture: what it is made of, where it answers, and the arithmetic of one answer. */
export function Simulation({ locale, engine }: SimulationProps<typeof tasks>) {
  const { knobs: given, set, put, resetBut, shareUrl } = useKnobs("filter", DEFAULTS);
  const list = KNOBS[wholeWithin(given.layer, 1, LAYERS.length) - 1];
  const knobs = useMemo(() => inRange(list, given), [list, given]);
  const ko = locale === "ko";
  const { open, picture, eighths, period, contrast, layer, filter } = knobs;
  // The guess is about the first card.
  const asked = useMemo(
    (): Asked => (open ? { picture, eighths, period, contrast, layer, filter } : RECORDED),
    [open, picture, eighths, period, contrast, layer, filter],
  );
  const task = useTask(engine, "look", asked, { recorded: recordedAnswer(asked) });
  const [kept, setKept] = useState<Looked | null>(null);
  if (task.value && task.value !== kept) setKept(task.value);
  // What was seen last stays until the next answer is there.
  const looked = task.value ?? kept;
  const shown = useMemo(() => (looked ? shownMap(looked, knobs.bias, knobs.relu) : null), [looked, knobs.bias, knobs.relu]);
  const wall = useMemo(() => (looked ? wallOf(looked) : null), [looked]);
  const mapPixels = useMemo(() => (shown ? greyOf(shown) : null), [shown]);
  const [pointed, setPointed] = useState<number | null>(null);
  const side = looked?.side ?? 1;
  const usual = useMemo(() => (looked ? loudest(looked.map) : 0), [looked]);
  const [row, column] = [wholeWithin(knobs.row, 0, side), wholeWithin(knobs.column, 0, side)];
  const chosen = row > 0 && column > 0 ? (row - 1) * side + column - 1 : usual;
  const cell = pointed !== null && pointed < side * side ? pointed : chosen;
  const products = useMemo(() => (looked ? productsAt(looked, cell) : []), [looked, cell]);

  const { name, filters } = LAYERS[(looked ?? RECORDED).layer - 1];
  const shownFilter = (looked ?? RECORDED).filter;
  const first = looked?.reads === 3;
  const place = cellName(cell, side)[locale];
  const here = shown ? shown[cell] : 0;
  const channelName = (channel: number) => (first ? COLOURS[channel] : `[${channel + 1}]`);
  const sumLines = (own: Looked): SumLine[] => {
    const sorted = [...products].sort((a, b) => Math.abs(b.product) - Math.abs(a.product));
    const rest = sorted.slice(PRODUCTS).reduce((sum, { product }) => sum + product, 0);
    const total = products.reduce((sum, { product }) => sum + product, knobs.bias ? own.bias : 0);
    return [
      ...sorted.slice(0, PRODUCTS).map(({ channel, place: at, weight, value, product }): SumLine => ({
        name: `${channelName(channel)}${Math.floor(at / 3) + 1}${(at % 3) + 1}`,
        sum: `${num(weight, 2)} × ${num(value, 2)} = ${num(product, 2)}`,
      })),
      { name: ko ? `나머지 ${products.length - PRODUCTS}개` : `other ${products.length - PRODUCTS}`, sum: num(rest, 2) },
      ...(knobs.bias ? [{ name: ko ? "편향" : "bias", sum: num(own.bias, 2) }] : []),
      { name: ko ? "반응" : "response", sum: num(total, 2), result: !knobs.relu },
      ...(knobs.relu ? [{ name: "ReLU", sum: num(Math.max(0, total), 2), result: true }] : []),
    ];
  };
  const sums = looked && !first ? byChannel(products, looked.reads) : [];
  const strongest = sums.reduce((best, value, i) => (Math.abs(value) > Math.abs(sums[best]) ? i : best), 0);
  const wallSaid = looked
    ? first
      ? ko
        ? `${name}의 필터 ${filters}개 전부예요. 하나가 색 그림 한 장이에요(3 × 3 × 3 = 27개의 가중치).`
        : `All ${filters} filters of ${name}. Each is one colour picture (3 × 3 × 3 = 27 weights).`
      : ko
        ? `${name}의 필터 ${shownFilter} 하나예요. 앞 층의 채널마다 커널이 하나씩, 모두 ${looked.reads}개예요. 이 층에는 커널이 ${num(filters * looked.reads)}개 있어요.`
        : `Filter ${shownFilter} of ${name} alone: a kernel for each channel of the layer before, ${looked.reads} in all. The layer has ${num(filters * looked.reads)} kernels.`
    : "";
  const choose = (at: number | null) => {
    set("row", at === null ? 0 : Math.floor(at / side) + 1);
    set("column", at === null ? 0 : (at % side) + 1);
  };
  return (
    <SimulationFrame
      title={WORDS.title[locale]}
      locale={locale}
      onReset={() => resetBut("open")}
      shareUrl={shareUrl}
      testId="filter"
      status={task.status}
      picture={
        <div className={open ? "mx-auto grid max-w-[calc(var(--view)+var(--view))] grid-cols-2 gap-3" : "mx-auto w-full max-w-(--view)"}>
          <figure className="m-0 flex flex-col gap-1">
            {/* White at the edge of a white sheet would have none. */}
            <div className="relative rounded-[var(--radius)] ring-1 ring-line">
              {looked?.drawing ? (
                <ScenePicture sharp={looked.drawing} pixels={looked.seen} side={SCENE_SIDE} label={WORDS.picture[locale]} />
              ) : (
                <HeatPicture
                  pixels={looked?.seen ?? null}
                  side={SCENE_SIDE}
                  heat={null}
                  opacity={0}
                  squares
                  label={WORDS.picture[locale]}
                />
              )}
              {looked && open ? <ReadRing looked={looked} cell={cell} /> : null}
            </div>
            <figcaption className="text-center text-xs text-ink-2">{WORDS.picture[locale]}</figcaption>
          </figure>
          {open ? (
            <figure className="m-0 flex flex-col gap-1">
              <CellPointer
                side={side}
                cell={cell}
                onPoint={setPointed}
                onChoose={choose}
                label={
                  ko
                    ? `${WORDS.map.ko} ${side}×${side}. 화살표 키로 칸을 골라요`
                    : `${WORDS.map.en} ${side}×${side}. Arrow keys choose a cell`
                }
                said={`${place}: ${num(here, 2)}`}
              >
                <HeatPicture pixels={mapPixels} side={side} heat={null} opacity={0} squares />
                <CellRing side={side} cell={cell} />
              </CellPointer>
              <figcaption className="text-center text-xs text-ink-2">
                {WORDS.map[locale]}, {side}×{side}
              </figcaption>
            </figure>
          ) : null}
        </div>
      }
      guess={<Guess open={open} onOpen={() => set("open", true)} locale={locale} />}
      below={
        looked && open && wall ? (
          <div className="flex flex-col gap-3">
            <div className="flex flex-col gap-1">
              <Mosaic
                side={3}
                count={wall.count}
                values={wall.pixels}
                label={wallSaid}
                chosen={first ? shownFilter - 1 : undefined}
                onChoose={first ? (tile) => set("filter", tile + 1) : undefined}
              />
              <p className="m-0 text-sm text-ink-2">{wallSaid}</p>
            </div>
            <TaskStatus task={task} locale={locale} />
          </div>
        ) : null
      }
      knobs={
        <>
          {shown && open ? (
            <StatRow
              columns={3}
              stats={[
                { label: WORDS.here[locale], value: num(here, 2) },
                {
                  label: WORDS.most[locale],
                  value: num(
                    shown.reduce((a, b) => Math.max(a, b)),
                    2,
                  ),
                },
                {
                  label: WORDS.least[locale],
                  value: num(
                    shown.reduce((a, b) => Math.min(a, b)),
                    2,
                  ),
                },
              ]}
            />
          ) : null}
          {open ? <KnobPanel list={list} knobs={knobs} put={put} locale={locale} /> : null}
          {looked?.drawing ? <SeenSwitch locale={locale} /> : null}
        </>
      }
      after={
        looked && open && knobs.depth !== "map" ? (
          knobs.depth === "bars" ? (
            <div className="flex flex-col gap-1">
              <p className="m-0 text-sm text-ink-2">
                {first
                  ? ko
                    ? `${place}에서 곱 27개: 빨강, 초록, 파랑의 아홉 개씩이에요.`
                    : `27 products at ${place.toLowerCase()}: nine each for red, green and blue.`
                  : ko
                    ? `${place}에서 커널 ${looked.reads}개가 더한 값이에요. 가장 큰 것은 ${strongest + 1}번 커널의 ${num(sums[strongest], 2)}, 모두 더하면 ${num(looked.map[cell] - looked.bias, 2)}(편향 없이).`
                    : `What ${looked.reads} kernels add at ${place.toLowerCase()}. The largest is kernel ${strongest + 1} with ${num(sums[strongest], 2)}; all together make ${num(looked.map[cell] - looked.bias, 2)}, without the bias.`}
              </p>
              <ProductBars values={first ? products.map(({ product }) => product) : sums} coloured={first} label={ko ? "곱" : "Products"} />
            </div>
          ) : (
            <div className="flex flex-col gap-1">
              <p className="m-0 text-sm text-ink-2">
                {ko
                  ? `${place}: 곱 ${products.length}개 가운데 가장 큰 ${PRODUCTS}개예요. 이름은 채널과 커널의 행·열이에요. 픽셀은 −1.5(검정)부터 1.5(하양)까지예요.`
                  : `${place}: the ${PRODUCTS} largest of ${num(products.length)} products, named by channel and the kernel's row and column. A pixel is −1.5 (black) to 1.5 (white).`}
              </p>
              <Sum lines={sumLines(looked)} />
            </div>
          )
        ) : null
      }
      caption={open ? WORDS.caption[locale] : undefined}
    />
  );
}
