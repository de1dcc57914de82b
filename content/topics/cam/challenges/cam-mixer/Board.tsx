"use client";

import { useState } from "react";
import type { Text } from "@/lib/challenges";
import type { BoardProps } from "@/lib/challenges/play";
import { CLASS_NAMES, VOC_CLASSES } from "@/lib/engine/scenes";
import { SCENE_SIDE } from "@/lib/engine/scenes/emoji/board";
import { Beside, CellGrid } from "@/lib/ui/boards";
import { classNames, NumberField, Slider } from "@/lib/ui/components";
import { ScenePicture } from "@/lib/ui/scene";
import { useTask } from "@/lib/ui/tasks";
import { cellName, letter, num, signed } from "@/lib/words";
import { cellColour } from "../../colours";
import type { tasks } from "../../tasks";
import { MOST_SCORE, type Answer, type View } from "./challenge";
import { mix, MOST, shownMap, total } from "./mix";
import { CELLS, SIDE, TOP } from "./recording";
import { NumberMap, sizeOf } from "./Tile";

const WORDS = {
  target: { ko: "T: 섞은 맵", en: "T: the mixed map" },
  targetRelu: { ko: "T: 섞은 맵, 음수는 0", en: "T: the mix, negatives as 0" },
  probe: { ko: "T의 칸을 하나 고르면 그 칸의 합을 보여 줄게요.", en: "Choose a cell of T to see the sum there." },
  mine: { ko: "내가 섞은 맵", en: "Your mix" },
  scene: { ko: "이 채널들이 본 그림", en: "The picture these channels saw" },
  mean: { ko: "평균 F", en: "mean F" },
  score: { ko: "클래스의 점수", en: "Score of the class" },
} satisfies Record<string, Text>;

/** From this level on the learner's whole mix is not shown while playing: only one cell at a time. */
const BLIND_FROM = 3;

/** Faders under the channels' tiles, and beside them, always in sight, the map that has to come out. */
export function Board({ view, answer, onChange, locale, level, locked, engine }: BoardProps<View, Answer, typeof tasks>) {
  const [probe, setProbe] = useState<number | null>(null);
  const { value: scene } = useTask(engine, "picture", { number: view.scene });
  const { tiles, target, relu, least, bias } = view;
  const { weights, score } = answer;
  const size = sizeOf(target);
  const name = CLASS_NAMES[VOC_CLASSES[view.label]][locale];
  const set = (k: number, weight: number) => onChange({ ...answer, weights: weights.map((old, j) => (j === k ? weight : old)) });
  const choose = (marked: readonly number[]) => setProbe(marked.find((cell) => cell !== probe) ?? null);
  const mixSeen = level < BLIND_FROM;
  const picture = (
    <figure className="m-0 flex min-w-0 max-w-32 flex-col gap-1 md:max-w-40">
      <ScenePicture
        sharp={scene?.drawing ?? null}
        pixels={scene?.pixels ?? null}
        side={SCENE_SIDE}
        label={`${WORDS.scene[locale]}: ${name}`}
      />
      <figcaption className="text-xs text-ink-2 md:text-sm">
        {WORDS.scene[locale]}: {name}
      </figcaption>
    </figure>
  );

  return (
    <Beside
      manyChoices
      picture={
        <div className="flex flex-wrap items-start gap-x-3 gap-y-1">
          <CellGrid
            rows={SIDE}
            columns={SIDE}
            marked={probe === null ? [] : [probe]}
            onChange={choose}
            label={WORDS[relu ? "targetRelu" : "target"][locale]}
            locale={locale}
            compact
            content={(cell) => (
              <>
                <span className="absolute inset-0 rounded-[inherit]" style={{ background: cellColour(target[cell] / size) }} />
                <span className="relative font-mono text-xs tabular-nums text-ink md:tall:text-sm">{num(target[cell])}</span>
              </>
            )}
            say={(cell) => num(target[cell])}
          />
          {/* Beside T on a phone, else below the sum of its cell. */}
          <div className="min-w-0 max-w-44 flex-1 md:tall:order-1">
            {mixSeen ? <NumberMap values={shownMap(view, weights)} scale={size} title={WORDS.mine[locale]} marked={probe} /> : picture}
          </div>
          <p className="m-0 min-h-10 w-full text-sm text-ink-2" role="status" data-testid="probe">
            {probe === null ? WORDS.probe[locale] : <Probe view={view} weights={weights} cell={probe} locale={locale} />}
          </p>
        </div>
      }
    >
      {/* More than four do not fit a desk's window in two columns. */}
      <ul className={classNames("m-0 grid list-none grid-cols-2 gap-3 p-0", tiles.length > 4 && "md:tall:grid-cols-3")}>
        {tiles.map(({ channel, values }, k) => (
          <li key={channel} className="m-0 flex min-w-0 flex-col gap-2 rounded-[var(--radius)] border border-line bg-sheet p-2">
            <NumberMap
              values={values}
              scale={TOP}
              marked={probe}
              title={
                <span className="flex items-baseline justify-between gap-1">
                  <b>{letter(k)}</b>
                  {bias === null ? null : (
                    <span className="font-mono text-xs tabular-nums text-ink-2">
                      {WORDS.mean[locale]} = {num(total(values) / CELLS, 2)}
                    </span>
                  )}
                </span>
              }
            />
            <Slider
              label={locale === "ko" ? `타일 ${letter(k)}` : `Tile ${letter(k)}`}
              symbol="w"
              value={weights[k]}
              min={Math.min(0, least)}
              max={MOST}
              step={1}
              format={(weight) => num(weight)}
              onChange={(weight) => set(k, weight)}
              locale={locale}
              disabled={locked}
            />
          </li>
        ))}
      </ul>
      {mixSeen ? picture : null}
      {bias === null ? null : (
        <div className="flex flex-wrap items-end gap-4" data-score>
          <p className="m-0 pb-2 font-mono text-base tabular-nums text-ink">b = {signed(bias / 10, 1)}</p>
          <div className="w-48">
            <NumberField
              label={WORDS.score[locale]}
              symbol="S"
              value={score === null ? null : score / 100}
              min={-MOST_SCORE / 100}
              max={MOST_SCORE / 100}
              step={0.01}
              onChange={(typed) => onChange({ ...answer, score: Math.round(typed * 100) })}
              locale={locale}
              disabled={locked}
            />
          </div>
        </div>
      )}
    </Beside>
  );
}

/** One cell's sum with the learner's weights, beside what stands there. */
function Probe({
  view,
  weights,
  cell,
  locale,
}: {
  readonly view: View;
  readonly weights: readonly number[];
  readonly cell: number;
  readonly locale: "ko" | "en";
}) {
  const sum = mix(view.tiles, weights)[cell];
  const terms = view.tiles.map(({ values }, k) => `${weights[k] < 0 ? `(${num(weights[k])})` : num(weights[k])} × ${num(values[cell])}`);
  const shown = view.relu && sum < 0 ? ` → ${num(0)}` : "";
  return (
    <>
      <span className="font-semibold text-ink">{cellName(cell, SIDE)[locale]}</span>
      <br />
      <span className="font-mono tabular-nums">
        {terms.join(" + ")} = {num(sum)}
        {shown}, T = {num(view.target[cell])}
      </span>
    </>
  );
}
