import type { Figure, Figures } from "@/lib/challenges/figures";

/** Even light leaves a filter silent where its weights add up to less than this share of their sizes. */
export const EVEN = 0.1;

/** Layers in the lesson's table. */
const SHOWN: readonly string[] = ["conv2", "conv4", "conv4b", "conv4c"];

interface Counts {
  /** Filters that even grey light leaves silent, and even light of any one colour. */
  readonly grey: number;
  readonly colour: number;
}

/** What scripts/filter-report.ts measured. */
export interface FilterReport {
  readonly scenes: number;
  readonly seeds: string;
  readonly filters: number;
  readonly even: Counts;
  /** The same of weights drawn at random. */
  readonly random: Counts & { readonly count: number };
  /** Filters × scenes, and places of the first map. */
  readonly asked: number;
  readonly places: number;
  /** How often the loudest patch is the one of the best cosine, and the one whose pixels are nearest to the filter's picture. */
  readonly likest: number;
  readonly nearest: number;
  readonly layers: readonly {
    readonly name: string;
    readonly filters: number;
    /** Places of all scenes that were looked at. */
    readonly cells: number;
    readonly reads: number;
    /** Correlation of a response with what its boldest kernel adds, and with what any kernel adds. */
    readonly one: number;
    readonly any: number;
    /** Kernels, boldest first or in random order, until their sum correlates by 0.9. */
    readonly needed: number;
    readonly shuffled: number;
  }[];
}

export function filterWeights({ scenes, seeds, filters, even, random, asked, places, likest, nearest, layers }: FilterReport): Figures {
  const script = "npm run filter-report";
  const evenly = (count: keyof Counts, ko: string, en: string): Figure => ({
    value: even[count] / filters,
    unit: "%",
    digits: 0,
    n: filters * 27,
    of: { ko: "가중치", en: "weight" },
    seeds: "public/models/classifier",
    script,
    baseline: {
      value: random[count] / random.count,
      of: {
        ko: `정규 분포에서 무작위로 뽑은 필터 ${random.count}개일 때예요.`,
        en: `Of ${random.count} filters drawn at random from a normal distribution.`,
      },
    },
    conditions: {
      ko: `첫 층의 필터 가운데 ${ko} 가중치의 합이 크기 합의 10%보다 작은 것의 몫이에요.`,
      en: `Share of the first layer's filters whose weights ${en} add up to less than 10% of their sizes.`,
    },
  });
  const found = (value: number, ko: string, en: string): Figure => ({
    value: value / asked,
    unit: "%",
    digits: 0,
    n: asked,
    of: { ko: "짝", en: "pair" },
    seeds,
    script,
    baseline: {
      value: 1 / places,
      of: { ko: `조각 ${places}개에서 아무거나 고를 때예요.`, en: `Any of the ${places} patches.` },
    },
    conditions: {
      ko: `첫 층의 반응이 가장 큰 조각이 ${ko}이기도 한 몫이에요. 필터 ${filters}개와 장면 ${scenes}개의 짝에서요.`,
      en: `How often the patch with the first layer's largest response is also ${en}. Pairs of ${filters} filters and ${scenes} scenes.`,
    },
  });
  const layered = layers
    .filter(({ name }) => SHOWN.includes(name))
    .flatMap(({ name, filters: count, cells, reads, one, any, needed, shuffled }): [string, Figure][] => {
      const common = { n: count * cells, of: { ko: "반응", en: "response" }, seeds, script } as const;
      return [
        [
          `one-${name}`,
          {
            ...common,
            value: one,
            digits: 2,
            baseline: { value: any, of: { ko: "커널을 아무거나 하나 골랐을 때의 평균이에요.", en: "Any one kernel, on average." } },
            conditions: {
              ko: `${name}에서 필터의 반응과, 커널 ${reads}개 가운데 가중치가 가장 큰 하나가 더한 값의 상관이에요. 필터의 평균, 장면 ${scenes}개.`,
              en: `In ${name}, the correlation of a filter's response with what the boldest of its ${reads} kernels adds. Mean over the filters, ${scenes} scenes.`,
            },
          },
        ],
        [
          `needed-${name}`,
          {
            ...common,
            value: needed,
            digits: 0,
            baseline: { value: shuffled, of: { ko: "무작위 차례로 더할 때예요.", en: "Added in random order." } },
            conditions: {
              ko: `${name}에서 가중치가 큰 커널부터 더할 때, 합이 반응과 0.9 이상 상관될 때까지 드는 커널의 수예요. 필터의 평균, 모두 ${reads}개, 장면 ${scenes}개.`,
              en: `In ${name}, kernels added from the boldest on until their sum correlates with the response by 0.9. Mean over the filters, of ${reads} kernels, ${scenes} scenes.`,
            },
          },
        ],
      ];
    });
  return {
    "even-grey": evenly("grey", "모든 색의", "of all colours"),
    "even-colour": evenly("colour", "어느 한 색에서나", "of each one colour"),
    "loudest-likest": found(likest, "무늬가 가장 닮은(코사인) 조각", "the one of the best cosine"),
    "loudest-nearest": found(nearest, "필터 그림과 픽셀이 가장 가까운 조각", "the one whose pixels are nearest to the filter's picture"),
    ...Object.fromEntries(layered),
  };
}
