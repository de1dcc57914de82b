/** What was issued: to whom it belongs, when it ends, and what is said where it cannot be had. */
import { afterAll, expect, it } from "vitest";
import { forgetUnusedWork, issueInstance, offeredLevel } from "@/lib/server/attempts/issue";
import { readAttempt } from "@/lib/server/attempts/read";
import { signInstance } from "@/lib/server/attempts/token";
import { freshKey } from "./setup/client";
import { KIND, services, TOPIC, wrong } from "./setup/content";
import { eachDatabase } from "./setup/database";
import { expectInvariants } from "./setup/invariants";
import { playerOn } from "./setup/player";
import { SECRET } from "./setup/secret";

const DAY = 86_400_000;

eachDatabase("what was issued", (open) => {
  afterAll(() => expectInvariants(open()));

  const { learner, practise, work, submit, reveal, rowOf } = playerOn(open);
  const issue = (userId: string, request: object) => issueInstance(services, userId, { kind: KIND, level: 1, ...request }, Date.now());

  it("stays for reports until the thirtieth day after its end, and is gone after it", async () => {
    const id = await learner();
    await work(id);
    const { expiresAt } = await rowOf(id);
    expect(await forgetUnusedWork(expiresAt.getTime() + 30 * DAY)).toBe(0);
    expect(await forgetUnusedWork(expiresAt.getTime() + 30 * DAY + 1)).toBe(1);
  });

  it("is for a card of the learner's own, about this very skill", async () => {
    const [id, other] = [await learner(), await learner()];
    const cardOf = async (userId: string, type: "SKILL" | "QUESTION", item: string) =>
      (await open().client.card.create({ data: { userId, type, topic: TOPIC, item, due: new Date() } })).id;
    for (const cardId of [
      await cardOf(id, "SKILL", SECRET),
      await cardOf(id, "QUESTION", KIND),
      await cardOf(other, "SKILL", KIND),
      "none",
    ])
      await expect(issue(id, { cardId, graded: true })).rejects.toMatchObject({ code: "not-found" });
    const cardId = await cardOf(id, "SKILL", KIND);
    const issued = await issue(id, { cardId, graded: true });
    expect(await rowOf(id)).toMatchObject({ cardId, kind: KIND, level: 1 });
    const attempt = await submit(id, issued.token, wrong);
    expect(await open().client.attempt.findUniqueOrThrow({ where: { id: attempt.id } })).toMatchObject({ cardId });
  });

  it("has a seed that the server draws for cards and graded work, and says so", async () => {
    const id = await learner();
    const refused = (request: object) => issue(id, { seed: "known", ...request }).catch((error: unknown) => error);
    expect(await refused({ cardId: "any" })).toMatchObject({
      text: { en: expect.stringContaining("a review card's seed is drawn by the server") as unknown },
      extra: { field: "seed" },
    });
    expect(await refused({ graded: true })).toMatchObject({
      text: { en: expect.stringContaining("a graded instance's seed is drawn by the server") as unknown },
      extra: { field: "seed" },
    });
  });

  it("offers the level of the newest attempt, of two of one instant the one with the higher id", async () => {
    const id = await learner();
    await submit(id, (await practise(id)).token, wrong);
    const { id: first, ...row } = await open().client.attempt.findFirstOrThrow({ where: { userId: id } });
    const copies = [
      ["z1", 2],
      ["z3", 5],
      ["z2", 4],
    ] as const;
    await open().client.attempt.createMany({
      data: copies.map(([copy, level]) => ({
        ...row,
        id: copy + first,
        level,
        idempotencyKey: freshKey(),
        answerHash: null,
        answer: { ...wrong },
        parts: [],
        createdAt: new Date(row.createdAt.getTime() + 1),
      })),
    });
    expect(await offeredLevel(open().client, id, KIND)).toBe(5);
    await open().client.attempt.deleteMany({ where: { userId: id, id: { not: first } } });
    expect(await offeredLevel(open().client, await learner(), KIND)).toBe(1);
    expect(await offeredLevel(open().client, id, SECRET)).toBe(1);
  });

  it("is read by nobody once its owner has gone", async () => {
    const id = await learner();
    const attempt = await submit(id, (await practise(id)).token, wrong);
    expect(await readAttempt({ id }, attempt.id)).toMatchObject({ id: attempt.id, instance: null });
    await open().client.user.update({ where: { id }, data: { deletedAt: new Date() } });
    await expect(readAttempt({ id }, attempt.id)).rejects.toMatchObject({ code: "not-found" });
  });

  it("has no solution to show where its version or its kind is gone", async () => {
    const id = await learner();
    const iat = Math.floor(Date.now() / 1000);
    const old = signInstance({ kind: SECRET, version: 0, seed: "abc", level: 1, user: id, iat, exp: iat + 60 });
    await expect(reveal(id, old)).rejects.toMatchObject({ code: "stale-version" });
    expect(await open().client.reveal.count({ where: { userId: id } })).toBe(0);
    const issued = await work(id);
    await open().client.issuedWork.updateMany({ where: { userId: id }, data: { kind: "removed" } });
    await expect(reveal(id, issued.token)).rejects.toMatchObject({ code: "unknown-kind" });
  });

  it("closes once: what comes later leaves the moment as it was", async () => {
    const [id, other] = [await learner(), await learner()];
    const [issued, theirs] = [await work(id), await work(other)];
    await reveal(id, issued.token);
    const { closedAt } = await rowOf(id);
    expect(closedAt).not.toBeNull();
    await open().client.issuedWork.updateMany({ where: { userId: id }, data: { closedAt: new Date(0) } });
    expect(await submit(id, issued.token, { guess: 1 })).toMatchObject({ credited: false });
    expect((await rowOf(id)).closedAt).toEqual(new Date(0));
    // Closed is what was revealed, not what others hold.
    expect((await rowOf(other)).closedAt).toBeNull();
    expect(await submit(other, theirs.token, { guess: 1 })).toMatchObject({ credited: true });
  });
});
