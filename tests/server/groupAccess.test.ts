/**
 * The access matrix of groups: every route and method × everyone who may knock. Whoever is not in the group is told that it does not
 * exist, whatever their office. Routes are enumerated from lib/wire, so a new one without a row fails.
 */
import { describe, expect, it, vi } from "vitest";
import { shifted } from "@/lib/groups";
import { endMembership } from "@/lib/server/groups/members";
import { changeGroup } from "@/lib/server/groups/settings";
import { keepVersion } from "@/lib/server/notes/versions";
import { routes as all } from "@/lib/wire";
import { nameOf } from "@/lib/wire/route";
import { picture } from "./setup/pictures";
import { freshKey, signedIn, Visitor, type Send } from "./setup/client";
import { eachDatabase } from "./setup/database";
import { ask, attemptOf, begin, groupOf, isOfGroups, joined, lineOf, noteIn, readOf, typed, wearOut, type InGroup } from "./setup/groups";
import { ACTORS, everyone, inside, type Actor, type Row } from "./setup/groupActors";
import { ARCHIVED, correction, inGroup, invite, ownReply, pictureIn, reading, repliedTo, threadOf, type Scene } from "./setup/groupScene";
import { findHandlers } from "./setup/handlers";
import type { Database } from "@/lib/server/database/open";

vi.mock("@/app/api/services", () => import("./setup/content"));

const routes = all.filter(({ path }) => isOfGroups(path));

interface Plan {
  readonly expect: Row;
  send(scene: Scene): Promise<Send> | Send;
}

