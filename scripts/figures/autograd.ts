import type { Figure, Figures } from "@/lib/challenges/figures";

/** What scripts/autograd-report.ts counted. */
export interface AutogradReport {
  readonly graphs: number;
  readonly seeds: string;
  /** Graphs in which every input agrees with central differences: by the engine's tape, and by one that overwrites. */
  readonly tape: number;
  readonly overwrite: number;
}

export function autograd({ graphs, seeds, tape, overwrite }: AutogradReport): Figures {
  const share = (
    value: number,
    ko: string,
    en: string,
  ): Pick<Figure, "value" | "unit" | "digits" | "n" | "of" | "seeds" | "conditions" | "script"> => ({
    value: value / graphs,
    unit: "%",
    digits: 0,
    n: graphs,
    of: { ko: "그래프", en: "graph" },
    seeds,
    conditions: {
      ko: `입력 셋과 연산 여섯으로 아무렇게나 만든 그래프 가운데, ${ko} 기울기가 모든 입력에서 중심 차분과 백만분의 일 안으로 맞은 몫.`,
      en: `Share of graphs made at random of three inputs and six operations in which the gradients ${en} agree with central differences to a millionth at every input.`,
    },
    script: "npm run autograd-report",
  });
  return {
    "tape-agrees": {
      ...share(tape, "더하는 테이프의", "of a tape that adds"),
      baseline: { value: overwrite / graphs, of: { ko: "덮어쓰는 테이프예요.", en: "A tape that overwrites." } },
    },
    "overwrite-agrees": share(overwrite, "덮어쓰는 테이프의", "of a tape that overwrites"),
  };
}
