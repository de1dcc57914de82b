/**
 * The access matrix of cohorts: every route and method × everyone who may knock. Whoever is not in the cohort is told that it does not
 * exist, whatever their office. Routes are enumerated from lib/wire, so a new one without a row fails.
 */
import { describe, expect, it, vi } from "vitest";
import { answerItem } from "@/lib/server/assignments/answer";
import { beginWork } from "@/lib/server/assignments/begin";
import { endPlace } from "@/lib/server/cohorts/members";
import { makeCode } from "@/lib/server/cohorts/invites";
import { CONSENT_VERSION } from "@/lib/wire/cohortParts";
import { routes as all } from "@/lib/wire";
import { nameOf } from "@/lib/wire/route";
import { ALL_PARTS, answeredSlot, assignmentOf, slotOf, TERMS } from "./setup/assignments";
import { freshKey, signedIn, Visitor, type Send } from "./setup/client";
import { cohortOf, isOfCohorts, joinedAs, rosterOf, type InCohort } from "./setup/cohorts";
import { eachDatabase } from "./setup/database";
import { assignmentRow } from "./setup/grades";
import { findHandlers } from "./setup/handlers";
import type { Database } from "@/lib/server/database/open";

vi.mock("@/app/api/services", () => import("./setup/content"));

const routes = all.filter(({ path }) => isOfCohorts(path));

const ACTORS = [
  ...["nobody", "guest", "outsider", "other instructor", "removed instructor", "left student", "student", "instructor"],
  ...["office", "admin"],
] as const;
type Actor = string;
type Row = Readonly<Record<Actor, number>>;

const everyone = (status: number): Row => Object.fromEntries(ACTORS.map((actor) => [actor, status]));
/** Nobody has a session; for all but those in the cohort it does not exist. */
const inside = (student: number, instructor: number): Row => ({ ...everyone(404), nobody: 401, student, instructor });

interface Scene {
  readonly open: Database;
  readonly cohort: string;
  readonly instructor: InCohort;
  readonly other: InCohort;
  /** The actor's own account and place; another's where they have none. */
  readonly own: { readonly id: string | null; readonly member: string };
}
interface Plan {
  readonly expect: Row;
  send(scene: Scene): Promise<Send> | Send;
}

const inCohort = ({ cohort: id }: Scene, body?: unknown, params: Record<string, string> = {}): Send => ({
  params: { id, ...params },
  ...(body === undefined ? {} : { body }),
});
const codeFor = async ({ instructor, cohort }: Scene, as: "student" | "instructor") =>
  makeCode(instructor.id, cohort, { as, days: 1, maxUses: 5 }, Date.now());
/** A seat kept for the actor, or for nobody in particular. */
const seatFor = async ({ open, instructor, cohort, own }: Scene): Promise<string> => {
  const email = `${freshKey()}@example.com`;
  if (own.id !== null) await open.client.user.update({ where: { id: own.id }, data: { email } });
  return (await rosterOf(instructor.id, cohort, [{ name: "Kept", email }])).Kept;
};
const pupil = async ({ instructor, cohort }: Scene): Promise<string> => (await rosterOf(instructor.id, cohort, [{ name: "Pupil" }])).Pupil;
/** An assignment of the cohort, to all or as it is made. */
const given = async (scene: Scene, making: Parameters<typeof assignmentOf>[2] = {}) => ({
  assignment: (await assignmentOf(scene.open, scene, making)).id,
});
/** A try of one of its students at one of its parts. */
async function tryOf(scene: Scene, userId: string, at = 0, answered = false): Promise<{ item: string }> {
  const { id, parts } = await assignmentOf(scene.open, scene);
  const { id: item } = await slotOf(userId, id, parts[at]);
  const now = Date.now();
  if (answered) await answerItem(userId, { item }, freshKey(), { answer: { seen: "it falls" } }, { answeredAt: now, now });
  return { item };
}
/** One of the actor's own, where they are a student; another's otherwise. */
const ownTry = async (scene: Scene, at = 0, answered = false) =>
  tryOf(scene, scene.own.id ?? "", at, answered).catch(() => tryOf(scene, scene.other.id, at, answered));
const theirs = (student: number): Row => ({ ...everyone(404), nobody: 401, student });

