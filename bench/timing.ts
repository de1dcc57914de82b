/** Times several ways of doing the same work in turn, so that all of them meet the same machine. */
export interface Contestant {
  readonly label: string;
  /** May return a promise. */
  run(): unknown;
  /** `run` resolves to the milliseconds (per iteration) it took, measured in its own process. */
  readonly timesItself?: boolean;
}

export interface Timing {
  readonly label: string;
  /** Milliseconds. */
  readonly median: number;
  readonly min: number;
  readonly max: number;
  readonly n: number;
}

/** An array handed to the reference libraries, with its shape. */
export interface PeerArray {
  readonly shape: readonly number[];
  readonly data: Float32Array | Float64Array | Int32Array | Uint8Array;
}

/** The same work in a Python library: a function of peers.py, its arrays and settings. */
export interface Peer {
  readonly call: string;
  readonly arrays: Readonly<Record<string, PeerArray>>;
  readonly params?: Readonly<Record<string, number | string | boolean>>;
}

export interface Prepared {
  /** The first one is the engine: the others' ratios are against it. */
  readonly contestants: readonly Contestant[];
  readonly peer?: Peer;
  /** What the run was checked for before it was timed. */
  readonly checked: string;
  /** Divides every time, for work that is quoted per iteration. */
  readonly per?: number;
  release?(): void;
}

export interface Benchmark {
  readonly name: string;
  readonly goal?: string;
  /** Rounds; at least 7. */
  readonly rounds?: number;
  /** Untimed runs before them; default 2. */
  readonly warmUps?: number;
  prepare(): Prepared | Promise<Prepared>;
}

export const LEAST_ROUNDS = 7;

/** Median, smallest and largest of a list. */
function summarise(label: string, times: readonly number[]): Timing {
  const sorted = [...times].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const median = sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  return { label, median, min: sorted[0], max: sorted[sorted.length - 1], n: sorted.length };
}

/** Warms every contestant up, then runs them in turn, `rounds` times each. */
export async function race(contestants: readonly Contestant[], rounds: number, per = 1, warmUps = 2): Promise<Timing[]> {
  const times = contestants.map((): number[] => []);
  for (let warm = 0; warm < warmUps; warm++) for (const { run } of contestants) await run();
  for (let round = 0; round < Math.max(rounds, LEAST_ROUNDS); round++) {
    for (let i = 0; i < contestants.length; i++) {
      const start = performance.now();
      const answer = await contestants[i].run();
      times[i].push(contestants[i].timesItself ? Number(answer) : (performance.now() - start) / per);
    }
  }
  return contestants.map(({ label }, i) => summarise(label, times[i]));
}

/** Throws when a check before timing does not hold: a fast wrong answer is not worth a number. */
export function demand(holds: boolean, what: string): void {
  if (!holds) throw new Error(`benchmark check failed: ${what}`);
}
