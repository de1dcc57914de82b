import type { Locale } from "@/lib/challenges/text";
import { LinePlot, type LineSeries } from "@/lib/ui/plots";
import { num } from "@/lib/words";
import type { Looked } from "./looked";
import measured from "./recall.json" with { type: "json" };
import { recallOf } from "./simulationModel";

const MOST = measured.counts[measured.counts.length - 1];
const MEASURED = [
  { id: "nms", ko: "장면 평균, NMS 뒤", en: "mean, after NMS" },
  { id: "raw", ko: "장면 평균, NMS 없이", en: "mean, without NMS" },
  { id: "search", ko: "장면 평균, 선택적 탐색", en: "mean, selective search" },
  { id: "random", ko: "장면 평균, 아무 앵커나", en: "mean, random anchors" },
] as const;

/** Objects covered by the first so many boxes: of this picture's list as the knobs make it, and measured over many scenes. */
export function RecallPlot({
  looked,
  list,
  kept,
  locale,
}: {
  readonly looked: Looked;
  /** Anchors in the order of the list, none cut off. */
  readonly list: readonly number[];
  readonly kept: number;
  readonly locale: Locale;
}) {
  const ko = locale === "ko";
  const series: readonly LineSeries[] = [
    { id: "here", label: ko ? "이 그림" : "this picture", tone: 0, points: recallOf(looked, list, MOST) },
    ...MEASURED.map(({ id, [locale]: label }, i) => ({
      id,
      label,
      tone: i + 1,
      points: measured.counts.map((x, at) => ({ x, y: measured[id][at] })),
    })),
  ];
  return (
    <div className="flex flex-col gap-1" data-testid="recall">
      <LinePlot
        title={ko ? "후보 몇 개면 물체를 얼마나 덮을까요?" : "How many objects do how many proposals cover?"}
        x={{ label: ko ? "남긴 후보 수" : "Proposals kept", scale: "log", domain: [1, MOST], format: (value) => num(value) }}
        y={{ label: ko ? "재현율 (IoU 0.5부터)" : "Recall (from IoU 0.5 on)", domain: [0, 1], format: (value) => num(value, 2) }}
        series={series}
        guides={[{ axis: "x", at: kept, label: num(kept) }]}
        locale={locale}
      />
      <p className="m-0 text-xs text-ink-2">
        {ko
          ? `평균은 고르지 않고 뽑은 장면 ${num(measured.scenes)}개의 물체 ${num(measured.objects)}개에서, NMS 임계값 0.7로 쟀어요.`
          : `Means are over ${num(measured.objects)} objects of ${num(measured.scenes)} scenes, none of them chosen, with NMS at 0.7.`}
      </p>
    </div>
  );
}
