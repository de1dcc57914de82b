/** GIFT's escapes: a backslash before one of these means the sign itself, "\n" a new line. Any other backslash is a backslash. */
const ESCAPED = /\\([:~=#{}\\n])/g;

export const unescape = (text: string): string => text.replace(ESCAPED, (_, sign: string) => (sign === "n" ? "\n" : sign));

export const escape = (text: string): string => text.replace(/[:~=#{}\\]/g, "\\$&").replaceAll("\n", "\\n");

/** Where `sign` stands unescaped in `text` at `from` or later; −1 where nowhere. */
export function find(text: string, sign: string, from = 0): number {
  for (let at = from; at < text.length; at++) {
    if (text[at] === "\\" && at + 1 < text.length && ":~=#{}\\n".includes(text[at + 1])) at++;
    else if (text.startsWith(sign, at)) return at;
  }
  return -1;
}

/** A part of a text and where it begins. */
export interface Part {
  readonly text: string;
  readonly at: number;
}

/** Cuts before each unescaped sign of `signs`; a part keeps its sign. What stands before the first is a part as well, where it is not blank. */
export function cut(text: string, signs: string): Part[] {
  const at: number[] = [0];
  for (let i = 0; i < text.length; i++) {
    if (text[i] === "\\" && i + 1 < text.length && ":~=#{}\\n".includes(text[i + 1])) i++;
    else if (signs.includes(text[i]) && i > 0) at.push(i);
  }
  return at.map((from, i) => ({ text: text.slice(from, at[i + 1]), at: from })).filter((part) => part.text.trim() !== "");
}
