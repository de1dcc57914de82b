"use client";

import { useMemo, useState } from "react";
import type { SimulationProps } from "@/lib/challenges/play";
import type { Text } from "@/lib/challenges/text";
import { clipBox } from "@/lib/engine/boxes";
import { VOC_CLASSES } from "@/lib/engine/scenes/classes";
import { SCENE_SIDE } from "@/lib/engine/scenes/emoji/board";
import { SceneLayer, SeenSwitch } from "@/lib/ui/scene";
import { GuessChoice, inRange, KnobPanel, SimulationFrame, StatRow, TaskStatus, useKnobs } from "@/lib/ui/simulation";
import { objectBoxes, Stage, type StageBox } from "@/lib/ui/stage";
import { Arrow, HeatLayer, OutlinesLayer, TapLayer } from "@/lib/ui/stage/layers";
import { useTask } from "@/lib/ui/tasks";
import { num, ordinal } from "@/lib/words";
import { BoxSum, CellPanel } from "./AnchorPanel";
import { DEFAULTS, KNOBS } from "./knobs";
import { ANCHOR_COUNT, CELLS, FUNNEL, PER_CELL } from "./looked";
import { RecallPlot } from "./RecallPlot";
import { recordedAnswer } from "./recording";
import { anchorOf, anchorsAt, bestOf, cellAt, countOf, coveredBy, decoded, deltasOf, funnelOf, heatOf, scoreOf } from "./simulationModel";
import type { tasks } from "./tasks";

const WORDS = {
  title: { ko: "앵커 1,764개에서 후보까지", en: "From anchors to proposals" },
  picture: { ko: "물체 점수와 후보", en: "Objectness and proposals" },
  hot: { ko: "점수 0.5 초과", en: "Scores above 0.5" },
  apart: { ko: "NMS 뒤", en: "After NMS" },
  covered: { ko: "덮은 물체", en: "Objects covered" },
} satisfies Record<string, Text>;

/** What the guess is about: boxes by score alone. */
const GUESSED = 3;
/** More proposals than this get no number on the picture. */
const NUMBERED = 6;

