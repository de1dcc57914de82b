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
export const pageLocale = (): "ko" | "en" => (document.documentElement.lang === "en" ? "en" : "ko");

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

/** The session that there is or that is on its way; null where the page has asked for none. */
export const sessionUnderWay = (): Promise<string> | null => session;

/** A visitor's session begins with what is asked for here: other writes wait for it. Whose it is the server says. */
export function beginWith(asked: Promise<{ readonly learner: string; readonly begun: boolean }>): void {
  session ??= untilItFails(asked.then(({ learner }) => learner));
  const settle = ({ learner, begun }: Awaited<typeof asked>) => {
    session = Promise.resolve(learner);
    if (begun) latest = null;
    shown = learner;
  };
  // What goes wrong is heard by whoever asked, and by whoever waits.
  for (const heard of [session, asked.then(settle)]) heard.catch(() => undefined);
}

/** The next write looks anew who is there. */
export function forgetSession(): void {
  session = null;
  latest = null;
  shown = null;
}

/** Whose a write is that is made now: whoever the page shows, null where it shows nobody yet. */
export const learnerShown = (): string | null => shown;
