"use client";

import { useMemo, useState } from "react";
import type { SimulationProps } from "@/lib/challenges/play";
import { SimulationFrame, Stat, Timeline, useKnobs } from "@/lib/ui/components";
import { Stage, type StageBox } from "@/lib/ui/stage";
import { Arrow } from "./Arrow";
import { Guess } from "./Guess";
import { IouArithmetic } from "./IouArithmetic";
import { SimulationKnobs } from "./SimulationKnobs";
import { DEFAULTS, makeCloud, runNms, runSoftNms } from "./simulationModel";
import { describe, pictureTag, tonesOf } from "./stageBoxes";

/** Greedy NMS on a detector-like cloud, step by step, with Soft-NMS beside it. Every number comes from the engine, live. */
export function Simulation({ locale }: SimulationProps) {
  const { knobs, set, reset, shareUrl } = useKnobs("nms", DEFAULTS);
  const [at, setAt] = useState(0);
  const [guess, setGuess] = useState<number | null>(null);
  const ko = locale === "ko";
  const scene = useMemo(() => makeCloud(knobs.seed, knobs.crowd, knobs.minScore), [knobs.seed, knobs.crowd, knobs.minScore]);
  const run = useMemo(() => runNms(scene.boxes, knobs.t, knobs.perClass), [scene, knobs.t, knobs.perClass]);
  const soft = useMemo(() => runSoftNms(scene.boxes, knobs.method === "linear" ? "linear" : "gaussian", knobs.t, knobs.sigma, knobs.perClass), [scene, knobs.method, knobs.t, knobs.sigma, knobs.perClass]);

  const revealed = guess !== null;
  const step = revealed ? Math.min(at, run.steps.length) : 0;
  const now = step === 0 ? null : run.steps[step - 1];
  const byId = new Map(scene.boxes.map((b) => [b.id, b]));
  const kept = new Set(run.steps.slice(0, step).filter((s) => s.type === "pick").map((s) => s.id));
  const fallen = new Set(run.steps.slice(0, step).filter((s) => s.type === "compare" && s.suppressed).map((s) => s.id));
  const tone = tonesOf(scene.boxes);
  const softened = knobs.method !== "hard";
  const boxes = scene.boxes.map((box): StageBox => {
    const score = softened && revealed ? (soft.get(box.id) ?? 0) : box.score;
    return {
      id: box.id,
      box: box.box,
      label: pictureTag({ ...box, score }, scene.boxes),
      tone: tone(box),
      state: softened && revealed ? (score >= knobs.minScore ? "kept" : "suppressed") : kept.has(box.id) ? "kept" : fallen.has(box.id) ? "suppressed" : "idle",
      description: describe({ ...box, score }, locale),
      score,
    };
  });
  const captions = [
    ko ? "점수로 줄을 세웠어요. 이제 한 단계씩 가 봐요." : "The boxes are sorted by score. Now step by step.",
    ...run.steps.map((s) =>
      s.type === "pick"
        ? ko ? `${s.id}를 남겨요 (점수 ${s.score.toFixed(2)}).` : `Keep ${s.id} (score ${s.score.toFixed(2)}).`
        : s.suppressed
          ? ko ? `IoU(${s.by}, ${s.id}) = ${s.iou.toFixed(2)} > ${knobs.t.toFixed(2)}: ${s.id}를 지워요.` : `IoU(${s.by}, ${s.id}) = ${s.iou.toFixed(2)} > ${knobs.t.toFixed(2)}: drop ${s.id}.`
          : ko ? `IoU(${s.by}, ${s.id}) = ${s.iou.toFixed(2)} ≤ ${knobs.t.toFixed(2)}: ${s.id}는 아직 남아요.` : `IoU(${s.by}, ${s.id}) = ${s.iou.toFixed(2)} ≤ ${knobs.t.toFixed(2)}: ${s.id} still stands.`,
    ),
  ];
  const [a, b] = now?.type === "compare" ? [byId.get(now.by), byId.get(now.id)] : [undefined, undefined];
  const softKept = [...soft.values()].filter((s) => s >= knobs.minScore).length;

  return (
    <SimulationFrame
      title={ko ? "NMS를 한 단계씩" : "NMS, one step at a time"}
      locale={locale}
      onReset={() => {
        reset();
        setAt(0);
        setGuess(null);
      }}
      shareUrl={shareUrl}
      picture={
        <div className="flex flex-col gap-3">
          <Stage
            width={scene.width}
            height={scene.height}
            sprites={scene.sprites}
            boxes={boxes}
            label={ko ? `후보 상자 ${boxes.length}개` : `${boxes.length} candidate boxes`}
            description={revealed ? captions[step] : ko ? "먼저 몇 개가 남을지 예상해 보세요." : "Guess first how many will be left."}
            locale={locale}
          >
            {a && b && now?.type === "compare" && !softened ? <Arrow from={a.box} to={b.box} text={now.iou.toFixed(2)} strong={now.suppressed} /> : null}
          </Stage>
          {revealed ? (
            <>
              {softened ? (
                <p className="m-0 min-h-12 text-sm text-ink">
                  {ko
                    ? `Soft-NMS는 지우지 않고 점수를 낮춰요. 점수 ${knobs.minScore.toFixed(2)} 이상은 ${softKept}개예요.`
                    : `Soft-NMS lowers scores instead of dropping. ${softKept} are still at ${knobs.minScore.toFixed(2)} or above.`}
                </p>
              ) : (
                <>
                  <Timeline step={step} count={run.steps.length + 1} onStep={setAt} locale={locale} captions={captions} />
                  <div className="min-h-16">{a && b ? <IouArithmetic a={a} b={b} threshold={knobs.t} locale={locale} /> : null}</div>
                </>
              )}
            </>
          ) : (
            <Guess most={Math.min(9, boxes.length)} onGuess={setGuess} locale={locale} />
          )}
        </div>
      }
      knobs={
        <>
          <div className="grid grid-cols-2 gap-2">
            <Stat label={ko ? "후보" : "Candidates"} value={String(boxes.length)} />
            <Stat label={ko ? "생존" : "Survivors"} value={revealed ? String(softened ? softKept : run.kept.length) : "?"} />
          </div>
          <SimulationKnobs knobs={knobs} set={set} locale={locale} />
        </>
      }
      caption={
        revealed && !softened
          ? guess === run.kept.length
            ? ko ? `예상한 대로 ${run.kept.length}개가 남아요.` : `As you guessed, ${run.kept.length} are left.`
            : ko ? `${guess}개를 예상했는데 지금 값으로는 ${run.kept.length}개가 남아요. 단계를 넘기며 까닭을 찾아보세요.` : `You guessed ${guess}; with these values ${run.kept.length} are left. Step through to see why.`
          : undefined
      }
    />
  );
}
