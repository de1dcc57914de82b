import type { Figure, Figures } from "@/lib/challenges/figures";

/** What a model's card.json says of it, as far as figures need it. */
export interface Card {
  readonly model: string;
  readonly parameters: number;
  readonly training: { readonly seconds: number };
}

interface Tally {
  readonly objects: number;
  readonly found: number;
}

/** What bench/race-report.json says of the objects that a list's proposals cover and of the others, by who looks. */
export interface RaceReport {
  readonly seeds: string;
  readonly report: Readonly<Record<"search" | "search-ssd", { readonly covered: Tally; readonly uncovered: Tally }>>;
}

/** How many objects Fast R-CNN finds, beside SSD, which looks at no proposal. */
function found({ seeds, report }: RaceReport, which: "covered" | "uncovered"): Figure {
  const [own, other] = [report.search[which], report["search-ssd"][which]];
  const words = { covered: { ko: "덮는", en: "cover" }, uncovered: { ko: "덮지 못하는", en: "do not cover" } }[which];
  return {
    value: own.found / own.objects,
    unit: "%",
    digits: 1,
    n: own.objects,
    of: { ko: "물체", en: "object" },
    seeds,
    baseline: {
      value: other.found / other.objects,
      of: { ko: "같은 물체를 찾은 SSD (후보를 보지 않음)", en: "SSD on the same objects (it looks at no proposal)" },
    },
    conditions: {
      ko: `선택적 탐색의 후보(많아야 100개)가 IoU 0.5 이상으로 ${words.ko} 물체 가운데 Fast R-CNN이 찾은 비율이에요.`,
      en: `Share that Fast R-CNN finds of the objects that selective search's proposals (100 at most) ${words.en} with IoU 0.5 or more.`,
    },
    script: "node scripts/run.mjs scripts/race-bank.ts",
  };
}

/** The figures of the topic one-vs-two-stage, from the cards of the racing detectors and the report on their proposals. */
export function oneVsTwoStage(cards: readonly Card[], race: RaceReport): Figures {
  const about = (value: number, conditions: Figure["conditions"]): Figure => ({
    value,
    digits: 0,
    n: cards.length,
    of: { ko: "검출기", en: "detector" },
    seeds: "public/models/*/card.json",
    conditions,
    script: "npm run train",
  });
  const parameters = cards.map((card) => card.parameters);
  const minutes = cards.map((card) => card.training.seconds / 60);
  return {
    "found-covered": found(race, "covered"),
    "found-uncovered": found(race, "uncovered"),
    "parameters-most": about(Math.max(...parameters), {
      ko: "경주하는 검출기 가운데 가장 큰 것의 가중치 수예요.",
      en: "Weights of the largest of the racing detectors.",
    }),
    "training-most": about(Math.max(...minutes), {
      ko: "경주하는 검출기 가운데 학습이 가장 오래 걸린 것의 시간(분)이에요. 두 코어 프로세서의 WASM으로 쟀고, 이어받은 가중치의 학습은 세지 않았어요.",
      en: "Minutes of the longest training among the racing detectors, on WASM and two processor cores; weights taken over are not counted.",
    }),
  };
}
