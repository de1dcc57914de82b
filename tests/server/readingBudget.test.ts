/** What confirming a reading asks of the database, and how much of it a session holds. */
import { afterAll, expect, it, vi } from "vitest";
import { kindFacts } from "@/content/_generated/kindFacts";
import { questions } from "@/content/_generated/questions";
import { topics } from "@/content/_generated/topics";
import { shifted } from "@/lib/groups";
import { confirmReading, listReadings } from "@/lib/server/groups/readings";
import { readSession } from "@/lib/server/groups/session";
import { changeSession } from "@/lib/server/groups/sessions";
import { freshKey } from "./setup/client";
import { eachDatabase } from "./setup/database";
import { begin, groupOf, readOf } from "./setup/groups";
import { expectInvariants } from "./setup/invariants";
import { sentDuring } from "./setup/sent";
import type { Catalog } from "@/lib/server/catalog";
import type { Confirmed } from "@/lib/wire/readings";

vi.mock("@/app/api/services", () => import("./setup/content"));

const catalog: Catalog = { kinds: kindFacts, topics, questions };
const nothing: Confirmed = { topics: [], slips: [], roles: {}, attendance: [], others: [], items: [] };

eachDatabase("confirmed readings", (open) => {
  afterAll(() => expectInvariants(open()));

  async function scene(names: readonly string[]) {
    const { id, owner, people, today } = await groupOf(open(), names);
    const session = await begin(owner.id, id, today);
    const confirm = (userId: string, body: Confirmed) => confirmReading(catalog, userId, { id, session }, freshKey(), body, Date.now());
    const read = () => readSession(owner.id, { id, session }, Date.now());
    return { id, owner, people, today, session, confirm, read };
  }

  it("ask the database as much for two hundred things as for five", async () => {
    const { id, people, session, today, confirm, read } = await scene(Array.from({ length: 12 }, (_, i) => `Member ${i}`));
    const [owner] = people;
    const earlier = await begin(owner.id, id, shifted(today, -1));
    await changeSession(owner.id, { id, session }, { moderator: owner.member, scribe: people[1].member }, Date.now());
    const of = (count: number, part: string): Confirmed => ({
      ...nothing,
      topics: topics.slice(0, Math.min(count, 5)).map(({ id: topic }) => ({ topic, matched: `${part} ${topic}` })),
      slips: Array.from({ length: count / 2 }, (_, i) => ({
        ...readOf().slips[0],
        statement: `${part} ${i}`,
        corrects: { session: earlier, text: `${part}: not ${i}` },
      })),
      attendance: people.slice(0, Math.min(count, 12)).map(({ member }) => ({ member, status: "absent" as const })),
      others: Array.from({ length: count / 2 }, (_, i) => ({ name: `${part} ${i}`, status: "late" as const })),
      items: Array.from({ length: count }, (_, i) => ({
        ...{ type: "task" as const, text: `${part} ${i}`, source: `- [ ] ${part} ${i}` },
        assignee: people[i % 12].member,
      })),
    });
    const asked = async (body: Confirmed) => (await sentDuring(open(), () => confirm(owner.id, body))).map(({ text }) => text);
    const few = await asked(of(2, "few"));
    const many = await asked(of(80, "many"));
    expect(many.length, many.join("\n")).toBeLessThanOrEqual(few.length + 8);
    expect(many.length).toBeLessThanOrEqual(50);
    const after = await read();
    expect(after.items.length + after.corrections.length).toBe(82 + 41);
    // Whoever had a role and is absent has it no more, and nobody is left who could take it.
    expect([after.moderator, after.scribe]).toEqual([null, null]);
  });

  it("use up nothing of a session where they say again what was confirmed, and nothing of the others' readings", async () => {
    const { id, people, session, confirm } = await scene(["Ara", "Bora"]);
    const [ara, bora] = people;
    const { id: first } = await confirm(ara.id, readOf());
    for (let i = 0; i < 3; i++) expect(await confirm(ara.id, readOf())).toMatchObject({ id: first, items: 0, slips: 0 });
    expect((await listReadings(catalog, ara.id, id, session, Date.now())).readings).toHaveLength(1);
    const named = (i: number): Confirmed => ({ ...nothing, others: [{ name: `Somebody ${i}`, status: "late" }] });
    for (let i = 1; i < 30; i++) await confirm(ara.id, named(i));
    await expect(confirm(ara.id, named(30))).rejects.toMatchObject({ status: 409, code: "too-many-readings" });
    expect(await confirm(ara.id, named(1)), "what stands there already is not refused").toMatchObject({ items: 0 });
    expect(await confirm(bora.id, readOf({ items: [{ ...readOf().items[0], text: "Bora's" }] }))).toMatchObject({ items: 1 });
  });

  it("end where a session has as much as it holds, counted by what was written", async () => {
    const { people, confirm, session } = await scene(["Ara", "Bora"]);
    const [ara, bora] = people;
    const many = (part: number): Confirmed => ({
      ...nothing,
      others: Array.from({ length: 50 }, (_, i) => ({ name: `${part}/${i}`, status: "late" as const })),
    });
    await confirm(ara.id, many(0));
    // As if many had been read before.
    const row = await open().client.reading.findFirstOrThrow({ where: { sessionId: session } });
    await open().client.reading.update({ where: { id: row.id }, data: { written: { items: 1890, marks: 0, slips: 0 } } });
    await confirm(bora.id, many(1));
    await expect(confirm(bora.id, many(2))).rejects.toMatchObject({ status: 409, code: "readings-full" });
  });
});
