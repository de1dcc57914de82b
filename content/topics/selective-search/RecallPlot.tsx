import type { Locale } from "@/lib/challenges/text";
import { LinePlot, type LineSeries } from "@/lib/ui/plots";
import { num } from "@/lib/words";
import type { Grown } from "./question";
import measured from "./recall.json" with { type: "json" };
import { recallSteps } from "./simulationModel";

const MOST = measured.counts[measured.counts.length - 1];
const MEASURED = [
  { id: "fast", ko: "장면 평균, 여덟 번의 묶기", en: "mean, eight groupings" },
  { id: "one", ko: "장면 평균, 한 번의 묶기", en: "mean, one grouping" },
  { id: "random", ko: "장면 평균, 아무 데나 놓은 상자", en: "mean, boxes put anywhere" },
] as const;

/** Recall against the number of proposals: of this picture, and measured over many, with boxes put anywhere beside it. */
export function RecallPlot({ grown, kept, locale }: { readonly grown: Grown; readonly kept: number; readonly locale: Locale }) {
  const ko = locale === "ko";
  const series: readonly LineSeries[] = [
    { id: "here", label: ko ? "이 그림" : "this picture", tone: 0, points: recallSteps(grown, MOST) },
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
        title={ko ? "상자를 몇 개 남기면 물체를 얼마나 찾을까요?" : "How many objects do how many boxes find?"}
        x={{ label: ko ? "남긴 상자 수" : "Boxes kept", scale: "log", domain: [1, MOST], format: (value) => num(value) }}
        y={{ label: ko ? "재현율 (IoU 0.5부터)" : "Recall (from IoU 0.5 on)", domain: [0, 1], format: (value) => num(value, 2) }}
        series={series}
        guides={[{ axis: "x", at: kept, label: num(kept) }]}
        locale={locale}
      />
      <p className="m-0 text-xs text-ink-2">
        {ko
          ? `평균은 고르지 않고 뽑은 장면 ${num(measured.scenes)}개의 물체 ${num(measured.objects)}개에서 쟀어요.`
          : `Means are over ${num(measured.objects)} objects of ${num(measured.scenes)} scenes, none of them chosen.`}
      </p>
    </div>
  );
}
