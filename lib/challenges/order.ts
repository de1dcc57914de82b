import { seeded } from "@/lib/engine/random";

/**
 * The order in which the options of a lesson's question are drawn: a page and its server agree on it, every question has another one, and
 * the place in the file says nothing. Indexes into the options as written.
 */
export const optionOrder = (question: string, count: number): readonly number[] =>
  seeded(`order/${question}`).shuffle(Array.from({ length: count }, (_, i) => i));