/** The map's scores, the anchors with their four numbers, and the funnel that leaves the proposals. Run by the engine worker. */
export function Simulation({ locale, engine }: SimulationProps<typeof tasks>) {
  const { knobs: given, set, put, resetBut, shareUrl } = useKnobs("rpn", DEFAULTS);
  const knobs = useMemo(() => inRange(KNOBS, given), [given]);
  const [guess, setGuess] = useState<number | null>(null);
  const ko = locale === "ko";
  const { open, depth } = knobs;
  // The guess is about the first scene.
  const scene = open ? knobs.scene : 1;
  const task = useTask(engine, "look", { scene }, { recorded: recordedAnswer(scene) });
  const looked = task.value;
  const kept = Math.round(knobs.kept);
  const overlap = knobs.nms ? knobs.overlap : null;
  const funnel = useMemo(() => looked && funnelOf(looked, overlap, kept), [looked, overlap, kept]);
  const heat = useMemo(() => looked && heatOf(looked, Number(knobs.shape)), [looked, knobs.shape]);
  const covered = useMemo(() => (looked && funnel ? coveredBy(looked, funnel.kept) : []), [looked, funnel]);
  const hot = useMemo(
    () => (looked ? Array.from({ length: ANCHOR_COUNT }, (_, i) => i).filter((i) => scoreOf(looked, i) > 0.5).length : 0),
    [looked],
  );
  const rank = Math.round(knobs.rank);
  const own = (Math.round(knobs.row) - 1) * CELLS + Math.round(knobs.column) - 1;
  const shape = Number(knobs.shape);
  const anchor = !looked || !funnel ? 0 : rank > 0 ? funnel.ranked[rank - 1] : shape > 0 ? own * PER_CELL + shape - 1 : bestOf(looked, own);
  const cell = Math.floor(anchor / PER_CELL);
  const place = (funnel?.ranked.indexOf(anchor) ?? -1) + 1;
  const turned = depth === "sum" && knobs.dial;
  const deltas = !looked ? [0, 0, 0, 0] : turned ? [knobs.tx, knobs.ty, knobs.tw, knobs.th] : deltasOf(looked, anchor);
  const box = clipBox(decoded(anchor, deltas), SCENE_SIDE, SCENE_SIDE);

  const choose = (at: number) => {
    set("rank", 0);
    set("row", Math.floor(at / CELLS) + 1);
    set("column", (at % CELLS) + 1);
  };
  const change: typeof put = (knob, value) => {
    // One of the nine of the cell that is looked at.
    if (knob === "shape" && depth !== "map") choose(cell);
    put(knob, value);
    if (knob !== "dial" || value !== true || !looked) return;
    // From where the network has them.
    const from = deltasOf(looked, anchor).map((each) => Math.min(1, Math.max(-1, Math.round(each * 20) / 20)));
    (["tx", "ty", "tw", "th"] as const).forEach((name, i) => set(name, from[i]));
  };

  const truths = looked
    ? objectBoxes(
        looked.objects.map(({ label, box: place }) => ({ cls: VOC_CLASSES[label], box: place })),
        locale,
        // The numbers on the picture are the proposals'.
      ).map((each) => ({ ...each, label: "" }))
    : [];
  const proposals: StageBox[] =
    !looked || !funnel || !open
      ? []
      : funnel.kept.slice(0, kept <= NUMBERED ? kept : 0).map((i, at) => ({
          id: `proposal-${at + 1}`,
          box: clipBox(decoded(i, deltasOf(looked, i)), SCENE_SIDE, SCENE_SIDE),
          label: String(at + 1),
          tone: 1 + (at % 6),
          state: countOf(coveredBy(looked, [i])) > 0 ? ("kept" as const) : ("idle" as const),
          description: ko
            ? `${at + 1}번째 후보, 점수 ${num(scoreOf(looked, i), 2)}`
            : `Proposal ${at + 1}, score ${num(scoreOf(looked, i), 2)}`,
        }));
  const single: StageBox[] =
    !looked || !open || depth === "map"
      ? []
      : [
          {
            id: "anchor",
            box: anchorOf(anchor),
            label: depth === "sum" ? (ko ? "앵커" : "anchor") : "",
            tone: 7,
            state: "ghost" as const,
            description: ko ? "앵커" : "The anchor",
          },
          {
            id: "box",
            box,
            label: num(scoreOf(looked, anchor), 2),
            tone: 1,
            state: "picked" as const,
            description: ko
              ? `옮겨 간 상자, 점수 ${num(scoreOf(looked, anchor), 2)}`
              : `The decoded box, score ${num(scoreOf(looked, anchor), 2)}`,
          },
        ];

  const counts = funnel
    ? [ANCHOR_COUNT, funnel.ranked.length, funnel.large.length, funnel.apart.length, funnel.kept.length].map((n) => num(n))
    : [];
  const way = ko
    ? `앵커 ${counts[0]}개 → 점수로 ${counts[1]}개 → ${FUNNEL.smallest}픽셀 이상 ${counts[2]}개 → ${knobs.nms ? "NMS 뒤" : "NMS 없이"} ${counts[3]}개 → 남긴 후보 ${counts[4]}개`
    : `${counts[0]} anchors → ${counts[1]} by score → ${counts[2]} of ${FUNNEL.smallest} pixels or more → ${counts[3]} ${knobs.nms ? "after" : "without"} NMS → ${counts[4]} kept`;
  const alone = useMemo(() => (looked ? countOf(coveredBy(looked, funnelOf(looked, null, GUESSED).kept)) : 0), [looked]);

  return (
    <SimulationFrame
      title={WORDS.title[locale]}
      locale={locale}
      onReset={() => resetBut("open")}
      shareUrl={shareUrl}
      testId="rpn"
      status={task.status}
      picture={
        <div className="mx-auto w-full [--stage:var(--view)]">
          <Stage
            width={SCENE_SIDE}
            height={SCENE_SIDE}
            boxes={open ? [...(depth === "map" ? truths : []), ...(depth === "map" ? proposals : single)] : truths}
            label={WORDS.picture[locale]}
            description={
              open && looked
                ? `${way}. ${WORDS.covered[locale]}: ${countOf(covered)}/${covered.length}.`
                : ko
                  ? "물체 셋과 점수의 히트맵."
                  : "Three objects and a heat map of scores."
            }
            locale={locale}
            underlay={
              <>
                <SceneLayer drawing={looked?.drawing ?? null} seen={looked?.pixels ?? null} side={SCENE_SIDE} />
                {heat && depth !== "sum" ? (
                  <HeatLayer values={heat} rows={CELLS} columns={CELLS} width={SCENE_SIDE} height={SCENE_SIDE} opacity={0.6} least={0.1} />
                ) : null}
                {open && looked && depth === "map" && kept > NUMBERED && funnel ? (
                  <OutlinesLayer
                    outlines={funnel.kept.map((i) => ({
                      key: String(i),
                      box: clipBox(decoded(i, deltasOf(looked, i)), SCENE_SIDE, SCENE_SIDE),
                      tone: 1,
                      faded: countOf(coveredBy(looked, [i])) === 0,
                    }))}
                  />
                ) : null}
                {open && depth === "cell" ? (
                  <OutlinesLayer
                    outlines={anchorsAt(cell).map((i) => ({ key: String(i), box: anchorOf(i), tone: 7, faded: i !== anchor }))}
                    centre={middle(anchor)}
                  />
                ) : null}
              </>
            }
          >
            {open && depth === "sum" ? <Arrow from={anchorOf(anchor)} to={box} text="" tone="spares" quiet /> : null}
            {open ? (
              <TapLayer
                width={SCENE_SIDE}
                height={SCENE_SIDE}
                onTap={(x, y) => {
                  choose(cellAt(x, y));
                  if (depth === "map") set("depth", "cell");
                }}
              />
            ) : null}
          </Stage>
        </div>
      }
      guess={
        // A link that brings the answer along, and another scene than the guessed one, show nothing of it.
        scene === 1 && (!open || guess !== null) ? (
          <GuessChoice
            question={
              ko
                ? "노랄수록 ‘물체’라는 점수가 높아요. NMS 없이 점수가 가장 높은 상자 셋만 남기면, 세 물체 가운데 몇을 덮을까요?"
                : "The yellower, the higher the score for “object”. Keep the three boxes that score highest, without NMS: how many of the three objects do they cover?"
            }
            options={[0, 1, 2, 3].map((value) => ({ value, label: String(value) }))}
            small
            onGuess={(value) => {
              setGuess(value);
              set("open", true);
            }}
            answer={
              open && guess !== null
                ? ko
                  ? `${guess === alone ? "맞았어요. " : "짐작과 달라요. "}${alone}개예요. 한 물체 둘레의 앵커들이 거의 같은 상자를 저마다 높게 매겨서, 셋이 한 물체에 몰려요. 지금은 NMS 뒤의 후보예요. 꺼 보세요.`
                  : `${guess === alone ? "Right: " : "Not quite: "}${alone}. Anchors around one object give nearly the same box, each with a high score, so all three crowd there. What you see now is after NMS: switch it off.`
                : null
            }
          />
        ) : null
      }
      below={
        looked ? (
          <div className="flex flex-col gap-4">
            {!open ? null : depth === "cell" ? (
              <CellPanel looked={looked} anchor={anchor} locale={locale} />
            ) : depth === "sum" ? (
              <BoxSum looked={looked} anchor={anchor} deltas={deltas} locale={locale} />
            ) : (
              <StatRow
                columns={3}
                stats={[
                  { label: WORDS.hot[locale], value: hot },
                  { label: WORDS.apart[locale], value: funnel?.apart.length ?? 0 },
                  { label: WORDS.covered[locale], value: `${countOf(covered)}/${covered.length}` },
                ]}
              />
            )}
            <TaskStatus task={task} locale={locale} />
          </div>
        ) : null
      }
      knobs={
        <>
          {open ? <KnobPanel list={KNOBS} knobs={knobs} put={change} locale={locale} /> : null}
          <SeenSwitch locale={locale} />
        </>
      }
      after={
        open && depth === "map" && looked && funnel ? <RecallPlot looked={looked} list={funnel.apart} kept={kept} locale={locale} /> : null
      }
      caption={
        !open || !funnel
          ? undefined
          : depth === "map"
            ? way
            : ko
              ? `${place > 0 ? `점수로 ${place}번째인` : `점수로 ${FUNNEL.before}등 밖인`} 앵커예요. 회색 점선이 앵커, 색 상자가 델타를 따라 옮겨 간 곳이에요. 그림을 누르면 다른 칸을 봐요.`
              : `This anchor is ${place > 0 ? `${ordinal(place, "en")} by score` : `not among the best ${FUNNEL.before}`}. Dashed grey: the anchor; coloured: where its deltas take it. Tap the picture for another cell.`
      }
    />
  );
}

/** The centre of an anchor. */
function middle(anchor: number): readonly [number, number] {
  const [x1, y1, x2, y2] = anchorOf(anchor);
  return [(x1 + x2) / 2, (y1 + y2) / 2];
}
