/** Whom a name in a note may mean: people are called by parts of their names there, and misspelled. */

/** A name as it is compared: without spaces, honorific, capitals and signs. */
const bare = (name: string): string =>
  name
    .normalize("NFC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "")
    .replace(/(?<=.{2})(?:님|씨)$/u, "");

/** Whether two names differ by one letter, put in, left out or changed. */
function nearly(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (long.length - short.length > 1 || short.length < 3) return false;
  let from = 0;
  while (from < short.length && short[from] === long[from]) from++;
  return short.slice(from) === long.slice(from + 1) || short.slice(from + 1) === long.slice(from + 1);
}

/** 3 the same, 2 one is part of the other, 1 a letter apart, 0 nothing alike. A part of one letter says nothing. */
function likeness(name: string, other: string): number {
  const [one, two] = [bare(name), bare(other)];
  if (one === "" || two === "") return 0;
  if (one === two) return 3;
  const [short, long] = one.length <= two.length ? [one, two] : [two, one];
  if (short.length > 1 && (long.startsWith(short) || long.endsWith(short))) return 2;
  return nearly(one, two) ? 1 : 0;
}

/** A member by the name of their place; null: a former one. */
interface Person {
  readonly id: string;
  readonly name: string | null;
}

/**
 * Who is most like `name`; null where nobody is, or two are equally.
 * @example likest("성익", [{ id: "a", name: "김성익" }, { id: "b", name: "상진" }]) → "a"
 */
export function likest(name: string, people: readonly Person[]): string | null {
  const scored = people.map(({ id, name: other }) => ({ id, score: other === null ? 0 : likeness(name, other) }));
  const best = Math.max(0, ...scored.map(({ score }) => score));
  const [first, ...others] = scored.filter(({ score }) => score === best);
  return best === 0 || first === undefined || others.length > 0 ? null : first.id;
}
