/** A group for a browser test, made past the page's buttons: people with accounts of their own, in contexts of their own. */
import { expect, type APIRequestContext, type Browser, type BrowserContext, type Page } from "@playwright/test";
import { signUp } from "@/lib/wire/account";
import { createGroup, readGroup } from "@/lib/wire/groups";
import { joinGroup, makeInvite } from "@/lib/wire/invitations";
import { startSession } from "@/lib/wire/peerSessions";
import { BASE, type BodyOf, type ParamsOf, type ReplyOf, type Route } from "@/lib/wire/route";

/** A call with somebody's own cookie. */
export async function ask<R extends Route>(
  request: APIRequestContext,
  url: string,
  route: R,
  { params, body }: { readonly params?: ParamsOf<R>; readonly body?: BodyOf<R> } = {},
): Promise<ReplyOf<R>> {
  const path = Object.entries((params ?? {}) as Record<string, string>).reduce(
    (at, [name, value]) => at.replace(`:${name}`, value),
    route.path as string,
  );
  const headers = { "idempotency-key": crypto.randomUUID(), origin: url };
  // A connection that stood idle is closed by the server at some moment: what is sent into it is sent again, under the same key.
  const response = await request.fetch(`${url}${BASE}${path}`, { method: route.method, data: body, headers, maxRetries: 2 });
  expect(response.ok(), await response.text()).toBe(true);
  return route.reply.parse(await response.json()) as ReplyOf<R>;
}

export interface Member {
  readonly name: string;
  readonly context: BrowserContext;
  readonly page: Page;
}

export interface GroupScene {
  readonly id: string;
  /** Today's. */
  readonly session: string;
  /** The first of them owns the group. */
  readonly members: readonly Member[];
  readonly close: () => Promise<void>;
}

interface Seen {
  readonly name: string;
  readonly locale?: "ko-KR" | "en-US";
  readonly size?: { readonly width: number; readonly height: number };
}

const PHONE = { width: 390, height: 844 };
let made = 0;

/** Signs people up, makes their group and begins today's session. */
export async function groupScene(browser: Browser, url: string, people: readonly Seen[]): Promise<GroupScene> {
  const members: Member[] = [];
  for (const { name, locale = "en-US", size = PHONE } of people) {
    const context = await browser.newContext({ locale, viewport: size, baseURL: url });
    const email = `scene-${++made}-${process.pid}-${Date.now()}@example.org`;
    await ask(context.request, url, signUp, { body: { name, email, password: "a long sentence to remember", timeZone: "Asia/Seoul" } });
    members.push({ name, context, page: await context.newPage() });
  }
  const owner = members[0].context.request;
  const { id } = await ask(owner, url, createGroup, { body: { name: "Boxes at nine", sharesReview: true, timeZone: "Asia/Seoul" } });
  const { code } = await ask(owner, url, makeInvite, { params: { id }, body: { days: 1, maxUses: 10 } });
  for (const { context } of members.slice(1))
    await ask(context.request, url, joinGroup, { params: { code }, body: { sharesReview: false } });
  const { today } = await ask(owner, url, readGroup, { params: { id } });
  const { id: session } = await ask(owner, url, startSession, { params: { id }, body: { date: today } });
  return { id, session, members, close: async () => void (await Promise.all(members.map(({ context }) => context.close()))) };
}
