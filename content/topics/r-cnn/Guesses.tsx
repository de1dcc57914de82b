"use client";

import { useState } from "react";
import type { Locale } from "@/lib/challenges/text";
import { VOC_CLASSES } from "@/lib/engine/scenes/classes";
import { GuessChoice } from "@/lib/ui/simulation";
import { shortScore } from "@/lib/ui/stage";
import { josa, letter } from "@/lib/words";
import { recordedLook } from "./recording";
import { GUESSED, scoreOf } from "./simulationModel";

const DOG = VOC_CLASSES.indexOf("dog");

/** The dog's scores of the crops that are guessed about, as recorded. */
function guessedScores(): readonly number[] {
  const looked = recordedLook();
  return GUESSED.map((rank) => scoreOf(looked, looked.ranks.indexOf(rank), DOG));
}

/** Which of them scores highest, from 0. */
export function bestGuess(): number {
  const scores = guessedScores();
  return scores.indexOf(Math.max(...scores));
}

export interface GuessesProps {
  /** The first guess was made, and the second. */
  readonly open: boolean;
  readonly counted: boolean;
  readonly onOpen: () => void;
  readonly onCount: () => void;
  readonly locale: Locale;
}

/** Which of six crops scores highest, then how often the network ran. A link that brings both along shows the second answer alone. */
export function Guesses({ open, counted, onOpen, onCount, locale }: GuessesProps) {
  const [crop, setCrop] = useState<number | null>(null);
  const [passes, setPasses] = useState<"once" | "classes" | "proposals" | null>(null);
  const ko = locale === "ko";
  const best = bestGuess();
  const name = letter(best);
  const score = shortScore(guessedScores()[best]);
  const all = recordedLook().passes;
  const judged = (right: boolean | null) =>
    right === null ? "" : right ? (ko ? "맞았어요. " : "Right. ") : ko ? "짐작과 달라요. " : "Not quite. ";
  return (
    <div className="flex flex-col gap-3">
      {counted && crop === null ? null : (
        <GuessChoice
          question={
            ko
              ? "여섯 후보가 강아지를 저마다 잘라 먹었어요. 강아지 SVM은 어느 것에 가장 높은 점수를 줄까요?"
              : "Six proposals each hold a part of the dog. Which does the dog's SVM score highest?"
          }
          options={GUESSED.map((_, i) => ({ value: i, label: letter(i) }))}
          small
          onGuess={(value) => {
            setCrop(value);
            onOpen();
          }}
          answer={
            open
              ? ko
                ? `${judged(crop === null ? null : crop === best)}${josa(name, "이/가")} ${score}점으로 가장 높아요. 얼굴이 다 들어왔어요. SVM은 상자가 강아지와 얼마나 겹치는지 듣지 못하고, 눌린 그림만 봐요.`
                : `${judged(crop === null ? null : crop === best)}${name} scores highest, ${score}: it holds the whole face. No SVM is told how much a box overlaps the dog; it sees the warped crop alone.`
              : null
          }
        />
      )}
      {open ? (
        <GuessChoice
          question={
            ko ? "이 그림 한 장을 검출하려고 CNN은 몇 번 돌았을까요?" : "How often did the CNN run to detect the objects of this picture?"
          }
          options={
            [
              { value: "once", label: ko ? "한 번: 그림 전체를" : "Once: over the whole picture" },
              { value: "classes", label: ko ? "스무 번: 클래스마다" : "20 times: once a class" },
              { value: "proposals", label: ko ? "아주 여러 번: 후보마다" : "Very often: once a proposal" },
            ] as const
          }
          onGuess={(value) => {
            setPasses(value);
            onCount();
          }}
          answer={
            counted
              ? ko
                ? `${judged(passes === null ? null : passes === "proposals")}${all}번이에요. 후보마다 한 번씩 CNN을 지나고, 스무 SVM은 그 특징 하나를 나눠 써요.`
                : `${judged(passes === null ? null : passes === "proposals")}${all} times: once for each proposal. All twenty SVMs share the one feature of a crop.`
              : null
          }
        />
      ) : null}
    </div>
  );
}
