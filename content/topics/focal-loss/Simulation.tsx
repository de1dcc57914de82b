"use client";

import { useMemo, useState } from "react";
import type { SimulationProps } from "@/lib/challenges/play";
import type { Text } from "@/lib/challenges/text";
import { Segmented } from "@/lib/ui/components";
import { SeenSwitch } from "@/lib/ui/scene";
import { GuessChoice, inRange, KnobPanel, SimulationFrame, useKnobs } from "@/lib/ui/simulation";
import { josa, percent } from "@/lib/words";
import { DEFAULTS, LOSS_KNOBS, TRAIN_KNOBS } from "./knobs";
import { Budget, easyShareAt } from "./Budget";
import { LossPanel } from "./LossPanel";
import type { tasks } from "./tasks";
import { TrainPanel } from "./TrainPanel";

const WORDS = {
  title: { ko: "누구의 목소리를 들을까요?", en: "Who is heard?" },
  panel: { ko: "무엇을 볼까요?", en: "What to look at?" },
  losses: { ko: "실제 손실", en: "Real losses" },
  train: { ko: "직접 학습", en: "Train a head" },
  question: {
    ko: `학습을 시작할 때 교차 엔트로피의 ${josa(percent(easyShareAt(0), 1), "이/가")} 쉬운 배경의 몫이에요. γ를 1로 올리면 쉬운 배경의 몫은 얼마가 될까요?`,
    en: `At the start of training easy background has ${percent(easyShareAt(0), 1)} of the cross-entropy. What is its share with γ = 1?`,
  },
  most: { ko: "60%쯤", en: "about 60%" },
  half: { ko: "30%쯤", en: "about 30%" },
  little: { ko: "6%쯤", en: "about 6%" },
  right: { ko: "예상한 대로예요. ", en: "As you guessed. " },
  wrong: { ko: "예상과 달라요. ", en: "Not quite. " },
  answer: {
    ko: `${josa(percent(easyShareAt(1), 1), "이에요/예요")}. γ가 1이면 한 곳의 손실에 1 − pₜ를 곱하니, pₜ가 0.99인 곳은 100분의 1만 남아요. 어려운 물체의 손실은 거의 그대로예요. 진짜 검출기의 손실은 ‘실제 손실’에 있어요. 거기서 γ를 움직여 확인해 보세요.`,
    en: `${percent(easyShareAt(1), 1)}. With γ = 1 a place's loss is multiplied by 1 − pₜ: at pₜ = 0.99 a hundredth is left, while hard objects keep almost all of theirs. The losses of a real detector are under “Real losses”: move γ there and check.`,
  },
} satisfies Record<string, Text>;

/**
 * Losses of our RetinaNet, recorded at four moments of its training, shared out anew as γ and α move; and a small head that trains in the
 * engine worker, cross-entropy beside focal loss. A guess comes first.
 */
export function Simulation({ locale, engine }: SimulationProps<typeof tasks>) {
  const { knobs: given, set, put, reset, shareUrl } = useKnobs("focal", DEFAULTS);
  const knobs = useMemo(() => inRange(TRAIN_KNOBS, inRange(LOSS_KNOBS, given)), [given]);
  const [guess, setGuess] = useState<"most" | "half" | "little" | null>(null);
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
            options={(["most", "half", "little"] as const).map((value) => ({ value, label: WORDS[value][locale] }))}
            onGuess={setGuess}
            answer={guessed ? `${WORDS[guess === "little" ? "right" : "wrong"][locale]}${WORDS.answer[locale]}` : null}
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
