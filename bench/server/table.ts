/** The report in words for docs/database.md. */
import type { Crowd } from "./crowd";
import type { History } from "./history";
import type { Submissions } from "./submissions";
import type { Database } from "@/lib/server/database/open";

type Measured<Part> = Part & { readonly database: Database["kind"]; readonly loadBefore: number };

export interface Report {
  readonly machine: { readonly node: string; readonly cpu: string; readonly cores: number };
  readonly history?: readonly Measured<History>[];
  readonly submissions?: readonly Measured<Submissions>[];
  readonly crowd?: readonly Measured<Crowd>[];
}

const load = ({ loadBefore }: { readonly loadBefore: number }): string => loadBefore.toFixed(1);

export function tableOf({ machine, history = [], submissions = [], crowd = [] }: Report): string {
  const lines = [
    `Node ${machine.node}, ${machine.cpu}, ${machine.cores} cores; handlers in one process with their grading threads, no network.`,
    "",
  ];
  lines.push("| read | database | 10 rows | 1,000 rows | 20,000 rows | load before |", "|---|---|---|---|---|---|");
  for (const of of history)
    for (const [path, [few, some, many]] of Object.entries(of.reads))
      lines.push(
        `| \`${path}\` | ${of.database} | ${few.toFixed(1)} ms | ${some.toFixed(1)} ms (× ${(some / few).toFixed(2)}) | ${many.toFixed(1)} ms (× ${(many / few).toFixed(2)}) | ${load(of)} |`,
      );
  lines.push("", "| database | verified submissions a second | bare ones | ratio | load before |", "|---|---|---|---|---|");
  for (const of of submissions)
    lines.push(
      `| ${of.database} | ${of.verified.toFixed(0)} | ${of.bare.toFixed(0)} | ${(of.verified / of.bare).toFixed(2)} | ${load(of)} |`,
    );
  lines.push(
    "",
    "| users in one second | database | all answered after | median | slowest | told to come again | at once | `/health`, slowest | load before |",
    "|---|---|---|---|---|---|---|---|---|",
  );
  for (const of of crowd)
    for (const s of of.seconds)
      lines.push(
        `| ${s.users} | ${of.database} | ${s.seconds.toFixed(1)} s | ${(s.median / 1000).toFixed(2)} s | ${(s.slowest / 1000).toFixed(2)} s | ${s.busy} | ${s.concurrency} | ${s.healthSlowest.toFixed(0)} ms of ${s.healthAsked} | ${load(of)} |`,
      );
  return `${lines.join("\n")}\n`;
}
