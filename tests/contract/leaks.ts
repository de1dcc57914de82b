/** Looks for the truth in what a learner may see, by values: names prove nothing. */

/** Every value of a JSON document by its path: leaves, and arrays and objects as their text. */
function valuesByPath(value: unknown, path = "", into = new Map<string, string>()): Map<string, string> {
  into.set(path, JSON.stringify(value) ?? "undefined");
  if (value !== null && typeof value === "object") {
    for (const [key, child] of Object.entries(value)) valuesByPath(child, `${path}.${key}`, into);
  }
  return into;
}

/** Seeds in which both places must exist before they are compared. */
const LEAST = 40;
/** Agreement from which a place of the view counts as telling the answer. */
const AGREES = 0.95;

/**
 * Places of the view that hold, seed after seed, what a place of the perfect answer holds: "view.order = answer.keep".
 * A place of the answer that hardly varies tells nothing and is left out.
 * @param pairs view and perfect answer of one instance each
 */
export function leaksOf(pairs: readonly { readonly view: unknown; readonly solution: unknown }[]): string[] {
  const tables = pairs.map(({ view, solution }) => ({ view: valuesByPath(view), solution: valuesByPath(solution) }));
  const places = (side: "view" | "solution") => [...new Set(tables.flatMap((table) => [...table[side].keys()]))];
  const views = places("view");
  const found: string[] = [];
  for (const wanted of places("solution")) {
    const with_ = tables.filter((table) => table.solution.has(wanted));
    const values = with_.map((table) => table.solution.get(wanted));
    const commonest = Math.max(...[...new Set(values)].map((value) => values.filter((v) => v === value).length));
    if (with_.length < LEAST || commonest / with_.length > 0.6) continue;
    for (const place of views) {
      const both = with_.filter((table) => table.view.has(place));
      if (both.length < LEAST) continue;
      const agree = both.filter((table) => table.view.get(place) === table.solution.get(wanted)).length;
      if (agree / both.length >= AGREES) found.push(`view${place} = answer${wanted}`);
    }
  }
  return found;
}
