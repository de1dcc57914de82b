/**
 * npm run replay-report <id>   draws, checks, grades and solves the instance of a report again, and says where it throws
 * npm run replay-report        lists the latest reports
 * With the embedded database the server must be stopped.
 */
import { kinds } from "@/content/_generated/kinds";
import { openDatabase } from "@/lib/server/database/open";
import { replayReport } from "@/lib/server/reports/replay";

async function main(id: string | undefined): Promise<number> {
  const open = await openDatabase();
  try {
    if (id === undefined) {
      for (const r of await open.client.report.findMany({ orderBy: { createdAt: "desc" }, take: 50 }))
        console.log(
          `${r.id}  ${r.createdAt.toISOString()}  ${r.kind}@${r.version} level ${r.level}  ${r.phase}${r.byHand ? " (by hand)" : ""}  ${r.message}`,
        );
      return 0;
    }
    const report = await open.client.report.findUnique({ where: { id } });
    if (!report) {
      console.error(`There is no report ${id}`);
      return 1;
    }
    const work = report.workId === null ? null : await open.client.issuedWork.findUnique({ where: { id: report.workId } });
    console.log(`${report.kind}@${report.version}, level ${report.level}, ${work ? "graded work" : `seed ${report.seed}`}`);
    console.log(
      `reported in phase "${report.phase}"${report.byHand ? " by hand" : ""} on ${report.backend ?? "an unknown backend"}, build ${report.build ?? "unknown"}`,
    );
    console.log(`message: ${report.message}`);
    console.log(`answer: ${report.answer ?? "none"}`);
    const lines = replayReport(kinds, report, work?.instance ?? null);
    for (const { phase, ok, says } of lines) console.log(`${ok ? "  ok   " : "  FAIL "} ${phase.padEnd(8)} ${says}`);
    return lines.every((line) => line.ok) ? 0 : 1;
  } finally {
    await open.close();
  }
}

process.exit(await main(process.argv[2]));
