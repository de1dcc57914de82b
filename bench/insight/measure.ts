/** Milliseconds and statements of requests, in turn. */
import pg from "pg";
import type { Asked } from "./pages";

export interface Cost {
  readonly statements: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p95: number;
  /** The quickest: what a busy machine disturbed least. */
  readonly least: number;
}

const sent = { count: 0 };
const real = pg.Client.prototype.query as (...args: unknown[]) => unknown;
/** Counts what the drivers send from now on. */
export function countStatements(): void {
  pg.Client.prototype.query = function (this: unknown, ...args: unknown[]) {
    sent.count += 1;
    return real.apply(this, args);
  } as never;
}

export const quantile = (values: readonly number[], share: number): number =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.ceil(share * values.length) - 1)];

/** All requests in turn, so that each meets the same machine; two rounds before anybody is timed. */
export async function costsOf(asks: readonly Asked[], rounds: number): Promise<Cost[]> {
  const times = asks.map((): number[] => []);
  const statements = asks.map(() => 0);
  for (let round = -2; round < rounds; round++)
    for (const [i, { prepare, run }] of asks.entries()) {
      await prepare();
      const before = sent.count;
      const begun = performance.now();
      await run();
      if (round >= 0) times[i].push(performance.now() - begun);
      statements[i] = sent.count - before;
    }
  return times.map((list, i) => ({
    statements: statements[i],
    p50: quantile(list, 0.5),
    p95: quantile(list, 0.95),
    least: Math.min(...list),
  }));
}

export interface Opened {
  readonly page: string;
  readonly requests: number;
  /** 95th percentile, in ms: of the first answer and of all of them. */
  readonly first: number;
  readonly all: number;
}

/** A page as a browser opens it: its requests at once. */
export async function openingOf(page: string, asks: readonly Asked[], rounds: number): Promise<Opened> {
  const first: number[] = [];
  const all: number[] = [];
  for (let round = -2; round < rounds; round++) {
    for (const { prepare } of asks) await prepare();
    const begun = performance.now();
    const ends = await Promise.all(asks.map(({ run }) => run().then(() => performance.now() - begun)));
    if (round < 0) continue;
    first.push(Math.min(...ends));
    all.push(Math.max(...ends));
  }
  return { page, requests: asks.length, first: quantile(first, 0.95), all: quantile(all, 0.95) };
}
