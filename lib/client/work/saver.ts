/** Keeps an answer that is not given yet: here at once, on the server within seconds, the last one only. */
import { ApiError } from "../api/apiError";

/** From the first change that the server has not got to the moment it is sent; a second try waits as long. */
export const SEND_AFTER_MS = 4_000;

/** Nothing changed yet; changed and on its way; the server has it; not reached; the server takes no more. */
export type Saved = "still" | "waiting" | "saved" | "away" | "refused";

/** What the saver needs of the world. */
export interface World {
  /** @throws ApiError */
  readonly send: (answer: unknown, leaving: boolean) => Promise<unknown>;
  /** Keeps the answer in this browser; undefined: the server has it. */
  readonly keep: (answer: unknown) => void;
  /** Calls `task` in `ms`; the function that comes back takes that back. */
  readonly later: (task: () => void, ms: number) => () => void;
  readonly show: (state: Saved) => void;
}

export type Saver = ReturnType<typeof createSaver>;

/** Passing troubles are tried again; what the server itself says no to would be refused again. */
const passing = (error: unknown): boolean =>
  !(error instanceof ApiError) || error.status < 400 || error.status >= 500 || [408, 425, 429].includes(error.status);

export function createSaver({ send, keep, later, show }: World) {
  let latest: unknown;
  let dirty = false;
  let sending = false;
  let over = false;
  let cancel: (() => void) | null = null;

  function schedule(): void {
    if (cancel === null && !sending && !over) cancel = later(() => void push(false), SEND_AFTER_MS);
  }

  async function push(leaving: boolean): Promise<void> {
    cancel?.();
    cancel = null;
    if (!dirty || over || (sending && !leaving)) return;
    const mine = latest;
    dirty = false;
    sending = true;
    try {
      await send(mine, leaving);
      if (!dirty && !over) {
        keep(undefined);
        show("saved");
      }
    } catch (error) {
      if (over) return;
      if (!passing(error)) {
        over = true;
        show("refused");
        return;
      }
      dirty = true;
      show("away");
    } finally {
      sending = false;
      if (dirty) schedule();
    }
  }

  return {
    change(answer: unknown): void {
      if (over) return;
      latest = answer;
      dirty = true;
      keep(answer);
      show("waiting");
      schedule();
    },
    /** Sends what the server has not got. @param leaving the page goes away */
    flush: (leaving = false) => push(leaving),
    /** The answer was given: nothing is kept any more. */
    end(): void {
      over = true;
      cancel?.();
      cancel = null;
      keep(undefined);
    },
  };
}
