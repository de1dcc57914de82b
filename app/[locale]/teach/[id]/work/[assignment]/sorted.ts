import type { AssignmentHome } from "@/lib/wire/assignments";

export type Work = AssignmentHome["works"][number];
export const COLUMNS = ["name", "state", "done", "atDue", "now", "lateDays", "extension"] as const;
export type Column = (typeof COLUMNS)[number];

const STATES = ["not-open", "not-begun", "open", "late", "handed-in", "closed"] as const;

const valueOf = ({ name, standing, extension, timePercent }: Work, column: Column): number | string => {
  switch (column) {
    case "name":
      return name;
    case "state":
      return STATES.indexOf(standing.state);
    case "extension":
      return (extension === null ? 0 : 1) + (timePercent > 100 ? 1 : 0);
    default:
      return standing[column] ?? -1;
  }
};

/** Students by a column, of equals by name. */
export function sortedBy(works: readonly Work[], column: Column, down: boolean, locale: string): readonly Work[] {
  const byName = (a: Work, b: Work) => a.name.localeCompare(b.name, locale);
  return [...works].sort((a, b) => {
    const [x, y] = [valueOf(a, column), valueOf(b, column)];
    const order = typeof x === "number" && typeof y === "number" ? x - y : byName(a, b);
    return (down ? -order : order) || byName(a, b);
  });
}
