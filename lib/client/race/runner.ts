import { taskRunner } from "@/lib/client/engine/taskRunner";
import type { tasks } from "./tasks";

/** Runs the race's tasks in the engine worker. */
export const race = taskRunner<typeof tasks>("race");
