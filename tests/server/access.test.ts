/**
 * The access matrix: every route and method × everyone who may knock × whose thing it is. Routes are enumerated from lib/wire, so a
 * new one without a row here fails.
 */
import { describe, expect, it, vi } from "vitest";
import { calendarAddress } from "@/lib/server/assignments/calendar";
import { issueInstance } from "@/lib/server/attempts/issue";
import { submitAttempt } from "@/lib/server/attempts/submit";
import { startSession } from "@/lib/server/auth";
import { hashPassword } from "@/lib/server/auth/password";
import { GIFT, pictureOf, questionOf, singleOf } from "./setup/bank";
import { freshKey, signedIn, Visitor, type Send } from "./setup/client";
import { KIND, perfect, services, TOPIC } from "./setup/content";
import { eachDatabase } from "./setup/database";
import { isOfCohorts } from "./setup/cohorts";
import { isOfGroups } from "./setup/groups";
import { findHandlers } from "./setup/handlers";
import { picture } from "./setup/pictures";
import { routes as all } from "@/lib/wire";
import { nameOf } from "@/lib/wire/route";
import { offToken } from "@/lib/server/inbox/mail";
import type { Database } from "@/lib/server/database/open";
import type { RouteHandler } from "@/lib/server/http/endpoint";

vi.mock("@/app/api/services", () => import("./setup/content"));

// What stands in a group or a cohort has actors of its own: groupAccess.test.ts, cohortAccess.test.ts.
const routes = all.filter(({ path }) => !isOfGroups(path) && !isOfCohorts(path));

const ACTORS = ["nobody", "guest", "student", "other student", "instructor", "admin"] as const;
type Actor = (typeof ACTORS)[number];
const TARGETS = ["own", "foreign", "deleted", "random"] as const;
type Target = (typeof TARGETS)[number];

type Row = { readonly [A in Actor]: number };
const row = (nobody: number, guest: number, student: number, other: number, instructor: number, admin: number): Row => ({
  nobody,
  guest,
  student,
  "other student": other,
  instructor,
  admin,
});
const everyone = (status: number): Row => row(status, status, status, status, status, status);
const members = (status: number): Row => row(401, status, status, status, status, status);

/** What a target means for a route: ids to ask for, and the body to send. */
interface Scene {
  readonly open: Database;
  readonly userId: string | null;
  /** A student to whom foreign things belong. */
  readonly owner: { readonly id: string };
}
interface Plan {
  /** Status by actor; one row for routes that name no thing, one for each target otherwise. */
  readonly expect: Row | Readonly<Record<Target, Row>>;
  send?(scene: Scene, target: Target): Promise<Send>;
}

async function anAttempt(userId: string): Promise<string> {
  const now = Date.now();
  const { token, seed } = await issueInstance(services, userId, { kind: KIND, level: 1 }, now);
  return (await submitAttempt(services, { userId, key: freshKey(), token, answer: perfect(seed, 1), now })).id;
}

/** The id that `target` names, of things that `make` creates for a user and `remove` takes away. */
async function idOf(
  { userId, owner }: Scene,
  target: Target,
  make: (userId: string) => Promise<string>,
  remove: (id: string) => Promise<unknown>,
): Promise<string> {
  if (target === "random") return "zzzzzzzzzzzzzzzzzzzzzzzz";
  if (target === "own" && userId !== null) return make(userId);
  const id = await make(target === "deleted" && userId !== null ? userId : owner.id);
  if (target === "deleted") await remove(id);
  return id;
}

/** The token of graded work that `target` names. */
async function workToken(scene: Scene, target: Target): Promise<string> {
  const gone = target === "deleted" ? await accountId(scene, "deleted") : null;
  const user = gone ?? (target === "own" && scene.userId !== null ? scene.userId : scene.owner.id);
  const { token } = await issueInstance(services, user, { kind: KIND, level: 1, graded: true }, Date.now());
  return target === "random" ? `${token.split(".")[0]}.${"A".repeat(43)}` : token;
}

