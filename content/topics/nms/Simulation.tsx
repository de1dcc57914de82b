"use client";

import { useMemo, useState } from "react";
import type { SimulationProps } from "@/lib/challenges/play";
import { SimulationFrame, Stat, Timeline, useKnobs } from "@/lib/ui/components";
import { Stage, type StageBox } from "@/lib/ui/stage";
import { Arrow } from "./Arrow";
import { ClassLegend } from "./Chips";
import { Guess } from "./Guess";
import { IouArithmetic } from "./IouArithmetic";
import { Overlap } from "./Overlap";
import { ScoreLadder } from "./ScoreLadder";
import { SimulationKnobs } from "./SimulationKnobs";
import { captionsOf, verdictOf } from "./simulationCaptions";
import { DEFAULTS, makeCloud, methodOf, run, standingAfter, withinRange } from "./simulationModel";
import { describe, pictureTag, tonesOf } from "./stageBoxes";

const STATE = { standing: "idle", kept: "kept", fallen: "suppressed" } as const;

/**
 * Suppression on a detector-like cloud, step by step: hard NMS or Soft-NMS on the timeline, the outcome of both beside each
 * other in the ladder. A guess comes first. Every number is the engine's, live; a link holds the exact step.
 */
export function Simulation({ locale }: SimulationProps) {
  const { knobs: given, set, reset, shareUrl } = useKnobs("nms", DEFAULTS);
  const knobs = useMemo(() => withinRange(given), [given]);
  const [guess, setGuess] = useState<number | null>(null);
  const ko = locale === "ko";
  const method = methodOf(knobs.method);
  const softMethod = method === "linear" ? "linear" : "gaussian";
  const { seed, crowd, minScore, t, sigma, perClass } = knobs;
  const scene = useMemo(() => makeCloud(seed, crowd, minScore), [seed, crowd, minScore]);
  const hard = useMemo(() => run(scene.boxes, "hard", { t, sigma, perClass, minScore }), [scene, t, sigma, perClass, minScore]);
  const soft = useMemo(
    () => run(scene.boxes, softMethod, { t, sigma, perClass, minScore }),
    [scene, softMethod, t, sigma, perClass, minScore],
  );
  const current = method === "hard" ? hard : soft;

  // A link into the middle of a run has been past its guess.
  const revealed = guess !== null || knobs.step > 0;
  const step = revealed ? Math.min(knobs.step, current.steps.length) : 0;
  const now = step === 0 ? null : current.steps[step - 1];
  const standing = standingAfter(scene.boxes, current.steps, step);
  const tone = tonesOf(scene.boxes);
  const boxes = scene.boxes.map((box): StageBox => {
    const { score, fate } = standing.get(box.id) ?? { score: box.score, fate: "standing" };
    return {
      id: box.id,
      box: box.box,
      label: pictureTag({ ...box, score }, scene.boxes),
      tone: tone(box),
      state: STATE[fate],
      description: describe({ ...box, score }, locale),
      score,
    };
  });
  const captions = captionsOf(scene.boxes, current, method, { t, minScore }, locale);
  const find = (id: string) => scene.boxes.find((b) => b.id === id);
  const [a, b] = now?.type === "compare" ? [find(now.by), find(now.id)] : [undefined, undefined];
  const anew = () => {
    set("step", 0);
    setGuess(null);
  };

  return (
    <SimulationFrame
      title={ko ? "NMS를 한 단계씩" : "NMS, one step at a time"}
      locale={locale}
      onReset={() => {
        reset();
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
            underlay={a && b ? <Overlap a={a.box} b={b.box} /> : null}
          >
            {a && b && now?.type === "compare" ? (
              <Arrow
                from={a.box}
                to={b.box}
                text={now.iou.toFixed(2)}
                tone={now.suppressed ? "drops" : now.after < now.before ? "doubles" : "spares"}
              />
            ) : null}
          </Stage>
          <ClassLegend boxes={scene.boxes} tone={tone} locale={locale} />
          {revealed ? (
            <>
              <Timeline
                step={step}
                count={current.steps.length + 1}
                onStep={(next) => set("step", next)}
                locale={locale}
                captions={captions}
              />
              <div className="min-h-[4.5rem]">
                {a && b ? <IouArithmetic a={a} b={b} threshold={method === "gaussian" ? undefined : t} locale={locale} /> : null}
              </div>
            </>
          ) : (
            <Guess most={Math.min(10, boxes.length)} onGuess={setGuess} locale={locale} />
          )}
        </div>
      }
      knobs={
        <>
          <div className="grid grid-cols-3 gap-2">
            <Stat label={ko ? "후보" : "Candidates"} value={String(boxes.length)} />
            <Stat label="NMS" value={revealed ? String(hard.kept.length) : "?"} />
            <Stat label="Soft-NMS" value={revealed ? String(soft.kept.length) : "?"} />
          </div>
          <SimulationKnobs knobs={knobs} set={set} onScene={anew} locale={locale} />
        </>
      }
      caption={
        revealed ? (
          <div className="flex flex-col gap-4">
            <p className="m-0">{verdictOf(guess, hard.kept.length, soft.kept.length, locale)}</p>
            <ScoreLadder
              boxes={scene.boxes}
              tone={tone}
              now={standing}
              hard={standingAfter(scene.boxes, hard.steps, hard.steps.length)}
              soft={standingAfter(scene.boxes, soft.steps, soft.steps.length)}
              softName="Soft-NMS"
              locale={locale}
            />
          </div>
        ) : undefined
      }
    />
  );
}
