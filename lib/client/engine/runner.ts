import { taskRunner } from "./taskRunner";
import type { EngineTasks } from "./tasks";

/** Runs the engine page's own tasks. */
export const engine = taskRunner<EngineTasks>("engine");