/** By route; a second plan for a route has its reason behind "#". */
const MATRIX: Readonly<Record<string, Plan>> = {
  "GET /groups": { expect: { ...everyone(200), nobody: 401 }, send: () => ({}) },
  "POST /groups": {
    expect: { ...everyone(201), nobody: 401, guest: 403 },
    send: () => ({ key: freshKey(), body: { name: "A", sharesReview: true } }),
  },
  "GET /groups/:id": { expect: inside(200), send: (scene) => inGroup(scene) },
  "PATCH /groups/:id": { expect: inside(403, 200), send: (scene) => inGroup(scene, { name: "B" }) },
  "PATCH /groups/:id/members/:member": {
    expect: inside(200),
    send: (scene) => inGroup(scene, { sharesReview: false }, { member: scene.own }),
  },
  "PATCH /groups/:id/members/:member # another's sharing": {
    expect: inside(403),
    send: (scene) => inGroup(scene, { sharesReview: false }, { member: scene.other.member }),
  },
  "PATCH /groups/:id/members/:member # another's role": {
    expect: inside(403, 200),
    send: (scene) => inGroup(scene, { role: "owner" }, { member: scene.other.member }),
  },
  "DELETE /groups/:id/members/:member": {
    // The only owner hands it on first.
    expect: inside(200, 409),
    send: (scene) => inGroup(scene, undefined, { member: scene.own }),
  },
  "DELETE /groups/:id/members/:member # another": {
    expect: inside(403, 200),
    send: (scene) => inGroup(scene, undefined, { member: scene.other.member }),
  },
  "POST /groups/:id/invites": { expect: inside(403, 201), send: (scene) => inGroup(scene, { days: 7, maxUses: 10 }) },
  "DELETE /groups/:id/invites/:invite": {
    expect: inside(403, 200),
    send: async (scene) => inGroup(scene, undefined, { invite: (await invite(scene)).id }),
  },
  // The code is the key: whoever has it sees the group's name, but for whom an owner has removed.
  "GET /invites/:code": {
    expect: { ...everyone(200), removed: 404 },
    send: async (scene) => ({ params: { code: (await invite(scene)).code } }),
  },
  "GET /invites/:code # a wrong one": { expect: everyone(404), send: () => ({ params: { code: "ABCDE-FGHJK" } }) },
  "POST /invites/:code": {
    expect: { ...everyone(200), nobody: 401, guest: 403, removed: 404 },
    send: async (scene) => ({ params: { code: (await invite(scene)).code }, body: { sharesReview: true } }),
  },
  "POST /invites/:code # a wrong one": {
    expect: { ...everyone(404), nobody: 401, guest: 403 },
    send: () => ({ params: { code: "ABCDE-FGHJK" }, body: { sharesReview: true } }),
  },
  "GET /groups/:id/sessions": { expect: inside(200), send: (scene) => inGroup(scene) },
  "POST /groups/:id/sessions": { expect: inside(200), send: (scene) => inGroup(scene, { date: scene.today }) },
  "GET /groups/:id/sessions/:session": {
    expect: inside(200),
    send: (scene) => inGroup(scene, undefined, { session: scene.session }),
  },
  "PATCH /groups/:id/sessions/:session": {
    expect: inside(200),
    send: (scene) => inGroup(scene, { moderator: scene.own, closed: true }, { session: scene.session }),
  },
  "PATCH /groups/:id/sessions/:session # a role for another": {
    expect: inside(403, 200),
    send: (scene) => inGroup(scene, { moderator: scene.other.member }, { session: scene.yesterday }),
  },
  "PUT /groups/:id/sessions/:session/attendance/:member": {
    expect: inside(200),
    send: (scene) => inGroup(scene, { status: "present", next: null }, { session: scene.session, member: scene.own }),
  },
  "PUT /groups/:id/sessions/:session/attendance/:member # another": {
    expect: inside(403, 200),
    send: (scene) => inGroup(scene, { status: "present", next: null }, { session: scene.yesterday, member: scene.other.member }),
  },
  "POST /groups/:id/items": {
    expect: inside(201),
    send: (scene) => ({
      ...inGroup(scene, { session: scene.session, type: "task", text: "A", assignee: scene.other.member }),
      key: freshKey(),
    }),
  },
  "PATCH /groups/:id/items/:item": {
    expect: inside(200),
    send: async (scene) =>
      inGroup(scene, { closed: { end: "done" } }, { item: await ask(scene.owner.id, scene.group, scene.session, "A") }),
  },
  "PATCH /groups/:id/items/:item # another's words": {
    expect: inside(403, 200),
    send: async (scene) => inGroup(scene, { text: "B" }, { item: await ask(scene.other.id, scene.group, scene.session, "A") }),
  },
  "GET /groups/:id/notes": { expect: inside(200), send: (scene) => inGroup(scene) },
  "POST /groups/:id/notes": {
    expect: inside(201),
    send: (scene) => ({ ...inGroup(scene, { session: null, title: "A", text: "B" }), key: freshKey() }),
  },
  "POST /groups/:id/notes # of a session": {
    expect: inside(201),
    send: (scene) => ({ ...inGroup(scene, { session: scene.yesterday, title: "A", text: "B" }), key: freshKey() }),
  },
  "GET /groups/:id/notes/:note": { expect: inside(200), send: (scene) => inGroup(scene, undefined, { note: scene.note }) },
  "GET /groups/search": {
    expect: { ...everyone(200), nobody: 401 },
    send: () => ({ path: "/api/v1/groups/search?q=iou" }),
  },
  "GET /groups/search # of a group": {
    expect: inside(200),
    send: ({ group }) => ({ path: `/api/v1/groups/search?q=iou&group=${group}` }),
  },
  "GET /groups/:id/notes/archive": { expect: inside(200), send: (scene) => inGroup(scene) },
  "GET /groups/:id/notes/:note/file": { expect: inside(200), send: (scene) => inGroup(scene, undefined, { note: scene.note }) },
  "POST /groups/:id/notes/:note/images": {
    expect: inside(201),
    send: (scene) => inGroup(scene, picture(), { note: scene.note }),
  },
  "GET /groups/:id/notes/:note/images/:image": {
    expect: inside(200),
    send: async (scene) => inGroup(scene, undefined, { note: scene.note, image: await pictureIn(scene) }),
  },
  "GET /groups/:id/threads": { expect: inside(200), send: (scene) => inGroup(scene) },
  "POST /groups/:id/threads": {
    expect: inside(201),
    send: (scene) => ({ ...inGroup(scene, { on: lineOf(scene.note), text: "why?" }), key: freshKey() }),
  },
  "POST /groups/:id/threads # another's attempt": {
    expect: inside(404),
    send: async (scene) => {
      const { id } = await attemptOf(scene.other.id);
      return { ...inGroup(scene, { on: { attempt: id }, text: "look" }), key: freshKey() };
    },
  },
  "GET /groups/:id/threads/:thread": {
    expect: inside(200),
    send: async (scene) => inGroup(scene, undefined, { thread: await threadOf(scene) }),
  },
  "PATCH /groups/:id/threads/:thread # another's question": {
    expect: inside(403, 200),
    send: async (scene) => inGroup(scene, { answered: true }, { thread: await threadOf(scene) }),
  },
  "GET /groups/:id/threads/:thread/puzzle": {
    expect: inside(200),
    send: async (scene) => inGroup(scene, undefined, { thread: await threadOf(scene) }),
  },
  "POST /groups/:id/threads/:thread/comments": {
    expect: inside(201),
    send: async (scene) => ({ ...inGroup(scene, { text: "because" }, { thread: await threadOf(scene) }), key: freshKey() }),
  },
  "PATCH /groups/:id/comments/:comment # one's own words": {
    expect: inside(200),
    send: async (scene) => inGroup(scene, { text: "because of the class" }, await ownReply(scene)),
  },
  "PATCH /groups/:id/comments/:comment # another's words": {
    expect: inside(403),
    send: async (scene) => inGroup(scene, { text: "B" }, { comment: (await repliedTo(scene)).comment }),
  },
  "PATCH /groups/:id/comments/:comment # hiding": {
    expect: inside(403, 200),
    send: async (scene) => inGroup(scene, { hidden: true }, { comment: (await repliedTo(scene)).comment }),
  },
  "DELETE /groups/:id/comments/:comment": {
    expect: inside(200),
    send: async (scene) => inGroup(scene, undefined, await ownReply(scene)),
  },
  "DELETE /groups/:id/comments/:comment # another's": {
    expect: inside(403),
    send: async (scene) => inGroup(scene, undefined, { comment: (await repliedTo(scene)).comment }),
  },
  "PUT /groups/:id/comments/:comment/signs/:sign": {
    expect: inside(200),
    send: async (scene) => inGroup(scene, { on: true }, { comment: (await repliedTo(scene)).comment, sign: "thanks" }),
  },
  "PUT /groups/:id/complaints": {
    expect: inside(200),
    send: async (scene) => inGroup(scene, { about: { comment: (await repliedTo(scene)).comment }, reason: "unkind" }),
  },
  "GET /groups/:id/complaints": { expect: inside(403, 200), send: (scene) => inGroup(scene) },
  "PUT /groups/:id/notes/:note/hidden": {
    expect: inside(403, 200),
    send: (scene) => inGroup(scene, { hidden: true }, { note: scene.note }),
  },
  "PATCH /groups/:id/notes/:note": { expect: inside(200), send: (scene) => inGroup(scene, { title: "B" }, { note: scene.note }) },
  "GET /groups/:id/notes/:note/updates": { expect: inside(200), send: (scene) => inGroup(scene, undefined, { note: scene.note }) },
  "POST /groups/:id/notes/:note/updates": {
    expect: inside(200),
    send: (scene) => ({ ...inGroup(scene, { update: typed("B") }, { note: scene.note }), key: freshKey() }),
  },
  "POST /groups/:id/notes/:note/next": {
    expect: inside(201),
    send: async (scene) => {
      await wearOut(scene.note);
      return { ...inGroup(scene, { text: "B" }, { note: scene.note }), key: freshKey() };
    },
  },
  "POST /groups/:id/notes/:note/next # of one that is not worn": {
    expect: inside(409),
    send: async (scene) => ({ ...inGroup(scene, { text: "B" }, { note: await noteIn(scene.other.id, scene.group) }), key: freshKey() }),
  },
  "POST /groups/:id/notes/:note/presence": {
    expect: inside(200),
    send: (scene) => inGroup(scene, { client: 7, cursor: null, here: true }, { note: scene.note }),
  },
  "GET /notes/events": {
    expect: inside(200),
    send: (scene) => ({ path: `/api/v1/notes/events?at=${scene.note}.0` }),
  },
  "GET /groups/:id/notes/:note/versions": { expect: inside(200), send: (scene) => inGroup(scene, undefined, { note: scene.note }) },
  "POST /groups/:id/notes/:note/versions": {
    expect: inside(200),
    send: (scene) => inGroup(scene, { reason: "by-hand" }, { note: scene.note }),
  },
  "GET /groups/:id/notes/:note/versions/:version": {
    expect: inside(200),
    send: async ({ owner, ...scene }) => {
      const version = await keepVersion(owner.id, { id: scene.group, note: scene.note }, "by-hand", Date.now());
      return inGroup({ owner, ...scene }, undefined, { note: scene.note, version: version.id });
    },
  },
  "POST /groups/:id/corrections": {
    expect: inside(201),
    send: (scene) => ({
      ...inGroup(scene, { session: scene.session, ofSession: scene.yesterday, statement: "A", text: "B" }),
      key: freshKey(),
    }),
  },
  "DELETE /groups/:id/corrections/:correction": {
    expect: inside(403, 200),
    send: async (scene) => inGroup(scene, undefined, { correction: await correction(scene) }),
  },
  "GET /groups/:id/readings": { expect: inside(200), send: (scene) => inGroup(scene) },
  "POST /groups/:id/sessions/:session/readings": {
    expect: inside(201),
    send: (scene) => ({ ...inGroup(scene, readOf(), { session: scene.session }), key: freshKey() }),
  },
  "POST /groups/:id/sessions/:session/readings # how somebody else is there": {
    expect: inside(403, 201),
    send: (scene) => ({
      ...inGroup(scene, readOf({ attendance: [{ member: scene.other.member, status: "late" }] }), { session: scene.yesterday }),
      key: freshKey(),
    }),
  },
  "POST /groups/:id/readings/:reading/deck": {
    expect: inside(200),
    send: async (scene) => ({ ...inGroup(scene, undefined, { reading: (await reading(scene)).id }), key: freshKey() }),
  },
  "DELETE /groups/:id/slips/:slip": {
    expect: inside(403, 200),
    send: async (scene) => inGroup(scene, undefined, { slip: (await reading(scene)).slip }),
  },
};

