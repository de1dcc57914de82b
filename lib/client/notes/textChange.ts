/** The one place at which two texts differ: what a plain text field, or an older version, changes in a shared text. */
import type * as Y from "yjs";

export interface TextChange {
  readonly at: number;
  readonly removed: number;
  readonly added: string;
}

const isHalf = (code: number): boolean => code >= 0xd800 && code <= 0xdfff;

/**
 * What turns `before` into `after`: everything between what they share at their beginning and at their end; null where they are equal.
 * No sign is cut in two.
 * @example textChange("a box", "a big box") → { at: 3, removed: 0, added: "ig b" }
 */
export function textChange(before: string, after: string): TextChange | null {
  if (before === after) return null;
  const most = Math.min(before.length, after.length);
  let at = 0;
  while (at < most && before[at] === after[at]) at++;
  if (at > 0 && isHalf(before.charCodeAt(at - 1)) && isHalf(after.charCodeAt(at))) at--;
  let end = 0;
  while (end < most - at && before[before.length - 1 - end] === after[after.length - 1 - end]) end++;
  if (end > 0 && isHalf(before.charCodeAt(before.length - end)) && isHalf(before.charCodeAt(before.length - end - 1))) end--;
  return { at, removed: before.length - end - at, added: after.slice(at, after.length - end) };
}

/** Makes `text` read `after`, as one edit; what others write elsewhere meanwhile stays. @param origin who does it, as Yjs tells its listeners */
export function rewrite(text: Y.Text, after: string, origin: unknown = null): void {
  const change = textChange(text.toString(), after);
  if (change === null) return;
  text.doc?.transact(() => {
    if (change.removed > 0) text.delete(change.at, change.removed);
    if (change.added !== "") text.insert(change.at, change.added);
  }, origin);
}
