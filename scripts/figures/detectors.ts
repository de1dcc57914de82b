import type { Figure, Figures } from "@/lib/challenges/figures";

/** What a model's card.json says of it, as far as figures need it. */
export interface Card {
  readonly model: string;
  readonly parameters: number;
  readonly training: { readonly seconds: number };
}

/** The figures of the topic one-vs-two-stage, from the cards of the racing detectors. */
export function oneVsTwoStage(cards: readonly Card[]): Figures {
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