const attemptId = (scene: Scene, target: Target) =>
  idOf(scene, target, anAttempt, (id) => scene.open.client.attempt.delete({ where: { id } }));
const cardId = (scene: Scene, target: Target) =>
  idOf(
    scene,
    target,
    async (userId) =>
      (await scene.open.client.card.create({ data: { userId, type: "QUESTION", topic: TOPIC, item: "question-1", due: new Date() } })).id,
    (id) => scene.open.client.card.delete({ where: { id } }),
  );
const skillCardId = (scene: Scene, target: Target) =>
  idOf(
    scene,
    target,
    async (userId) =>
      (await scene.open.client.card.create({ data: { userId, type: "SKILL", topic: TOPIC, item: KIND, due: new Date() } })).id,
    (id) => scene.open.client.card.delete({ where: { id } }),
  );
const sessionId = (scene: Scene, target: Target) =>
  idOf(
    scene,
    target,
    (userId) => startSession(scene.open.client, userId, "other device", Date.now()),
    (id) => scene.open.client.authSession.update({ where: { id }, data: { revokedAt: new Date() } }),
  );
const accountId = (scene: Scene, target: Target) =>
  target === "deleted"
    ? scene.open.client.user.create({ data: { guest: false, deletedAt: new Date() } }).then((u) => u.id)
    : idOf(
        scene,
        target,
        async (userId) => userId,
        async () => undefined,
      );

const questionPlan = (own: Row, body?: unknown, params: Readonly<Record<string, string>> = {}): Plan => ({
  expect: { own, foreign: members(404), deleted: members(404), random: members(404) },
  send: async (scene, target) => ({
    params: { id: await bankId(scene, target), ...params },
    ...(body === undefined ? {} : { body }),
  }),
});
/** A question of somebody who may write none any more is still theirs to read. */
const bankId = (scene: Scene, target: Target) =>
  idOf(scene, target, asAuthor(scene, questionOf), (id) => scene.open.client.bankQuestion.delete({ where: { id } }));
const asAuthor =
  ({ open }: Scene, make: (userId: string) => Promise<string>) =>
  async (userId: string): Promise<string> => {
    const { guest, role } = await open.client.user.findUniqueOrThrow({ where: { id: userId }, select: { guest: true, role: true } });
    await open.client.user.update({ where: { id: userId }, data: { guest: false, role: "INSTRUCTOR" } });
    const id = await make(userId);
    await open.client.user.update({ where: { id: userId }, data: { guest, role } });
    return id;
  };
const authors = (status: number): Row => row(401, 403, 403, 403, status, status);
const asFile = { format: "gift", text: GIFT, language: "en" };

