"use client";

import { useMemo } from "react";
import type { SimulationProps } from "@/lib/challenges/play";
import type { Text } from "@/lib/challenges/text";
import { CLASS_NAMES, VOC_CLASSES } from "@/lib/engine/scenes/classes";
import { SCENE_SIDE } from "@/lib/engine/scenes/emoji/board";
import { SceneLayer, SeenSwitch } from "@/lib/ui/scene";
import { inRange, KnobPanel, SimulationFrame, StatRow, Sum, TaskStatus, useKnobs, type SumLine } from "@/lib/ui/simulation";
import { shortScore, Stage, type StageBox } from "@/lib/ui/stage";
import { useTask } from "@/lib/ui/tasks";
import { cellName, equality, letter, num } from "@/lib/words";
import { Guesses } from "./Guesses";
import { DEFAULTS, KNOBS } from "./knobs";
import { COARSE, FINE, ONE, READ, wayOf, type Looked } from "./looked";
import { recordedAnswer } from "./recording";
import { Ruler } from "./Ruler";
import { channelMaps, findersOf, lateralAt, lengthMaps, parentOf, productsOf, sizeOf, smallestCell } from "./simulationModel";
import type { tasks } from "./tasks";
import { Tower } from "./Tower";

const WORDS = {
  title: { ko: "올라가고 내려오기", en: "Up and down" },
  found: { ko: "찾은 물체", en: "Objects found" },
  picture: { ko: "그림과 검출", en: "Picture and detections" },
  ruler: {
    ko: "식으로 정하면 어느 레벨일까요? 점은 이 그림의 물체예요.",
    en: "Which level would the formula give? The marks are this picture's objects.",
  },
} satisfies Record<string, Text>;

/** Shown of the 128 products. */
const PRODUCTS = 5;

/** The objects by size, smallest first. */
const bySize = ({ objects }: Looked) => objects.map((_, i) => i).sort((a, b) => sizeOf(objects[a].box) - sizeOf(objects[b].box));

