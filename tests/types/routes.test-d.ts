/** What must not compile: checked by `npm run types`, since an @ts-expect-error without an error below it is one itself. */
import * as z from "zod";
import { call } from "@/lib/client/api";
import { endpoint } from "@/lib/server/http/endpoint";
import * as account from "@/lib/wire/account";
import * as play from "@/lib/wire/play";
import * as review from "@/lib/wire/review";
import * as service from "@/lib/wire/service";
import { route } from "@/lib/wire/route";

const key = "0123456789abcdef";
const token = "a token of sixteen letters or more";
const facts = { reply: z.object({ ok: z.boolean() }), access: "user" } as const;

/** The browser's side. */
export async function calls(): Promise<void> {
  // @ts-expect-error a keyed route needs its key
  await call(review.undo);
  // @ts-expect-error also beside a body
  await call(play.submitAttempt, { body: { token, answer: null } });
  // @ts-expect-error a key that may be missing is none
  await call(review.undo, { key: undefined });
  // @ts-expect-error a route without a key takes none
  await call(account.changeMe, { body: {}, key });

  // @ts-expect-error a route with a body needs it
  await call(play.submitAttempt, { key });
  // @ts-expect-error even where every field may be left out
  await call(account.changeMe);
  // @ts-expect-error a route without a body takes none
  await call(review.undo, { key, body: {} });
  // @ts-expect-error the body is the route's own
  await call(account.changeMe, { body: { dailyGoal: 30 } });
  // @ts-expect-error and has no fields besides: a score is never sent
  await call(play.submitAttempt, { key, body: { token, answer: null, score: 100 } });

  // @ts-expect-error a path's parameters are needed
  await call(account.endSession);
  // @ts-expect-error by their names
  await call(account.endSession, { params: { session: "a" } });
  // @ts-expect-error a path without parameters takes none
  await call(account.readMe, { params: { id: "a" } });
  // @ts-expect-error a route without a query takes none
  await call(account.readMe, { query: { kind: "a" } });
  // @ts-expect-error the query's names are the route's
  await call(play.listAttempts, { query: { sort: "up" } });

  // @ts-expect-error the reply is the route's: undoing answers a card, not a queue
  const queue: review.ReviewQueue = await call(review.undo, { key });
  // @ts-expect-error and no field besides
  const { cards } = await call(review.undo, { key });
  void [queue, cards];

  // What must compile.
  const me: account.Me = await call(account.readMe);
  const undone: review.ReviewUndo = await call(review.undo, { key });
  const list: play.AttemptList = await call(play.listAttempts);
  await call(play.listAttempts, { query: { kind: "a" } });
  await call(account.endSession, { params: { id: "a" } });
  void [me, undone, list];
}

/** The server's side. */
export const handlers = [
  // @ts-expect-error a wrong reply
  endpoint(service.health, async () => ({ json: { status: "fine" } })),
  // @ts-expect-error a reply with a field missing
  endpoint(service.health, async () => ({ json: { status: "ok" as const } })),
  // @ts-expect-error another route's reply
  endpoint(review.readQueue, async () => ({ json: { cardId: "a", due: "", xpTotal: 0, streak: 0, repeated: false } })),
  // @ts-expect-error no reply at all
  endpoint(service.health, async () => ({})),
  // @ts-expect-error nobody may be here where anyone may call
  endpoint(account.readMe, async ({ user }) => Promise.reject(new Error(user.id))),
  // @ts-expect-error there is no body where the route has none
  endpoint(review.undo, async ({ body }) => Promise.reject(new Error(body.cardId))),
  endpoint(account.readMe, async ({ key: none }) => {
    // @ts-expect-error nor a key
    const text: string = none;
    return Promise.reject(new Error(text));
  }),
  endpoint(review.undo, async ({ key: text }) => Promise.reject(new Error(text.toUpperCase()))),
  endpoint(service.health, async () => ({ json: { status: "ok", database: "embedded" } as const })),
];

/** The objects themselves. */
export const objects = [
  // @ts-expect-error a path's parameter needs a schema
  route({ ...facts, method: "GET", path: "/things/:id" }),
  // @ts-expect-error of its own name
  route({ ...facts, method: "GET", path: "/things/:id", params: z.object({ name: z.string() }) }),
  // @ts-expect-error every one of them
  route({ ...facts, method: "GET", path: "/things/:id/parts/:part", params: z.object({ id: z.string() }) }),
  // @ts-expect-error a path without parameters has no schema for any
  route({ ...facts, method: "GET", path: "/things", params: z.object({ id: z.string() }) }),
  // @ts-expect-error a read carries no body
  route({ ...facts, method: "GET", path: "/things", body: z.strictObject({}) }),
  // @ts-expect-error nor a key
  route({ ...facts, method: "GET", path: "/things", keyed: true }),
  // @ts-expect-error a budget must be one of the server's
  route({ ...facts, method: "POST", path: "/things", limit: { name: "things", by: "user" } }),
  route({
    ...facts,
    method: "PATCH",
    path: "/things/:id/parts/:part",
    params: z.object({ id: z.string(), part: z.string() }),
    keyed: true,
  }),
];
