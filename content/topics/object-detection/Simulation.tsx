"use client";

import { useMemo, useState } from "react";
import type { SimulationProps } from "@/lib/challenges/play";
import type { Text } from "@/lib/challenges/text";
import { CLASS_NAMES, VOC_CLASSES, type VocClass } from "@/lib/engine/scenes";
import { SCENE_SIDE } from "@/lib/engine/scenes/emoji/board";
import { Button } from "@/lib/ui/components";
import { SceneLayer, SeenSwitch } from "@/lib/ui/scene";
import { GuessChoice, inRange, KnobPanel, SimulationFrame, StatRow, useKnobs } from "@/lib/ui/simulation";
import { Stage } from "@/lib/ui/stage";
import { Arrow } from "@/lib/ui/stage/layers";
import { useTask, type UsedTask } from "@/lib/ui/tasks";
import { josa } from "@/lib/words";
import { ApTable } from "./ApTable";
import { DEFAULTS, KNOBS, LEAST_SCORE } from "./knobs";
import type { Cuts } from "./lab";
import { LAB_SCENES } from "./labScene";
import { PairList } from "./PairList";
import { pairBoxes, pairsOf } from "./pairs";
import { CurvePanel, ErrorsPanel, SumPanel } from "./Panels";
import { PictureLegend } from "./PictureLegend";
import { recordedAnswer, recordedPicture } from "./question";
import type { tasks } from "./tasks";

const WORDS = {
  title: { ko: "임계값 실험실", en: "The threshold lab" },
  stage: { ko: "물체와 보이는 검출", en: "Objects and the detections shown" },
  guess: {
    ko: "점수 임계값 s를 0.5에서 0.2로 내려요. 검출을 모두 넘겨 잰 AP는 어떻게 될까요?",
    en: "The score threshold s goes down from 0.5 to 0.2. What happens to the AP of all detections?",
  },
  rises: { ko: "올라가요", en: "It rises" },
  falls: { ko: "내려가요", en: "It falls" },
  stays: { ko: "그대로예요", en: "It stays" },
  right: { ko: "예상한 대로예요. ", en: "As you guessed. " },
  wrong: { ko: "예상과 달라요. ", en: "Not quite. " },
  still: {
    ko: "s를 움직이면 곡선 위의 점만 미끄러지고, 검출을 모두 넘겨 잰 AP는 움직이지 않아요.",
    en: "Moving s slides a point along the curve; the AP of all detections stays where it is.",
  },
  floor: {
    ko: "녹화에는 점수 0.10부터 담겨 있어요. 그래서 s = 0.10이면 모두 넘긴 것과 같아요.",
    en: "The recording begins at a score of 0.10, so at s = 0.10 everything is handed in.",
  },
  why: {
    ko: "s 이상인 검출만 넘겨 넓이를 재면, 잘라 낸 쪽에 참 양성이 하나라도 있을 때만 AP가 내려가요. 거짓 양성만 잘려 나갔다면 그대로이고, 올라가는 일은 없어요. NMS 임계값과 기준 IoU는 검출이나 판정을 바꾸니까 AP도 바꿔요.",
    en: "If only what scores s or more is handed in, the area falls exactly when a true positive is lost. Where only false positives go it stays, and it never rises. The NMS threshold and the match IoU change the detections or their verdicts, and so the AP.",
  },
  again: { ko: "다시 해 보기", en: "Try again" },
} satisfies Record<string, Text>;

const STATUS: Readonly<Record<UsedTask<never, never>["status"], Text>> = {
  recorded: { ko: "녹화해 둔 결과예요.", en: "A recorded result." },
  running: { ko: `장면 ${LAB_SCENES}개를 다시 평가하고 있어요…`, en: `Evaluating ${LAB_SCENES} scenes again…` },
  live: { ko: `장면 ${LAB_SCENES}개를 방금 이 브라우저에서 평가했어요.`, en: `${LAB_SCENES} scenes, evaluated in this browser just now.` },
  failed: { ko: "엔진이 답하지 못했어요.", en: "The engine could not answer." },
};

const ALONE = {
  here: {
    ko: (name: string) => `그림에는 ${name}만 보여 줘요.`,
    en: (name: string) => `The picture shows ${name} alone.`,
  },
  none: {
    ko: (name: string) => `이 장면에는 ${josa(name, "이/가")} 없어요. “그림에도 이 클래스만”을 끄면 모두 보여요.`,
    en: (name: string) => `No ${name} here. Switch off “This class alone” to see the rest.`,
  },
};

/** The last value there was, while the next one is on its way. */
function useHeld<T>(value: T | null): T | null {
  const [held, setHeld] = useState(value);
  if (value !== null && value !== held) setHeld(value);
  return value ?? held;
}

/** The causes of error, asked for only while somebody looks at them. */
function Errors({ engine, cuts, locale }: Pick<SimulationProps<typeof tasks>, "engine" | "locale"> & { readonly cuts: Cuts }) {
  const { value } = useTask(engine, "errors", cuts);
  return <ErrorsPanel errors={useHeld(value)} locale={locale} />;
}

/**
 * Real detections of our RetinaNet under the three thresholds of an evaluation: who finds what on one picture, and the curve, the three
 * APs and the causes of error over all scenes. The picture is judged on the page, the scenes in the engine worker.
 */
