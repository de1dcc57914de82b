import { beforeEach, expect, it, vi } from "vitest";
import { keepRoundsOf, read, readDraft, readStep, workName, write, writeDraft, writeStep } from "./roundStore";

const ROUND = { kind: "nms-survivors", level: 2, seed: "mine" } as const;

/** As a browser has it: its keys are the names of what is stored. */
class Tab {
  [name: string]: unknown;
  getItem(name: string): string | null {
    return Object.hasOwn(this, name) ? (this[name] as string) : null;
  }
  setItem(name: string, text: string): void {
    this[name] = text;
  }
  removeItem(name: string): void {
    delete this[name];
  }
}

beforeEach(() => void vi.stubGlobal("sessionStorage", new Tab()));

it("forgets the rounds of an account that is gone, whoever comes after it", () => {
  for (const next of [null, "jun"]) {
    keepRoundsOf("mina");
    writeDraft(ROUND, { keep: ["A"] });
    writeStep(ROUND, { ko: "힌트", en: "a hint" });
    write("boxup.seen", true);
    keepRoundsOf("mina");
    expect(readDraft(ROUND)).toEqual({ keep: ["A"] });
    keepRoundsOf(next);
    expect([readDraft(ROUND), readStep(ROUND)]).toEqual([undefined, null]);
    expect(read("boxup.seen")).toBe(true);
  }
});

it("takes a guest's rounds along into the account they sign in to", () => {
  keepRoundsOf(null);
  writeDraft(ROUND, { keep: ["A"] });
  keepRoundsOf("mina");
  expect(readDraft(ROUND)).toEqual({ keep: ["A"] });
});

it("tells one work for a card from the next", () => {
  const at = (expiresAt: string) => workName("card-1", { expiresAt });
  expect(at("2026-11-26T09:00:00.000Z")).toBe(at("2026-11-26T09:00:00Z"));
  expect(at("2026-11-26T09:00:00Z")).not.toBe(at("2026-11-26T09:05:00Z"));
});
