/** Many requests of one learner at the same moment: what adds up, and which of two comes first. */
import { afterAll, expect, it } from "vitest";
import { issueInstance } from "@/lib/server/attempts/issue";
import { submitAttempt } from "@/lib/server/attempts/submit";
import { freshKey } from "./setup/client";
import { half, KIND, perfect, services } from "./setup/content";
import { eachDatabase } from "./setup/database";
import { expectInvariants } from "./setup/invariants";
import { playerOn } from "./setup/player";

eachDatabase("races", (open) => {
  afterAll(() => expectInvariants(open()));

  const { learner, practise, work, submit, reveal, xpOf, rowOf } = playerOn(open);

  it("adds up exactly when 100 attempts arrive at once", async () => {
    const id = await learner();
    const stranger = await learner();
    const now = Date.now();
    const issued = await Promise.all(Array.from({ length: 100 }, () => issueInstance(services, id, { kind: KIND, level: 1 }, now)));
    const results = await Promise.all(
      issued.map((i) => submitAttempt(services, { userId: id, key: freshKey(), token: i.token, answer: perfect(i.seed, 1), now })),
    );
    expect(results.map((r) => r.xp)).toEqual(Array.from({ length: 100 }, () => 15));
    expect(await xpOf(id)).toBe(1500);
    expect(Math.max(...results.map((r) => r.xpTotal))).toBe(1500);
    expect(await xpOf(stranger)).toBe(0);
  });

  it("credits only what came before a reveal, in 200 interleavings of two tabs", async () => {
    const id = await learner();
    let earned = 0;
    const orders = { before: 0, after: 0 };
    for (let i = 0; i < 200; i++) {
      const issued = i % 2 === 0 ? await practise(id) : await work(id, KIND);
      const seed = issued.seed ?? (await rowOf(id)).seed;
      const submitting = () => submit(id, issued.token, half(seed, 1));
      const revealing = async () => {
        const shown = await reveal(id, issued.token);
        // The other tab copies what the first one shows, the moment it is shown.
        return submit(id, issued.token, shown.solution);
      };
      // Both start at once, in both orders, and one a few turns of the event loop after the other.
      const turns = async (n: number) => {
        for (let turn = 0; turn < n; turn++) await new Promise(setImmediate);
      };
      const [raced, copied] = await Promise.all(
        i % 4 < 2 ? [submitting(), turns(i % 13).then(revealing)] : [turns(i % 13).then(submitting), revealing()],
      );
      expect(copied, "what was copied from the reveal").toMatchObject({ score: 100, xp: 0, credited: false });
      expect(raced.xp).toBe(raced.credited ? 5 : 0);
      orders[raced.credited ? "before" : "after"] += 1;
      earned += raced.xp;
    }
    expect(await xpOf(id)).toBe(earned);
    expect(orders.before, "both orders happened").toBeGreaterThan(0);
    expect(orders.after, "both orders happened").toBeGreaterThan(0);
  });
});
