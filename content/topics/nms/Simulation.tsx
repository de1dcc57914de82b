"use client";

import { useMemo, useState } from "react";
import type { SimulationProps } from "@/lib/challenges/play";
import { Timeline } from "@/lib/ui/components";
import { ClassLegend } from "@/lib/ui/boards";
import { GuessChoice, inRange, KnobPanel, pairSum, SimulationFrame, StatRow, Sum, useKnobs, wholeWithin } from "@/lib/ui/simulation";
import { Stage, stageBoxesOf } from "@/lib/ui/stage";
import { Arrow, OverlapGlow } from "@/lib/ui/stage/layers";
import { KNOBS } from "./knobs";
import { ScoreLadder } from "./ScoreLadder";
import { captionsOf, verdictOf } from "./simulationCaptions";
import { DEFAULTS, makeCloud, methodOf, run, standingAfter } from "./simulationModel";

const STATE = { standing: "idle", kept: "kept", fallen: "suppressed" } as const;

/**
 * Suppression on a detector-like cloud, step by step: hard NMS or Soft-NMS on the timeline, the outcome of both beside each
 * other in the ladder. A guess comes first. Every number is the engine's, live; a link holds the exact step.
 */
export function Simulation({ locale }: SimulationProps) {
  const { knobs: given, set, put, reset, shareUrl } = useKnobs("nms", DEFAULTS);
  const knobs = useMemo(() => inRange(KNOBS, given), [given]);
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
  const step = revealed ? wholeWithin(knobs.step, 0, current.steps.length) : 0;
  const now = step === 0 ? null : current.steps[step - 1];
  const standing = standingAfter(scene.boxes, current.steps, step);
  const boxes = stageBoxesOf(scene.boxes, locale, ({ id, score }) => {
    const at = standing.get(id);
    return { state: STATE[at?.fate ?? "standing"], score: at?.score ?? score };
  });
  const captions = captionsOf(scene.boxes, current, method, { t, minScore }, locale);
  const find = (id: string) => scene.boxes.find((b) => b.id === id);
  const [a, b] = now?.type === "compare" ? [find(now.by), find(now.id)] : [undefined, undefined];
  const change: typeof put = (name, value) => {
    put(name, value);
    if (name !== "seed") return;
    // Another picture: the guess is asked for again.
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
        <div className="flex flex-col gap-3 [--stage:var(--view)]">
          <Stage
            width={scene.width}
            height={scene.height}
            sprites={scene.sprites}
            boxes={boxes}
            label={ko ? `후보 상자 ${boxes.length}개` : `${boxes.length} candidate boxes`}
            description={revealed ? captions[step] : ko ? "먼저 몇 개가 남을지 예상해 보세요." : "Guess first how many will be left."}
            locale={locale}
            underlay={a && b ? <OverlapGlow a={a.box} b={b.box} /> : null}
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
          <ClassLegend boxes={scene.boxes} locale={locale} />
        </div>
      }
      guess={
        <GuessChoice
          question={ko ? "몇 개가 살아남을까요? 먼저 찍어 보세요." : "How many will survive? Guess first."}
          options={boxes.slice(0, 10).map((_, i) => ({ value: i + 1, label: String(i + 1) }))}
          onGuess={setGuess}
          answer={revealed ? verdictOf(guess, hard.kept.length, soft.kept.length, locale) : null}
          small
        />
      }
      below={
        revealed ? (
          <>
            <Timeline
              step={step}
              count={current.steps.length + 1}
              onStep={(next) => set("step", next)}
              locale={locale}
              captions={captions}
            />
            <div className="min-h-[4.5rem]">
              {a && b ? <Sum lines={pairSum(a, b, locale, method === "gaussian" ? undefined : t)} quiet /> : null}
            </div>
          </>
        ) : null
      }
      knobs={
        <>
          <StatRow
            columns={3}
            stats={[
              { label: ko ? "후보" : "Candidates", value: boxes.length },
              { label: "NMS", value: revealed ? hard.kept.length : "?" },
              { label: "Soft-NMS", value: revealed ? soft.kept.length : "?" },
            ]}
          />
          <KnobPanel list={KNOBS} knobs={knobs} put={change} locale={locale} />
        </>
      }
      caption={
        revealed ? (
          <ScoreLadder
            boxes={scene.boxes}
            now={standing}
            hard={standingAfter(scene.boxes, hard.steps, hard.steps.length)}
            soft={standingAfter(scene.boxes, soft.steps, soft.steps.length)}
            softName="Soft-NMS"
            locale={locale}
          />
        ) : undefined
      }
    />
  );
}
