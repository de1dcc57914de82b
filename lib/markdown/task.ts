/** Ticking a task is an edit of one sign in the note's text. */

export interface Edit {
  /** Of the text, in UTF-16 units. */
  readonly from: number;
  readonly to: number;
  readonly insert: string;
}

const MARKED = /^(?:[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t])))+[ \t]*\[([ xX])\](?=[ \t]|$)/;

/**
 * The edit that ticks the task on a line, or unticks it; null where there is none on it (any more), or it is so already.
 * @param line counted from 0, as the tree has it
 * @example taskEdit("- [ ] read", 0, true) → { from: 3, to: 4, insert: "x" }
 */
export function taskEdit(text: string, line: number, done: boolean): Edit | null {
  let from = 0;
  for (let i = 0; i < line; i++) {
    const end = /\r\n|\r|\n/g;
    end.lastIndex = from;
    const found = end.exec(text);
    if (found === null) return null;
    from = found.index + found[0].length;
  }
  const [here] = text.slice(from, from + 2000).split(/\r\n|\r|\n/, 1);
  const box = MARKED.exec(here);
  if (box === null || (box[1] !== " ") === done) return null;
  const at = from + box[0].length - 2;
  return { from: at, to: at + 1, insert: done ? "x" : " " };
}
