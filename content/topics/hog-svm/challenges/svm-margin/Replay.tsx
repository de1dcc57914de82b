"use client";

import type { ReplayProps } from "@/lib/challenges/play";
import { ReplayFrame, type Misstep } from "@/lib/ui/boards";
import { josa, letter, list } from "@/lib/words";
import { Legend } from "./Board";
import type { Answer, Step, View } from "./challenge";
import { Border, Cloud, placeOf } from "./Cloud";
import { supportOf } from "./instance";
import { along, gapAlong, lengthOf, marginOf, normalOf, strays, touching, widestGap, widthOf, type Gap } from "./street";
import { pointText, straysText, widthText } from "./words";

/** The street around a line, as wide as its nearest point lets it be. */
function ownStreet(view: View, answer: Answer): Gap | null {
  if (answer.ends === null) return null;
  const normal = normalOf(answer.ends);
  const [at, half] = [placeOf(normal, answer.ends), marginOf(answer.ends, view.points) * lengthOf(normal)];
  return { normal, from: at - half, to: at + half };
}

/** The learner's street, the same direction in the middle, the widest street, and without all that does not touch it. */
export function Replay({ instance: { view }, answer, grade, locale }: ReplayProps<View, null, Answer, Step>) {
  const ko = locale === "ko";
  const { points, touch } = view;
  const best = widestGap(points);
  const held = supportOf(view);
  const own = ownStreet(view, answer);
  const middle = own && gapAlong(own.normal, points);
  const names = list(
    held.map((i) => (touch ? letter(i) : pointText(points[i])[locale])),
    locale,
  );

  const captionOf = ({ type }: Step): string => {
    if (type === "best") {
      const width = widthText(widthOf(best));
      return ko
        ? `돌리면 더 넓어져요. 가장 넓은 길의 폭은 ${josa(width, "이에요/예요")}.`
        : `Turned, it grows: the widest street is ${width} wide.`;
    }
    if (type === "held")
      return ko
        ? `길을 붙잡고 있는 서포트 벡터는 ${josa(names, "이에요/예요")}. 나머지를 지워도 길은 그대로예요.`
        : `The support vectors ${names} hold it. Without all others the street is the same.`;
    if (own === null || middle === null || answer.ends === null) return "";
    if (type === "mine") {
      if (own.to <= own.from) return straysText(strays(answer.ends, points))[locale];
      const width = widthText(widthOf(own));
      return ko
        ? `내 선이 내는 길이에요. 가장 가까운 점에서 막혀서 폭이 ${josa(width, "이에요/예요")}.`
        : `The street of your line: its nearest point leaves it ${width} wide.`;
    }
    const width = widthText(widthOf(middle));
    return middle.to > middle.from
      ? ko
        ? `같은 방향으로 두고 한가운데로 밀면 폭이 ${josa(width, "이/가")} 돼요.`
        : `Kept in its direction and slid to the middle, it is ${width} wide.`
      : ko
        ? "이 방향으로는 어디에 놓아도 두 무리를 가르지 못해요."
        : "In this direction no line parts the clouds, wherever it lies.";
  };

  const wrongSupport = points.flatMap((_, i) => (touch && held.includes(i) !== answer.support.includes(i) ? [i] : []));
  const missteps: Misstep[] = [
    ...(grade.parts[0].correct || answer.ends === null
      ? []
      : [
          {
            id: "line",
            at: 0,
            label: ko ? "✗ 길" : "✗ street",
            spoken: ko ? "가장 넓은 길이 아니에요" : "not the widest",
          },
        ]),
    ...wrongSupport.map((i) => ({
      id: `point-${i}`,
      at: grade.steps.length - 1,
      label: `✗ ${letter(i)}`,
      spoken: held.includes(i)
        ? ko
          ? "닿는 점인데 고르지 않았어요"
          : "touches it, not chosen"
        : ko
          ? "닿지 않는 점이에요"
          : "does not touch it",
    })),
  ];

  const picture = (at: number) => {
    const { type } = grade.steps[at];
    const street = type === "mine" ? own : type === "middle" ? middle : best;
    const nearest =
      type === "mine" && own
        ? points.flatMap((point, i) => (touchesEither(own, along(own.normal, point)) ? [i] : []))
        : type === "middle" && middle && middle.to > middle.from
          ? touching(middle, points)
          : type === "held" || type === "best"
            ? held
            : [];
    return (
      <div className="mx-auto flex w-full max-w-[26rem] flex-col gap-1.5">
        <Cloud view={view} street={street} ringed={nearest} fades={type === "held"} locale={locale} locked>
          {own ? <Border normal={own.normal} at={(own.from + own.to) / 2} tone="mine" dashed={type !== "mine"} /> : null}
          {type === "mine" || !street || street.to <= street.from ? null : (
            <Border normal={street.normal} at={(street.from + street.to) / 2} tone="best" />
          )}
        </Cloud>
        <Legend locale={locale} />
      </div>
    );
  };
  return <ReplayFrame captions={grade.steps.map(captionOf)} missteps={missteps} locale={locale} picture={picture} />;
}

/** Whether a place along a normal is a side of the street; where the line parts nothing it has no street. */
const touchesEither = ({ from, to, normal }: Gap, at: number): boolean =>
  to > from && Math.min(Math.abs(at - from), Math.abs(at - to)) < 1e-6 * lengthOf(normal);
