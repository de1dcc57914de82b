/** The entry of `noteServing.ts`, for a process of its own. */
import { register } from "node:module";

// Next's bundler knows this marker; outside of it there is nothing behind the name.
const hook = `export const resolve = (name, context, next) => name === "server-only" ? { url: "data:text/javascript,", shortCircuit: true } : next(name, context);`;
register(`data:text/javascript,${encodeURIComponent(hook)}`);

const { serve } = await import("./noteServing");
await serve(process.argv[2]);
