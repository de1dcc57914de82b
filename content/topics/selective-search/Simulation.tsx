"use client";

import { useMemo, useState } from "react";
import type { SimulationProps } from "@/lib/challenges/play";
import type { Text } from "@/lib/challenges/text";
import { CLASS_NAMES, VOC_CLASSES } from "@/lib/engine/scenes/classes";
import { SCENE_SIDE } from "@/lib/engine/scenes/emoji/board";
import { Switch, Timeline } from "@/lib/ui/components";
import { SceneLayer, useSeen } from "@/lib/ui/scene";
import { GuessChoice, inRange, KnobPanel, oneOf, SimulationFrame, StatRow, TaskStatus, useKnobs, wholeWithin } from "@/lib/ui/simulation";
import { Stage } from "@/lib/ui/stage";
import { OutlinesLayer } from "@/lib/ui/stage/layers";
import { useTask } from "@/lib/ui/tasks";
import { josa, ordinal } from "@/lib/words";
import { DEFAULTS, KNOBS } from "./knobs";
import { PairStrap } from "./PairStrap";
import { PairArithmetic, PairTable } from "./PairTable";
import { MEASURES, recordedAnswer, SPACES, type Question } from "./question";
import { RecallPlot } from "./RecallPlot";
import { bordersOf, foundAfter, foundInList, HIT, middleOfRegion, stageOf, type Found, type Stage as Moment } from "./simulationModel";
import type { tasks } from "./tasks";

const STAGES: Readonly<Record<Moment, Text>> = {
  segment: { ko: "처음 조각에 이미 있어요", en: "It is a first segment" },
  early: { ko: "합치기의 앞 절반에 생겨요", en: "In the first half of the merges" },
  late: { ko: "합치기의 뒤 절반에 생겨요", en: "In the second half of the merges" },
};

/** There is no network here: what is shown is what is split. */
const SEES: Text = { ko: "선택적 탐색이 보는 그림", en: "What selective search sees" };
const STATUS = {
  recorded: {
    ko: "녹화해 둔 결과예요. 그림이 도착하면 새로 계산해요.",
    en: "A recorded result. It is computed again once the drawings have loaded.",
  },
  failed: { ko: "그림을 받지 못했어요.", en: "The drawings could not be reached." },
} satisfies Record<string, Text>;

const nameOf = ({ label }: Pick<Found, "label">): Text => CLASS_NAMES[VOC_CLASSES[label]];

