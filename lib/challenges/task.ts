import type { LoadedDetector } from "@/lib/engine/detectors/zoo.gpu";
import type { Network } from "@/lib/engine/nets/types";
import type { GpuNetwork } from "@/lib/engine/nets/network.gpu";
import type { Atlas } from "@/lib/engine/scenes/emoji";
import type { EmojiStyle } from "@/lib/engine/scenes/emoji/styles";
import type { Backend } from "@/lib/engine/tensor/backends";

/** How far a task is: `done` of `total`, and what it has so far where its caller asked to see that. */
export type OnProgress<P = never> = (done: number, total: number, partial?: P) => void;

/** Shipped models, fetched at the first call and kept. Every call throws a ModelLoadError when the files cannot be had. */
export interface TaskModels {
  /** A network in plain TypeScript: the same numbers on every machine. @param name a folder of public/models */
  network(name: string): Promise<Network>;
  /** The same network on the chosen TF.js backend: many times faster, equal to about 1e-5. */
  gpuNetwork(name: string): Promise<GpuNetwork>;
  /** A detector of the zoo, on the chosen TF.js backend. @throws Error for a name that is no detector's */
  detector(name: string): Promise<LoadedDetector>;
}

/** Drawings that scenes are made of, fetched at the first call and kept. */
export interface TaskPictures {
  atlas(style: EmojiStyle): Promise<Atlas>;
  /** Every style that models were trained on; with `held` the one style that none has seen. */
  atlases(held: boolean): Promise<Atlas[]>;
}

/** What a task is handed beside its input. P is what its progress shows, `never` where it only counts. */
export interface TaskContext<P = never> {
  readonly models: TaskModels;
  readonly pictures: TaskPictures;
  /** The tensor backend at work. Resolves once it has computed a checked result. */
  backend(): Promise<Backend>;
  /** Aborted once nobody waits for the answer. Whatever a task throws after that is dropped. */
  readonly signal: AbortSignal;
  readonly onProgress: OnProgress<P>;
  /**
   * Lets messages in, a cancellation among them: to be awaited between two stretches of work.
   * @throws DOMException "AbortError" once the task was cancelled
   */
  pause(): Promise<void>;
  /** Milliseconds of a clock that only runs on: for a task that tells how long something takes here, never for what is graded. */
  now(): number;
}

/** A function of the engine worker over structured-clone data: input and context in, output out; no state, no page. */
export type Task<I, O, P = never> = (input: I, context: TaskContext<P>) => Promise<O>;

/** Tasks by name. The input's type is closed over, so that a table of any tasks fits. */
export type TaskTable = Readonly<Record<string, (input: never, context: TaskContext<unknown>) => Promise<unknown>>>;

/** The table of a topic without tasks. */
export type NoTasks = Readonly<Record<never, never>>;

export type TaskName<T extends TaskTable> = keyof T & string;
export type TaskInput<T extends TaskTable, N extends TaskName<T>> = Parameters<T[N]>[0];
export type TaskOutput<T extends TaskTable, N extends TaskName<T>> = Awaited<ReturnType<T[N]>>;
export type TaskPartial<T extends TaskTable, N extends TaskName<T>> = Parameters<T[N]>[1] extends TaskContext<infer P> ? P : never;

export interface TaskOptions<P = never> {
  /** Aborting rejects the call at once with the signal's reason, an "AbortError", and stops the work at its next pause. */
  readonly signal?: AbortSignal;
  /** Not called after the signal was aborted. */
  readonly onProgress?: OnProgress<P>;
}

/** Runs the tasks of one table in the engine worker. */
export interface TaskRunner<T extends TaskTable> {
  /**
   * @param input plain data; it is copied to the worker
   * @throws DOMException "AbortError" when the signal was aborted; TaskError for what the task threw; Error when the worker died
   */
  run<N extends TaskName<T>>(name: N, input: TaskInput<T, N>, options?: TaskOptions<TaskPartial<T, N>>): Promise<TaskOutput<T, N>>;
}

/** The runner of a topic's own tasks. The same topic gives the same object, so that effects may depend on it. */
export type TopicRunners = <T extends TaskTable>(topic: string) => TaskRunner<T>;

/** Identity with inference, so that a `tasks.ts` keeps the types of its functions. */
export function defineTasks<const T extends TaskTable>(tasks: T): T {
  return tasks;
}
