/**
 * Words of which a pattern needs at least one, read off its source; null where it needs none for sure.
 * Looking for words is many times cheaper than running a pattern for the first time, and most patterns need not run at all.
 * @example neededBy(/(지워진|제거된)상자/) → ["지워진", "제거된"] · neededBy(/점수.{0,4}임계값/) → ["임계값"]
 */
export function neededBy(pattern: RegExp): readonly string[] | null {
  return ofChoice(pattern.source);
}

/** Of "a|b" what either needs. */
function ofChoice(source: string): readonly string[] | null {
  const all: string[] = [];
  for (const branch of parted(source)) {
    const words = ofSequence(branch);
    if (words === null) return null;
    all.push(...words);
  }
  return all;
}

/** Of "ab" what its most telling part needs: the longer its shortest word, the better. */
function ofSequence(source: string): readonly string[] | null {
  let best: readonly string[] | null = null;
  const offer = (words: readonly string[] | null): void => {
    if (words === null || words.some((word) => word === "")) return;
    if (best === null || shortest(words) > shortest(best)) best = words;
  };
  let run = "";
  for (let at = 0; at < source.length;) {
    const end = atomEnd(source, at);
    const optional = /^(?:[?*]|\{0)/.test(source.slice(end));
    const atom = source.slice(at, end);
    const next = end + (/^(?:[?*+]|\{[\d,]+\})\??/.exec(source.slice(end))?.[0].length ?? 0);
    if (isPlain(atom) && !optional && next === end) run += atom;
    else {
      offer(run === "" ? null : [run + (isPlain(atom) && !optional ? atom : "")]);
      run = "";
      if (atom.startsWith("(") && !optional && !/^\(\?[^:]/.test(atom)) offer(ofChoice(atom.replace(/^\((?:\?:)?/, "").slice(0, -1)));
    }
    at = next;
  }
  offer(run === "" ? null : [run]);
  return best;
}

const shortest = (words: readonly string[]): number => Math.min(...words.map(({ length }) => length));

const isPlain = (atom: string): boolean => atom.length === 1 && !/[.^$|()[\]{}?*+\\]/.test(atom);

/** Where the atom that begins here ends: a sign, an escape, a class or a group. */
function atomEnd(source: string, from: number): number {
  if (source[from] === "\\") return from + 2;
  if (source[from] === "[") return classEnd(source, from);
  if (source[from] !== "(") return from + 1;
  let depth = 0;
  for (let at = from; at < source.length; at++) {
    if (source[at] === "\\") at++;
    else if (source[at] === "[") at = classEnd(source, at) - 1;
    else if (source[at] === "(") depth++;
    else if (source[at] === ")" && --depth === 0) return at + 1;
  }
  return source.length;
}

function classEnd(source: string, from: number): number {
  for (let at = from + 1; at < source.length; at++) {
    if (source[at] === "\\") at++;
    else if (source[at] === "]") return at + 1;
  }
  return source.length;
}

/** The branches of a choice, those of inner groups left together. */
function parted(source: string): string[] {
  const branches: string[] = [];
  let from = 0;
  for (let at = 0; at < source.length;) {
    if (source[at] === "|") {
      branches.push(source.slice(from, at));
      from = at + 1;
    }
    at = atomEnd(source, at);
  }
  return [...branches, source.slice(from)];
}
