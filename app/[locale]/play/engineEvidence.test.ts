import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { Judgement } from "@/lib/client/engine/protocol";
import { engineEvidence } from "./engineEvidence";

vi.mock("@/lib/client/engine/engine", () => ({ startEngine: () => Promise.reject(new Error("no worker here")) }));
beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const NOTHING = { gradeMs: 0, evidence: null };
const EVIDENCE = { backend: "wasm", ms: 2, pairs: 12, maxDifference: 1e-7 } as const;
const never = new Promise<never>(() => undefined);
const asked = (start: Parameters<typeof engineEvidence>[4]) => engineEvidence("pr-curve", "abc", 2, {}, start);

it("is what the worker says", async () => {
  const judgement: Judgement = { verdict: { status: "unready", missing: { ko: "아직", en: "not yet" } }, gradeMs: 3, evidence: EVIDENCE };
  expect(await asked(async () => ({ worker: { judge: async () => judgement } }))).toEqual({ gradeMs: 3, evidence: EVIDENCE });
});

it.each([
  ["does not begin, since its WebAssembly never comes", () => never],
  ["never answers", async () => ({ worker: { judge: () => never } })],
])("is nothing after a while where the engine %s", async (_, start) => {
  const found = asked(start);
  await vi.runAllTimersAsync();
  expect(await found).toEqual(NOTHING);
});

it("is nothing without a worker, or where it fails", async () => {
  expect(await asked(undefined)).toEqual(NOTHING);
  expect(await asked(async () => ({ worker: { judge: () => Promise.reject(new Error("crashed")) } }))).toEqual(NOTHING);
});