/** A pyramid over one picture: its maps as a tower, what each level finds, and what is lost where a part of the sum is left out. */
export function Simulation({ locale, engine }: SimulationProps<typeof tasks>) {
  const { knobs: given, set, put, resetBut, shareUrl } = useKnobs("fpn", DEFAULTS);
  const knobs = useMemo(() => inRange(KNOBS, given), [given]);
  const ko = locale === "ko";
  const { open, lateral, topDown, blend } = knobs;
  const cut = open && knobs.cut;
  // The guesses are about the first scene.
  const asked = useMemo(
    () =>
      cut ? { scene: knobs.scene, side: knobs.scene === ONE ? Math.round(knobs.side) : DEFAULTS.side } : { scene: 1, side: DEFAULTS.side },
    [cut, knobs.scene, knobs.side],
  );
  const task = useTask(engine, "look", asked, { recorded: recordedAnswer(asked) });
  const looked = task.value;
  const way = cut ? wayOf(lateral, topDown) : "full";
  const channel = Math.round(knobs.channel) - 1;
  const maps = useMemo(() => {
    if (!looked) return null;
    const parts = cut ? { lateral, topDown, blend } : { lateral: true, topDown: true, blend: false };
    return channel < 0 ? lengthMaps(looked, parts) : channelMaps(looked, channel, parts);
  }, [looked, channel, cut, lateral, topDown, blend]);
  const finders = useMemo(() => (looked && open ? findersOf(looked, way) : []), [looked, open, way]);
  const cell = useMemo(() => {
    if (!looked) return 0;
    const usual = smallestCell(looked);
    const [row, column] = [Math.round(knobs.row), Math.round(knobs.column)];
    return (row > 0 ? row - 1 : Math.floor(usual / FINE)) * FINE + (column > 0 ? column - 1 : usual % FINE);
  }, [looked, knobs.row, knobs.column]);
  const near = cut && knobs.depth !== "map";

  const boxes: StageBox[] =
    !looked || !open
      ? []
      : looked.objects.map(({ label, box }, i) => {
          const name = CLASS_NAMES[VOC_CLASSES[label]][locale];
          const finder = finders[i];
          return finder
            ? {
                id: `found-${i}`,
                box: finder.box,
                label: `P${finder.level + 3} ${shortScore(finder.score)}`,
                tone: finder.level,
                state: "idle" as const,
                description: ko ? `${name}, P${finder.level + 3}에서 찾음` : `${name}, found on P${finder.level + 3}`,
              }
            : {
                id: `missed-${i}`,
                box,
                label: "?",
                tone: 4,
                state: "missed" as const,
                description: ko ? `${name}, 못 찾음` : `${name}, missed`,
              };
        });
  const one = Math.max(0, channel);
  const place = cellName(cell, FINE)[locale];
  const above = cellName(parentOf(cell), COARSE)[locale];
  const cellLines = (own: Looked): SumLine[] => {
    const shown = channelMaps(own, one, { lateral, topDown, blend });
    const [copy, beside] = [shown.copy[cell], shown.lateral[cell]];
    const printed = Number(copy.toFixed(2)) + Number(beside.toFixed(2));
    return [
      { name: "M4", sum: `${above}: ${num(shown.coarse[parentOf(cell)], 2)}` },
      { name: "↑ ×2", sum: `${place}: ${num(copy, 2)}` },
      { name: "L3", sum: `${place}: ${num(beside, 2)}` },
      {
        name: "M3",
        sum: `${num(copy, 2)} ${beside < 0 ? "−" : "+"} ${num(Math.abs(beside), 2)} ${equality(printed, copy + beside, 2)} ${num(copy + beside, 2)}`,
        result: true,
      },
    ];
  };
  const productLines = (own: Looked): SumLine[] => {
    const { top, rest } = productsOf(own, one, cell, PRODUCTS);
    return [
      ...top.map(({ channel: from, weight, value, product }): SumLine => ({
        name: `C4[${from + 1}]`,
        sum: `${num(weight, 3)} × ${num(value, 2)} = ${num(product, 2)}`,
      })),
      { name: ko ? `나머지 ${READ - PRODUCTS}개` : `other ${READ - PRODUCTS}`, sum: num(rest, 2) },
      { name: ko ? "편향" : "bias", sum: num(own.bias[one], 2) },
      { name: `L3[${one + 1}]`, sum: num(lateralAt(own, one, cell), 2), result: true },
    ];
  };
  const marks = looked
    ? bySize(looked).map((i, at) => ({ name: letter(at), size: sizeOf(looked.objects[i].box), tone: finders[i]?.level ?? 4 }))
    : [];
  return (
    <SimulationFrame
      title={WORDS.title[locale]}
      locale={locale}
      onReset={() => {
        resetBut("open");
        set("cut", knobs.cut);
      }}
      shareUrl={shareUrl}
      testId="fpn"
      status={task.status}
      picture={
        <div className="mx-auto w-full [--stage:var(--view)]">
          <Stage
            width={SCENE_SIDE}
            height={SCENE_SIDE}
            boxes={boxes}
            label={WORDS.picture[locale]}
            description={
              boxes.length > 0
                ? boxes.map(({ description }) => description).join(", ")
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
        asked.scene === 1 ? (
          <Guesses open={open} cut={cut} onOpen={() => set("open", true)} onCut={() => set("cut", true)} locale={locale} />
        ) : null
      }
      below={
        looked && maps && open ? (
          <div className="@container flex flex-col gap-4">
            <Tower
              looked={looked}
              maps={maps}
              way={way}
              cell={near ? cell : null}
              onCell={(row, column) => {
                set("row", row + 1);
                set("column", column + 1);
                if (cut && knobs.depth === "map") set("depth", "cell");
              }}
              locale={locale}
            />
            {near ? (
              <div className="flex flex-col gap-1">
                <p className="m-0 text-sm text-ink-2">
                  {knobs.depth === "cell"
                    ? ko
                      ? `채널 ${one + 1}의 네 수예요.`
                      : `Four numbers of channel ${one + 1}.`
                    : ko
                      ? `${place}의 1×1: 채널 ${READ}개의 곱 가운데 가장 큰 ${PRODUCTS}개예요.`
                      : `The 1×1 at ${place.toLowerCase()}: the ${PRODUCTS} largest of ${READ} products.`}
                </p>
                <Sum lines={knobs.depth === "cell" ? cellLines(looked) : productLines(looked)} />
              </div>
            ) : null}
            <TaskStatus task={task} locale={locale} />
          </div>
        ) : null
      }
      knobs={
        <>
          {looked && open ? (
            <StatRow
              stats={[
                { label: WORDS.found[locale], value: `${finders.filter((each) => each !== null).length} / ${looked.objects.length}` },
              ]}
            />
          ) : null}
          {cut ? <KnobPanel list={KNOBS} knobs={knobs} put={put} locale={locale} /> : null}
          <SeenSwitch locale={locale} />
        </>
      }
      after={
        looked && cut ? (
          <div className="flex flex-col gap-2">
            <p className="m-0 text-sm text-ink-2">{WORDS.ruler[locale]}</p>
            <Ruler k0={Math.round(knobs.k0)} canonical={Math.round(knobs.canonical)} lowest={3} highest={5} marks={marks} locale={locale} />
          </div>
        ) : null
      }
      caption={
        cut
          ? ko
            ? "이미 학습한 신경망에서 한 부분을 뺀 것이라, 그 부분 없이 처음부터 학습한 신경망과는 다를 수 있어요. 지도의 색은 지도마다 가장 작은 값부터 가장 큰 값까지예요."
            : "Parts are taken out of a trained network; one that was trained without them might do otherwise. Each map is coloured from its least to its largest value."
          : undefined
      }
    />
  );
}
