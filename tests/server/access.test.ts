/**
 * The access matrix: every route and method × everyone who may knock × whose thing it is. Routes are found in app/api/v1, so a
 * new one without a row here fails.
 */
import { readdirSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { describe, expect, it, vi } from "vitest";
import { issueInstance } from "@/lib/server/attempts/issue";
import { submitAttempt } from "@/lib/server/attempts/submit";
import { startSession } from "@/lib/server/auth";
import { freshKey, signedIn, Visitor, type Send } from "./setup/client";
import { KIND, perfect, services, TOPIC } from "./setup/content";
import { eachDatabase } from "./setup/database";
import type { Database } from "@/lib/server/database/open";
import type { RouteHandler } from "@/lib/server/http/endpoint";

vi.mock("@/app/api/services", () => import("./setup/content"));

const ACTORS = ["nobody", "guest", "student", "other student", "instructor", "admin"] as const;
type Actor = (typeof ACTORS)[number];
const TARGETS = ["own", "foreign", "deleted", "random"] as const;
type Target = (typeof TARGETS)[number];
const METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE"] as const;

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

const hidden = members(404);
const MATRIX: Readonly<Record<string, Plan>> = {
  "POST guest": { expect: row(201, 200, 200, 200, 200, 200), send: async () => ({ body: {} }) },
  "POST signup": {
    expect: row(201, 201, 409, 409, 409, 409),
    send: async () => ({ body: { email: `${freshKey()}@example.com`, password: "correct horse battery", name: "A" } }),
  },
  "GET me": { expect: everyone(200) },
  "PATCH me": { expect: members(200), send: async () => ({ body: { name: "A" } }) },
  "GET health": { expect: everyone(200) },
  "GET progress": { expect: members(200) },
  "GET review": { expect: members(200) },
  "GET sessions": { expect: members(200) },
  "GET attempts": { expect: members(200) },
  "POST lessons/done": { expect: members(200), send: async () => ({ body: { topic: TOPIC } }) },
  "POST instances": {
    expect: { own: members(201), foreign: hidden, deleted: hidden, random: hidden },
    send: async (scene, target) => ({ body: { kind: KIND, cardId: await skillCardId(scene, target) } }),
  },
  "POST attempts": {
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
  "GET attempts/[id]": {
    // A role alone opens nobody's work: instructors and admins are told that it does not exist, as everybody else is.
    expect: { own: members(200), foreign: hidden, deleted: hidden, random: hidden },
    send: async (scene, target) => ({ params: { id: await attemptId(scene, target) } }),
  },
  "POST review/grade": {
    expect: { own: members(200), foreign: hidden, deleted: hidden, random: hidden },
    send: async (scene, target) => ({ key: freshKey(), body: { cardId: await cardId(scene, target), optionId: "right", rating: 3 } }),
  },
  "POST review/undo": {
    // There is no id to send: what can be undone is only ever one's own, here after a review of one's own card.
    expect: { own: members(200), foreign: members(409), deleted: members(409), random: members(409) },
    send: async (scene, target) => {
      const userId = target === "own" && scene.userId !== null ? scene.userId : scene.owner.id;
      const { gradeReview } = await import("@/lib/server/review/grade");
      const card = await scene.open.client.card.create({
        data: { userId, type: "QUESTION", topic: TOPIC, item: "question-1", due: new Date() },
      });
      await gradeReview(services.catalog, userId, freshKey(), { cardId: card.id, optionId: "right", rating: 3 }, Date.now());
      return { key: freshKey() };
    },
  },
  "DELETE sessions/[id]": {
    expect: { own: members(200), foreign: hidden, deleted: hidden, random: hidden },
    send: async (scene, target) => ({ params: { id: await sessionId(scene, target) } }),
  },
  "PATCH users/[id]/role": {
    expect: {
      own: row(401, 403, 403, 403, 403, 409),
      foreign: row(401, 403, 403, 403, 403, 200),
      deleted: row(401, 403, 403, 403, 403, 404),
      random: row(401, 403, 403, 403, 403, 404),
    },
    send: async (scene, target) => ({ params: { id: await accountId(scene, target) }, body: { role: "instructor" } }),
  },
};

/** Every exported method of every route file: "POST attempts" → its handler. */
async function findRoutes(): Promise<Map<string, RouteHandler>> {
  const root = join(process.cwd(), "app", "api", "v1");
  const routes = new Map<string, RouteHandler>();
  for (const file of readdirSync(root, { recursive: true, encoding: "utf8" })) {
    if (!/(^|[\\/])route\.tsx?$/.test(file)) continue;
    const name = relative(root, join(root, file, ".."))
      .split(sep)
      .join("/");
    const exports = (await import(/* @vite-ignore */ join(root, file))) as Record<string, unknown>;
    for (const method of METHODS)
      if (typeof exports[method] === "function") routes.set(`${method} ${name}`, exports[method] as RouteHandler);
  }
  return routes;
}

const routes = await findRoutes();

describe("the access matrix", () => {
  it("has a row for every route and method, and none for routes that are gone", () => {
    expect([...routes.keys()].sort()).toEqual(Object.keys(MATRIX).sort());
  });

  it("covers every route handler of the API's first version", () => {
    expect(routes.size).toBeGreaterThanOrEqual(17);
  });
});

const isRow = (value: Plan["expect"]): value is Row => "nobody" in value;
const cells = [...routes.keys()].flatMap((route) => {
  const plan = MATRIX[route];
  if (!plan) return [];
  const targets = isRow(plan.expect)
    ? ([["own", plan.expect]] as const)
    : TARGETS.map((t) => [t, (plan.expect as Record<Target, Row>)[t]] as const);
  return targets.flatMap(([target, expected]) => ACTORS.map((actor) => ({ route, actor, target, status: expected[actor] })));
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
    const handler = routes.get(route);
    if (!handler) throw new Error(`${route} is not there`);
    // A session that has been revoked is nobody's, so "nobody" is also tried with a dead cookie.
    const answer = await visitor.send(handler, { method: route.split(" ")[0], ...send });
    expect(answer.status, JSON.stringify(answer.json)).toBe(status);
    if (actor === "nobody" && status === 401) {
      const gone = await signedIn(open());
      await open().client.authSession.updateMany({ where: { userId: gone.id }, data: { revokedAt: new Date() } });
      expect((await gone.visitor.send(handler, { method: route.split(" ")[0], ...send })).status).toBe(401);
    }
  });

  it.each([
    ["deleted", { deletedAt: new Date() }],
    ["merged", { mergedIntoId: "" }],
  ])("treats the cookie of a %s user as nobody's", async (_title, change) => {
    const gone = await signedIn(open());
    const account = await signedIn(open(), { guest: false });
    await open().client.user.update({ where: { id: gone.id }, data: "mergedIntoId" in change ? { mergedIntoId: account.id } : change });
    const handler = routes.get("GET attempts");
    expect((await gone.visitor.get(handler as RouteHandler)).status).toBe(401);
  });

  it("hides a deleted learner's attempts from instructors and admins too", async () => {
    const gone = await signedIn(open(), { guest: false });
    const id = await anAttempt(gone.id);
    await open().client.user.update({ where: { id: gone.id }, data: { deletedAt: new Date() } });
    const handler = routes.get("GET attempts/[id]") as RouteHandler;
    for (const actor of ["instructor", "admin"] as const)
      expect((await (await enter(actor)).visitor.get(handler, { params: { id } })).status).toBe(404);
  });
});