const hidden = members(404);
const MATRIX: Readonly<Record<string, Plan>> = {
  "POST /guest": { expect: row(201, 200, 200, 200, 200, 200), send: async () => ({ body: {} }) },
  "POST /signup": {
    expect: row(201, 201, 409, 409, 409, 409),
    send: async () => ({ body: { email: `${freshKey()}@example.com`, password: "correct horse battery", name: "A" } }),
  },
  "GET /me": { expect: everyone(200) },
  "PATCH /me": { expect: members(200), send: async () => ({ body: { name: "A" } }) },
  "PUT /me/password": {
    expect: members(200),
    send: async ({ open, userId }) => {
      const passwordHash = await hashPassword("the one before", "tests");
      if (userId !== null)
        await open.client.user.update({ where: { id: userId }, data: { email: `${freshKey()}@example.com`, passwordHash } });
      return { body: { current: "the one before", password: "the one after it" } };
    },
  },
  // A PIN has who signs in with one.
  "PUT /me/pin": { expect: members(409), send: async () => ({ body: { current: "123457", pin: "271828" } }) },
  // The code is another; a guest signs up before anything is looked up.
  "POST /instructors/code": { expect: row(401, 403, 404, 404, 404, 404), send: async () => ({ body: { code: "ABCDE-FGHJK" } }) },
  "GET /instructors": { expect: row(401, 403, 403, 403, 403, 200) },
  "GET /me/export": { expect: members(200) },
  "POST /me/erase": {
    expect: { own: members(200), foreign: hidden, deleted: hidden, random: hidden },
    send: async (scene, target) => ({ body: { id: await accountId(scene, target), word: "delete" } }),
  },
  "POST /password/forgotten": {
    expect: everyone(200),
    send: async () => ({ body: { email: `${freshKey()}@example.com` } }),
  },
  "POST /password/reset": {
    expect: everyone(410),
    send: async () => ({ body: { token: "A".repeat(43), password: "the one after it" } }),
  },
  "GET /bank/questions": { expect: members(200) },
  "POST /bank/questions": { expect: authors(201), send: async () => ({ key: freshKey(), body: { content: singleOf() } }) },
  "GET /bank/questions/:id": questionPlan(members(200)),
  "PUT /bank/questions/:id": questionPlan(authors(200), { base: 1, content: singleOf("other") }),
  "PATCH /bank/questions/:id": questionPlan(authors(200), { archived: true }),
  "DELETE /bank/questions/:id": questionPlan(authors(200)),
  "GET /bank/questions/:id/versions/:version": questionPlan(members(200), undefined, { version: "1" }),
  "POST /bank/imports/check": { expect: authors(200), send: async () => ({ body: asFile }) },
  "POST /bank/imports": { expect: authors(201), send: async () => ({ key: freshKey(), body: asFile }) },
  "GET /bank/gift/:language": { expect: members(200), send: async () => ({ params: { language: "ko" } }) },
  "GET /bank/xml/:language": { expect: members(200), send: async () => ({ params: { language: "en" } }) },
  "GET /bank/csv": { expect: members(200) },
  "POST /bank/pictures": { expect: authors(201), send: async () => ({ body: picture() }) },
  "GET /bank/pictures/:picture": {
    expect: { own: members(200), foreign: hidden, deleted: hidden, random: hidden },
    send: async (scene, target) => ({
      params: {
        picture: await idOf(
          scene,
          target,
          asAuthor(scene, async (userId) => (await pictureOf(userId)).id),
          (id) => scene.open.client.bankPicture.delete({ where: { id } }),
        ),
      },
    }),
  },
  "GET /health": { expect: everyone(200) },
  "GET /progress": { expect: members(200) },
  "GET /review": { expect: members(200) },
  "GET /sessions": { expect: members(200) },
  "GET /attempts": { expect: members(200) },
  "GET /inbox": { expect: members(200) },
  "GET /inbox/unread": { expect: members(200) },
  "PUT /inbox/read": { expect: members(200), send: async () => ({ body: { entries: ["zzzzzzzzzzzzzzzzzzzzzzzz"] } }) },
  "PUT /inbox/mail": { expect: members(200), send: async () => ({ body: { on: false } }) },
  "POST /inbox/mail/off": {
    expect: { own: everyone(200), foreign: everyone(200), deleted: everyone(200), random: everyone(400) },
    // Whoever has the mail holds its link; it turns nothing on, and tells of no account.
    send: async (scene, target) => {
      const token = offToken(await accountId(scene, target));
      return { body: { token: target === "random" ? `${token.split(".")[0]}.${"A".repeat(43)}` : token } };
    },
  },
  "POST /lessons/done": { expect: members(200), send: async () => ({ body: { topic: TOPIC } }) },
  "POST /instances": {
    expect: { own: members(201), foreign: hidden, deleted: hidden, random: hidden },
    send: async (scene, target) => ({ body: { kind: KIND, graded: true, cardId: await skillCardId(scene, target) } }),
  },
  "POST /rounds": { expect: everyone(201), send: async () => ({ body: { kind: KIND } }) },
  "POST /attempts": {
    // Whose instance it is stands in the token; a deleted user's instance is somebody else's like any other.
    expect: { own: members(201), foreign: members(403), deleted: members(403), random: members(400) },
    send: async (scene, target) => {
      const gone = target === "deleted" ? await accountId(scene, "deleted") : null;
      const user = gone ?? (target === "own" && scene.userId !== null ? scene.userId : scene.owner.id);
      const instance = await issueInstance(services, user, { kind: KIND, level: 1 }, Date.now());
      const token = target === "random" ? `${instance.token.split(".")[0]}.${"A".repeat(43)}` : instance.token;
      return { key: freshKey(), body: { token, answer: perfect(instance.seed, 1) } };
    },
  },
  "POST /instances/reveal": {
    expect: { own: members(200), foreign: members(403), deleted: members(403), random: members(400) },
    send: async (scene, target) => ({ key: freshKey(), body: { token: await workToken(scene, target) } }),
  },
  "POST /instances/hint": {
    expect: { own: members(200), foreign: members(403), deleted: members(403), random: members(400) },
    send: async (scene, target) => ({ body: { token: await workToken(scene, target), rung: 3 } }),
  },
  "POST /reports": {
    // Nobody names another's work, not even to complain of it.
    expect: { own: members(201), foreign: members(403), deleted: members(403), random: members(400) },
    send: async (scene, target) => ({
      body: { kind: KIND, version: 3, level: 1, work: await workToken(scene, target), phase: "board", message: "is empty", byHand: true },
    }),
  },
  "GET /attempts/:id": {
    // A role alone opens nobody's work: instructors and admins are told that it does not exist, as everybody else is.
    expect: { own: members(200), foreign: hidden, deleted: hidden, random: hidden },
    send: async (scene, target) => ({ params: { id: await attemptId(scene, target) } }),
  },
  "POST /review/grade": {
    expect: { own: members(200), foreign: hidden, deleted: hidden, random: hidden },
    send: async (scene, target) => ({
      key: freshKey(),
      body: { cardId: await cardId(scene, target), answer: { option: "right" }, draw: 0, version: 1, rating: 3 },
    }),
  },
  "POST /review/undo": {
    // There is no id to send: what can be undone is only ever one's own, here after a review of one's own card.
    expect: { own: members(200), foreign: members(409), deleted: members(409), random: members(409) },
    send: async (scene, target) => {
      const userId = target === "own" && scene.userId !== null ? scene.userId : scene.owner.id;
      const { gradeReview } = await import("@/lib/server/review/grade");
      const card = await scene.open.client.card.create({
        data: { userId, type: "QUESTION", topic: TOPIC, item: "question-1", due: new Date() },
      });
      await gradeReview(
        services.catalog,
        userId,
        freshKey(),
        { cardId: card.id, answer: { option: "right" }, draw: 0, version: 1, rating: 3 },
        Date.now(),
      );
      return { key: freshKey() };
    },
  },
  "POST /me/calendar": { expect: members(200), send: async () => ({ body: { fresh: false } }) },
  // The secret opens it, to whoever has it: a calendar program signs in nowhere.
  "GET /calendars/:secret": {
    expect: { own: row(404, 200, 200, 200, 200, 200), foreign: everyone(200), deleted: everyone(404), random: everyone(404) },
    send: async ({ open, userId, owner }, target) => {
      const whose = target === "own" ? userId : owner.id;
      if (whose === null || target === "random") return { params: { secret: "A".repeat(43) } };
      const secret = (await calendarAddress(whose, false)).path.split("/").at(-1) ?? "";
      if (target === "deleted") await open.client.user.update({ where: { id: whose }, data: { deletedAt: new Date() } });
      return { params: { secret } };
    },
  },
  "DELETE /sessions": { expect: members(200) },
  "DELETE /sessions/:id": {
    expect: { own: members(200), foreign: hidden, deleted: hidden, random: hidden },
    send: async (scene, target) => ({ params: { id: await sessionId(scene, target) } }),
  },
  "PATCH /users/:id/role": {
    expect: {
      own: row(401, 403, 403, 403, 403, 409),
      foreign: row(401, 403, 403, 403, 403, 200),
      deleted: row(401, 403, 403, 403, 403, 404),
      random: row(401, 403, 403, 403, 403, 404),
    },
    send: async (scene, target) => ({ params: { id: await accountId(scene, target) }, body: { role: "instructor" } }),
  },
};

