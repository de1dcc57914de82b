import type { Grade, Instance, Level } from "./contract";
import type { NoTasks, TaskRunner, TaskTable } from "./task";
import type { Locale } from "./text";

/**
 * Props of a `Board.tsx`: a controlled component. It holds no grading and no fetch; pure picture and hands.
 * @typeParam K the topic's own tasks, as in `SimulationProps`
 */
export interface BoardProps<V, A, K extends TaskTable = NoTasks> {
  readonly view: V;
  readonly answer: A;
  readonly onChange: (answer: A) => void;
  readonly locale: Locale;
  readonly level: Level;
  /** True while a verdict is shown: handles become aria-disabled, the picture stays. */
  readonly locked: boolean;
  /** Runs the topic's tasks in the engine worker. Keeps its identity between renders. */
  readonly engine: TaskRunner<K>;
}

/**
 * Props of a `Replay.tsx`: plays `grade.steps` on a timeline and marks what the learner did.
 * @typeParam K the topic's own tasks, as in `SimulationProps`
 */
export interface ReplayProps<V, T, A, S, K extends TaskTable = NoTasks> {
  readonly instance: Instance<V, T>;
  readonly answer: A;
  readonly grade: Grade<S>;
  /** Whether the answer is a learner's; else it is the solution, and nothing of it is theirs. */
  readonly own: boolean;
  readonly locale: Locale;
  /** Runs the topic's tasks in the engine worker. Keeps its identity between renders. */
  readonly engine: TaskRunner<K>;
}

/**
 * Props of a `Simulation.tsx`. Its knobs round-trip through the URL (`useKnobs` of lib/ui).
 * @typeParam K the topic's own tasks: `SimulationProps<typeof tasks>`, with `import type { tasks } from "./tasks"`
 */
export interface SimulationProps<K extends TaskTable = NoTasks> {
  readonly locale: Locale;
  /** Runs the topic's tasks in the engine worker. Keeps its identity between renders. */
  readonly engine: TaskRunner<K>;
}
