import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type * as Errors from "./apiError";
import type * as Replies from "./replies";

const page = { visibilityState: "visible" };
let replies: typeof Replies;
let ApiError: typeof Errors.ApiError;
let heard: Map<string, () => void>;
/** What the browser tells of itself. */
const happens = (event: string) => heard.get(event)?.();

beforeEach(async () => {
  vi.useFakeTimers();
  vi.spyOn(Math, "random").mockReturnValue(0.5);
  heard = new Map();
  const target = {
    addEventListener: (name: string, listener: () => void) => heard.set(name, listener),
    removeEventListener: (name: string) => heard.delete(name),
  };
  vi.stubGlobal("window", target);
  vi.stubGlobal("document", Object.assign(page, target));
  vi.resetModules();
  replies = await import("./replies");
  ({ ApiError } = await import("./apiError"));
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const soon = () => vi.advanceTimersByTimeAsync(0);
const data = () => replies.shownOf("/me").data;
/** Answers one after the other, the last one for ever. */
const answering = (...answers: readonly unknown[]) => {
  const left = [...answers];
  return vi.fn(async () => {
    const answer = left.length > 1 ? left.shift() : left[0];
    if (answer instanceof Error) throw answer;
    return answer;
  });
};

describe("what the server said last", () => {
  it("is asked for once, however many show it", async () => {
    const ask = answering(1);
    const [changed, alsoChanged] = [vi.fn(), vi.fn()];
    replies.watch("/me", ask, changed);
    replies.watch("/me", ask, alsoChanged);
    expect(replies.shownOf("/me").isLoading).toBe(true);
    await soon();
    expect(ask).toHaveBeenCalledTimes(1);
    expect(changed).toHaveBeenCalledTimes(1);
    expect(alsoChanged).toHaveBeenCalledTimes(1);
    expect(replies.shownOf("/me")).toEqual({ data: 1, error: undefined, isLoading: false });
  });

  it("keeps its identity until it changes", async () => {
    replies.watch("/me", answering(1), () => undefined);
    await soon();
    expect(replies.shownOf("/me")).toBe(replies.shownOf("/me"));
  });

  it("is asked for anew by who comes later, by a look at the page and by the network's return", async () => {
    const ask = answering(1, 2, 3, 4);
    replies.watch("/me", ask, () => undefined);
    await soon();
    happens("focus");
    expect(ask).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(5_000);
    happens("focus");
    await soon();
    expect(data()).toBe(2);
    happens("online");
    await soon();
    expect(data()).toBe(3);
    await vi.advanceTimersByTimeAsync(2_000);
    replies.watch("/me", ask, () => undefined);
    await soon();
    expect(data()).toBe(4);
  });

  it("is not asked for while nobody looks", async () => {
    const ask = answering(1);
    replies.watch("/me", ask, () => undefined);
    await vi.advanceTimersByTimeAsync(60_000);
    page.visibilityState = "hidden";
    happens("focus");
    page.visibilityState = "visible";
    expect(ask).toHaveBeenCalledTimes(1);
  });

  it("is the later question's answer, whichever comes first", async () => {
    let first = (_answer: unknown): void => undefined;
    const ask = vi.fn<() => Promise<unknown>>(() => new Promise((resolve) => (first = resolve)));
    replies.watch("/me", ask, () => undefined);
    const early = first;
    const anew = replies.askAnew("/me");
    first("new");
    await anew;
    early("old");
    await soon();
    expect(data()).toBe("new");
  });

  it("is what a write answered, not what was on its way before", async () => {
    let answer = (_answer: unknown): void => undefined;
    replies.watch(
      "/me",
      () => new Promise((resolve) => (answer = resolve)),
      () => undefined,
    );
    replies.tell("/me", "written");
    answer("old");
    await soon();
    expect(data()).toBe("written");
  });

  it("keeps what it has when the server fails, and tries three times more", async () => {
    const ask = answering(1, ApiError.unreached());
    replies.watch("/me", ask, () => undefined);
    await soon();
    await replies.askAnew("/me");
    expect(replies.shownOf("/me")).toMatchObject({ data: 1, error: { status: 0 }, isLoading: false });
    await vi.advanceTimersByTimeAsync(600_000);
    expect(ask).toHaveBeenCalledTimes(2 + 3);
  });

  it("is not tried again where the server said no", async () => {
    const ask = answering(new ApiError(403, "forbidden", { ko: "", en: "" }));
    replies.watch("/me", ask, () => undefined);
    await vi.advanceTimersByTimeAsync(600_000);
    expect(ask).toHaveBeenCalledTimes(1);
  });

  it("is forgotten where nobody shows it any more and it has changed", async () => {
    const ask = answering("mina", "jun");
    const leave = replies.watch("/me", ask, () => undefined);
    await soon();
    leave();
    expect(data()).toBe("mina");
    await replies.askAnew("/me");
    expect(data()).toBeUndefined();
    expect(ask).toHaveBeenCalledTimes(1);
    replies.watch("/me", ask, () => undefined);
    await soon();
    expect(data()).toBe("jun");
    expect(heard.size).toBe(3);
  });
});