const handlers = await findHandlers();
function handlerOf(name: string): RouteHandler {
  const handler = handlers.get(name);
  if (!handler) throw new Error(`${name} has no handler`);
  return handler;
}

const isRow = (value: Plan["expect"]): value is Row => "nobody" in value;
const rowsOf = ({ expect: expected }: Plan): readonly (readonly [Target, Row])[] =>
  isRow(expected) ? [["own", expected]] : TARGETS.map((target) => [target, expected[target]]);
// A route without a row is named by the first test below.
const rowed = routes.map((route) => ({ ...route, name: nameOf(route) })).filter(({ name }) => name in MATRIX);
const cells = rowed.flatMap(({ name }) =>
  rowsOf(MATRIX[name]).flatMap(([target, row]) => ACTORS.map((actor) => ({ route: name, actor, target, status: row[actor] }))),
);

describe("the access matrix", () => {
  it("has a row for every route, and none for routes that are gone", () => {
    expect(routes.map(nameOf).sort()).toEqual(Object.keys(MATRIX).sort());
  });

  it("covers every route of the API's first version", () => {
    expect(routes.length).toBeGreaterThanOrEqual(17);
  });

  it.each(rowed)("agrees with what $name says of itself", ({ name, access }) => {
    const rows = rowsOf(MATRIX[name]).map(([, row]) => row);
    expect(rows.every(({ nobody }) => nobody === 401)).toBe(access !== "anyone");
    expect(rows.every((row) => ACTORS.slice(1, -1).every((actor) => row[actor] === 403))).toBe(access === "admin");
  });
});

