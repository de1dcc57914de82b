/**
 * npm run bench:insight                       200 classes, 10,000 students, 10⁴ to 5·10⁶ answers, then a class of 2,000, then what a rollup costs
 * npm run bench:insight -- --classes 4 --learners 100 --sizes 200,2000 --rounds 10 --dry
 *   growth    every reply that a page of /teach asks for: statements and milliseconds at each size, of a class that stays as it is while the
 *             others grow, and of one that grows with them
 *   great     the same pages of a class with --learners students, as a page asks for them: all at once
 *   rollup    submissions with and without the rollup, in turn, on both databases (--rollup: this alone, into the report)
 * The routes' own handlers in this process on a throw-away PostgreSQL; no Next before them, no network. --dry writes no report.
 * Writes bench/insight-report.json and the tables of docs/insight.md (--table: only these, from the report).
 */
import { register } from "node:module";

// Submissions without the rollup: whoever imports it gets one that can be switched off.
const switched = new URL("insight/switched.ts", import.meta.url).href;
const hook = `export const resolve = (name, context, next) =>
  /insight\\/rollup$|^\\.\\/rollup$/.test(name) && /\\/lib\\/server\\/(assignments|insight)\\//.test(context.parentURL ?? "") ? next(${JSON.stringify(switched)}, context) : next(name, context);`;
register(`data:text/javascript,${encodeURIComponent(hook)}`);

const { main } = await import("./insight/main");
await main();
