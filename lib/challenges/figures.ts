import { num, percent, things, type Noun, type Text } from "@/lib/words";

/** A measured number with everything that a reader needs to judge it. Stands in a topic's figures.json, written by the report scripts. */
export interface Figure {
  /** As measured; a share from 0 to 1 where the unit is "%". */
  readonly value: number;
  /** "%" or nothing. */
  readonly unit?: string;
  /** Digits after the point in print. */
  readonly digits: number;
  /** Sample size, and what was counted. */
  readonly n: number;
  readonly of: Noun;
  /** The seeds or the files that the sample came from. */
  readonly seeds: string;
  /** What a method that ignores the question would score, and which method that is. */
  readonly baseline?: { readonly value: number; readonly of: Text };
  /** What was measured, on what. One sentence. */
  readonly conditions: Text;
  /** The command that measures it anew. */
  readonly script: string;
}

export type Figures = Readonly<Record<string, Figure>>;

/** A figure as it stands in a text: 0.857 with the unit "%" → "86%". Korean and English print it alike. */
export const printed = ({ value, unit, digits }: Pick<Figure, "value" | "unit" | "digits">): string =>
  unit === "%" ? percent(value, digits) : num(value, digits);

/** The sample of a figure: "장면 300개", "300 scenes". */
export const sampleOf = ({ n, of }: Pick<Figure, "n" | "of">): Text => things(n, of);

/**
 * Prints a topic's figures by id, for topic.ts and questions.ts. An id that figures.json lacks does not compile.
 * @example const figure = figureIn(figures); `순위 상관이 ${josa(figure("likeness-guided"), "이에요/예요")}`
 */
export const figureIn =
  <F extends Figures>(figures: F) =>
  (id: keyof F & string): string =>
    printed(figures[id]);
