/** What a submission asks of the database, from request to reply: each statement is a way there and back, and a place in a queue. */
import { afterAll, afterEach, expect, it, vi } from "vitest";
import { GET as readMe } from "@/app/api/v1/me/route";
import { POST as issue } from "@/app/api/v1/instances/route";
import { POST as submit } from "@/app/api/v1/attempts/route";
import { statementNames, MOST_NAMES } from "@/lib/server/database/statements";
import { freshKey, practiceOf, signedIn, workOf, type Visitor } from "./setup/client";
import { half, KIND, perfect } from "./setup/content";
import { eachDatabase } from "./setup/database";
import { expectInvariants } from "./setup/invariants";
import { secretOf, SECRET } from "./setup/secret";
import { sentDuring, type Sent } from "./setup/sent";

vi.mock("@/app/api/services", () => import("./setup/content"));

const MOST = 6;

eachDatabase("statements", (open) => {
  afterAll(() => expectInvariants(open()));
  afterEach(() => vi.restoreAllMocks());

  const issued = async (visitor: Visitor) => practiceOf((await visitor.send(issue, { body: { kind: KIND, level: 1 } })).json);
  const submitting = (visitor: Visitor, token: string, answer: unknown) => async () =>
    expect((await visitor.send(submit, { body: { token, answer }, key: freshKey() })).status).toBe(201);

  function expectFew(sent: readonly Sent[]): void {
    const texts = sent.map(({ text }) => text);
    expect(texts.length, texts.join("\n\n")).toBeLessThanOrEqual(MOST);
    expect(texts.length).toBeGreaterThan(1);
    const named = open().kind === "postgres" ? sent.filter(({ name }) => name !== "") : sent;
    expect(named, "all of them are prepared").toEqual(sent);
  }

  it.each([
    ["the first answer of a learner", 0],
    ["a later one", 3],
  ])(`are ${MOST} at most for %s`, async (_title, before) => {
    const { visitor } = await signedIn(open());
    for (let i = 0; i < before; i++) {
      const { token, seed } = await issued(visitor);
      await submitting(visitor, token, perfect(seed, 1))();
    }
    const { token, seed } = await issued(visitor);
    expectFew(await sentDuring(open(), submitting(visitor, token, perfect(seed, 1))));
  });

  it(`are ${MOST} at most for one that is missed, and becomes a card`, async () => {
    const { visitor, id } = await signedIn(open());
    const { token, seed } = await issued(visitor);
    expectFew(await sentDuring(open(), submitting(visitor, token, half(seed, 1))));
    expect(await open().client.card.count({ where: { userId: id, type: "SKILL" } })).toBe(1);
  });

  it(`are ${MOST} at most for graded work`, async () => {
    const { visitor } = await signedIn(open());
    const work = await workOf(open(), (await visitor.send(issue, { body: { kind: SECRET, level: 1, graded: true } })).json);
    expectFew(await sentDuring(open(), submitting(visitor, work.token, secretOf(work.drawnFrom, 1))));
  });

  it("are one for a session and one for a limit", async () => {
    const { visitor } = await signedIn(open());
    const sent = await sentDuring(open(), () => visitor.get(readMe));
    expect(sent.filter(({ text }) => /"AuthSession"/.test(text)).length).toBe(1);
    for (let i = 0; i < 30; i++) await visitor.send(submit, { body: { token: "no token", answer: 1 }, key: freshKey() });
    const refused = await sentDuring(open(), async () =>
      expect((await visitor.send(submit, { body: { token: "no token", answer: 1 }, key: freshKey() })).status).toBe(429),
    );
    expect(refused.length).toBe(2);
  });
});

it("names of statements are one for each text, and not without end", () => {
  const nameOf = statementNames();
  const names = Array.from({ length: MOST_NAMES }, (_, i) => nameOf({ sql: `SELECT ${i}` }));
  expect(new Set(names).size).toBe(MOST_NAMES);
  expect(nameOf({ sql: "SELECT 0" })).toBe(names[0]);
  expect(nameOf({ sql: "SELECT another" })).toBe("");
  expect(statementNames()({ sql: "SELECT another" })).not.toBe("");
});
