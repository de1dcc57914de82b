/** The session for server components, which have no Request. */
import "server-only";
import { headers } from "next/headers";
import { currentSession, type Session } from "./session";

/** Who is looking at this page. Reading headers makes the page dynamic, so this never runs while building. */
export async function pageSession(): Promise<Session | null> {
  return currentSession(new Headers(await headers()));
}
