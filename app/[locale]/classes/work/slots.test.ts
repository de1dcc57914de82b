import { describe, expect, it } from "vitest";
import { isAnswered, nextSlot, type Part, type Slot } from "./slots";

const tried = (answeredAt: string | null): Slot["tries"][number] => ({
  ...{ id: "i", try: 1, openedAt: "2026-12-04T09:00:00.000Z", answeredAt },
  ...{ score: null, lateDays: 0, voided: false, voidReason: null, firstScore: null, readable: false },
});
const slot = (number: number, ...tries: Slot["tries"]): Slot => ({ slot: number, item: "question", tries, triesLeft: 1, earned: 0, of: 1 });
const done = tried("2026-12-04T09:05:00.000Z");
const part = (id: string, ...slots: Slot[]): Part => ({ id, points: 1, settings: { type: "lesson", topic: "iou", lesson: "iou" }, slots });

describe("what there is to answer", () => {
  it("is answered once one of its tries is", () => {
    expect([slot(0), slot(0, tried(null)), slot(0, tried(null), done)].map(isAnswered)).toEqual([false, false, true]);
  });

  it("leads on to what waits next, round and round", () => {
    const parts = [part("a", slot(0), slot(1, done)), part("b", slot(0, tried(null)))];
    expect(nextSlot(parts, "a", 0)).toBe("b/0");
    expect(nextSlot(parts, "a", 1)).toBe("b/0");
    expect(nextSlot(parts, "b", 0)).toBe("a/0");
  });

  it("leads nowhere where nothing else waits", () => {
    expect(nextSlot([part("a", slot(0), slot(1, done))], "a", 0)).toBeNull();
  });
});
