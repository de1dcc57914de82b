/** How much an inbox holds. */
import { expect, it, vi } from "vitest";
import { addReply } from "@/lib/server/discussion/comments";
import { readInbox } from "@/lib/server/inbox/read";
import { MOST_ENTRIES } from "@/lib/server/inbox/tell";
import { freshKey } from "./setup/client";
import { eachDatabase } from "./setup/database";
import { groupOf, wonder, type InGroup } from "./setup/groups";

vi.mock("@/app/api/services", () => import("./setup/content"));

eachDatabase("inboxes", (open) => {
  const NOW = Date.UTC(2026, 10, 3);

  /** Somebody's entries of the past, one a minute, the latest a minute ago; some of them read. */
  async function filled({ member }: InGroup, by: InGroup, groupId: string, count: number, isRead: (i: number) => boolean) {
    await open().client.inboxEntry.createMany({
      data: Array.from({ length: count }, (_, i) => ({
        ...{ groupId, memberId: member, actorId: by.member, cause: "TASK" as const, reason: `old:${i}` },
        createdAt: new Date(NOW - (count - i) * 60_000),
        readAt: isRead(i) ? new Date(NOW) : null,
      })),
    });
  }
  const reasons = async ({ member }: InGroup): Promise<string[]> =>
    (await open().client.inboxEntry.findMany({ where: { memberId: member }, orderBy: { createdAt: "asc" }, select: { reason: true } })).map(
      ({ reason }) => reason,
    );

  it("hold so many entries, of which those read longest ago make room", async () => {
    const { id, people } = await groupOf(open(), ["Ara", "Bora", "Chan"], NOW - 100 * 86_400_000);
    const [, bora, chan] = people;
    // Every third is new to her.
    await filled(bora, chan, id, MOST_ENTRIES, (i) => i % 3 > 0);
    await filled(chan, bora, id, 5, () => true);
    const thread = await wonder(bora.id, id, "why?", undefined, NOW);
    await addReply(chan.id, { id, thread }, freshKey(), { text: "because" }, NOW);
    const kept = await reasons(bora);
    expect(kept).toHaveLength(MOST_ENTRIES);
    expect([kept[0], kept[1], kept[2]]).toEqual(["old:0", "old:2", "old:3"]);
    expect((await readInbox(bora.id, undefined)).entries[0]).toMatchObject({ cause: "reply", read: false });
    expect(await reasons(chan)).toHaveLength(5);
  });

  it("hold the latest where nothing was read", async () => {
    const { id, people } = await groupOf(open(), ["Ara", "Bora", "Chan"], NOW - 100 * 86_400_000);
    const [, bora, chan] = people;
    await filled(bora, chan, id, MOST_ENTRIES + 3, () => false);
    const thread = await wonder(bora.id, id, "why?", undefined, NOW);
    await addReply(chan.id, { id, thread }, freshKey(), { text: "because" }, NOW);
    const kept = await reasons(bora);
    expect([kept.length, kept[0]]).toEqual([MOST_ENTRIES, "old:4"]);
  });

  it("keep what others wrote, however much one of them writes", async () => {
    const { id, people } = await groupOf(open(), ["Ara", "Bora", "Chan"], NOW - 100 * 86_400_000);
    const [ara, bora, chan] = people;
    await open().client.inboxEntry.createMany({
      data: [1, 2, 3].map((i) => ({
        ...{ groupId: id, memberId: bora.member, actorId: ara.member, cause: "TASK" as const, reason: `hers:${i}` },
        createdAt: new Date(NOW - 90 * 86_400_000 + i),
      })),
    });
    await filled(bora, chan, id, MOST_ENTRIES, () => false);
    const thread = await wonder(bora.id, id, "why?", undefined, NOW);
    await addReply(chan.id, { id, thread }, freshKey(), { text: "because" }, NOW);
    const kept = await reasons(bora);
    expect([kept.length, ...kept.slice(0, 4)]).toEqual([MOST_ENTRIES, "hers:1", "hers:2", "hers:3", "old:4"]);
  });

  it("hold as many of several groups as of one", async () => {
    const { id, people } = await groupOf(open(), ["Ara", "Bora", "Chan"], NOW - 100 * 86_400_000);
    const [, bora, chan] = people;
    const there = await groupOf(open(), ["Dana"], NOW - 100 * 86_400_000);
    const elsewhere = await open().client.groupMember.create({
      data: { groupId: there.id, userId: bora.id, sharesReview: true, joinedAt: new Date(NOW), joinedOn: "2026-11-03" },
      select: { id: true },
    });
    await filled({ ...bora, member: elsewhere.id }, there.owner, there.id, MOST_ENTRIES, () => true);
    const thread = await wonder(bora.id, id, "why?", undefined, NOW);
    await addReply(chan.id, { id, thread }, freshKey(), { text: "because" }, NOW);
    expect(await reasons({ ...bora, member: elsewhere.id })).toHaveLength(MOST_ENTRIES - 1);
    expect(await reasons(bora)).toHaveLength(1);
  });
});