const handlers = await findHandlers();
const routeOf = (name: string): string => name.split(" # ")[0];
const cells = Object.entries(MATRIX).flatMap(([name, { expect: row }]) => ACTORS.map((actor) => ({ name, actor, status: row[actor] })));

describe("the access matrix of groups", () => {
  it("has a row for every route, and none for routes that are gone", () => {
    expect([...new Set(Object.keys(MATRIX).map(routeOf))].sort()).toEqual(routes.map(nameOf).sort());
    expect(routes.length).toBeGreaterThanOrEqual(21);
  });

  it.each(routes.map((route) => ({ name: nameOf(route), access: route.access })))(
    "agrees with what $name says of itself",
    ({ name, access }) => {
      const rows = Object.entries(MATRIX).filter(([each]) => routeOf(each) === name);
      expect(rows.every(([, { expect: row }]) => row.nobody === 401)).toBe(access !== "anyone");
    },
  );

  it("gives no office more than somebody outside has", () => {
    for (const { expect: row } of Object.values(MATRIX))
      expect([row.instructor, row.admin, row["other group"]]).toEqual([row.outsider, row.outsider, row.outsider]);
  });
});

eachDatabase("access to groups", (open) => {
  async function aScene(): Promise<Omit<Scene, "own">> {
    const { id: group, people, today } = await groupOf(open(), ["Ara", "Bora"]);
    const [owner, other] = people;
    const yesterday = await begin(owner.id, group, shifted(today, -1));
    const session = await begin(owner.id, group, today);
    const note = await noteIn(owner.id, group, { session, text: "A" });
    return { open: open(), group, owner, other, session, yesterday, today, note };
  }

  /** Somebody who knocks, with their place in the group where they have or had one. */
  async function enter(actor: Actor, { group, owner }: Omit<Scene, "own">): Promise<{ visitor: Visitor; member?: string }> {
    const end = async (by: string, somebody: InGroup) => {
      await endMembership(by, { id: group, member: somebody.member }, Date.now());
      return somebody;
    };
    switch (actor) {
      case "nobody":
        return { visitor: new Visitor() };
      case "guest":
        return signedIn(open());
      case "outsider":
        return signedIn(open(), { guest: false });
      case "other group":
        return { visitor: (await groupOf(open(), ["Chan"])).owner.visitor };
      case "instructor":
        return signedIn(open(), { guest: false, role: "INSTRUCTOR" });
      case "admin":
        return signedIn(open(), { guest: false, role: "ADMIN" });
      case "owner":
        return owner;
      case "member":
        return joined(open(), owner.id, group, "Duri");
      case "left": {
        const duri = await joined(open(), owner.id, group, "Duri");
        return end(duri.id, duri);
      }
      case "removed":
        return end(owner.id, await joined(open(), owner.id, group, "Duri"));
    }
  }

  it.each(cells)("$name by $actor answers $status", async ({ name, actor, status }) => {
    const scene = await aScene();
    const { visitor, member } = await enter(actor, scene);
    const handler = handlers.get(routeOf(name));
    const answer = await visitor.send(
      handler as NonNullable<typeof handler>,
      await MATRIX[name].send({ ...scene, own: member ?? scene.owner.member }),
    );
    expect(answer.status, JSON.stringify(answer.json)).toBe(status);
  });

  it.each(Object.keys(MATRIX).filter((name) => /^(POST|PUT|PATCH|DELETE) /.test(name)))(
    "%s changes nothing in an archived group",
    async (name) => {
      const scene = { ...(await aScene()), own: "" };
      const { owner } = scene;
      const sent = await MATRIX[name].send({ ...scene, own: owner.member });
      await changeGroup(owner.id, scene.group, { archived: true }, Date.now());
      const handler = handlers.get(routeOf(name));
      const answer = await owner.visitor.send(handler as NonNullable<typeof handler>, sent);
      expect([answer.status, answer.code], JSON.stringify(answer.json)).toEqual(ARCHIVED[name] ?? [409, "group-archived"]);
    },
  );

  /** What is named lies in another group of the same person: neither group may lend its things to the other. */
  it.each(
    Object.keys(MATRIX).filter((name) => /:(member|invite|session|item|correction|note|version|reading|slip|thread|comment)/.test(name)),
  )("%s knows nothing of what stands in another group", async (name) => {
    const [here, there] = [await aScene(), await aScene()];
    const { owner } = await enterBoth(open(), here, there);
    const sent = await MATRIX[name].send({ ...there, own: there.owner.member });
    const handler = handlers.get(routeOf(name));
    const answer = await owner.visitor.send(handler as NonNullable<typeof handler>, {
      ...sent,
      params: { ...sent.params, id: here.group },
    });
    expect([answer.status, answer.code], JSON.stringify(answer.json)).toEqual([404, "not-found"]);
  });
});

/** One person who owns both. */
async function enterBoth(open: Database, here: Omit<Scene, "own">, there: Omit<Scene, "own">): Promise<{ owner: InGroup }> {
  const both = await joined(open, here.owner.id, here.group, "Eun");
  await open.client.groupMember.update({ where: { id: both.member }, data: { role: "OWNER" } });
  await open.client.groupMember.create({
    data: { groupId: there.group, userId: both.id, role: "OWNER", sharesReview: true, joinedAt: new Date(), joinedOn: there.today },
  });
  return { owner: both };
}
