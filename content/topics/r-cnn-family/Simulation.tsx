"use client";

import { useMemo } from "react";
import type { SimulationProps } from "@/lib/challenges/play";
import type { Text } from "@/lib/challenges/text";
import { CLASS_NAMES, VOC_CLASSES } from "@/lib/engine/scenes/classes";
import { SCENE_SIDE } from "@/lib/engine/scenes/emoji/board";
import { SceneLayer, SeenSwitch } from "@/lib/ui/scene";
import {
  GuessChoice,
  inRange,
  KnobPanel,
  oneOf,
  SimulationFrame,
  StatRow,
  Sum,
  TaskStatus,
  useKnobs,
  wholeWithin,
} from "@/lib/ui/simulation";
import { shortScore, Stage } from "@/lib/ui/stage";
import { useTask } from "@/lib/ui/tasks";
import { inLargeUnit, large, LARGE_UNIT, num } from "@/lib/words";
import { Compared } from "./Compared";
import { memberOfPieces, multiplicationsOf, proposalsOf, totalOf, totals, type Chosen } from "./cost";
import { DEFAULTS, KNOBS } from "./knobs";
import { PartsTable } from "./PartsTable";
import { MEMBER_NAMES, TITLES } from "./pipeline";
import { PlaceBlocks } from "./PlaceBlocks";
import { MOST_PROPOSALS, recordedAnswer, SCENES } from "./ran";
import type { tasks } from "./tasks";

const WORDS = {
  title: { ko: "부품을 갈아 끼우기", en: "Exchange the parts" },
  stage: { ko: "후보와 검출", en: "Proposals and detections" },
  question: {
    ko: "셋 가운데 그림 한 장에 곱셈을 가장 적게 하는 것은 무엇일까요?",
    en: "Which of the three multiplies least for a picture?",
  },
  mixed: { ko: "아무도 안 만든 것", en: "One that nobody built" },
  passes: { ko: "합성곱을 지난 그림", en: "Pictures through the CNN" },
  used: { ko: "살펴본 후보", en: "Proposals looked at" },
  cost: { ko: "곱셈", en: "Multiplications" },
  untrained: {
    ko: "RPN의 후보를 그림에서 잘라 넣는 모델은 우리도 학습하지 않았어요. 곱셈만 셈할 수 있어요. RPN이 읽을 지도도 있어야 하니 합성곱이 두 번 들어요.",
    en: "Nobody here trained a model that crops an RPN's proposals; its multiplications can be counted all the same. The RPN needs a map to read, so the convolutions are paid for twice.",
  },
} satisfies Record<string, Text>;

