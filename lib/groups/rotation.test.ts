import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { proposed, takenOver, type Roles, type Turn } from ".";

const NAMES = ["ara", "bora", "chan", "duri", "eun", "gaon", "haru"] as const;

/** Sessions one after another, each with the roles that were proposed for those who came. */
function play(comings: readonly (readonly string[])[], members: readonly string[]): Turn[] {
  return comings.reduce<Turn[]>((turns, there) => [...turns, { ...proposed(turns, there), there, members }], []);
}

const times = (turns: readonly Turn[], name: string, role?: keyof Roles): number =>
  turns.filter((turn) => (role === undefined ? turn.moderator === name || turn.scribe === name : turn[role] === name)).length;
const spread = (counts: readonly number[]): number => Math.max(...counts) - Math.min(...counts);

/** Who comes to each of up to 40 sessions. */
const comings = fc.array(fc.subarray([...NAMES]), { maxLength: 40 });

describe("the rotation", () => {
  it("begins with two, and needs no more than there are", () => {
    expect(proposed([], ["ara", "bora", "chan"])).toEqual({ moderator: "ara", scribe: "bora" });
    expect(proposed([], ["ara"])).toEqual({ moderator: "ara", scribe: null });
    expect(proposed([], [])).toEqual({ moderator: null, scribe: null });
  });

  it("gives everybody each role equally often where all come", () => {
    for (let people = 2; people <= NAMES.length; people++) {
      const all = NAMES.slice(0, people);
      for (let sessions = 1; sessions <= 40; sessions++) {
        const turns = play(
          Array.from({ length: sessions }, () => all),
          all,
        );
        expect(spread(all.map((name) => times(turns, name))), `${people} over ${sessions}`).toBeLessThanOrEqual(1);
        for (const role of ["moderator", "scribe"] as const)
          expect(spread(all.map((name) => times(turns, name, role))), `${role} of ${people} over ${sessions}`).toBeLessThanOrEqual(1);
      }
    }
  });

  it("gives those who came to the same sessions a role equally often, whoever else came", () => {
    fc.assert(
      fc.property(comings, fc.subarray([...NAMES], { minLength: 2 }), (sessions, alike) => {
        // Whoever is alike comes when the first of them does.
        const same = sessions.map((there) => [
          ...there.filter((name) => !alike.includes(name as never)),
          ...(there.includes(alike[0]) ? alike : []),
        ]);
        const turns = play(same, NAMES);
        expect(spread(alike.map((name) => times(turns, name)))).toBeLessThanOrEqual(1);
      }),
    );
  });

  it("never gives both roles to one while there are two, none to who is not there, and the same to all who ask", () => {
    fc.assert(
      fc.property(comings, fc.subarray([...NAMES]), fc.nat(), (sessions, there, turn) => {
        const turns = play(sessions, NAMES);
        const roles = proposed(turns, there);
        expect(new Set([roles.moderator, roles.scribe].filter((name) => name !== null)).size).toBe(Math.min(2, there.length));
        expect([roles.moderator, roles.scribe].every((name) => name === null || there.includes(name as never))).toBe(true);
        const rotated = there.map((_, i) => there[(i + turn) % there.length]);
        expect(proposed(turns, rotated)).toEqual(roles);
      }),
    );
  });

  it("keeps the turn of who could not come, however long they were away", () => {
    fc.assert(
      fc.property(comings, fc.integer({ min: 1, max: 12 }), fc.constantFrom(...NAMES), (sessions, away, name) => {
        const turns = play(sessions, NAMES);
        const { moderator, scribe } = proposed(turns, NAMES);
        fc.pre(moderator === name || scribe === name);
        const others = NAMES.filter((other) => other !== name);
        // The others have all caught up with what they are owed.
        const later = Array.from({ length: away }).reduce<Turn[]>(
          (all) => [...all, { ...proposed(all, others), there: others, members: NAMES }],
          turns,
        );
        const back = proposed(later, NAMES);
        expect([back.moderator, back.scribe]).toContain(name);
      }),
      { numRuns: 300 },
    );
  });

  it("asks who comes seldom no more often than their share", () => {
    // Haru comes to every third session of seven people; their share is two of seven of those.
    const sessions = Array.from({ length: 84 }, (_, i) => (i % 3 === 0 ? NAMES : NAMES.slice(0, 6)));
    const came = sessions.filter((there) => there.includes("haru")).length;
    expect(times(play(sessions, NAMES.slice(0, 6)), "haru")).toBeLessThanOrEqual(Math.ceil((came * 2) / 6) + 1);
  });

  it("asks a newcomer after those who wait already", () => {
    const old = ["bora", "chan", "duri"];
    const turns = play([old], old);
    expect(proposed(turns, ["ara", ...old])).toMatchObject({ moderator: "duri", scribe: "ara" });
  });

  it("counts who had the role, not who was proposed", () => {
    const turn: Turn = { moderator: "chan", scribe: null, there: ["ara", "bora", "chan"], members: ["ara", "bora", "chan"] };
    expect(proposed([turn], ["ara", "bora", "chan"])).toEqual({ moderator: "ara", scribe: "bora" });
  });
});

describe("taking a role over", () => {
  const roles = { moderator: "ara", scribe: "bora" };
  it.each([
    ["moderator", "chan", { moderator: "chan", scribe: "bora" }],
    ["moderator", "bora", { moderator: "bora", scribe: "ara" }],
    ["scribe", "ara", { moderator: "bora", scribe: "ara" }],
    ["scribe", null, { moderator: "ara", scribe: null }],
    ["moderator", "ara", roles],
  ] as const)("%s by %s", (role, name, expected) => {
    expect(takenOver(roles, role, name)).toEqual(expected);
  });
});