export function Simulation({ locale, engine }: SimulationProps<typeof tasks>) {
  const { knobs: given, put, reset, shareUrl } = useKnobs("lab", DEFAULTS);
  const knobs = useMemo(() => inRange(KNOBS, given), [given]);
  const [guess, setGuess] = useState<"rises" | "falls" | "stays" | null>(null);
  // Which rows depend on s is to be seen first: they are told apart in words once s was moved.
  const [moved, setMoved] = useState(false);
  const [chosen, setChosen] = useState<string | null>(null);
  const { nms, match, score, depth } = knobs;
  const cls = knobs.cls as VocClass;
  const name = CLASS_NAMES[cls][locale];
  const question = { nms, match, score, label: VOC_CLASSES.indexOf(cls) };
  const drawn = useTask(engine, "picture", { scene: knobs.scene }, { recorded: recordedPicture(knobs.scene) });
  const curve = useTask(engine, "curve", question, { recorded: recordedAnswer(question) });
  const picture = useHeld(drawn.value);
  const answer = useHeld(curve.value);
  // A link to a deeper look has been past its guess.
  const revealed = guess !== null || depth !== "map";
  const scene = picture?.scene ?? null;
  const only = knobs.alone ? VOC_CLASSES.indexOf(cls) : null;
  const judged = useMemo(() => (scene ? pairsOf(scene, { nms, match, score }, only) : null), [scene, nms, match, score, only]);
  const pair = judged?.pairs.find(({ id }) => id === chosen) ?? null;
  const object = pair?.object === null || pair === null ? null : (scene?.objects[pair.object] ?? null);
  const found = judged?.pairs.filter(({ type }) => type === "true positive").length ?? 0;
  const stats = judged && [
    { label: "TP", value: found },
    { label: "FP", value: judged.pairs.length - found },
    { label: locale === "ko" ? "놓침 (FN)" : "FN", value: judged.unfound.length },
  ];
  const bare = judged !== null && judged.pairs.length === 0 && scene?.objects.every(({ label }) => label !== only);
  const status = [drawn, curve].find((one) => one.status === "failed") ?? curve;
  const change: typeof put = (knob, value) => {
    put(knob, value);
    setChosen(null);
    if (knob === "score" && revealed) setMoved(true);
  };

  return (
    <SimulationFrame
      title={WORDS.title[locale]}
      locale={locale}
      onReset={() => {
        reset();
        setGuess(null);
        setMoved(false);
        setChosen(null);
      }}
      shareUrl={shareUrl}
      testId="threshold-lab"
      status={curve.status}
      picture={
        <div className="flex flex-col gap-2 [--stage:var(--view)]">
          <div className="mx-auto w-full max-w-(--view)">
            <Stage
              width={SCENE_SIDE}
              height={SCENE_SIDE}
              boxes={scene && judged ? pairBoxes(scene, judged, locale, only) : []}
              label={WORDS.stage[locale]}
              description={(stats ?? []).map(({ label, value }) => `${label} ${value}`).join(", ")}
              locale={locale}
              pointed={pair?.id ?? null}
              underlay={picture ? <SceneLayer drawing={picture.drawing} seen={picture.seen} side={SCENE_SIDE} /> : null}
            >
              {pair && object ? (
                <Arrow
                  from={pair.box}
                  to={object.box}
                  text={pair.iou.toFixed(2)}
                  tone={pair.type === "true positive" ? "spares" : "drops"}
                />
              ) : null}
            </Stage>
          </div>
          {only !== null && judged ? (
            <p className="m-0 text-xs text-ink-2">{bare ? ALONE.none[locale](name) : ALONE.here[locale](name)}</p>
          ) : null}
          {stats ? <StatRow columns={3} stats={stats} /> : null}
        </div>
      }
      guess={
        revealed && guess === null ? null : (
          <GuessChoice
            question={WORDS.guess[locale]}
            options={(["rises", "falls", "stays"] as const).map((value) => ({ value, label: WORDS[value][locale] }))}
            onGuess={setGuess}
            answer={guess === null ? null : `${WORDS[guess === "stays" ? "right" : "wrong"][locale]}${WORDS.still[locale]}`}
          />
        )
      }
      knobs={
        <>
          <KnobPanel list={KNOBS} knobs={knobs} put={change} locale={locale} />
          <SeenSwitch locale={locale} />
          {revealed ? (
            <div className={curve.value === null ? "opacity-60" : ""}>
              <ApTable answer={answer} name={name} score={score} moved={moved} locale={locale} />
            </div>
          ) : null}
        </>
      }
      after={
        <div className="flex flex-col gap-4">
          {revealed && answer !== null ? (
            <div className={curve.value === null ? "min-w-0 opacity-60" : "min-w-0"}>
              {depth === "parts" ? (
                <Errors engine={engine} cuts={{ nms, match, score }} locale={locale} />
              ) : depth === "sum" ? (
                <SumPanel answer={answer} locale={locale} />
              ) : (
                <CurvePanel answer={answer} name={name} score={score} locale={locale} />
              )}
            </div>
          ) : null}
          {judged && depth === "parts" ? <PairList {...judged} chosen={pair?.id ?? null} onChoose={setChosen} locale={locale} /> : null}
          <div role="status" className="flex min-h-9 flex-wrap items-center gap-x-3 text-sm text-ink-2">
            {STATUS[status.status][locale]}
            {status.status === "failed" ? (
              <Button size="sm" variant="secondary" onClick={status.retry}>
                {WORDS.again[locale]}
              </Button>
            ) : null}
          </div>
          <PictureLegend locale={locale} />
        </div>
      }
      caption={revealed ? `${WORDS.why[locale]} ${score === LEAST_SCORE ? WORDS.floor[locale] : ""}` : undefined}
    />
  );
}
