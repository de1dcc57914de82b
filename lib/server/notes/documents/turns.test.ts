/** Whose turn it is, with a clock of the test's own. */
import { expect, it } from "vitest";
import { Turns, TurnsFullError, type Turn } from "./turns";

const MOST = { all: 100, person: 50 };

/** Each turn takes as long as its person is said to take; the order in which they began. */
function table(seats: readonly string[], takes: Readonly<Record<string, number>>) {
  let now = 0;
  const began: string[] = [];
  const sat: string[] = [];
  const ends: { readonly at: number; readonly end: () => void }[] = [];
  const turns = new Turns(
    seats,
    MOST,
    (note) => `seat of ${note}`,
    () => now,
  );
  const take = (turn: Turn): Promise<void> =>
    turns.take(turn, (seat) => {
      began.push(turn.person);
      sat.push(seat);
      return new Promise((end) => ends.push({ at: now + takes[turn.person], end }));
    });
  const settled = async (): Promise<void> => {
    for (let i = 0; i < 20; i++) await Promise.resolve();
  };
  return {
    turns,
    take,
    began,
    sat,
    under: () => ends.length,
    settled,
    async run(): Promise<void> {
      for (await settled(); ends.length > 0; await settled()) {
        ends.sort((a, b) => a.at - b.at);
        const [next] = ends.splice(0, 1);
        now = next.at;
        next.end();
      }
    },
  };
}

it("lets whoever used little time go before whoever used much, however many edits of theirs wait", async () => {
  const { take, began, run } = table(["one"], { slow: 2000, quick: 1 });
  const all = Array.from({ length: 10 }, (_, i) => take({ person: "slow", note: `s${i}` }));
  for (let i = 0; i < 5; i++) all.push(take({ person: "quick", note: "q" }));
  await run();
  await Promise.all(all);
  expect(began).toEqual(["slow", ...Array<string>(5).fill("quick"), ...Array<string>(9).fill("slow")]);
});

it("gives nobody two seats, and no note", async () => {
  const { take, began, run, settled, under } = table(["one", "two", "three"], { a: 10, b: 10, c: 10 });
  const all = [
    take({ person: "a", note: "x" }),
    take({ person: "a", note: "y" }),
    take({ person: "b", note: "x" }),
    take({ person: "c", note: "z" }),
  ];
  await settled();
  expect([began, under()]).toEqual([["a", "c"], 2]);
  await run();
  await Promise.all(all);
  expect([...began].sort()).toEqual(["a", "a", "b", "c"]);
});

it("gives a note the seat that has it, where that is free", async () => {
  const { take, sat, run } = table(["seat of x", "seat of y"], { a: 10, b: 10, c: 10 });
  const all = [take({ person: "a", note: "y" }), take({ person: "b", note: "x" }), take({ person: "c", note: "z" })];
  await run();
  await Promise.all(all);
  expect(sat.slice(0, 2)).toEqual(["seat of y", "seat of x"]);
});

it("turns away what is more than will be waited for: of one person, and of all", async () => {
  const { take, run } = table(["one"], Object.fromEntries(["busy", ...Array.from({ length: 80 }, (_, i) => `p${i}`)].map((p) => [p, 1])));
  const all = Array.from({ length: MOST.person + 1 }, (_, i) => take({ person: "busy", note: `n${i}` }));
  await expect(take({ person: "busy", note: "one more" })).rejects.toThrow(TurnsFullError);
  for (let i = 0; i < MOST.all - MOST.person; i++) all.push(take({ person: `p${i}`, note: `m${i}` }));
  await expect(take({ person: "late", note: "late" })).rejects.toThrow(TurnsFullError);
  await run();
  await Promise.all(all);
});

it("frees the seat of what failed", async () => {
  const { turns } = table(["one"], {});
  const turn = { person: "a", note: "x" };
  await expect(turns.take(turn, () => Promise.reject(new Error("failed")))).rejects.toThrow("failed");
  expect(await turns.take(turn, (seat) => Promise.resolve(seat))).toBe("one");
});
