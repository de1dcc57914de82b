"use client";

import { useMemo, useState } from "react";
import type { SimulationProps } from "@/lib/challenges/play";
import type { Text } from "@/lib/challenges/text";
import { Segmented } from "@/lib/ui/components";
import { SeenSwitch } from "@/lib/ui/scene";
import { GuessChoice, inRange, KnobPanel, SimulationFrame, useKnobs } from "@/lib/ui/simulation";
import { DEFAULTS, LOSS_KNOBS, TRAIN_KNOBS } from "./knobs";
import { Budget } from "./Budget";
import { LossPanel } from "./LossPanel";
import type { tasks } from "./tasks";
import { TrainPanel } from "./TrainPanel";

const WORDS = {
  title: { ko: "누구의 목소리를 들을까요?", en: "Who is heard?" },
  panel: { ko: "무엇을 볼까요?", en: "What to look at?" },
  losses: { ko: "실제 손실", en: "Real losses" },
  train: { ko: "직접 학습", en: "Train a head" },
  question: {
    ko: "pₜ가 0.99인 배경 100,000곳과 pₜ가 0.1인 물체 30곳이 있어요. 교차 엔트로피를 더하면 어느 쪽이 클까요?",
    en: "100,000 background places at pₜ = 0.99 and 30 objects at pₜ = 0.1: whose cross-entropy adds up to more?",
  },
  background: { ko: "배경", en: "the background's" },
  objects: { ko: "물체", en: "the objects'" },
  alike: { ko: "비슷해요", en: "about the same" },
  right: { ko: "예상한 대로예요. ", en: "As you guessed. " },
  wrong: { ko: "예상과 달라요. ", en: "Not quite. " },
  answer: {
    ko: "배경이에요: 100,000 × 0.01005 = 1,005이고 물체는 30 × 2.303 = 69예요. 위는 진짜 검출기의 손실이에요. γ를 움직여 언제 뒤집히는지 보세요.",
    en: "The background's: 100,000 × 0.01005 = 1,005, the objects' 30 × 2.303 = 69. Above are the losses of a real detector: move γ and see when it turns.",
  },
} satisfies Record<string, Text>;

/**
 * Losses of our RetinaNet, recorded at four moments of its training, shared out anew as γ and α move; and a small head that trains in the
 * engine worker, cross-entropy beside focal loss. A guess comes first.
 */
export function Simulation({ locale, engine }: SimulationProps<typeof tasks>) {
  const { knobs: given, set, put, reset, shareUrl } = useKnobs("focal", DEFAULTS);
  const knobs = useMemo(() => inRange(TRAIN_KNOBS, inRange(LOSS_KNOBS, given)), [given]);
  const [guess, setGuess] = useState<"objects" | "background" | "alike" | null>(null);
  const guessed = guess !== null;
  const training = knobs.panel === "train";
  // Whoever comes by a link to other values has been past the guess.
  const revealed =
    guessed || training || (Object.keys(DEFAULTS) as (keyof typeof DEFAULTS)[]).some((name) => given[name] !== DEFAULTS[name]);
  return (
    <SimulationFrame
      title={WORDS.title[locale]}
      locale={locale}
      onReset={() => {
        reset();
        setGuess(null);
      }}
      shareUrl={shareUrl}
      picture={!revealed || training ? null : <Budget knobs={knobs} locale={locale} />}
      guess={
        guessed || !revealed ? (
          <GuessChoice
            question={WORDS.question[locale]}
            options={(["objects", "background", "alike"] as const).map((value) => ({ value, label: WORDS[value][locale] }))}
            onGuess={setGuess}
            answer={guessed ? `${WORDS[guess === "background" ? "right" : "wrong"][locale]}${WORDS.answer[locale]}` : null}
          />
        ) : null
      }
      knobs={
        <>
          <Segmented
            label={WORDS.panel[locale]}
            value={training ? "train" : "losses"}
            onChange={(panel) => set("panel", panel)}
            options={(["losses", "train"] as const).map((value) => ({ value, label: WORDS[value][locale] }))}
          />
          {revealed ? <KnobPanel list={training ? TRAIN_KNOBS : LOSS_KNOBS} knobs={knobs} put={put} locale={locale} /> : null}
          {revealed && !training ? <SeenSwitch locale={locale} /> : null}
        </>
      }
      after={
        !revealed ? null : training ? (
          <TrainPanel knobs={knobs} engine={engine} locale={locale} />
        ) : (
          <LossPanel
            knobs={knobs}
            onPlace={(row, column) => {
              set("row", row);
              set("column", column);
            }}
            locale={locale}
          />
        )
      }
    />
  );
}
