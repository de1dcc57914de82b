/** What the page of `npm run bench -- --browser` and its benchmarks tell each other. */
import type { Backend } from "@/lib/engine/tensor/backends";
import type { Prepared, Timing } from "../timing";

export interface StartedBackend {
  readonly name: Backend;
  /** With its adapter, where it has one. */
  readonly label: string;
  /** Switches to it, outside what is compared. */
  select(): Promise<void>;
}

export interface BrowserBenchmark {
  readonly name: string;
  readonly goal?: string;
  readonly rounds: number;
  /** The first contestant is the engine. */
  prepare(backends: readonly StartedBackend[]): Promise<Prepared>;
}

export interface BrowserResult {
  readonly name: string;
  readonly goal?: string;
  readonly checked: string;
  /** Backends that did not start, with the reason. */
  readonly absent: readonly string[];
  readonly timings: readonly Timing[];
}
