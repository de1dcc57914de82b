/**
 * node scripts/run.mjs bench/server.ts [history] [submissions] [crowd] [--table]
 * The routes' own handlers in this process, with real grading threads and a throw-away database of each kind; no Next before them, no network.
 *   history      /me, /review and /progress of learners with 10, 1,000 and 20,000 rows, as ratios to 10
 *   submissions  a verified submission against a bare one: session, limit and body, then one inserted row
 *   crowd        500 and 1,000 learners who each answer within one second, with /health asked meanwhile
 * After each the invariants of the test suite. Writes bench/server-report.json and the table of docs/database.md.
 */
import { main } from "./server/main";

await main();
