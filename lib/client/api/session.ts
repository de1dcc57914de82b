import { beginGuest, readMe, type Me } from "@/lib/wire/me";
import { send } from "./send";
import { zoned } from "./zoned";

/** The one guest session of this page, by its learner's id; asked for at most once, however many writes start together. */
let session: Promise<string> | null = null;
/** The latest question who is here, and its answer: what the header asked a write need not ask again. */
let latest: Promise<Me> | null = null;
/** Whom the page shows, by the latest answer of the server; null before one, and for a visitor. */
let shown: string | null = null;

/** Who is here, from the server. */
export async function askWhoIsHere(): Promise<Me> {
  const question = send(readMe, {});
  latest = question;
  try {
    const me = await question;
    // Whom a session began for meanwhile, the page shows all the same.
    if (latest === question) shown = me.user?.id ?? null;
    return me;
  } catch (error) {
    if (latest === question) latest = null;
    throw error;
  }
}

/** The language of this page. */
const pageLocale = (): "ko" | "en" => (document.documentElement.lang === "en" ? "en" : "ko");

async function someone(): Promise<string> {
  // Where it is out of date the server puts it right: a guest session is begun for nobody who has one, and an ended one is refused.
  const me = await (latest ?? askWhoIsHere());
  if (me.user !== null) return me.user.id;
  const begun = await zoned((timeZone) => send(beginGuest, { body: { locale: pageLocale(), timeZone } }));
  if (begun.user === null) throw new Error("a guest session began with nobody in it");
  shown = begun.user.id;
  return shown;
}

/** The learner of this browser's session; begins a guest session where there is none. */
export function ensureSession(): Promise<string> {
  return (session ??= untilItFails(someone()));
}

function untilItFails(beginning: Promise<string>): Promise<string> {
  const mine = beginning.catch((error: unknown) => {
    if (session === mine) session = null;
    throw error;
  });
  return mine;
}

/** What a guest brings along. */
interface Setting {
  readonly locale: "ko" | "en";
  readonly timeZone: string;
}

/**
 * Asks for something that begins a visitor's session itself, so that nothing has to be asked before it. Of several at once the first
 * begins it and the others wait.
 * @returns the answer, and whether the browser kept the session, once that is known
 * @throws ApiError what `ask` throws
 */
export async function askAndBegin<R extends { readonly learner: string; readonly begun: boolean }>(
  ask: (setting: Setting) => Promise<R>,
): Promise<{ readonly reply: R; readonly kept: Promise<boolean> }> {
  if (session !== null) await session.catch(() => undefined);
  const asked = zoned((timeZone) => ask({ locale: pageLocale(), timeZone }));
  session ??= untilItFails(asked.then(({ learner }) => learner));
  session.catch(() => undefined);
  const reply = await asked;
  // Whoever the server says it was.
  session = Promise.resolve(reply.learner);
  if (reply.begun) latest = null;
  shown = reply.learner;
  return { reply, kept: reply.begun ? stillHere() : Promise.resolve(true) };
}

/** False where the browser was given a session and comes without one; what the server does not answer says nothing. */
async function stillHere(): Promise<boolean> {
  const me = await askWhoIsHere().catch(() => null);
  if (me === null || me.user !== null) return true;
  forgetSession();
  return false;
}

/** The next write looks anew who is there. */
export function forgetSession(): void {
  session = null;
  latest = null;
  shown = null;
}

/** Whose a write is that is made now: whoever the page shows, null where it shows nobody yet. */
export const learnerShown = (): string | null => shown;
