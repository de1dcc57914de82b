/**
 * Whose turn it is. There are few seats; a person has one at a time, and a note has one at a time. Of those who wait the one has the next turn
 * who used the least time of late, so whoever sends slow edits waits behind everybody else, however many of them there are.
 */

export interface Turn {
  readonly person: string;
  readonly note: string;
}

/** More is waiting than will be waited for. */
export class TurnsFullError extends Error {
  override readonly name = "TurnsFullError";
}

interface Waiting<Seat> extends Turn {
  readonly begin: (seat: Seat) => void;
}

/** Time that somebody used counts half after so long, in milliseconds. */
const HALF_MS = 10_000;
/** Used time that is no longer worth remembering, in milliseconds. */
const FORGOTTEN_MS = 1;

export class Turns<Seat> {
  readonly #free: Seat[];
  #waiting: Waiting<Seat>[] = [];
  readonly #persons = new Set<string>();
  readonly #notes = new Set<string>();
  readonly #used = new Map<string, { readonly ms: number; readonly at: number }>();

  /**
   * @param most how many may wait: in all, and of one person
   * @param preferred of several free seats the one that a note sits best in
   * @param now milliseconds
   */
  constructor(
    seats: readonly Seat[],
    private readonly most: { readonly all: number; readonly person: number },
    private readonly preferred: (note: string) => Seat | undefined,
    private readonly now: () => number,
  ) {
    this.#free = [...seats];
  }

  /** Runs `act` when it is this one's turn. @throws TurnsFullError */
  async take<T>(turn: Turn, act: (seat: Seat) => Promise<T>): Promise<T> {
    const mine = this.#waiting.filter(({ person }) => person === turn.person).length;
    if (this.#waiting.length >= this.most.all || mine >= this.most.person) throw new TurnsFullError("Too many edits wait for their turn");
    const seat = await new Promise<Seat>((begin) => {
      this.#waiting.push({ ...turn, begin });
      this.#next();
    });
    const begun = this.now();
    try {
      return await act(seat);
    } finally {
      this.#persons.delete(turn.person);
      this.#notes.delete(turn.note);
      this.#use(turn.person, this.now() - begun);
      this.#free.push(seat);
      this.#next();
    }
  }

  #usedBy(person: string): number {
    const used = this.#used.get(person);
    return used === undefined ? 0 : used.ms * 0.5 ** ((this.now() - used.at) / HALF_MS);
  }

  #use(person: string, ms: number): void {
    this.#used.set(person, { ms: this.#usedBy(person) + ms, at: this.now() });
    for (const each of this.#used.keys()) if (this.#usedBy(each) < FORGOTTEN_MS) this.#used.delete(each);
  }

  #next(): void {
    while (this.#free.length > 0) {
      const ready = this.#waiting.filter(({ person, note }) => !this.#persons.has(person) && !this.#notes.has(note));
      const [first] = ready;
      if (first === undefined) return;
      const turn = ready.reduce((best, each) => (this.#usedBy(each.person) < this.#usedBy(best.person) ? each : best), first);
      this.#waiting = this.#waiting.filter((each) => each !== turn);
      this.#persons.add(turn.person);
      this.#notes.add(turn.note);
      const wanted = this.preferred(turn.note);
      const at = Math.max(
        0,
        this.#free.findIndex((seat) => seat === wanted),
      );
      turn.begin(this.#free.splice(at, 1)[0]);
    }
  }
}
