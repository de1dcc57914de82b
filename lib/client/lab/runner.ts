import { taskRunner } from "@/lib/client/engine/taskRunner";
import type { tasks } from "./tasks";

/** Runs the Lab's tasks in the engine worker. */
export const lab = taskRunner<typeof tasks>("lab");