eachDatabase("access", (open) => {
  async function enter(actor: Actor): Promise<{ visitor: Visitor; id: string | null }> {
    if (actor === "nobody") return { visitor: new Visitor(), id: null };
    const role = actor === "instructor" ? ("INSTRUCTOR" as const) : actor === "admin" ? ("ADMIN" as const) : ("STUDENT" as const);
    return signedIn(open(), { guest: actor === "guest", role });
  }

  it.each(cells)("$route by $actor on $target answers $status", async ({ route, actor, target, status }) => {
    const { visitor, id } = await enter(actor);
    const owner = await signedIn(open(), { guest: false });
    const plan = MATRIX[route];
    const send = (await plan.send?.({ open: open(), userId: id, owner }, target)) ?? {};
    const answer = await visitor.send(handlerOf(route), send);
    expect(answer.status, JSON.stringify(answer.json)).toBe(status);
  });

  it.each(rowed.filter(({ access }) => access !== "anyone"))(
    "$name treats the cookie of a revoked session as nobody's",
    async ({ name }) => {
      const gone = await signedIn(open(), { role: "ADMIN" });
      await open().client.authSession.updateMany({ where: { userId: gone.id }, data: { revokedAt: new Date() } });
      const owner = await signedIn(open(), { guest: false });
      const send = (await MATRIX[name].send?.({ open: open(), userId: gone.id, owner }, "own")) ?? {};
      expect((await gone.visitor.send(handlerOf(name), send)).status).toBe(401);
    },
  );

  it.each([
    ["deleted", { deletedAt: new Date() }],
    ["merged", { mergedIntoId: "" }],
  ])("treats the cookie of a %s user as nobody's", async (_title, change) => {
    const gone = await signedIn(open());
    const account = await signedIn(open(), { guest: false });
    await open().client.user.update({ where: { id: gone.id }, data: "mergedIntoId" in change ? { mergedIntoId: account.id } : change });
    expect((await gone.visitor.get(handlerOf("GET /attempts"))).status).toBe(401);
  });

  it("hides a deleted learner's attempts from instructors and admins too", async () => {
    const gone = await signedIn(open(), { guest: false });
    const id = await anAttempt(gone.id);
    await open().client.user.update({ where: { id: gone.id }, data: { deletedAt: new Date() } });
    const handler = handlerOf("GET /attempts/:id");
    for (const actor of ["instructor", "admin"] as const)
      expect((await (await enter(actor)).visitor.get(handler, { params: { id } })).status).toBe(404);
  });
});
