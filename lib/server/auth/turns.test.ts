import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createTurns, NoTurnError, type Turns } from "./turns";

/** Asks for a turn and notes when it was had; `end` lets the piece end. */
function piece(turns: Turns, who: string, order: string[]) {
  let end = (): void => undefined;
  const lasts = new Promise<void>((resolve) => (end = resolve));
  const done = turns.take(who, () => {
    order.push(who);
    return lasts;
  });
  return { done, end };
}

/** Lets pieces end one by one, as they come, until none is left. */
async function drain(pieces: readonly { done: Promise<void>; end: () => void }[]): Promise<void> {
  for (const { end } of pieces) end();
  await Promise.all(pieces.map(({ done }) => done));
}

describe("turns", () => {
  it("let one who asks for much wait behind themselves, not before everybody else", async () => {
    const turns = createTurns({ atOnce: 1, waiting: 100, waitingEach: 100, takes: 40 });
    const order: string[] = [];
    const asked = ["flood", "flood", "flood", "flood", "flood", "mina", "jun", "mina"];
    await drain(asked.map((who) => piece(turns, who, order)));
    expect(order).toEqual(["flood", "flood", "mina", "jun", "flood", "mina", "flood", "flood"]);
    expect(turns.load()).toEqual({ running: 0, waiting: 0 });
  });

  it("refuse at once what is too much, of all and of one, and say when to come back", async () => {
    const turns = createTurns({ atOnce: 2, waiting: 10, waitingEach: 6, takes: 500 });
    const order: string[] = [];
    const flood = Array.from({ length: 8 }, () => piece(turns, "flood", order));
    await expect(turns.take("flood", () => Promise.resolve())).rejects.toMatchObject({ retryAfter: 3 });
    const others = ["a", "b", "c", "d"].map((who) => piece(turns, who, order));
    await expect(turns.take("e", () => Promise.resolve())).rejects.toBeInstanceOf(NoTurnError);
    expect(turns.load()).toEqual({ running: 2, waiting: 10 });
    await drain([...flood, ...others]);
    expect(order.slice(0, 7).sort()).toEqual(["a", "b", "c", "d", "flood", "flood", "flood"]);
  });

  it("never run more together than allowed, and lose nobody, whatever fails", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 4 }),
        fc.array(fc.record({ who: fc.constantFrom("a", "b", "c"), fails: fc.boolean() }), { maxLength: 40 }),
        async (atOnce, asked) => {
          const turns = createTurns({ atOnce, waiting: 100, waitingEach: 100, takes: 1 });
          let [now, most] = [0, 0];
          const ends = await Promise.allSettled(
            asked.map(({ who, fails }) =>
              turns.take(who, async () => {
                most = Math.max(most, ++now);
                await Promise.resolve();
                now--;
                if (fails) throw new Error("planted");
              }),
            ),
          );
          expect(most).toBeLessThanOrEqual(atOnce);
          expect(ends.map(({ status }) => status === "rejected")).toEqual(asked.map(({ fails }) => fails));
          expect(turns.load()).toEqual({ running: 0, waiting: 0 });
        },
      ),
    );
  });
});
