"use client";

import { useMemo } from "react";
import type { Locale, Text } from "@/lib/challenges/text";
import { focalGradientFacts, sigmoid } from "@/lib/engine/losses";
import { CLASS_NAMES, VOC_CLASSES } from "@/lib/engine/scenes";
import { SceneLayer } from "@/lib/ui/scene";
import { Sum } from "@/lib/ui/simulation";
import { objectBoxes, Stage } from "@/lib/ui/stage";
import { HeatLayer, TapLayer } from "@/lib/ui/stage/layers";
import { large, num, percent } from "@/lib/words";
import { fine, knobsSaid } from "./fine";
import type { FocalKnobs } from "./knobs";
import losses from "./losses.json" with { type: "json" };
import recordedPlaces from "./places.json" with { type: "json" };
import type { LossRecord, PlacesRecord } from "./recording";
import {
  binsOfMoment,
  carriedOf,
  CROSS_ENTROPY,
  entriesOf,
  loudestAt,
  MAP_SIDE,
  relative,
  stretchesOf,
  weightAt,
  type Loss,
  type Quantity,
} from "./simulationModel";

const RECORD: LossRecord = losses as LossRecord;
const PLACES = recordedPlaces as unknown as PlacesRecord;
const SIDE = 112;

const WORDS = {
  entropy: { ko: "교차 엔트로피", en: "Cross-entropy" },
  count: { ko: "개수", en: "Count" },
  value: { ko: "값", en: "value" },
  gradient: { ko: "기울기", en: "gradient" },
  carried: { ko: "손실이 나온 곳", en: "where the loss comes from" },
  tap: { ko: "그림을 눌러 한 곳을 골라요. 한 곳 계산에서 그 숫자가 보여요.", en: "Tap a place; its arithmetic is under One place." },
  whose: {
    ko: "위의 막대는 녹화한 모든 그림의 것이에요. 장면은 이 그림만 바꿔요.",
    en: "The bars above are of all recorded pictures; the scene changes this picture alone.",
  },
  scale: { ko: "밝기는 그림마다 가장 큰 곳을 1로 맞췄어요.", en: "Brightness is relative to the largest place of each picture." },
  stretch: { ko: "pₜ", en: "pₜ" },
  stretches: { ko: "pₜ의 구간마다 개수와 몫", en: "Counts and shares by stretches of pₜ" },
  ofObject: { ko: "물체의 자기 클래스", en: "an object's own class" },
  ofBackground: { ko: "배경(또는 다른 클래스)", en: "background (or another class)" },
  loudest: { ko: "이 칸에서 가장 큰 것", en: "The largest of this place" },
  ratio: { ko: "교차 엔트로피에 견주면", en: "beside cross-entropy" },
} satisfies Record<string, Text>;

/** The second depth: the flood by stretches of pₜ, with how many there are and what they add. */
function Stretches({ knobs, loss, locale }: { readonly knobs: FocalKnobs; readonly loss: Loss; readonly locale: Locale }) {
  const moment = RECORD.moments.find(({ id }) => id === knobs.moment) ?? RECORD.moments[0];
  const bins = useMemo(() => binsOfMoment(moment), [moment]);
  const rows = stretchesOf(bins, loss, knobs.quantity === "gradient" ? "gradient" : "value");
  const focal = knobsSaid(loss);
  const cell = (share: number, colour: string) => (
    <span role="cell" className="flex min-w-0 flex-col gap-0.5">
      <span className="text-right text-xs">{percent(share, 1)}</span>
      <span aria-hidden="true" className="block h-2 rounded-full bg-paper-3">
        <span
          className={`block h-2 rounded-full transition-[width] duration-200 motion-reduce:transition-none ${colour}`}
          style={{ width: `${100 * share}%` }}
        />
      </span>
    </span>
  );
  const columns = "grid grid-cols-[5.2rem_4.6rem_minmax(0,1fr)_minmax(0,1fr)] items-center gap-x-2";
  return (
    <div role="table" aria-label={WORDS.stretches[locale]} className="flex flex-col text-sm">
      <div role="row" className={`${columns} py-1 text-ink-2`}>
        <span role="columnheader">{WORDS.stretch[locale]}</span>
        <span role="columnheader" className="text-right">
          {WORDS.count[locale]}
        </span>
        <span role="columnheader" className="text-right">
          <span aria-hidden="true">CE</span>
          <span className="sr-only">{WORDS.entropy[locale]}</span>
        </span>
        <span role="columnheader" className="text-right">
          {focal}
        </span>
      </div>
      {rows.map(({ from, to, count, entropy, focal: share }) => (
        <div key={from} role="row" className={`${columns} border-t border-line py-1.5 font-mono text-xs text-ink tabular-nums`}>
          <span role="cell" className="whitespace-nowrap">
            {String(from)}–{String(to)}
          </span>
          <span role="cell" className="text-right">
            {num(count)}
          </span>
          {cell(entropy, "bg-ink-3")}
          {cell(share, "bg-brand")}
        </div>
      ))}
    </div>
  );
}

