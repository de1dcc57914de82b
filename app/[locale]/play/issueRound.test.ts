import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type * as Issue from "./issueRound";

const api = { openRound: vi.fn() };
const kept = Promise.resolve(true);
const ticketOf = (seed: string) => ({ token: "t", kind: "sums", version: 1, level: 2, expiresAt: "2999-01-01", seed });
const game = { kind: "sums" };
const stored = new Map<string, string>();
let issue: typeof Issue;

beforeEach(async () => {
  vi.resetModules();
  vi.resetAllMocks();
  stored.clear();
  vi.stubGlobal("sessionStorage", {
    getItem: (name: string) => stored.get(name) ?? null,
    setItem: (name: string, value: string) => stored.set(name, value),
  });
  vi.doMock("@/lib/client/api/openRound", () => api);
  vi.doMock("./playableOf", () => ({ playableOf: async () => game }));
  api.openRound.mockImplementation(async () => ({ ticket: ticketOf("drawn"), kept }));
  issue = await import("./issueRound");
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.doUnmock("@/lib/client/api/openRound");
  vi.doUnmock("./playableOf");
});

it("takes what was asked for early, once", async () => {
  issue.askEarly("sums", { level: 2 });
  expect(api.openRound).toHaveBeenCalledExactlyOnceWith({ kind: "sums", level: 2 });
  // Nothing is kept of it before it stands on a board: until then a shared instance is somebody else's.
  await api.openRound.mock.results[0].value;
  expect(stored.size).toBe(0);
  expect(await issue.issueRound("sums", undefined, { level: 2 })).toMatchObject({ game, ticket: { seed: "drawn" } });
  expect(api.openRound).toHaveBeenCalledTimes(1);
  expect(stored.size).toBe(1);
  await issue.issueRound("sums", undefined, { level: 2 });
  expect(api.openRound).toHaveBeenCalledTimes(2);
});

it.each([
  ["another kind", "products", { level: 2 }],
  ["another level", "sums", { level: 3 }],
  ["another instance", "sums", { level: 2, seed: "abc" }],
] as const)("is not taken for %s", async (_title, kind, wish) => {
  issue.askEarly("sums", { level: 2 });
  await issue.issueRound(kind, undefined, wish);
  expect(api.openRound).toHaveBeenCalledTimes(2);
});

it("tells the board what went wrong, and asks again when the board does", async () => {
  api.openRound.mockImplementationOnce(async () => Promise.reject(new Error("away")));
  issue.askEarly("sums", {});
  await expect(issue.issueRound("sums", undefined, {})).rejects.toThrow("away");
  expect(await issue.issueRound("sums", undefined, {})).toMatchObject({ ticket: { seed: "drawn" } });
});

it("asks for nothing where the round was issued here before", async () => {
  const first = await issue.issueRound("sums", undefined, { level: 2, seed: "drawn" });
  issue.askEarly("sums", { level: 2, seed: "drawn" });
  expect(await issue.issueRound("sums", undefined, { level: 2, seed: "drawn" })).toMatchObject({ ticket: first.ticket });
  expect(api.openRound).toHaveBeenCalledTimes(1);
});