/** One pipeline whose parts are exchanged: our three detectors on one scene, what each multiplies and how long each takes here. */
export function Simulation({ locale, engine }: SimulationProps<typeof tasks>) {
  const { knobs: given, set, put, resetBut, shareUrl } = useKnobs("r-cnn-family", DEFAULTS);
  const knobs = useMemo(() => inRange(KNOBS, given), [given]);
  const ko = locale === "ko";
  const { open, guess } = knobs;
  const scene = open ? wholeWithin(knobs.scene, 1, SCENES) : 1;
  const chosen: Chosen = open
    ? { proposals: oneOf(["search", "rpn"], knobs.proposals), features: oneOf(["crops", "map"], knobs.features) }
    : { proposals: "search", features: "crops" };
  const task = useTask(engine, "run", { scene }, { recorded: recordedAnswer(scene) });
  const ran = task.value;
  const member = memberOfPieces(chosen);
  const most = Math.round(knobs.most);
  const proposals = ran ? proposalsOf(ran, chosen).slice(0, most) : [];
  const cost = ran ? multiplicationsOf(chosen, proposals.length, ran.costs) : null;
  const detections = ran && member && open ? ran.runs[member].detections : [];
  const outlines = open ? proposals.map(([a, b, c, d]) => `M${a} ${b}H${c}V${d}H${a}Z`).join("") : "";
  const unit = oneOf(["multiplications", "time"], knobs.unit);
  const amount = (value: number) => large(value, locale, 1e5);
  const answer = () => {
    if (!ran || !open) return null;
    const all = totals(ran, MOST_PROPOSALS);
    const sums = MEMBER_NAMES.map((name) => `${TITLES[name]} ${amount(all[name])}`).join(", ");
    const right = guess === "fast-r-cnn";
    return ko
      ? `${right ? "맞아요. " : ""}${sums}. 가장 적은 것은 Fast R-CNN이에요. Faster R-CNN은 신경망에 RPN을 더했으니 곱셈이 늘어요. “이 기기의 시간”으로 견주면 차례가 달라져요. 선택적 탐색은 곱셈이 없어도 오래 걸리니까요.`
      : `${right ? "Right. " : ""}${sums}: Fast R-CNN multiplies least. Faster R-CNN adds an RPN to the network, which costs. Compare by “Time here”, and the order changes: selective search multiplies nothing and still takes long.`;
  };
  return (
    <SimulationFrame
      title={WORDS.title[locale]}
      locale={locale}
      onReset={() => resetBut("open", "guess")}
      shareUrl={shareUrl}
      testId="family"
      status={task.status}
      picture={
        <div className="mx-auto w-full [--stage:var(--view)]">
          <Stage
            width={SCENE_SIDE}
            height={SCENE_SIDE}
            boxes={detections.map(({ label, score, box }, i) => ({
              id: String(i),
              box,
              label: `${CLASS_NAMES[VOC_CLASSES[label]][locale]} ${shortScore(score)}`,
              tone: i,
              state: "kept" as const,
              description: `${CLASS_NAMES[VOC_CLASSES[label]][locale]} ${num(score, 2)}`,
            }))}
            label={WORDS.stage[locale]}
            description={
              member
                ? ko
                  ? `${TITLES[member]}: 후보 ${proposals.length}개, 검출 ${detections.length}개.`
                  : `${TITLES[member]}: ${proposals.length} proposals, ${detections.length} detections.`
                : WORDS.untrained[locale]
            }
            locale={locale}
            underlay={
              <>
                <SceneLayer drawing={ran?.drawing ?? null} seen={ran?.pixels ?? null} side={SCENE_SIDE} />
                <g fill="none" pointerEvents="none">
                  <path d={outlines} stroke="#14151a" strokeWidth={0.5} strokeOpacity={0.55} />
                  <path d={outlines} stroke="#fffdf9" strokeWidth={0.22} strokeOpacity={0.85} />
                </g>
              </>
            }
          />
        </div>
      }
      guess={
        <GuessChoice
          question={WORDS.question[locale]}
          options={MEMBER_NAMES.map((name) => ({ value: name, label: TITLES[name] }))}
          onGuess={(value) => {
            set("guess", value);
            set("open", true);
          }}
          answer={answer()}
        />
      }
      below={
        <div className="flex flex-col gap-3">
          {open ? (
            <p className="m-0 text-base font-semibold text-ink" data-testid="built">
              {member ? TITLES[member] : WORDS.mixed[locale]}
            </p>
          ) : null}
          {open && cost ? <PlaceBlocks chosen={chosen} proposals={proposals.length} cost={cost} locale={locale} /> : null}
          {open && !member ? <p className="m-0 text-sm text-ink-2">{WORDS.untrained[locale]}</p> : null}
          {open && knobs.depth === "parts" ? (
            <PartsTable pipeline={{ ...chosen, judge: chosen.features === "crops" ? "svm" : "softmax", box: true }} locale={locale} />
          ) : null}
          {open && cost && ran && knobs.depth === "sum" ? (
            <Sum
              lines={[
                ...(chosen.proposals === "rpn" ? [{ name: "RPN", sum: amount(cost.proposals) }] : []),
                ...(chosen.features === "map" || chosen.proposals === "rpn"
                  ? [{ name: ko ? "지도" : "map", sum: amount(ran.costs.map) }]
                  : []),
                chosen.features === "map"
                  ? {
                      name: ko ? "머리" : "heads",
                      sum: `${proposals.length} × ${large(ran.costs.head, locale, 1e3)} = ${amount(cost.judge)}`,
                    }
                  : {
                      name: ko ? "후보" : "crops",
                      sum: `${proposals.length} × ${amount(ran.costs.crop)} = ${amount(proposals.length * ran.costs.crop)}`,
                    },
                { name: ko ? "모두" : "all", sum: amount(totalOf(cost)), result: true },
              ]}
            />
          ) : null}
          <TaskStatus
            task={task}
            locale={locale}
            words={{
              recorded: ko
                ? "녹화해 둔 결과예요. 세 모델이 도착하면 새로 계산하고 시간을 재요."
                : "A recorded result. Once the three models have loaded it is computed again, and timed.",
              live: ko ? "방금 이 브라우저에서 계산하고 시간을 쟀어요." : "Computed and timed in this browser just now.",
            }}
          />
        </div>
      }
      knobs={
        <>
          {open && cost ? (
            <StatRow
              columns={3}
              stats={[
                {
                  label: WORDS.passes[locale],
                  value: chosen.features === "map" ? 1 : proposals.length + (chosen.proposals === "rpn" ? 1 : 0),
                },
                { label: WORDS.used[locale], value: proposals.length },
                {
                  label: `${WORDS.cost[locale]} (${LARGE_UNIT[locale].word})`,
                  value: inLargeUnit(totalOf(cost), locale, 1e5),
                },
              ]}
            />
          ) : null}
          {open ? <KnobPanel list={KNOBS} knobs={knobs} put={put} locale={locale} /> : null}
          <SeenSwitch locale={locale} />
        </>
      }
      after={open && ran ? <Compared ran={ran} most={most} unit={unit} search={knobs.search} marked={member} locale={locale} /> : null}
      caption={
        open
          ? ko
            ? "하얀 선은 후보, 색 선은 검출이에요. 색을 채운 자리는 후보마다 일해요. 후보 수를 줄이면 곱셈만 다시 세고, 검출은 그대로예요."
            : "White lines are proposals, coloured ones detections. The filled places work once a proposal. Fewer proposals change the count; the detections stay."
          : undefined
      }
    />
  );
}
