"use client";

import { useMemo, useState } from "react";
import type { Locale } from "@/lib/challenges/text";
import { GuessChoice } from "@/lib/ui/simulation";
import { josa, num, percent } from "@/lib/words";
import { ANCHORS, CLASSES } from "./looked";
import { recordedLook } from "./recording";
import { billOf, CROSS_ENTROPY, hotPairs, sharesOf } from "./simulationModel";

export interface GuessesProps {
  /** The first guess was made, and the second. */
  readonly open: boolean;
  readonly counted: boolean;
  readonly onOpen: () => void;
  readonly onCount: () => void;
  readonly locale: Locale;
}

/** How many of all answers say yes, then who pays the loss. About the recorded picture; a link that brings both along shows the second alone. */
export function Guesses({ open, counted, onOpen, onCount, locale }: GuessesProps) {
  const [many, setMany] = useState<"half" | "anchor" | "few" | null>(null);
  const [share, setShare] = useState<"none" | "tenth" | "most" | null>(null);
  const { hot, entropy, focal } = useMemo(() => {
    const looked = recordedLook();
    return {
      hot: hotPairs(looked, { cut: 0.35, on: [true, true, true], cls: null }).flat().length,
      entropy: sharesOf(billOf(looked, CROSS_ENTROPY).paid).easy,
      focal: sharesOf(billOf(looked, { gamma: 2, alpha: 0.25 }).paid).easy,
    };
  }, []);
  const ko = locale === "ko";
  const all = num(ANCHORS * CLASSES);
  const judged = (right: boolean | null) =>
    right === null ? "" : right ? (ko ? "맞았어요. " : "Right. ") : ko ? "짐작과 달라요. " : "Not quite. ";
  return (
    <div className="flex flex-col gap-3">
      {counted && many === null ? null : (
        <GuessChoice
          question={
            ko
              ? `앵커 ${num(ANCHORS)}개에 클래스 스무 가지씩, 이 그림 한 장에서 예, 아니요를 ${all}번 답했어요. 0.35 이상으로 “예”인 답은 몇 개쯤일까요?`
              : `${num(ANCHORS)} anchors, twenty classes each: ${all} times this picture was asked for a yes or no. About how many answers say yes, with 0.35 or more?`
          }
          options={
            [
              { value: "half", label: ko ? "절반쯤: 2만 개 남짓" : "Half of them: some 20,000" },
              { value: "anchor", label: ko ? "앵커마다 하나쯤: 2천 개 남짓" : "One an anchor: some 2,000" },
              { value: "few", label: ko ? "백 개가 안 돼요" : "Fewer than a hundred" },
            ] as const
          }
          onGuess={(value) => {
            setMany(value);
            onOpen();
          }}
          answer={
            open
              ? ko
                ? `${judged(many === null ? null : many === "few")}${hot}개예요. 물체 셋 둘레의 앵커 몇 개만 “예”라고 하고, 나머지는 거의 모두 쉬운 배경이에요.`
                : `${judged(many === null ? null : many === "few")}${hot}. A few anchors around the three objects say yes; nearly all the rest is easy background.`
              : null
          }
        />
      )}
      {open ? (
        <GuessChoice
          question={
            ko
              ? "쉬운 배경(p < 0.1)은 한 짝의 손실이 아주 작아요. 교차 엔트로피로 더하면 이 그림의 손실 가운데 쉬운 배경의 몫은 얼마일까요?"
              : "A pair of easy background (p < 0.1) pays very little. Added up by cross-entropy, what share of this picture's loss does easy background pay?"
          }
          options={
            [
              { value: "none", label: ko ? "1%도 안 돼요" : "Less than 1%" },
              { value: "tenth", label: ko ? "10%쯤" : "About 10%" },
              { value: "most", label: ko ? "80%가 넘어요" : "More than 80%" },
            ] as const
          }
          onGuess={(value) => {
            setShare(value);
            onCount();
          }}
          answer={
            counted
              ? ko
                ? `${judged(share === null ? null : share === "most")}${josa(percent(entropy), "이에요/예요")}. γ 2, α 0.25인 focal loss에서는 ${josa(percent(focal), "이에요/예요")}. 이 신경망은 바로 그 focal loss로 배웠어요.`
                : `${judged(share === null ? null : share === "most")}${percent(entropy)}. With the focal loss (γ 2, α 0.25) it is ${percent(focal)}. That loss is what this network was trained with.`
              : null
          }
        />
      ) : null}
    </div>
  );
}
