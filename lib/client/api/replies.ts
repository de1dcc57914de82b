/**
 * What the server said last about the learner, by path: one answer for all who show it, asked for once however many ask, and asked for
 * anew when somebody looks at the page again, the network is back, or a write has changed it. Every page has it, so it is no more than that.
 */
import { ApiError } from "./apiError";

/** As somebody who shows it sees it. Keeps its identity until it changes. */
export interface Shown {
  readonly data: unknown;
  readonly error: ApiError | undefined;
  readonly isLoading: boolean;
}

interface Kept {
  shown: Shown;
  readonly listeners: Set<() => void>;
  /** How it is asked for, while somebody shows it. */
  ask: (() => Promise<unknown>) | null;
  /** The question on its way, if any, and when it was put. */
  asked: { readonly answer: Promise<void>; readonly at: number } | null;
  /** Failures in a row. */
  failed: number;
  timer: ReturnType<typeof setTimeout> | undefined;
}

/** Where nobody asks. */
export const NOTHING: Shown = { data: undefined, error: undefined, isLoading: false };
/** Before the first answer. */
export const WAITING: Shown = { ...NOTHING, isLoading: true };
/** Within this time the same question is not put twice. */
const SAME_MS = 2_000;
/** Somebody who comes and goes asks this often at most. */
const LOOK_MS = 5_000;
const RETRY_MS = 5_000;
const MOST_RETRIES = 3;

const kept = new Map<string, Kept>();

function of(path: string): Kept {
  const known = kept.get(path);
  if (known) return known;
  const fresh: Kept = { shown: WAITING, listeners: new Set(), ask: null, asked: null, failed: 0, timer: undefined };
  kept.set(path, fresh);
  return fresh;
}

function show(it: Kept, change: Partial<Shown>): void {
  it.shown = { ...it.shown, ...change };
  it.listeners.forEach((listener) => listener());
}

/** Puts the question now; an answer to an earlier one that comes later counts no more. */
function put(it: Kept): Promise<void> {
  const { ask } = it;
  if (ask === null) return Promise.resolve();
  clearTimeout(it.timer);
  if (it.shown.error && it.shown.data === undefined) show(it, { isLoading: true });
  const asked = { answer: ask().then(heard, refused), at: Date.now() };
  function heard(data: unknown): void {
    if (it.asked !== asked) return;
    it.failed = 0;
    show(it, { data, error: undefined, isLoading: false });
  }
  function refused(error: unknown): void {
    if (it.asked !== asked) return;
    if (!(error instanceof ApiError)) throw error;
    it.asked = null;
    it.failed++;
    show(it, { error, isLoading: false });
    // Only what another attempt can mend.
    const passing = error.status === 0 || error.status >= 500;
    if (passing && it.failed <= MOST_RETRIES) it.timer = setTimeout(() => void put(it), RETRY_MS * 2 ** it.failed * (0.5 + Math.random()));
  }
  it.asked = asked;
  return asked.answer;
}

const putUnless = (it: Kept, ms: number): void => {
  if (it.asked === null || Date.now() - it.asked.at >= ms) void put(it);
};

function look(): void {
  if (document.visibilityState === "visible") for (const it of kept.values()) putUnless(it, LOOK_MS);
}
function wake(): void {
  for (const it of kept.values()) void put(it);
}

/** From now on `listener` hears of every change, until the function that comes back is called; the question is put where it is due. */
export function watch(path: string, ask: () => Promise<unknown>, listener: () => void): () => void {
  const it = of(path);
  if ([...kept.values()].every(({ listeners }) => listeners.size === 0)) {
    window.addEventListener("focus", look);
    document.addEventListener("visibilitychange", look);
    window.addEventListener("online", wake);
  }
  it.listeners.add(listener);
  it.ask = ask;
  putUnless(it, SAME_MS);
  return () => {
    it.listeners.delete(listener);
    if (it.listeners.size > 0) return;
    it.ask = null;
    clearTimeout(it.timer);
    if ([...kept.values()].some(({ listeners }) => listeners.size > 0)) return;
    window.removeEventListener("focus", look);
    document.removeEventListener("visibilitychange", look);
    window.removeEventListener("online", wake);
  };
}

export const shownOf = (path: string): Shown => of(path).shown;

/** Asks anew what somebody shows, whatever is on its way. What nobody shows is forgotten: it may be somebody else's by then. */
export async function askAnew(path: string): Promise<void> {
  const it = of(path);
  it.failed = 0;
  if (it.ask === null) {
    it.asked = null;
    it.shown = WAITING;
  } else await put(it);
}

/** Shows `data`, which a write has just answered; what is on its way is older. */
export function tell(path: string, data: unknown): void {
  const it = of(path);
  it.asked = { answer: Promise.resolve(), at: Date.now() };
  show(it, { data, error: undefined, isLoading: false });
}
