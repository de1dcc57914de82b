/**
 * npm run bench:edits   what a member costs everybody who sends a note the slowest edits that are let through: answers of /health meanwhile,
 * asked every 25 ms, and edits of somebody else in another note. The routes' own handlers in this process, on each kind of database.
 */
import { register } from "node:module";

// Next's bundler knows this marker; outside of it there is nothing behind the name.
const hook = `export const resolve = (name, context, next) => name === "server-only" ? { url: "data:text/javascript,", shortCircuit: true } : next(name, context);`;
register(`data:text/javascript,${encodeURIComponent(hook)}`);

const { main } = await import("./edits/main");
await main();
