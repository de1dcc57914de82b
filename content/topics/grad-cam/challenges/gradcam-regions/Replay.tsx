"use client";

import type { ReplayProps } from "@/lib/challenges/play";
import type { Text } from "@/lib/challenges/text";
import { ReplayFrame } from "@/lib/ui/boards";
import { Stage } from "@/lib/ui/stage";
import { signed } from "@/lib/words";
import { MiniTile } from "../../MiniTile";
import { SignedCells } from "../../SignedCells";
import { Witness } from "../../Witness";
import type { tasks } from "../../tasks";
import { against, CELL, positive, SIDE } from "./cells";
import type { Answer, Step, Truth, View } from "./challenge";
import { ScenePicture, WIDTH } from "./ScenePicture";
import { calledIn, captionOf, missed, scaleOf, weightOf } from "./replayCaptions";

const WORDS = {
  stage: { ko: "맵이 만들어지는 순서", en: "How the map comes about" },
  strongest: { ko: "강한 채널부터", en: "The strongest channels" },
} satisfies Record<string, Text>;

const placeOf = (cell: number) => ({ x: (cell % SIDE) * CELL, y: Math.floor(cell / SIDE) * CELL });

/** What glows where a cell was missed: warm or cold, as its side is. */
const GLOW = { hot: { line: "#ffe14d", halo: "#ffb300" }, cold: { line: "#7fe3ff", halo: "#0091ea" } } as const;

/** The learner's cells outlined, ticked where they are among the best; what was missed glows. */
function Marks({
  marked,
  left,
  side,
}: {
  readonly marked: readonly number[];
  readonly left: readonly number[];
  readonly side: "hot" | "cold";
}) {
  const { line, halo } = GLOW[side];
  return (
    <g aria-hidden="true" pointerEvents="none" data-testid={`marks-${side}`}>
      {left.map((cell) => (
        <rect
          key={`missed ${cell}`}
          data-missed={cell}
          {...placeOf(cell)}
          width={CELL}
          height={CELL}
          fill="none"
          stroke={line}
          strokeWidth={1.6}
          className="animate-pulse motion-reduce:animate-none"
          style={{ filter: `drop-shadow(0 0 2px ${halo}) drop-shadow(0 0 5px ${halo})` }}
        />
      ))}
      {marked.map((cell) => (
        <g key={cell} transform={`translate(${placeOf(cell).x} ${placeOf(cell).y})`}>
          <rect x={0.8} y={0.8} width={CELL - 1.6} height={CELL - 1.6} fill="none" stroke="#14151a" strokeWidth={2} />
          <rect
            x={0.8}
            y={0.8}
            width={CELL - 1.6}
            height={CELL - 1.6}
            fill="none"
            stroke="#fff"
            strokeWidth={0.9}
            strokeDasharray="2.4 1.2"
          />
        </g>
      ))}
    </g>
  );
}

/** The map grows channel by channel, the ReLU wipes the cold, and the learner's cells lie on what came out. */
export function Replay({
  instance: { view, truth },
  answer,
  grade,
  own,
  locale,
  engine,
}: ReplayProps<View, Truth, Answer, Step, typeof tasks>) {
  const { steps } = grade;
  const most = scaleOf(truth);
  const captions = steps.map((step) => captionOf(view, truth, answer, step, own, locale));
  const picture = (at: number) => {
    const step = steps[at];
    // The last picture has everything that was missed, also on the side that the ReLU has wiped.
    const sides = step.type !== "mine" ? [] : step.side === "hot" && view.cold > 0 ? (["cold", "hot"] as const) : [step.side];
    const valuesOf = { hot: positive(truth.map), cold: against(truth.map) };
    return (
      <Stage
        width={WIDTH}
        height={WIDTH}
        boxes={[]}
        label={WORDS.stage[locale]}
        description={captions[at]}
        locale={locale}
        underlay={
          <>
            <g opacity={view.channels.length > 0 ? 0.3 : 1}>
              <ScenePicture set={view.set} place={view.place} />
            </g>
            <SignedCells
              values={step.map}
              side={SIDE}
              most={most}
              width={WIDTH}
              numbers={view.channels.length > 0 ? "values" : "outOf99"}
              through={0.12}
            />
            {sides.map((side) => (
              <Marks key={side} side={side} marked={answer[side]} left={missed(valuesOf[side], answer[side])} />
            ))}
          </>
        }
      />
    );
  };
  const below = (at: number) => {
    const lit = steps.slice(0, at + 1).filter((step) => step.type === "channel").length;
    const largest = Math.max(1, ...truth.shares.flatMap(({ adds }) => adds.map(Math.abs)));
    return (
      <div className="flex flex-col gap-3">
        <figure className="m-0 flex flex-col gap-1">
          <figcaption className="text-sm text-ink-2">{WORDS.strongest[locale]}</figcaption>
          <ul className="m-0 grid list-none grid-cols-3 gap-2 p-0 sm:grid-cols-6">
            {truth.shares.map(({ index, alpha, adds }, k) => (
              <li
                key={index}
                className={`flex flex-col gap-0.5 text-xs transition-opacity duration-200 motion-reduce:transition-none ${k < lit ? "" : "opacity-30"}`}
              >
                <MiniTile values={adds} side={SIDE} most={largest} />
                <span className="truncate text-ink">{calledIn(view, index, locale)}</span>
                <span className="font-mono font-semibold tabular-nums text-ink-2">
                  {view.channels.length > 0 ? `α = ${signed(alpha)}` : weightOf(truth, adds)}
                </span>
              </li>
            ))}
          </ul>
        </figure>
        {view.asked === null ? null : <Witness view={view} engine={engine} locale={locale} />}
      </div>
    );
  };
  return <ReplayFrame captions={captions} start={steps.length - 1} locale={locale} picture={picture} below={below} />;
}
