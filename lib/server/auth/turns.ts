/** Work that costs memory and a processor, a few at a time: who asks often waits behind themselves, not before everybody else. */

export class NoTurnError extends Error {
  override readonly name = "NoTurnError";
  constructor(
    /** Seconds until it is worth asking again. */
    readonly retryAfter: number,
  ) {
    super(`too many wait; again in ${retryAfter} s`);
  }
}

interface Rules {
  /** Pieces of work that run together. */
  readonly atOnce: number;
  /** That may wait, all together. */
  readonly waiting: number;
  /** That may wait of one who asks, so that nobody fills the room alone. */
  readonly waitingEach: number;
  /** How long a piece takes, roughly, in milliseconds. */
  readonly takes: number;
}

export interface Turns {
  /**
   * Runs `work` when it is `who`'s turn: of those who wait, each gets one piece done before anybody gets a second.
   * @throws NoTurnError at once when too many wait
   */
  take<T>(who: string, work: () => Promise<T>): Promise<T>;
  /** How many run and wait. */
  readonly load: () => { running: number; waiting: number };
}

export function createTurns({ atOnce, waiting, waitingEach, takes }: Rules): Turns {
  let running = 0;
  let held = 0;
  // In the order of their next turn. Whoever has nobody waiting is not in it.
  const lines = new Map<string, (() => void)[]>();

  const next = (): void => {
    const [first] = lines;
    if (first === undefined) {
      running--;
      return;
    }
    const [who, line] = first;
    lines.delete(who);
    const go = line.shift();
    if (line.length > 0) lines.set(who, line);
    held--;
    go?.();
  };

  const turn = async (who: string): Promise<void> => {
    if (running < atOnce) {
      running++;
      return;
    }
    const line = lines.get(who) ?? [];
    if (held >= waiting || line.length >= waitingEach) throw new NoTurnError(1 + Math.ceil((held * takes) / atOnce / 1000));
    lines.set(who, line);
    held++;
    await new Promise<void>((go) => line.push(go));
  };

  return {
    async take(who, work) {
      await turn(who);
      try {
        return await work();
      } finally {
        next();
      }
    },
    load: () => ({ running, waiting: held }),
  };
}
