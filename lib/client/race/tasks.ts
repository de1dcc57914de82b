/** Everything the race asks of the worker. */
import { defineTasks } from "@/lib/challenges/task";
import { placed, stamps } from "./placing";
import { field, measure, run, scene } from "./run";

export const tasks = defineTasks({ scene, placed, stamps, field, run, measure });
