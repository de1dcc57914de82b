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
    shown = me.user?.id ?? null;
    return me;
  } catch (error) {
    if (latest === question) latest = null;
    throw error;
  }
}

async function someone(): Promise<string> {
  // Where it is out of date the server puts it right: a guest session is begun for nobody who has one, and an ended one is refused.
  const me = await (latest ?? askWhoIsHere());
  if (me.user !== null) return me.user.id;
  const locale = document.documentElement.lang === "en" ? "en" : "ko";
  const begun = await zoned((timeZone) => send(beginGuest, { body: { locale, timeZone } }));
  if (begun.user === null) throw new Error("a guest session began with nobody in it");
  shown = begun.user.id;
  return shown;
}

/** The learner of this browser's session; begins a guest session where there is none. */
export function ensureSession(): Promise<string> {
  session ??= someone().catch((error: unknown) => {
    session = null;
    throw error;
  });
  return session;
}

/** The next write looks anew who is there. */
export function forgetSession(): void {
  session = null;
  latest = null;
  shown = null;
}

/** Whose a write is that is made now: whoever the page shows, null where it shows nobody yet. */
export const learnerShown = (): string | null => shown;
