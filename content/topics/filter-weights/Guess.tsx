"use client";

import { useState } from "react";
import type { Locale } from "@/lib/challenges/text";
import { HeatPicture } from "@/lib/ui/heat";
import { GuessChoice } from "@/lib/ui/simulation";
import { josa, letter, num } from "@/lib/words";
import { recordedLook } from "./recording";
import { colourOf, firstFilter, loudest, productsAt } from "./simulationModel";

/** Filters that answer to an edge in one direction each; the second one to this card's. */
export const GUESSED = [9, 7, 6, 16] as const;
const RIGHT = 7;

/** What a filter of the first layer gives where the recorded card is loudest for `RIGHT`. */
export function answersOf(): number[] {
  const looked = recordedLook();
  const cell = loudest(looked.map);
  return GUESSED.map((filter) =>
    productsAt({ ...looked, kernels: firstFilter(looked, filter - 1) }, cell).reduce(
      (sum, { product }) => sum + product,
      looked.firstBias[filter - 1],
    ),
  );
}

export interface GuessProps {
  readonly open: boolean;
  readonly onOpen: () => void;
  readonly locale: Locale;
}

/** Four filters as pictures: which answers loudest to a card that is dark on the left and bright on the right? */
export function Guess({ open, onOpen, locale }: GuessProps) {
  const [mine, setMine] = useState<number | null>(null);
  const ko = locale === "ko";
  const looked = recordedLook();
  const said = GUESSED.map((filter, i) => `${letter(i)} ${num(answersOf()[i], 1)}`).join(", ");
  const judged = mine === null ? "" : mine === RIGHT ? (ko ? "맞았어요. " : "Right. ") : ko ? "짐작과 달라요. " : "Not quite. ";
  return (
    <div className="flex flex-col gap-3">
      <div className="grid grid-cols-4 gap-3">
        {GUESSED.map((filter, i) => (
          <figure key={filter} className="m-0 flex max-w-24 flex-col gap-1">
            <HeatPicture
              pixels={colourOf(firstFilter(looked, filter - 1))}
              side={3}
              heat={null}
              opacity={0}
              squares
              label={ko ? `필터 ${letter(i)}의 그림` : `Filter ${letter(i)} as a picture`}
            />
            <figcaption className="text-center text-sm font-semibold text-ink">{letter(i)}</figcaption>
          </figure>
        ))}
      </div>
      <GuessChoice
        small
        question={
          ko
            ? "그림은 왼쪽이 검고 오른쪽이 하얘요. 그 경계에서 네 필터 가운데 어느 것의 반응이 가장 클까요?"
            : "The picture is black on the left and white on the right. Which of the four filters answers loudest at the edge?"
        }
        options={GUESSED.map((filter, i) => ({ value: filter, label: letter(i) }))}
        onGuess={(value) => {
          setMine(value);
          onOpen();
        }}
        answer={
          open
            ? ko
              ? `${judged}B, 곧 필터 ${josa(num(RIGHT), "이에요/예요")}. 경계에서 반응은 ${said}. 방향을 90°씩 돌리면 다른 필터의 차례가 와요.`
              : `${judged}B, which is filter ${RIGHT}. At the edge they answer ${said}. Turn the direction by 90° and another filter has its turn.`
            : null
        }
      />
    </div>
  );
}
