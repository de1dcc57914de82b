import type { Locale } from "@/lib/challenges/text";
import type { RegionPooling } from "@/lib/engine/detectors/region/head";
import { CLASS_NAMES, VOC_CLASSES } from "@/lib/engine/scenes/classes";
import { Bars } from "@/lib/ui/plots";
import { josa, num } from "@/lib/words";
import { recordedMap50 } from "./mapped";

/** Classes that are listed. */
const SHOWN = 3;
const BACKGROUND = { ko: "배경", en: "background" } as const;

export interface RoiScoresProps {
  /** Probabilities, background first; null while they are computed. */
  readonly scores: readonly number[] | null;
  /** The pooling that the head was trained with. */
  readonly way: RegionPooling;
  readonly locale: Locale;
}

/** What the head says of the RoI: the likeliest classes, background among them. */
export function RoiScores({ scores, way, locale }: RoiScoresProps) {
  const best = scores
    ? Array.from(scores.keys())
        .sort((a, b) => scores[b] - scores[a])
        .slice(0, SHOWN)
        .map((at) => ({
          title: (at === 0 ? BACKGROUND : CLASS_NAMES[VOC_CLASSES[at - 1]])[locale],
          value: scores[at],
          text: num(scores[at], 2),
        }))
    : Array.from({ length: SHOWN }, () => ({ title: "…", value: 0, text: "…" }));
  const pooling = way === "max" ? { ko: "RoI 풀링", en: "RoI pooling" } : { ko: "RoIAlign", en: "RoIAlign" };
  const map = num(recordedMap50(way), 3);
  const label =
    locale === "ko"
      ? `${josa(pooling.ko, "으로/로")} 학습한 머리의 확률 (mAP@.5 ${map})`
      : `Probabilities of the head trained with ${pooling.en} (mAP@.5 ${map})`;
  return (
    <div data-testid="roi-scores">
      <Bars label={label} most={1} bars={best.map((bar, i) => ({ id: String(i), ...bar }))} />
    </div>
  );
}
