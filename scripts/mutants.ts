/** What a mutation report says, counted, and the table of it in docs/testing.md. */

/** The share in percent that the tests of a mutated folder notice at least. */
export const LEAST = 85;

interface Place {
  readonly line: number;
  readonly column: number;
}

/** The parts of a report by the mutation testing report schema that are read here. */
export interface MutationReport {
  readonly files: Readonly<
    Record<
      string,
      {
        readonly mutants: readonly {
          readonly mutatorName: string;
          readonly replacement?: string;
          readonly status: "Killed" | "Survived" | "NoCoverage" | "Timeout" | "RuntimeError" | "CompileError" | "Ignored" | "Pending";
          readonly location: { readonly start: Place };
        }[];
      }
    >
  >;
}

export interface MutantCounts {
  /** Noticed by a test, an endless loop included. */
  readonly killed: number;
  /** All that were tried. What does not run as code is no mutant. */
  readonly total: number;
  /** Left out by a comment in the code that says why. */
  readonly ignored: number;
  /** Whole percent, rounded down: 84.9 is not 85. */
  readonly percent: number;
}

export function countMutants(report: MutationReport): MutantCounts {
  const mutants = Object.values(report.files).flatMap((file) => file.mutants);
  const count = (...wanted: readonly string[]) => mutants.filter(({ status }) => wanted.includes(status)).length;
  const killed = count("Killed", "Timeout");
  const total = killed + count("Survived", "NoCoverage");
  return { killed, total, ignored: count("Ignored"), percent: total === 0 ? 100 : Math.floor((100 * killed) / total) };
}

/** One line for each change that no test noticed: place, kind of change, what the code became. */
export function survivorsOf(report: MutationReport): string[] {
  return Object.entries(report.files).flatMap(([file, { mutants }]) =>
    mutants
      .filter(({ status }) => status === "Survived" || status === "NoCoverage")
      .map(({ location: { start }, mutatorName, replacement, status }) => {
        const change = replacement === undefined ? mutatorName : `${mutatorName}: ${replacement.replace(/\s+/g, " ").slice(0, 100)}`;
        return `${file}:${start.line}:${start.column} ${change}${status === "NoCoverage" ? " (no test runs it)" : ""}`;
      }),
  );
}

const [BEGIN, END] = ["<!-- mutants: written by npm run mutate -->", "<!-- end of mutants -->"];
const ROW = /^\| `([^`]+)` \| (\d+) \| (\d+) \| (\d+) % \| (\d+) \|$/;

/** The figures that stand in the text's table, by folder. */
export function readTable(text: string): Record<string, MutantCounts> {
  const rows = text.split("\n").flatMap((line) => ROW.exec(line) ?? []);
  return Object.fromEntries(
    Array.from({ length: rows.length / 6 }, (_, i) => {
      const [, folder, killed, total, percent, ignored] = rows.slice(6 * i, 6 * i + 6);
      return [folder, { killed: Number(killed), total: Number(total), percent: Number(percent), ignored: Number(ignored) }];
    }),
  );
}

/**
 * The text with its table of mutants written anew, folders in order.
 * @throws Error when the text has no place for it
 */
export function writeTable(text: string, figures: Readonly<Record<string, MutantCounts>>): string {
  const [from, to] = [text.indexOf(BEGIN), text.indexOf(END)];
  if (from < 0 || to < from) throw new Error(`The text has no lines "${BEGIN}" and "${END}" between which the table stands`);
  const rows = Object.entries(figures)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([folder, { killed, total, percent, ignored }]) => `| \`${folder}\` | ${killed} | ${total} | ${percent} % | ${ignored} |`);
  const table = ["| folder | noticed | tried | share | left out |", "|---|---|---|---|---|", ...rows].join("\n");
  return `${text.slice(0, from)}${BEGIN}\n${table}\n${text.slice(to)}`;
}
