/** Text that PostgreSQL cannot hold: NUL, and halves of a sign that takes two. Whatever comes from outside goes past here. */
import { badText, tooDeep } from "./errors";

const MAX_DEPTH = 32;

const isStorable = (text: string): boolean => !text.includes("\u0000") && !/\p{Surrogate}/u.test(text);

/**
 * Refuses what cannot be stored and what a recursive reader could not survive. Walks without recursion.
 * @param at the path of `value`, as errors name fields: "rows.0.name"
 * @throws ApiError bad-text with the field; too-deep
 */
export function refuseUnstorable(value: unknown, at = ""): void {
  const open: { value: unknown; at: string; depth: number }[] = [{ value, at, depth: 0 }];
  for (let next = open.pop(); next; next = open.pop()) {
    const { value: here, at: path, depth } = next;
    if (typeof here === "string") {
      if (!isStorable(here)) throw badText(path);
    } else if (typeof here === "object" && here !== null) {
      if (depth >= MAX_DEPTH) throw tooDeep(MAX_DEPTH);
      for (const [key, child] of Object.entries(here)) {
        if (!isStorable(key)) throw badText(path);
        open.push({ value: child, at: path === "" ? key : `${path}.${key}`, depth: depth + 1 });
      }
    }
  }
}
