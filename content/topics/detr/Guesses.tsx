"use client";

import { useMemo, useState } from "react";
import type { Locale } from "@/lib/challenges/text";
import { GuessChoice } from "@/lib/ui/simulation";
import { josa, list, num } from "@/lib/words";
import { recordedLook } from "./recording";
import { answersOf, hitsOf } from "./simulationModel";

export interface GuessesProps {
  readonly open: boolean;
  readonly judged: boolean;
  readonly onOpen: () => void;
  readonly onJudge: () => void;
  readonly locale: Locale;
}

/** Queries near the sofa's corners and middle. */
const OFFERED = [2, 6, 7, 13] as const;

/** Who answers for the sofa, then what an NMS would take away. About the recorded picture; a link that brings both along shows the second alone. */
export function Guesses({ open, judged, onOpen, onJudge, locale }: GuessesProps) {
  const [who, setWho] = useState<number | null>(null);
  const [takes, setTakes] = useState<"nothing" | "one" | "all" | null>(null);
  const { own, twice, scores } = useMemo(() => {
    const looked = recordedLook();
    const hits = hitsOf(looked, answersOf(looked.layers[1], 0.5));
    const double = hits.find(({ length }) => length > 1) ?? [];
    return {
      own: hits[0][0].query + 1,
      twice: double.map(({ query }) => String(query + 1)),
      scores: double.map(({ score }) => num(score, 2)),
    };
  }, []);
  const ko = locale === "ko";
  const word = (right: boolean | null) =>
    right === null ? "" : right ? (ko ? "맞았어요. " : "Right. ") : ko ? "짐작과 달라요. " : "Not quite. ";
  return (
    <div className="flex flex-col gap-3">
      {judged && who === null ? null : (
        <GuessChoice
          small
          question={
            ko
              ? "질의 스물의 기준점이에요. 왼쪽의 소파에는 몇 번 질의가 답할까요?"
              : "The reference points of twenty queries. Which one will answer for the sofa on the left?"
          }
          options={OFFERED.map((value) => ({ value, label: String(value) }))}
          onGuess={(value) => {
            setWho(value);
            onOpen();
          }}
          answer={
            open
              ? ko
                ? `${word(who === null ? null : who === own)}질의 ${own}, 기준점이 소파에 가장 가까운 질의예요. 언제나 그런 것은 아니에요. 소파를 맡은 질의가 따로 있는 것도 아니에요.`
                : `${word(who === null ? null : who === own)}Query ${own}, whose point is nearest to the sofa. That is often so, not always. And no query is there for sofas.`
              : null
          }
        />
      )}
      {open ? (
        <GuessChoice
          question={
            ko
              ? "점수 0.5 이상인 답만 남겼어요. 여기에 NMS(클래스마다, IoU 0.5)를 하면 무엇이 지워질까요?"
              : "Only answers of 0.5 and more are left. What would an NMS within the classes, at an IoU of 0.5, take away here?"
          }
          options={
            [
              { value: "nothing", label: ko ? "없어요. DETR에는 중복이 없으니까요" : "Nothing: DETR gives no duplicates" },
              { value: "one", label: ko ? "하나. 두 번 답한 물체가 있어요" : "One: an object was answered twice" },
              { value: "all", label: ko ? "물체마다 하나씩 지워져요" : "One of each object's answers" },
            ] as const
          }
          onGuess={(value) => {
            setTakes(value);
            onJudge();
          }}
          answer={
            judged
              ? ko
                ? `${word(takes === null ? null : takes === "one")}화분에 질의 ${josa(twice.join(", "), "이/가")} 둘 다 답했어요(${scores.join(", ")}). 논문의 여섯 층짜리는 중복을 거의 내지 않게 배웠지만, 우리 것은 아직이에요.`
                : `${word(takes === null ? null : takes === "one")}Queries ${list(twice, "en")} both answered for the plant (${list(scores, "en")}). The paper's six-layer model has learnt to avoid that; ours has not.`
              : null
          }
        />
      ) : null}
    </div>
  );
}
