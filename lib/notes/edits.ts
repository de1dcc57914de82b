/**
 * Whether two words are at most `limit` slips of the pen apart: a sign left out, put in, changed, or two neighbours swapped
 * (optimal string alignment). @example within("serach", "search", 1) → true · within("local", "focal", 0) → false
 */
export function within(a: string, b: string, limit: number): boolean {
  if (Math.abs(a.length - b.length) > limit) return false;
  let older: number[] = [];
  let old = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let best = i;
    for (let j = 1; j <= b.length; j++) {
      const change = a[i - 1] === b[j - 1] ? 0 : 1;
      let cost = Math.min(old[j] + 1, row[j - 1] + 1, old[j - 1] + change);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, older[j - 2] + 1);
      row.push(cost);
      best = Math.min(best, cost);
    }
    if (best > limit) return false;
    older = old;
    old = row;
  }
  return old[b.length] <= limit;
}

/** Hangul syllables as their letters, so that 억재 is one slip away from 억제. */
export const letters = (word: string): string => (/[가-힣]/.test(word) ? word.normalize("NFD") : word);

/** Which letters a word has, as bits: words whose bits differ in more than two places a slip cannot be near each other. */
export function bits(word: string): number {
  let set = 0;
  for (let index = 0; index < word.length; index++) set |= 1 << (word.charCodeAt(index) % 31);
  return set;
}

/** How many bits two sets do not share. */
export function apart(a: number, b: number): number {
  let rest = a ^ b;
  let count = 0;
  for (; rest !== 0; rest &= rest - 1) count++;
  return count;
}