/** Who is let in is let in; a guest signs up first; whom an instructor removed is told that there is nothing. */
const invited: Row = { ...everyone(200), nobody: 401, guest: 403, "removed instructor": 404 };

/** By route; a second plan for a route has its reason behind "#". */
const MATRIX: Readonly<Record<string, Plan>> = {
  "GET /cohorts": { expect: { ...everyone(200), nobody: 401 }, send: () => ({}) },
  // The office makes a cohort, and nothing else does: not even teaching another one.
  "POST /cohorts": {
    expect: { ...everyone(403), nobody: 401, office: 201, admin: 201 },
    send: () => ({ key: freshKey(), body: { name: "A" } }),
  },
  "GET /cohorts/:id": { expect: inside(403, 200), send: (scene) => inCohort(scene) },
  "GET /cohorts/:id/insight": { expect: inside(403, 200), send: (scene) => inCohort(scene) },
  "GET /cohorts/:id/insight/misconceptions": { expect: inside(403, 200), send: (scene) => inCohort(scene) },
  "GET /cohorts/:id/insight/items": { expect: inside(403, 200), send: (scene) => inCohort(scene) },
  // There is no such item, and whoever teaches the cohort is told so.
  "GET /cohorts/:id/insight/item": {
    expect: inside(403, 404),
    send: (scene) => ({ ...inCohort(scene), path: `/api/v1/cohorts/${scene.cohort}/insight/item?item=bank:none` }),
  },
  "GET /cohorts/:id/insight/tries": { expect: inside(403, 200), send: (scene) => inCohort(scene) },
  "PATCH /cohorts/:id": { expect: inside(403, 200), send: (scene) => inCohort(scene, { name: "B" }) },
  "POST /cohorts/:id/invites": {
    expect: inside(403, 201),
    send: (scene) => inCohort(scene, { as: "instructor", days: 7, maxUses: 10 }),
  },
  "DELETE /cohorts/:id/invites/:invite": {
    expect: inside(403, 200),
    send: async (scene) => inCohort(scene, undefined, { invite: (await codeFor(scene, "student")).id }),
  },
  "PATCH /cohorts/:id/members/:member": {
    expect: inside(403, 200),
    send: (scene) => inCohort(scene, { removed: false }, { member: scene.other.member }),
  },
  // The last instructor hands the cohort on first.
  "DELETE /cohorts/:id/members/:member": {
    expect: inside(200, 409),
    send: (scene) => inCohort(scene, undefined, { member: scene.own.member }),
  },
  "DELETE /cohorts/:id/members/:member # another student": {
    expect: inside(403, 200),
    send: (scene) => inCohort(scene, undefined, { member: scene.other.member }),
  },
  "DELETE /cohorts/:id/members/:member # a place that is not there": {
    expect: inside(403, 404),
    send: (scene) => inCohort(scene, undefined, { member: "zzzzzzzzzzzzzzzzzzzzzzzz" }),
  },
  "POST /cohorts/:id/roster/check": { expect: inside(403, 200), send: (scene) => inCohort(scene, { text: "A,a@example.com" }) },
  "POST /cohorts/:id/roster": {
    expect: inside(403, 201),
    send: (scene) => ({ ...inCohort(scene, { rows: [{ name: "A", email: "a@example.com" }] }), key: freshKey() }),
  },
  "DELETE /cohorts/:id/seats/:seat": {
    expect: inside(403, 200),
    send: async (scene) => inCohort(scene, undefined, { seat: await pupil(scene) }),
  },
  "POST /cohorts/:id/pins": {
    expect: inside(403, 200),
    send: async (scene) => inCohort(scene, { seats: [await pupil(scene)] }),
  },
  "GET /cohorts/:id/assignments": { expect: inside(403, 200), send: (scene) => inCohort(scene) },
  "POST /cohorts/:id/assignments": {
    expect: inside(403, 201),
    send: (scene) => ({ ...inCohort(scene, { terms: TERMS, parts: [...ALL_PARTS], publish: true }), key: freshKey() }),
  },
  "GET /cohorts/:id/assignments/:assignment": {
    expect: inside(403, 200),
    send: async (scene) => inCohort(scene, undefined, await given(scene)),
  },
  "PUT /cohorts/:id/assignments/:assignment": {
    expect: inside(403, 200),
    send: async (scene) => inCohort(scene, { revision: 0, terms: TERMS, parts: [], state: "withdrawn" }, await given(scene)),
  },
  "DELETE /cohorts/:id/assignments/:assignment": {
    expect: inside(403, 200),
    send: async (scene) => inCohort(scene, undefined, await given(scene)),
  },
  "DELETE /cohorts/:id/assignments/:assignment # begun": {
    expect: inside(403, 409),
    send: async (scene) => {
      const assignment = await given(scene);
      await beginWork(scene.other.id, assignment.assignment, Date.now());
      return inCohort(scene, undefined, assignment);
    },
  },
  "PUT /cohorts/:id/assignments/:assignment/students/:member/extension": {
    expect: inside(403, 200),
    send: async (scene) =>
      inCohort(scene, { dueAt: null, closesAt: null, extraTries: 1, reason: "" }, { ...(await given(scene)), member: scene.other.member }),
  },
  "GET /cohorts/:id/assignments/:assignment/students/:member": {
    expect: inside(403, 200),
    send: async (scene) => inCohort(scene, undefined, { ...(await given(scene)), member: scene.other.member }),
  },
  "GET /cohorts/:id/assignments/:assignment/students/:member # who has left": {
    expect: inside(403, 404),
    send: async (scene) => {
      const gone = await joinedAs(scene.open, scene, "student", "Gone");
      const assignment = await given(scene);
      await beginWork(gone.id, assignment.assignment, Date.now());
      await endPlace(gone.id, { id: scene.cohort, member: gone.member }, Date.now());
      return inCohort(scene, undefined, { ...assignment, member: gone.member });
    },
  },
  "PUT /cohorts/:id/members/:member/time": {
    expect: inside(403, 200),
    send: (scene) => inCohort(scene, { percent: 150 }, { member: scene.other.member }),
  },
  "POST /cohorts/:id/assignments/:assignment/close": {
    expect: inside(403, 200),
    send: async (scene) => inCohort(scene, {}, await given(scene)),
  },
  "POST /cohorts/:id/assignments/:assignment/void": {
    expect: inside(403, 200),
    send: async (scene) =>
      inCohort(scene, { what: { item: "kind:secret-number:1" }, voided: true, reason: "unclear", apply: true }, await given(scene)),
  },
  "POST /cohorts/:id/assignments/:assignment/regrade": {
    expect: inside(403, 200),
    send: async (scene) => {
      const { id, parts } = await assignmentOf(scene.open, scene);
      await answeredSlot(scene.open, scene.other.id, id, parts[0]);
      return inCohort(scene, { item: "kind:secret-number:1", mode: "exact", apply: true }, { assignment: id });
    },
  },
  "GET /cohorts/:id/items/:item": {
    expect: inside(403, 200),
    send: async (scene) => inCohort(scene, undefined, { item: (await tryOf(scene, scene.other.id)).item }),
  },
  // What is given to a student is theirs alone: it does not exist for those who teach, nor for who was a student once.
  "GET /work": { expect: { ...everyone(200), nobody: 401 }, send: () => ({}) },
  "GET /work/:assignment": { expect: theirs(200), send: async (scene) => ({ params: await given(scene) }) },
  "GET /work/:assignment # a draft": { expect: theirs(404), send: async (scene) => ({ params: await given(scene, { publish: false }) }) },
  "GET /work/:assignment # for another student": {
    expect: theirs(404),
    send: async (scene) => ({ params: await given(scene, { students: [scene.other.member] }) }),
  },
  "POST /work/:assignment/begin": { expect: theirs(200), send: async (scene) => ({ params: await given(scene), body: {} }) },
  "POST /work/:assignment/parts/:part/slots/:slot": {
    expect: theirs(200),
    send: async (scene) => {
      const { id, parts } = await assignmentOf(scene.open, scene);
      return { params: { assignment: id, part: parts[0], slot: "0" }, body: {} };
    },
  },
  "PUT /work/items/:item/saved": {
    expect: theirs(200),
    send: async (scene) => ({ params: await ownTry(scene), body: { answer: { guess: 1 } } }),
  },
  "PUT /work/items/:item/saved # of another student": {
    expect: theirs(404),
    send: async (scene) => ({ params: await tryOf(scene, scene.other.id), body: { answer: { guess: 1 } } }),
  },
  "POST /work/items/:item": {
    expect: theirs(200),
    send: async (scene) => ({ params: await ownTry(scene, 1), body: { answer: { option: "right" } }, key: freshKey() }),
  },
  "POST /work/items/:item # of another student": {
    expect: theirs(404),
    send: async (scene) => ({ params: await tryOf(scene, scene.other.id, 1), body: { answer: { option: "right" } }, key: freshKey() }),
  },
  "GET /work/items/:item": { expect: theirs(200), send: async (scene) => ({ params: await ownTry(scene, 3, true) }) },
  "GET /work/items/:item # of another student": {
    expect: theirs(404),
    send: async (scene) => ({ params: await tryOf(scene, scene.other.id, 3, true) }),
  },
  "POST /work/:assignment/hand-in": {
    expect: theirs(200),
    send: async (scene) => {
      const { assignment } = await given(scene);
      if (scene.own.id !== null) await beginWork(scene.own.id, assignment, Date.now()).catch(() => undefined);
      return { params: { assignment }, body: {} };
    },
  },
  "GET /cohorts/:id/grades": { expect: inside(403, 200), send: (scene) => inCohort(scene) },
  "GET /cohorts/:id/grades/file": { expect: inside(403, 200), send: (scene) => inCohort(scene) },
  "PUT /cohorts/:id/grades/weights": {
    expect: inside(403, 200),
    send: async (scene) => inCohort(scene, { weights: [{ assignment: await assignmentRow(scene.open, scene.cohort), weight: 2 }] }),
  },
  "PUT /cohorts/:id/grades/:assignment/:member": {
    expect: inside(403, 200),
    send: async (scene) =>
      inCohort(
        scene,
        { override: { percent: 100, reason: "IoU" } },
        { assignment: await assignmentRow(scene.open, scene.cohort), member: scene.other.member },
      ),
  },
  // A line of one's own has who learns in it, nobody who teaches it.
  "GET /classes/:id/grades": { expect: inside(200, 403), send: (scene) => inCohort(scene) },
  "GET /classes": { expect: { ...everyone(200), nobody: 401 }, send: () => ({}) },
  // The code is the key: whoever has it sees the cohort's name, but for whom an instructor has removed.
  "GET /class-invites/:code": {
    expect: { ...everyone(200), "removed instructor": 404 },
    send: async (scene) => ({ params: { code: (await codeFor(scene, "student")).code } }),
  },
  "GET /class-invites/:code # a wrong one": { expect: everyone(404), send: () => ({ params: { code: "ABCDE-FGHJK" } }) },
  "POST /class-invites/:code": {
    expect: invited,
    send: async (scene) => ({ params: { code: (await codeFor(scene, "student")).code }, body: { consent: CONSENT_VERSION } }),
  },
  "POST /class-invites/:code # to teach": {
    expect: invited,
    send: async (scene) => ({ params: { code: (await codeFor(scene, "instructor")).code }, body: { consent: null } }),
  },
  "POST /class-invites/:code # without agreeing": {
    // Who is in it already agrees to nothing anew.
    expect: { ...invited, outsider: 409, "other instructor": 409, "left student": 409, office: 409, admin: 409 },
    send: async (scene) => ({ params: { code: (await codeFor(scene, "student")).code }, body: { consent: null } }),
  },
  "POST /class-invites/:code # a wrong one": {
    expect: { ...everyone(404), nobody: 401, guest: 403 },
    send: () => ({ params: { code: "ABCDE-FGHJK" }, body: { consent: CONSENT_VERSION } }),
  },
  "POST /seats/:seat": {
    expect: invited,
    send: async (scene) => ({ params: { seat: await seatFor(scene) }, body: { consent: CONSENT_VERSION } }),
  },
  "POST /seats/:seat # kept for another": {
    expect: { ...everyone(404), nobody: 401, guest: 403 },
    send: async (scene) => ({ params: { seat: await pupil(scene) }, body: { consent: CONSENT_VERSION } }),
  },
  "DELETE /seats/:seat": {
    expect: { ...everyone(200), nobody: 401, guest: 403 },
    send: async (scene) => ({ params: { seat: await seatFor(scene) } }),
  },
  "DELETE /seats/:seat # kept for another": {
    expect: { ...everyone(404), nobody: 401, guest: 403 },
    send: async (scene) => ({ params: { seat: await pupil(scene) } }),
  },
};

