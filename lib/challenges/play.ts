import type { Grade, Instance, Level } from "./contract";
import type { Locale } from "./text";

/** Props of a `Board.tsx`: a controlled component. It holds no grading and no fetch; pure picture and hands. */
export interface BoardProps<V, A> {
  readonly view: V;
  readonly answer: A;
  readonly onChange: (answer: A) => void;
  readonly locale: Locale;
  readonly level: Level;
  /** True while a verdict is shown: handles become aria-disabled, the picture stays. */
  readonly locked: boolean;
}

/** Props of a `Replay.tsx`: plays `grade.steps` on a timeline and marks what the learner did. */
export interface ReplayProps<V, T, A, S> {
  readonly instance: Instance<V, T>;
  readonly answer: A;
  readonly grade: Grade<S>;
  readonly locale: Locale;
}

/** Props of a `Simulation.tsx`. Its knobs round-trip through the URL (`useKnobs` of lib/ui). */
export interface SimulationProps {
  readonly locale: Locale;
}
