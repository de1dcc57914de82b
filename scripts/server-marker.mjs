// Next's bundler knows the marker "server-only"; outside of it there is nothing behind the name. Loaded before every script (scripts/run.mjs).
import { register } from "node:module";

const hook = `export const resolve = (name, context, next) => name === "server-only" ? { url: "data:text/javascript,", shortCircuit: true } : next(name, context);`;
register(`data:text/javascript,${encodeURIComponent(hook)}`);