const handlers = await findHandlers();
const routeOf = (name: string): string => name.split(" # ")[0];
const cells = Object.entries(MATRIX).flatMap(([name, { expect: row }]) => ACTORS.map((actor) => ({ name, actor, status: row[actor] })));

describe("the access matrix of cohorts", () => {
  it("has a row for every route, and none for routes that are gone", () => {
    expect([...new Set(Object.keys(MATRIX).map(routeOf))].sort()).toEqual(routes.map(nameOf).sort());
    expect(routes.length).toBeGreaterThanOrEqual(17);
  });

  it.each(routes.map((route) => ({ name: nameOf(route), access: route.access })))(
    "agrees with what $name says of itself",
    ({ name, access }) => {
      const rows = Object.entries(MATRIX).filter(([each]) => routeOf(each) === name);
      expect(rows.every(([, { expect: row }]) => row.nobody === 401)).toBe(access !== "anyone");
    },
  );

  it("gives no office more than somebody outside has, but to make a cohort", () => {
    for (const [name, { expect: row }] of Object.entries(MATRIX).filter(([each]) => each !== "POST /cohorts"))
      expect([name, row.office, row.admin, row["other instructor"]]).toEqual([name, row.outsider, row.outsider, row.outsider]);
  });
});

eachDatabase("access to cohorts", (open) => {
  async function aScene(): Promise<Omit<Scene, "own">> {
    const made = await cohortOf(open());
    return { open: open(), ...made, other: await joinedAs(open(), made, "student", "Bora") };
  }

  /** Somebody who knocks, with their place in the cohort where they have or had one. */
  async function enter(actor: Actor, scene: Omit<Scene, "own">): Promise<{ visitor: Visitor; id: string | null; member?: string }> {
    const end = async (by: string, somebody: InCohort) => {
      await endPlace(by, { id: scene.cohort, member: somebody.member }, Date.now());
      return somebody;
    };
    switch (actor) {
      case "nobody":
        return { visitor: new Visitor(), id: null };
      case "guest":
        return { ...(await signedIn(open())), id: null };
      case "outsider":
        return signedIn(open(), { guest: false });
      case "other instructor":
        return { ...(await cohortOf(open(), "Chan")).instructor, member: undefined };
      case "office":
        return signedIn(open(), { guest: false, role: "INSTRUCTOR" });
      case "admin":
        return signedIn(open(), { guest: false, role: "ADMIN" });
      case "instructor":
        return scene.instructor;
      case "student":
        return joinedAs(open(), scene, "student", "Duri");
      case "left student": {
        const duri = await joinedAs(open(), scene, "student", "Duri");
        return end(duri.id, duri);
      }
      default:
        return end(scene.instructor.id, await joinedAs(open(), scene, "instructor", "Duri"));
    }
  }

  it.each(cells)("$name by $actor answers $status", async ({ name, actor, status }) => {
    const scene = await aScene();
    const { visitor, id, member } = await enter(actor, scene);
    const handler = handlers.get(routeOf(name));
    const send = await MATRIX[name].send({ ...scene, own: { id, member: member ?? scene.other.member } });
    const answer = await visitor.send(handler as NonNullable<typeof handler>, send);
    expect(answer.status, JSON.stringify(answer.json)).toBe(status);
  });

  /** What is named lies in another cohort of the same person: neither may lend its things to the other. */
  it.each(
    Object.keys(MATRIX).filter(
      (name) => name.includes("/cohorts/:id/") && /:(member|invite|assignment|item)|:id\/seats|pins/.test(name) && !name.includes("#"),
    ),
  )("%s knows nothing of what stands in another cohort", async (name) => {
    const [here, there] = [await aScene(), await aScene()];
    const both = await joinedAs(open(), here, "instructor", "Eun");
    const sent = await MATRIX[name].send({ ...there, own: { id: null, member: there.other.member } });
    const handler = handlers.get(routeOf(name));
    const answer = await both.visitor.send(handler as NonNullable<typeof handler>, {
      ...sent,
      params: { ...sent.params, id: here.cohort },
    });
    expect([answer.status, answer.code], JSON.stringify(answer.json)).toEqual([404, "not-found"]);
  });
});
