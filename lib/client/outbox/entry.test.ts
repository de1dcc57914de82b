import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { afterTry, heldUpBy, MOST_FAULTS, newEntry, nextOf, outcomeOf, pauseAfter, revived, sameRequest, type Entry } from "./entry";

const NOW = Date.UTC(2026, 10, 23, 13);
const text = { ko: "왜", en: "why" };
const request = { method: "POST", path: "/review/grade", body: { cardId: "a", rating: 3 } } as const;
const entry = (place: number, change: Partial<Entry> = {}): Entry => ({
  ...newEntry(request, `key-${place}`, "mina", NOW),
  place,
  ...change,
});
const failure = (status: number, code: string) => outcomeOf({ status, code, text });

describe("what a failed try means", () => {
  it.each([
    [0, "offline", "away"],
    [200, "unclear-answer", "away"],
    [403, "unclear-answer", "away"],
    [408, "timeout", "away"],
    [425, "early", "away"],
    [429, "rate-limited", "away"],
    [500, "internal", "away"],
    [503, "busy", "away"],
    [401, "no-session", "stranger"],
    [409, "other-learner", "stranger"],
    [400, "bad-answered-at", "refused"],
    [404, "nothing-to-undo", "refused"],
    [409, "key-reused", "refused"],
    [410, "expired-token", "refused"],
    [422, "bad-body", "refused"],
    [499, "odd", "refused"],
  ] as const)("%i %s: %s", (status, code, kind) => {
    expect(failure(status, code).kind).toBe(kind);
  });
});

describe("the next to be sent", () => {
  it("is the first that waits, in the order of places, however they come", () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([1, 2, 3, 4, 5, 6], { minLength: 1 }), (places) => {
        expect(nextOf(places.map((place) => entry(place)))?.place).toBe(Math.min(...places));
      }),
    );
  });

  it("is none that is parked or held, and these hold nobody up", () => {
    expect(nextOf([entry(1, { state: "parked" }), entry(2, { state: "held" }), entry(3)])?.place).toBe(3);
    expect(nextOf([entry(1, { state: "parked" })])).toBeNull();
  });

  it("stays the first while it waits for another try: nothing overtakes it", () => {
    expect(nextOf([entry(1, { dueAt: NOW + 60_000, tries: 3 }), entry(2)])?.place).toBe(1);
  });
});

describe("after a try", () => {
  it("is gone once it is delivered", () => {
    expect(afterTry([entry(2)], entry(1), { kind: "delivered", reply: {} }, NOW)).toEqual([]);
  });

  it("waits longer each time, up to five minutes, and keeps its key, its moment and its body", () => {
    let one = entry(1);
    const pauses: number[] = [];
    for (let i = 0; i < 10; i++) {
      [one] = afterTry([one], one, failure(0, "offline"), NOW);
      pauses.push((one.dueAt - NOW) / 1000);
    }
    expect(pauses).toEqual([2, 4, 8, 16, 32, 64, 128, 256, 300, 300]);
    expect(one).toMatchObject({ id: "key-1", answeredAt: "2026-11-23T13:00:00.000Z", body: request.body, state: "waiting", tries: 10 });
    expect(pauseAfter(1)).toBe(2_000);
  });

  it("waits as long as the server asks for", () => {
    const outcome = outcomeOf({ status: 429, code: "rate-limited", text, retryAfter: 40 });
    expect(afterTry([], entry(1), outcome, NOW)[0].dueAt).toBe(NOW + 40_000);
  });

  it("is parked with the reason when the server refuses it", () => {
    const problem = { status: 404, code: "nothing-to-undo", text };
    expect(afterTry([], entry(1), outcomeOf(problem), NOW)).toMatchObject([{ id: "key-1", state: "parked", problem }]);
  });

  it("is parked when the server itself fails at it again and again, and at no other trouble", () => {
    const last = entry(1, { tries: MOST_FAULTS - 1 });
    expect(afterTry([], last, failure(500, "internal"), NOW)[0].state).toBe("parked");
    expect(afterTry([], entry(1, { tries: MOST_FAULTS - 2 }), failure(500, "internal"), NOW)[0].state).toBe("waiting");
    expect(afterTry([], last, failure(0, "offline"), NOW)[0].state).toBe("waiting");
    expect(afterTry([], last, failure(503, "busy"), NOW)[0].state).toBe("waiting");
  });

  it("holds all that is the same learner's, and nothing else, when somebody else is signed in", () => {
    const mine = [entry(1), entry(2), entry(3, { state: "parked" })];
    const others = [entry(4, { learner: "jun" }), entry(5, { learner: null })];
    const held = afterTry([...mine, ...others], mine[0], failure(409, "other-learner"), NOW);
    expect(held.map(({ place, state }) => [place, state])).toEqual([
      [1, "held"],
      [2, "held"],
    ]);
    expect(held[0].tries).toBe(0);
  });
});

it("those behind one that was tried in vain are held up by the same problem, and told once", () => {
  const problem = { status: 0, code: "offline", text };
  const head = entry(1, { problem, tries: 1 });
  const told = heldUpBy([head, entry(2), entry(3, { state: "parked" })], head);
  expect(told).toMatchObject([{ place: 2, problem, tries: 0, state: "waiting" }]);
  expect(heldUpBy([head, ...told], head)).toEqual([]);
});

it("is revived at once, with its key; a parked one without the old reason", () => {
  const problem = { status: 0, code: "offline", text };
  expect(revived(entry(1, { dueAt: NOW + 9, problem }), NOW)).toMatchObject({ id: "key-1", state: "waiting", dueAt: NOW, problem });
  expect(revived(entry(1, { state: "parked", problem }), NOW)).toMatchObject({ state: "waiting", problem: null });
});

it("the same write is the same request; another choice, query or route is another", () => {
  expect(sameRequest(request, { ...request, body: { ...request.body } })).toBe(true);
  expect(sameRequest(entry(1), request)).toBe(true);
  for (const other of [
    { ...request, body: { cardId: "a", rating: 4 } },
    { ...request, path: "/review/undo" as const },
    { ...request, query: { review: "b" } },
  ])
    expect(sameRequest(request, other)).toBe(false);
});
