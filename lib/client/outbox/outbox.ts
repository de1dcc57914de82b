/** Takes writes, keeps them, and sends them in order until the server has answered each. */
import { ApiError } from "../api/apiError";
import {
  afterTry,
  heldUpBy,
  newEntry,
  nextOf,
  outcomeOf,
  revived,
  sameRequest,
  type Entry,
  type Outcome,
  type Problem,
  type WriteRequest,
} from "./entry";
import type { Store } from "./store";

/** What the outbox needs of the world. */
export interface World {
  readonly store: Store;
  readonly now: () => number;
  /** One try. @throws ApiError */
  readonly transmit: (entry: Entry) => Promise<unknown>;
  /** The learner of this browser's session, begun where there is none. @throws ApiError */
  readonly learner: () => Promise<string>;
  /** Whom the page shows; null where it shows nobody yet. */
  readonly learnerShown: () => string | null;
  /** Runs `task` while no other tab runs one. */
  readonly alone: (task: () => Promise<void>) => Promise<void>;
  /** What the page shows about the learner is asked for anew. */
  readonly refresh: () => Promise<void>;
  /** Calls `task` in `ms`; the function that comes back takes that back. */
  readonly later: (task: () => void, ms: number) => () => void;
  /** Tells the other tabs. */
  readonly tell: (news: News) => void;
}

/** What one tab tells the others. */
export type News = { readonly kind: "changed" } | { readonly kind: "tried"; readonly id: string; readonly outcome: Outcome };

/** A page that waits for its write's answer. */
interface Waiter {
  readonly request: WriteRequest;
  readonly reply: Promise<unknown>;
  readonly settle: (outcome: Outcome) => void;
  readonly refuse: (error: unknown) => void;
  readonly onKept: Set<(problem: Problem) => void>;
}

export type Outbox = ReturnType<typeof createOutbox>;

const errorOf = ({ status, code, text, field, retryAfter }: Problem): ApiError =>
  new ApiError(status, code, text, field === undefined ? [] : [{ field, message: text }], retryAfter);

export function createOutbox(world: World) {
  const { store, now } = world;
  const waiters = new Map<string, Waiter>();
  const listeners = new Set<() => void>();
  /** Delivered, and still in sight until the page shows what they changed. */
  const unsettled = new Map<string, Entry>();
  let shown: readonly Entry[] = [];
  let passes: Promise<void> = Promise.resolve();
  let cancelTimer = (): void => undefined;

  const isIn = (entries: readonly Entry[], id: string): boolean => entries.some((entry) => entry.id === id);

  async function publish(): Promise<void> {
    const stored = await store.all();
    shown = [...[...unsettled.values()].filter(({ id }) => !isIn(stored, id)), ...stored];
    listeners.forEach((listener) => listener());
  }

  function waiterFor(id: string, request: WriteRequest): Waiter {
    const onKept = new Set<(problem: Problem) => void>();
    let resolve = (_reply: unknown): void => undefined;
    let reject = (_error: unknown): void => undefined;
    const reply = new Promise<unknown>((answer, refuse) => ((resolve = answer), (reject = refuse)));
    const settle = (outcome: Outcome): void => {
      if (outcome.kind === "delivered") resolve(outcome.reply);
      else if (outcome.kind === "refused") reject(errorOf(outcome.problem));
      else return onKept.forEach((listener) => listener(outcome.problem));
      waiters.delete(id);
    };
    const waiter = { request, reply, settle, refuse: reject, onKept };
    waiters.set(id, waiter);
    return waiter;
  }

  /** Stores a write and sends it. The same write, while it is still here, is the one that is here. */
  function write(request: WriteRequest, id: string, onKept?: (problem: Problem) => void): Promise<unknown> {
    const twin = [...waiters.values()].find((waiter) => sameRequest(waiter.request, request));
    const waiter = twin ?? waiterFor(id, request);
    if (onKept) waiter.onKept.add(onKept);
    if (!twin) put(request, id, waiter).catch(waiter.refuse);
    return waiter.reply;
  }

  async function put(request: WriteRequest, id: string, waiter: Waiter): Promise<void> {
    const stored = (await store.all()).find((entry) => sameRequest(entry, request));
    if (stored) {
      // Kept since before this page was loaded: its answer is this page's answer.
      waiters.delete(id);
      waiters.set(stored.id, waiter);
      await store.save(revived(stored, now()));
    } else await store.add(newEntry(request, id, world.learnerShown(), now()));
    await changed();
    await flush();
  }

  async function changed(): Promise<void> {
    world.tell({ kind: "changed" });
    await publish();
  }

  /** Sends what is due, after whatever is being sent. */
  function flush(): Promise<void> {
    passes = passes.then(pass, pass);
    return passes;
  }

  async function pass(): Promise<void> {
    cancelTimer();
    await world.alone(async () => {
      let head = nextOf(await store.all());
      for (; head !== null && head.dueAt <= now(); head = nextOf(await store.all())) await tryOnce(head);
      if (head === null) return;
      for (const entry of heldUpBy(await store.all(), head)) {
        await store.save(entry);
        if (entry.problem) await heard(entry, { kind: "away", problem: entry.problem });
      }
      // Every tab has its own alarm: the first one to wake finds the work, the others find it done.
      cancelTimer = world.later(() => void flush(), head.dueAt - now());
    });
    await publish();
  }

  async function tryOnce(next: Entry): Promise<void> {
    let entry = next;
    let outcome: Outcome;
    try {
      if (entry.learner === null) await store.save((entry = { ...entry, learner: await world.learner() }));
      outcome = { kind: "delivered", reply: await world.transmit(entry) };
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      outcome = outcomeOf(error);
    }
    if (outcome.kind === "delivered") await store.remove(entry);
    const changes = afterTry(await store.all(), entry, outcome, now());
    for (const change of changes) await store.save(change);
    world.tell({ kind: "tried", id: entry.id, outcome });
    await heard(entry, outcome);
  }

  /** Shows first, then tells the page that waits for it. */
  async function heard(entry: Entry, outcome: Outcome): Promise<void> {
    if (outcome.kind === "delivered") unsettled.set(entry.id, entry);
    await publish();
    waiters.get(entry.id)?.settle(outcome);
    if (outcome.kind === "delivered") void settleSight(entry.id);
  }

  async function settleSight(id: string): Promise<void> {
    try {
      await world.refresh();
    } finally {
      unsettled.delete(id);
      await publish();
    }
  }

  /** All of `entries` are tried at once. */
  async function revive(wanted: (entry: Entry) => boolean): Promise<void> {
    for (const entry of (await store.all()).filter(wanted)) await store.save(revived(entry, now()));
    await changed();
    await flush();
  }

  return {
    write,
    /** The network is back, or somebody looks at the page again. */
    wake: () => revive(({ state }) => state === "waiting"),
    /** Somebody may have signed in: what is held for its learner is tried again. */
    release: () => revive(({ state }) => state !== "parked"),
    resend: (id: string) => revive((entry) => entry.id === id),
    async discard(id: string): Promise<void> {
      for (const entry of (await store.all()).filter((e) => e.id === id)) await store.remove(entry);
      waiters.get(id)?.refuse(ApiError.discarded());
      waiters.delete(id);
      await changed();
    },
    /** News from another tab. */
    async hear(news: News): Promise<void> {
      const entry = news.kind === "tried" ? shown.find(({ id }) => id === news.id) : undefined;
      if (entry && news.kind === "tried") await heard(entry, news.outcome);
      else await publish();
    },
    /** For `useSyncExternalStore`. */
    subscribe(listener: () => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    entries: (): readonly Entry[] => shown,
  };
}
