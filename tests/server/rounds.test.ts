/** A round asked for in one question: by a learner, and by a visitor whose guest session begins with it. */
import { afterAll, afterEach, expect, it, vi } from "vitest";
import { POST as submitRoute } from "@/app/api/v1/attempts/route";
import { GET as meRoute } from "@/app/api/v1/me/route";
import { POST as roundRoute } from "@/app/api/v1/rounds/route";
import { consume } from "@/lib/server/http/limits";
import { readMe } from "@/lib/wire/account";
import * as play from "@/lib/wire/play";
import * as rounds from "@/lib/wire/rounds";
import { freshKey, signedIn, Visitor } from "./setup/client";
import { KIND, perfect, services } from "./setup/content";
import { eachDatabase } from "./setup/database";
import { expectInvariants } from "./setup/invariants";
import { issueInstance } from "@/lib/server/attempts/issue";

vi.mock("@/app/api/services", () => import("./setup/content"));

/** The instances that a learner may draw in a minute. */
const MOST = 120;

eachDatabase("a round in one question", (open) => {
  afterAll(() => expectInvariants(open()));
  afterEach(() => vi.unstubAllEnvs());

  const ask = (visitor: Visitor, more: object = {}) => visitor.send(roundRoute, { body: { kind: KIND, ...more } });
  const opened = async (visitor: Visitor, more: object = {}) => rounds.openRound.reply.parse((await ask(visitor, more)).json);
  const users = () => open().client.user.count();
  const submit = async (visitor: Visitor, { token, seed, level }: play.PracticeInstance) => {
    const answer = await visitor.send(submitRoute, { key: freshKey(), body: { token, answer: perfect(seed, level) } });
    return play.submitAttempt.reply.parse(answer.json);
  };

  it("makes a guest of a visitor, with zone and language, who plays on as themselves", async () => {
    const visitor = new Visitor();
    const before = await users();
    const first = await opened(visitor, { level: 2, timeZone: "Asia/Seoul", locale: "ko" });
    expect(first).toMatchObject({ begun: true, instance: { kind: KIND, level: 2 } });
    expect(await users()).toBe(before + 1);
    expect(readMe.reply.parse((await visitor.get(meRoute)).json)).toMatchObject({
      user: { id: first.learner, guest: true },
      timeZone: "Asia/Seoul",
    });
    expect(await submit(visitor, first.instance)).toMatchObject({ xp: 30, credited: true, chosen: false });
    expect(await opened(visitor)).toMatchObject({ learner: first.learner, begun: false, instance: { level: 2 } });
    expect(await users()).toBe(before + 1);
  });

  it("gives a learner what POST /instances gives, and changes nothing about them", async () => {
    const { visitor, id } = await signedIn(open());
    const zone = (await open().client.user.findUniqueOrThrow({ where: { id } })).timeZone;
    const { cookie } = visitor;
    const round = await opened(visitor, { timeZone: "Pacific/Kiritimati" });
    expect(round).toMatchObject({ learner: id, begun: false });
    expect(visitor.cookie).toBe(cookie);
    expect((await open().client.user.findUniqueOrThrow({ where: { id } })).timeZone).toBe(zone);
    const now = Date.now();
    const plain = await issueInstance(services, id, { kind: KIND }, now);
    expect(Object.keys(round.instance).sort()).toEqual(Object.keys(plain).sort());
    expect((await submit(visitor, round.instance)).xp).toBeGreaterThan(0);
  });

  it("brings no XP for a seed of one's own choosing, a visitor's neither", async () => {
    const visitor = new Visitor();
    const { instance } = await opened(visitor, { seed: "chosen", level: 1 });
    expect(instance.seed).toBe("chosen");
    expect(await submit(visitor, instance)).toMatchObject({ score: 100, xp: 0, chosen: true });
  });

  it.each([
    ["a kind that there is not", { kind: "no-kind" }, 404, "unknown-kind"],
    ["a zone that there is not", { timeZone: "Asia/Newtown" }, 422, "bad-time-zone"],
    ["a level that there is not", { level: 6 }, 422, "bad-body"],
    ["graded work", { graded: true }, 422, "bad-body"],
    ["a card", { cardId: "abc" }, 422, "bad-body"],
  ])("makes no guest for %s", async (_title, body, status, code) => {
    const before = await users();
    const visitor = new Visitor();
    const answer = await ask(visitor, body);
    expect([answer.status, answer.code]).toEqual([status, code]);
    expect(visitor.cookie).toBeNull();
    expect(await users()).toBe(before);
  });

  it("counts as an instance of the learner's, and of nobody else at that address", async () => {
    const address = "198.51.100.77";
    const visitor = new Visitor(address);
    const { learner } = await opened(visitor);
    for (let drawn = 1; drawn < MOST; drawn++) await consume("instances", learner);
    expect((await ask(visitor)).code).toBe("rate-limited");
    expect((await ask(new Visitor(address))).status).toBe(201);
  });

  it("counts a visitor as a new guest of the address; whoever is known there plays on", async () => {
    vi.stubEnv("BOXUP_GUESTS_PER_ADDRESS", "2");
    const address = "198.51.100.78";
    const [first, second, third] = [new Visitor(address), new Visitor(address), new Visitor(address)];
    expect([(await ask(first)).status, (await ask(second)).status]).toEqual([201, 201]);
    const before = await users();
    expect((await ask(third)).code).toBe("rate-limited");
    expect(await users()).toBe(before);
    expect((await ask(first)).status).toBe(201);
    expect((await ask(new Visitor("198.51.100.79"))).status).toBe(201);
  });
});
