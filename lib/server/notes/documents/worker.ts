/**
 * What a thread of notes runs: everything that touches an edit which nobody has looked at yet. Bundled into dist/notes.mjs by
 * scripts/build-threads.mjs, so the server's bundler never sees a worker.
 */
import { parentPort } from "node:worker_threads";
import { done } from "./work";
import type { Said, Task } from "./task";

const say = (said: Said): void => parentPort?.postMessage(said);

parentPort?.on("message", (task: Task) => say({ done: done(task, (lap) => say({ lap })) }));