/** The third depth: the largest entry of the chosen place, line by line. */
function OnePlace({
  z,
  object,
  loss,
  locale,
}: {
  readonly z: number;
  readonly object: boolean;
  readonly loss: Loss;
  readonly locale: Locale;
}) {
  const [p, q] = [sigmoid(z), sigmoid(-z)];
  const value = (each: Loss) => weightAt(z, object, each, "value");
  const slope = (each: Loss) => weightAt(z, object, each, "gradient");
  const weight = loss.alpha < 0 ? null : object ? loss.alpha : 1 - loss.alpha;
  return (
    <div className="flex flex-col gap-2">
      <p className="m-0 text-sm font-semibold text-ink">
        {WORDS.loudest[locale]}: <span className="font-normal">{WORDS[object ? "ofObject" : "ofBackground"][locale]}</span>
      </p>
      <Sum
        lines={[
          { name: "pₜ", sum: fine(p) },
          { name: "1 − pₜ", sum: fine(q) },
          { name: "(1 − pₜ)ᵞ", sum: `${fine(q)}^${num(loss.gamma, 1)} = ${fine(Math.pow(q, loss.gamma))}` },
          ...(weight === null ? [] : [{ name: "αₜ", sum: num(weight, 2) }]),
          { name: "−log pₜ", sum: fine(value(CROSS_ENTROPY)) },
          { name: WORDS.value[locale], sum: fine(value(loss)), result: true },
          { name: WORDS.ratio[locale], sum: `× ${fine(value(loss) / value(CROSS_ENTROPY))}` },
          { name: WORDS.gradient[locale], sum: fine(slope(loss)), result: true },
          { name: WORDS.ratio[locale] + " ", sum: `× ${fine(slope(loss) / slope(CROSS_ENTROPY))}` },
        ]}
      />
    </div>
  );
}

interface Props {
  readonly knobs: FocalKnobs;
  /** A place was tapped: its row and column, from 1. */
  readonly onPlace: (row: number, column: number) => void;
  readonly locale: Locale;
}

/** Losses of the real detector at one moment: whose they are, and where in a picture. */
export function LossPanel({ knobs, onPlace, locale }: Props) {
  const ko = locale === "ko";
  const quantity: Quantity = knobs.quantity === "gradient" ? "gradient" : "value";
  const loss: Loss = useMemo(
    () => ({ gamma: knobs.gamma, alpha: knobs.alphaOn ? knobs.alpha : -1 }),
    [knobs.gamma, knobs.alphaOn, knobs.alpha],
  );
  const scene = PLACES.scenes[knobs.scene - 1];
  const places = useMemo(() => entriesOf(scene.moments[knobs.moment]), [scene, knobs.moment]);
  const maps = useMemo(() => [CROSS_ENTROPY, loss].map((each) => relative(carriedOf(places, each, quantity))), [places, loss, quantity]);
  const [row, column] = [knobs.row - 1, knobs.column - 1];
  const loudest = loudestAt(places, row * MAP_SIDE + column, loss, quantity);
  const boxes = objectBoxes(
    scene.objects.map(({ label, box }) => ({ cls: VOC_CLASSES[label], box: box as [number, number, number, number] })),
    locale,
  );
  const size = SIDE / MAP_SIDE;
  const placeAt = (pixel: number) => Math.min(MAP_SIDE, Math.floor(pixel / size) + 1);
  const facts = loss.gamma > 0 ? focalGradientFacts(loss.gamma) : null;
  const titles = [WORDS.entropy[locale], knobsSaid(loss)];
  const what = scene.objects.map(({ label }) => CLASS_NAMES[VOC_CLASSES[label]][locale]).join(", ");
  return (
    <div className="flex flex-col gap-5">
      {knobs.depth === "parts" ? <Stretches knobs={knobs} loss={loss} locale={locale} /> : null}
      {knobs.depth !== "parts" ? (
        <div className="grid grid-cols-2 gap-3">
          {maps.map((map, i) => (
            <figure key={titles[i]} className="m-0 flex flex-col gap-1">
              <Stage
                width={SIDE}
                height={SIDE}
                boxes={boxes}
                label={`${titles[i]}: ${WORDS.carried[locale]}`}
                description={what}
                locale={locale}
                underlay={
                  <>
                    <SceneLayer drawing={scene.drawing} seen={`/focal/${knobs.scene - 1}.webp`} side={SIDE} />
                    <HeatLayer values={map} rows={MAP_SIDE} columns={MAP_SIDE} width={SIDE} height={SIDE} />
                  </>
                }
              >
                <rect
                  aria-hidden="true"
                  x={column * size}
                  y={row * size}
                  width={size}
                  height={size}
                  fill="none"
                  stroke="var(--brand-glow)"
                  strokeWidth={1.5}
                />
                <TapLayer width={SIDE} height={SIDE} onTap={(x, y) => onPlace(placeAt(y), placeAt(x))} />
              </Stage>
              <figcaption className="text-sm text-ink-2">{titles[i]}</figcaption>
            </figure>
          ))}
          <p className="col-span-2 m-0 text-sm text-ink-2">
            {WORDS.tap[locale]} {WORDS.scale[locale]} {WORDS.whose[locale]}
          </p>
        </div>
      ) : null}
      {knobs.depth === "sum" && loudest ? <OnePlace z={loudest.z} object={loudest.object} loss={loss} locale={locale} /> : null}
      <p className="m-0 text-sm text-ink-2">
        {ko
          ? `RetinaNet의 앵커 ${large(RECORD.anchors, "ko", 1e3)}개, 클래스마다 하나씩 셌어요. 쉬운 배경은 pₜ ≥ 0.9예요. `
          : `${num(RECORD.anchors)} anchors of our RetinaNet, each counted once for every class. Easy background: pₜ ≥ 0.9. `}
        {facts
          ? ko
            ? `γ ${num(loss.gamma, 1)}의 값은 어디에서도 교차 엔트로피를 넘지 않고, 기울기는 pₜ < ${num(facts.crossing, 3)}에서 넘어요. 많아야 ${num(facts.ratio, 3)}배예요(α를 끄고).`
            : `At γ ${num(loss.gamma, 1)} the value never exceeds cross-entropy's; the gradient does for pₜ < ${num(facts.crossing, 3)}, at most ${num(facts.ratio, 3)} times (α off).`
          : ko
            ? "γ가 0이면 교차 엔트로피와 같아요."
            : "γ 0 is cross-entropy."}
      </p>
    </div>
  );
}
