/** The report in words for docs/insight.md. */
import type { Cost, Opened } from "./measure";
import type { RollupCost } from "./submissions";

interface Row extends Cost {
  readonly page: string;
  readonly name: string;
}

export interface Growth {
  readonly size: number;
  readonly answers: number;
  readonly attempts: number;
  readonly bytes: number;
  readonly loadBefore: number;
  readonly classes: readonly { readonly which: "steady" | "growing"; readonly rows: readonly Row[] }[];
}

export interface Report {
  readonly machine: { readonly node: string; readonly cpu: string; readonly cores: number };
  readonly classes: number;
  readonly students: number;
  readonly steady: number;
  readonly rounds: number;
  readonly growth: readonly Growth[];
  readonly great: {
    readonly learners: number;
    readonly pages: readonly Opened[];
    readonly rows: readonly ({ readonly name: string } & Cost)[];
  };
  readonly rollup: readonly RollupCost[];
}

const many = (n: number): string => n.toLocaleString("en");
const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
const rule = (n: number): string => line(Array.from({ length: n }, () => "---"));

const more = (without: number, with_: number): string => `${(100 * (with_ / without - 1)).toFixed(1)} %`;

/** Statements at each size; one number where they are the same. */
const statementsIn = (rows: readonly Row[]): string => [...new Set(rows.map(({ statements }) => statements))].join(" → ");

function growthTable(growth: readonly Growth[], which: "steady" | "growing"): string[] {
  const rowsAt = growth.map(({ classes }) => classes.find((each) => each.which === which)?.rows ?? []);
  return [
    line(["reply", "statements", ...growth.map(({ answers }) => `${many(answers)} answers`), "× quickest"]),
    rule(growth.length + 3),
    ...rowsAt[0].map(({ name }, i) => {
      const at = rowsAt.map((rows) => rows[i]);
      const ratio = at[at.length - 1].least / at[0].least;
      return line([
        name,
        statementsIn(at),
        ...at.map(({ least, p50, p95 }) => [least, p50, p95].map((ms) => ms.toFixed(0)).join(" / ")),
        ratio.toFixed(2),
      ]);
    }),
  ];
}

export function tableOf({ machine, classes, students, steady, rounds, growth, great, rollup }: Report): string {
  const last = growth[growth.length - 1];
  return [
    `Node ${machine.node}, ${machine.cpu}, ${machine.cores} cores, PostgreSQL; ${classes} classes of ${students} students. Quickest / median / 95th percentile in ms of`,
    `${rounds} requests in turn; load of the machine before: ${growth.map(({ loadBefore }) => loadBefore.toFixed(1)).join(", ")}. At the last size ${many(last.answers)} answers, ${many(last.attempts)} of them challenges with`,
    `their attempts, ${(last.bytes / 2 ** 30).toFixed(1)} GiB.`,
    "",
    `A class that stays as it is (${steady} answers of each student) while all others grow:`,
    "",
    ...growthTable(growth, "steady"),
    "",
    `A class that grows with all others (at the last size ${many(Math.round((last.answers - steady * students) / ((classes - 1) * students)))} answers of each student):`,
    "",
    ...growthTable(growth, "growing"),
    "",
    `A class of ${many(great.learners)} with ${steady} answers of each, among all of them; what a page asks for when it opens, at once (95th percentile):`,
    "",
    line(["page", "requests", "first answer", "all answers"]),
    rule(4),
    ...great.pages.map(({ page, requests, first, all }) =>
      line([`\`${page}\``, String(requests), `${first.toFixed(0)} ms`, `${all.toFixed(0)} ms`]),
    ),
    "",
    line(["reply, one after the other", "statements", "quickest", "median", "95th percentile"]),
    rule(5),
    ...great.rows.map(({ name, statements, least, p50, p95 }) =>
      line([name, String(statements), `${least.toFixed(0)} ms`, `${p50.toFixed(0)} ms`, `${p95.toFixed(0)} ms`]),
    ),
    "",
    line(["database", "submission of", "without the rollup", "with it", "more", "95 % between", "quickest tenth", "more", "n each"]),
    rule(9),
    ...rollup.map(({ database, what, n, ...ms }) =>
      line([
        database,
        `a ${what}`,
        `${ms.without.toFixed(1)} ms`,
        `${ms.with.toFixed(1)} ms`,
        more(ms.without, ms.with),
        ms.between.map((share) => `${(100 * share).toFixed(1)} %`).join(" and "),
        `${ms.quickest[0].toFixed(1)} → ${ms.quickest[1].toFixed(1)} ms`,
        more(...ms.quickest),
        String(n),
      ]),
    ),
  ].join("\n");
}
