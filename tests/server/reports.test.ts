/** Crashes and reports: what goes wrong with an instance costs the learner nothing, is told and can be seen again. */
import { afterAll, afterEach, describe, expect, it } from "vitest";
import { fileReport } from "@/lib/server/reports/file";
import { replayReport } from "@/lib/server/reports/replay";
import { KIND, kinds, services } from "./setup/content";
import { eachDatabase } from "./setup/database";
import { expectInvariants } from "./setup/invariants";
import { playerOn } from "./setup/player";
import { breakSecret, SECRET, SECRET_VERSION, secretOf } from "./setup/secret";

eachDatabase("reports", (open) => {
  afterAll(() => expectInvariants(open()));
  afterEach(() => breakSecret(null));
  const { learner, practise, work, submit, reveal, xpOf, attemptsOf, rowOf } = playerOn(open);

  describe("when a challenge crashes", () => {
    const reportsOf = (userId: string) => open().client.report.findMany({ where: { userId } });

    it.each([
      ["generate", "practice"],
      ["check", "practice"],
      ["grade", "practice"],
      ["check", "graded work"],
      ["grade", "graded work"],
    ] as const)("in %s of %s costs no attempt, is reported once, and the next instance is at hand", async (phase, sort) => {
      const id = await learner();
      const issued = sort === "practice" ? await practise(id, SECRET) : await work(id);
      breakSecret(phase);
      for (let i = 0; i < 2; i++)
        await expect(submit(id, issued.token, { guess: 5 })).rejects.toMatchObject({ code: "broken-instance", status: 422 });
      const [report, ...more] = await reportsOf(id);
      expect(more).toEqual([]);
      expect(report).toMatchObject({
        kind: SECRET,
        version: SECRET_VERSION,
        level: 1,
        seed: issued.seed,
        workId: sort === "practice" ? null : (await rowOf(id)).id,
        phase,
        answer: `{"guess":5}`,
        backend: "server",
        byHand: false,
      });
      expect(report.message).toContain(`planted in ${phase}`);
      expect([await attemptsOf(id), await xpOf(id)]).toEqual([0, 0]);

      const stored = sort === "practice" ? null : (await rowOf(id)).instance;
      const replayed = replayReport(kinds, report, stored);
      expect(replayed.find((line) => !line.ok)).toMatchObject({ phase, says: expect.stringContaining(`planted in ${phase}`) as unknown });
      breakSecret(null);
      expect(replayReport(kinds, report, stored).map((l) => [l.phase, l.ok])).toEqual([
        ["generate", true],
        ["grade", true],
        ["solve", true],
      ]);
      const fresh = await practise(id, SECRET);
      expect(await submit(id, fresh.token, secretOf(fresh.seed, 1))).toMatchObject({ score: 100, xp: 15 });
      // The broken one is not lost either: mended, it is graded with full credit.
      expect(await submit(id, issued.token, { guess: 5 })).toMatchObject({ score: 0, credited: true });
    });

    it("in solve does not close what could not be revealed", async () => {
      const id = await learner();
      const issued = await practise(id, SECRET);
      breakSecret("solve");
      await expect(reveal(id, issued.token)).rejects.toMatchObject({ code: "broken-instance" });
      expect(await reportsOf(id)).toMatchObject([{ phase: "solve", seed: issued.seed, answer: null }]);
      breakSecret(null);
      expect(await submit(id, issued.token, secretOf(issued.seed, 1))).toMatchObject({ xp: 15, credited: true });
    });

    it("at every draw of graded work reports each seed and says that the kind is broken", async () => {
      const id = await learner();
      breakSecret("generate");
      await expect(work(id)).rejects.toMatchObject({ code: "broken-kind", status: 503 });
      expect(new Set((await reportsOf(id)).map((r) => r.seed)).size).toBe(3);
      expect(await open().client.issuedWork.count({ where: { userId: id } })).toBe(0);
    });
  });

  describe("in reports", () => {
    const facts = {
      kind: SECRET,
      version: SECRET_VERSION,
      level: 1,
      phase: "board",
      message: "the picture is empty",
      byHand: true,
    } as const;

    it("hold what is needed to see it again, and replay", async () => {
      const id = await learner();
      const { id: reportId } = await fileReport(
        services.catalog,
        id,
        { ...facts, seed: "abc", answer: secretOf("abc", 1), backend: "wasm", build: "b1" },
        Date.now(),
      );
      const row = await open().client.report.findUniqueOrThrow({ where: { id: reportId } });
      expect(row).toMatchObject({ userId: id, ...facts, seed: "abc", workId: null, backend: "wasm", build: "b1" });
      expect(replayReport(kinds, row, null)).toEqual([
        { phase: "generate", ok: true, says: `seed "abc", level 1` },
        { phase: "grade", ok: true, says: "graded 1 of 1, score 100" },
        { phase: "solve", ok: true, says: "the solution is graded 1 of 1, score 100" },
      ]);
    });

    it("name graded work by its token, also after it has expired, and nobody else's", async () => {
      const [id, other] = [await learner(), await learner()];
      const issued = await work(id);
      const row = await rowOf(id);
      const filed = await fileReport(services.catalog, id, { ...facts, work: issued.token }, Date.now() + 40 * 3_600_000);
      expect(Object.keys(filed)).toEqual(["id"]);
      expect(await open().client.report.findUniqueOrThrow({ where: { id: filed.id } })).toMatchObject({ workId: row.id, seed: null });
      const refused = (userId: string, report: Parameters<typeof fileReport>[2]) =>
        fileReport(services.catalog, userId, report, Date.now());
      await expect(refused(other, { ...facts, work: issued.token })).rejects.toMatchObject({ code: "foreign-token" });
      await expect(refused(id, { ...facts, kind: KIND, work: issued.token })).rejects.toMatchObject({ extra: { field: "work" } });
      await expect(refused(id, { ...facts, work: (await practise(id)).token })).rejects.toMatchObject({ extra: { field: "work" } });
      await expect(refused(id, { ...facts, kind: "removed" })).rejects.toMatchObject({ code: "unknown-kind" });
    });

    it("say when their kind or version is gone", () => {
      const report = { kind: "removed", version: 1, level: 1, seed: "abc", answer: null };
      expect(replayReport(kinds, report, null)).toMatchObject([{ phase: "report", ok: false }]);
      expect(replayReport(kinds, { ...report, kind: SECRET, version: 0 }, null).map((l) => [l.phase, l.ok])).toEqual([
        ["report", false],
        ["generate", true],
        ["grade", true],
        ["solve", true],
      ]);
      expect(replayReport(kinds, { ...report, kind: SECRET, version: 1 }, null).map((l) => l.ok)).toEqual([true, true, true]);
      expect(replayReport(kinds, { ...report, kind: SECRET, version: 2, seed: null }, null)).toMatchObject([
        { phase: "generate", ok: false },
      ]);
    });
  });
});
