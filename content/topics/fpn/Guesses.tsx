"use client";

import { useState } from "react";
import type { Locale } from "@/lib/challenges/text";
import { GuessChoice } from "@/lib/ui/simulation";

export interface GuessesProps {
  /** The first guess was made, and the second. */
  readonly open: boolean;
  readonly cut: boolean;
  readonly onOpen: () => void;
  readonly onCut: () => void;
  readonly locale: Locale;
}

/** Which level answers for 40 pixels, then what is lost without the lateral map. About the recorded picture. */
export function Guesses({ open, cut, onOpen, onCut, locale }: GuessesProps) {
  const [level, setLevel] = useState<string | null>(null);
  const [lost, setLost] = useState<string | null>(null);
  const ko = locale === "ko";
  const judged = (right: boolean | null) =>
    right === null ? "" : right ? (ko ? "맞았어요. " : "Right. ") : ko ? "짐작과 달라요. " : "Not quite. ";
  return (
    <div className="flex flex-col gap-3">
      {cut && level === null ? null : (
        <GuessChoice
          small
          question={
            ko
              ? "P3은 14×14칸, P4는 7×7칸, P5는 4×4칸이에요. 112픽셀 그림에서 크기 40픽셀쯤인 물체는 어느 레벨이 찾을까요?"
              : "P3 has 14×14 cells, P4 7×7, P5 4×4. In a picture of 112 pixels, which level finds an object of about 40?"
          }
          options={["P3", "P4", "P5"].map((value) => ({ value, label: value }))}
          onGuess={(value) => {
            setLevel(value);
            onOpen();
          }}
          answer={
            open
              ? ko
                ? `${judged(level === null ? null : level === "P4")}P4예요. 이 그림의 세 물체는 작은 것부터 P3, P4, P5가 찾았어요. 상자의 색과 무늬가 레벨이에요.`
                : `${judged(level === null ? null : level === "P4")}P4. From the smallest on, the three objects here are found by P3, P4 and P5. Colour and line of a box tell its level.`
              : null
          }
        />
      )}
      {open ? (
        <GuessChoice
          question={
            ko
              ? "P3을 만들 때 옆의 지도를 빼고 내려온 지도만 쓰면, 어느 물체를 못 찾게 될까요?"
              : "If P3 is made without its lateral map, of what comes down alone, which object is lost?"
          }
          options={[
            { value: "small", label: ko ? "가장 작은 물체" : "The smallest one" },
            { value: "large", label: ko ? "가장 큰 물체" : "The largest one" },
            { value: "none", label: ko ? "아무것도 잃지 않아요" : "None of them" },
          ]}
          onGuess={(value) => {
            setLost(value);
            onCut();
          }}
          answer={
            cut
              ? ko
                ? `${judged(lost === null ? null : lost === "small")}가장 작은 물체예요. ‘옆의 지도 더하기’를 꺼서 확인해 보세요.`
                : `${judged(lost === null ? null : lost === "small")}The smallest. Switch “Add the lateral map” off and see.`
              : null
          }
        />
      ) : null}
    </div>
  );
}