/** A grouping grown step by step: the borders that are left, the pair that merges next, and each object's best box so far. */
export function Simulation({ locale, engine }: SimulationProps<typeof tasks>) {
  const [seen, see] = useSeen();
  const { knobs: given, set, put, reset, shareUrl } = useKnobs("selective-search", DEFAULTS);
  const knobs = useMemo(() => inRange(KNOBS, given), [given]);
  const [guess, setGuess] = useState<Moment | null>(null);
  const ko = locale === "ko";
  const chosen = MEASURES.filter((name) => knobs[name]);
  // A sum of nothing orders nothing: without any measure size stays.
  const measures = chosen.length > 0 ? chosen : (["size"] as const);
  const question: Question = { scene: knobs.scene, space: oneOf(SPACES, knobs.space), scale: knobs.k, sigma: knobs.sigma, measures };
  const task = useTask(engine, "grown", question, { recorded: recordedAnswer(question) });
  const { value: grown, status } = task;
  const last = grown?.pairs.length ?? 0;
  const listed = knobs.mode === "list";
  const revealed = guess !== null || knobs.step > 0 || listed;
  const step = revealed ? wholeWithin(knobs.step, 0, last) : 0;
  const next = grown?.pairs[step]?.[0];
  const lines = useMemo(
    () => (grown && !listed ? bordersOf(grown, step, next ? [next[0], next[1]] : []) : { all: "", lit: "" }),
    [grown, listed, step, next],
  );
  const strap = useMemo(
    () =>
      grown && next && !listed
        ? ([next[0], next[1]].map((region) => ({ at: middleOfRegion(grown, step, region), name: String(region) })) as [
            { at: readonly [number, number]; name: string },
            { at: readonly [number, number]; name: string },
          ])
        : null,
    [grown, listed, step, next],
  );
  const found = !grown || !revealed ? [] : listed ? foundInList(grown, knobs.kept) : foundAfter(grown, step);
  const hits = found.filter(({ iou }) => iou >= HIT);
  const asked = grown?.objects[0];
  const answer = grown && foundAfter(grown, last)[0];
  const captions = grown
    ? Array.from({ length: last + 1 }, (_, at) => {
        const row = grown.pairs[at]?.[0];
        const regions = grown.count - at;
        return row
          ? ko
            ? `영역 ${regions}개. 다음에는 ${josa(String(row[0]), "과/와")} ${josa(String(row[1]), "이/가")} 합쳐져요.`
            : `${regions} regions. Next ${row[0]} and ${row[1]} merge.`
          : ko
            ? `그림 전체가 한 영역이 됐어요. 그동안 있었던 영역은 모두 ${2 * grown.count - 1}개예요.`
            : `The whole picture is one region. ${2 * grown.count - 1} regions have existed by now.`;
      })
    : [];
  const change: typeof put = (name, value) => {
    put(name, value);
    if (name === "scene" || name === "space" || name === "k" || name === "sigma") set("step", 0);
    if (name === "scene") setGuess(null);
  };
  return (
    <SimulationFrame
      title={ko ? "조각에서 물체까지" : "From segments to objects"}
      locale={locale}
      onReset={() => {
        reset();
        setGuess(null);
      }}
      shareUrl={shareUrl}
      testId="selective-search"
      status={status}
      picture={
        <div className="[--stage:var(--view)]">
          <Stage
            width={SCENE_SIDE}
            height={SCENE_SIDE}
            boxes={found.map((one, i) => ({
              id: String(i),
              box: one.box,
              label: one.iou.toFixed(2),
              tone: i,
              state: one.iou >= HIT ? "kept" : "ghost",
              description: `${nameOf(one)[locale]}, IoU ${one.iou.toFixed(2)}`,
            }))}
            label={ko ? "영역으로 나뉜 그림" : "A picture in regions"}
            description={revealed ? (captions[step] ?? "") : ko ? "먼저 짐작해 보세요." : "Guess first."}
            locale={locale}
            underlay={
              <>
                <SceneLayer drawing={grown?.drawing ?? null} seen={grown?.seen ?? null} side={SCENE_SIDE} />
                <path d={lines.all} stroke="#fff" strokeWidth={1.1} fill="none" />
                <path d={lines.all} stroke="#1a1620" strokeWidth={0.5} fill="none" />
                {revealed ? <path d={lines.lit} stroke="#d8341c" strokeWidth={1} fill="none" /> : null}
                {listed && grown ? (
                  <OutlinesLayer
                    outlines={grown.fast.slice(0, knobs.kept).map((box, i) => ({ key: String(i), box, tone: 4, faded: true }))}
                  />
                ) : null}
              </>
            }
          >
            {revealed && strap ? <PairStrap ends={strap} /> : null}
          </Stage>
        </div>
      }
      guess={
        !grown || !asked || listed ? null : (
          <GuessChoice
            question={
              ko
                ? `${josa(nameOf(asked).ko, "을/를")} 가장 잘 두른 상자는 언제 생길까요?`
                : `When does the best box for the ${nameOf(asked).en} come to be?`
            }
            options={(["segment", "early", "late"] as const).map((value) => ({ value, label: STAGES[value][locale] }))}
            onGuess={setGuess}
            answer={
              revealed && answer
                ? ko
                  ? `${josa(nameOf(asked).ko, "은/는")} ${answer.when === 0 ? "처음 조각이" : `${ordinal(answer.when, "ko")} 합치기에서 나온 영역이`} IoU ${josa(answer.iou.toFixed(2), "으로/로")} 가장 잘 맞아요. ${guess === null ? "" : guess === stageOf(answer.when, last) ? "짐작이 맞았어요." : "짐작과 달라요."}`
                  : `${answer.when === 0 ? "A first segment" : `The region of merge ${answer.when} of ${last}`} fits the ${nameOf(asked).en} best, IoU ${answer.iou.toFixed(2)}. ${guess === null ? "" : guess === stageOf(answer.when, last) ? "You guessed it." : "Not as you guessed."}`
                : null
            }
          />
        )
      }
      below={
        revealed && grown ? (
          <div className="flex flex-col gap-4">
            {listed ? null : <Timeline step={step} count={last + 1} onStep={(at) => set("step", at)} locale={locale} captions={captions} />}
            {!listed && knobs.depth === "parts" && grown.pairs[step] ? (
              <PairTable rows={grown.pairs[step]} measures={measures} locale={locale} />
            ) : null}
            {!listed && knobs.depth === "sum" && next ? (
              <PairArithmetic grown={grown} row={next} space={question.space} measures={measures} locale={locale} />
            ) : null}
          </div>
        ) : null
      }
      knobs={
        <>
          <StatRow
            columns={3}
            stats={[
              { label: ko ? "처음 조각" : "First segments", value: grown?.count ?? "–" },
              {
                label: ko ? "지금까지의 상자" : "Boxes so far",
                value: grown ? (listed ? Math.min(knobs.kept, grown.fast.length) : grown.count + step) : "–",
              },
              { label: ko ? "찾은 물체" : "Objects found", value: revealed && grown ? `${hits.length}/${grown.objects.length}` : "?" },
            ]}
          />
          <KnobPanel list={KNOBS} knobs={knobs} put={change} locale={locale} />
          <Switch label={SEES[locale]} checked={seen} onChange={see} />
        </>
      }
      after={
        <div className="flex flex-col gap-3">
          {listed && grown ? <RecallPlot grown={grown} kept={knobs.kept} locale={locale} /> : null}
          <TaskStatus task={task} locale={locale} words={{ recorded: STATUS.recorded[locale], failed: STATUS.failed[locale] }} />
        </div>
      }
      caption={
        <p className="m-0 min-h-10">
          {!revealed
            ? ko
              ? "검은 선이 영역의 경계예요."
              : "Dark lines are the borders of the regions."
            : listed
              ? ko
                ? "점선은 여덟 번 묶어 나온 목록의 앞에서부터 남긴 상자예요. 굵은 상자는 그 가운데 물체마다 가장 잘 맞는 것이고, 숫자는 IoU예요."
                : "Dashed lines are the boxes kept, from the top of the list that eight groupings gave. Each bold box is the best of them for its object; the number is its IoU."
              : ko
                ? "빨간 선의 두 영역이 다음에 합쳐져요. 상자는 지금까지 있었던 모든 영역 가운데 물체마다 가장 잘 맞는 것이고, 숫자는 IoU예요."
                : "The two regions with red borders merge next. Each box is the best for its object of all regions so far; the number is its IoU."}
        </p>
      }
    />
  );
}
