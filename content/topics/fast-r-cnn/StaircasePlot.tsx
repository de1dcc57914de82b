import type { Locale } from "@/lib/challenges/text";
import { LinePlot } from "@/lib/ui/plots";
import { num, percent } from "@/lib/words";
import { MOVES, type Staircase } from "./pooling";

/** How much each step of a pixel to the right changes the pooled numbers of all channels. */
export function StaircasePlot({
  staircase,
  move,
  locale,
}: {
  readonly staircase: Staircase;
  readonly move: number;
  readonly locale: Locale;
}) {
  const ko = locale === "ko";
  const points = (changes: readonly number[]) => changes.map((y, i) => ({ x: i + 1, y }));
  const still = staircase.max.filter((change) => change === 0).length;
  return (
    <div className="flex flex-col gap-1" data-testid="staircase">
      <LinePlot
        title={ko ? "1픽셀 옮길 때마다 풀링한 수가 얼마나 바뀔까요?" : "How much does each pixel of movement change the pooled numbers?"}
        x={{ label: ko ? "오른쪽으로 옮긴 픽셀" : "Pixels to the right", domain: [1, MOVES], format: (value) => num(value) }}
        y={{ label: ko ? "바뀐 몫" : "Relative change", format: (value) => percent(value) }}
        series={[
          { id: "max", label: ko ? "RoI 풀링" : "RoI pooling", tone: 0, points: points(staircase.max) },
          { id: "align", label: "RoIAlign", tone: 1, points: points(staircase.align) },
        ]}
        guides={move > 0 ? [{ axis: "x", at: move, label: num(move) }] : []}
        locale={locale}
      />
      <p className="m-0 text-sm text-ink-2">
        {ko
          ? `RoI 풀링은 ${MOVES}걸음 가운데 ${still}걸음에서 아무것도 바뀌지 않아요. 모든 채널에서 잰 |새\u00a0수\u00a0−\u00a0옛\u00a0수|의 합을 옛 수의 합으로 나눴어요.`
          : `RoI pooling does not change at all in ${still} of ${MOVES} steps. Over all channels: the sum of |new\u00a0−\u00a0old| over the sum of the old numbers.`}
      </p>
    </div>
  );
}
