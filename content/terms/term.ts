import type { Text } from "@/lib/words";

/** One thing and the one word for it in each language. */
export interface Term extends Text {
  /** kebab-case, unique. */
  readonly id: string;
  /** What it is, in one line. */
  readonly meaning: Text;
  /** Other words for the same thing that no text of the product may use. */
  readonly not?: { readonly ko?: readonly string[]; readonly en?: readonly string[] };
}
