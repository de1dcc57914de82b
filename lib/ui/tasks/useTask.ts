"use client";

import { useCallback, useEffect, useState } from "react";
import type { TaskInput, TaskName, TaskOutput, TaskPartial, TaskRunner, TaskTable } from "@/lib/challenges/task";
import { watchTask, type TaskProgress, type TaskState } from "./watchTask";

export interface UseTaskOptions<O> {
  /** An answer to this very input that was recorded before; shown until the live one is there. */
  readonly recorded?: O | null;
  /** The task is not run: the recorded answer stands until somebody asks for a live one. */
  readonly waits?: boolean;
  /** Names the input. By default its JSON: give one where the input holds pictures. */
  readonly key?: string;
}

export interface UsedTask<O, P> {
  /** The live answer to the input of this render, else the recorded one, else null. Never an answer to another input. */
  readonly value: O | null;
  /** "recorded": an example is shown while the task runs. "failed" keeps showing it. */
  readonly status: "recorded" | "running" | "live" | "failed";
  readonly progress: TaskProgress<P> | null;
  /** What the task threw; null unless failed. */
  readonly error: unknown;
  /** Runs it again. */
  readonly retry: () => void;
}

/**
 * The answer of a task to this input, from the engine worker. Another input cancels the task that runs and ignores what it may still
 * answer.
 * @param engine must keep its identity between renders
 */
export function useTask<T extends TaskTable, N extends TaskName<T>>(
  engine: TaskRunner<T>,
  name: N,
  input: TaskInput<T, N>,
  { recorded = null, waits = false, key = JSON.stringify(input) }: UseTaskOptions<TaskOutput<T, N>> = {},
): UsedTask<TaskOutput<T, N>, TaskPartial<T, N>> {
  type State = TaskState<TaskOutput<T, N>, TaskPartial<T, N>>;
  const [attempt, setAttempt] = useState(0);
  const asked = `${name} ${attempt} ${key}`;
  const [known, setKnown] = useState<{ readonly asked: string; readonly state: State } | null>(null);

  useEffect(
    () => (waits ? undefined : watchTask(engine, name, input, (state) => setKnown({ asked, state }))),
    // eslint-disable-next-line react-hooks/exhaustive-deps -- `asked` names the input
    [engine, name, asked, waits],
  );

  const retry = useCallback(() => setAttempt((n) => n + 1), []);
  const state: State = known?.asked === asked ? known.state : { status: "running", progress: null };
  const waiting = recorded === null ? "running" : "recorded";
  return {
    value: state.status === "live" ? state.value : recorded,
    status: state.status === "running" ? waiting : state.status,
    progress: state.status === "running" ? state.progress : null,
    error: state.status === "failed" ? state.error : null,
    retry,
  };
}
