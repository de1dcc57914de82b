/** The only place that knows next-auth's flows. Everything else asks session.ts who is there. */
import NextAuth, { type NextAuthOptions } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import { ApiError, badBody, badJson, notFound } from "../http/errors";
import { asApiError } from "../http/failure";
import { consume } from "../http/limits";
import { addressOf } from "../http/origin";
import { refuseUnstorable } from "../http/storable";
import { prisma } from "../database";
import { siteUrl } from "../env";
import { authAdapter } from "./adapter";
import { checkCredentials, type Origin } from "./credentials";
import { deviceCookie, knownDevice } from "./device";
import { mergeGuest } from "./merge";
import { configuredProviders } from "./providers";
import { checkSchool } from "./school";
import { secret } from "./secret";
import { isSecure } from "./cookies";
import {
  currentSession,
  liveSession,
  revokeSession,
  SESSION_SECONDS,
  sessionCookieName,
  sessionCookieOptions,
  startSession,
} from "./session";
import type { NextRequest } from "next/server";

declare module "next-auth/jwt" {
  interface JWT {
    /** The id of an AuthSession row: all that the cookie carries. */
    sid?: string;
  }
}

/** What next-auth has no place for: who signed in, and what kept it from answering. */
interface Outcome {
  signedIn?: string;
  failure?: ApiError;
}

/** A session that next-auth is to take out of the browser. */
class RevokedError extends Error {
  override readonly name = "RevokedError";
}

/**
 * next-auth's options for one request: they need to know who (which guest) is asking.
 * @param outcome is told what happened. next-auth takes whatever is thrown under it for a refusal, and would sign people out because the
 *   database is away for a moment.
 */
export async function authOptions(headers: Headers, outcome: Outcome = {}): Promise<NextAuthOptions> {
  const noted = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof RevokedError)) outcome.failure ??= asApiError(error);
      throw error;
    }
  };
  /** The account that somebody proves to be theirs by what they typed. */
  const opened = async <Name extends string>(
    typed: Readonly<Record<Name, unknown>>,
    prove: (typed: Readonly<Record<Name, string>>, origin: Origin) => Promise<{ id: string } | null>,
  ): Promise<{ id: string } | null> => {
    try {
      return await noted(() => prove(textsOf(typed), { address: addressOf(headers), device: knownDevice(headers, Date.now()) }));
    } catch (error) {
      // next-auth shows an error's message to the page; only the code may get there.
      throw new Error(error instanceof ApiError ? error.code : "unavailable");
    }
  };
  const before = await currentSession(headers);
  const guestId = before?.user.guest ? before.user.id : null;
  return {
    secret: secret(),
    adapter: authAdapter(guestId),
    session: { strategy: "jwt", maxAge: SESSION_SECONDS },
    useSecureCookies: isSecure(),
    cookies: { sessionToken: { name: sessionCookieName(), options: sessionCookieOptions() } },
    pages: { signIn: "/signin", error: "/signin", verifyRequest: "/signin?sent=1", newUser: undefined },
    providers: [
      CredentialsProvider({
        id: "credentials",
        name: "E-mail",
        credentials: { email: { type: "email" }, password: { type: "password" } },
        authorize: (given) =>
          opened({ email: given?.email, password: given?.password }, ({ email, password }, origin) =>
            checkCredentials(email, password, origin),
          ),
      }),
      CredentialsProvider({
        id: "school",
        name: "School",
        credentials: { code: { type: "text" }, nickname: { type: "text" }, pin: { type: "password" } },
        authorize: (given) =>
          opened({ code: given?.code, nickname: given?.nickname, pin: given?.pin }, ({ code, nickname, pin }, origin) =>
            checkSchool(code, nickname, pin, origin),
          ),
      }),
      ...configuredProviders(),
    ],
    callbacks: {
      async signIn({ account, email, user }) {
        await noted(async () => {
          if (email?.verificationRequest) await consume("magic-link", account?.providerAccountId ?? user.email ?? "");
        });
        return true;
      },
      jwt: ({ token, user }) =>
        noted(async () => {
          const now = Date.now();
          if (user) {
            // A sign-in: a guest's work moves over, the guest's session ends, a fresh session begins.
            if (guestId !== null && guestId !== user.id) await mergeGuest(guestId, user.id, now);
            const store = await prisma();
            if (before) await revokeSession(store, before.user.id, before.id, now);
            outcome.signedIn = user.id;
            return { sid: await startSession(store, user.id, headers.get("user-agent"), now) };
          }
          // Any later reading: a revoked session makes next-auth drop the cookie.
          if (!(await liveSession(token.sid ?? null, now))) throw new RevokedError("revoked");
          return { sid: token.sid };
        }),
      session: ({ session, token }) =>
        noted(async () => {
          const live = await liveSession(token.sid ?? null, Date.now());
          return { expires: session.expires, ...(live ? { user: { name: live.user.name, email: live.user.email } } : {}) };
        }),
    },
    events: {
      async signOut({ token }) {
        const live = await liveSession(token.sid ?? null, Date.now());
        if (live) await revokeSession(await prisma(), live.user.id, live.id, Date.now());
      },
    },
    // Codes only: next-auth's details may hold tokens.
    logger: {
      error: (code) => console.error(`[auth] ${code}`),
      warn: () => undefined,
      debug: () => undefined,
    },
  };
}

/**
 * The fields of a form as texts, those that were left out empty: a body may hold anything.
 * @throws ApiError bad-body, bad-text
 */
function textsOf<Name extends string>(typed: Readonly<Record<Name, unknown>>): Readonly<Record<Name, string>> {
  refuseUnstorable(typed);
  const texts = Object.entries(typed).map(([name, value = ""]) => {
    if (typeof value !== "string") throw badBody(name, "글자여야 해요.", "must be text.");
    return [name, value];
  });
  return Object.fromEntries(texts) as Record<Name, string>;
}

type Context = { params: Promise<{ nextauth: string[] }> };

/** Serves /api/auth/*. */
export async function serveAuth(request: NextRequest, context: Context): Promise<Response> {
  // Of its paths this one writes what anybody sends to the console, where links for new passwords are read.
  if ((await context.params).nextauth[0] === "_log") return notFound().toResponse();
  // Without a configured address the request's own host is the site: a laptop, or a school's network.
  if (siteUrl() === undefined) process.env.AUTH_TRUST_HOST = "true";
  else delete process.env.AUTH_TRUST_HOST;
  const { headers } = request;
  const outcome: Outcome = {};
  let answer: unknown;
  try {
    refuseUnstorable(Object.fromEntries(new URL(request.url).searchParams));
    answer = await NextAuth(request, context, await authOptions(headers, outcome));
    if (!(answer instanceof Response)) throw new Error("next-auth answered with something else than a Response");
  } catch (error) {
    // What cannot be read is the sender's mistake.
    if (error instanceof SyntaxError) return badJson().toResponse();
    if (error instanceof TypeError && "code" in error && error.code === "ERR_INVALID_URL")
      return badBody("callbackUrl", "주소가 아니에요.", "is no address.").toResponse();
    return asApiError(error).toResponse();
  }
  return finished(answer, outcome, headers);
}

/**
 * next-auth's answer with what it does not say itself: that the device knows its owner from now on, or why nobody could be let in and how
 * long to wait. A page that signs in reads the reason in the address of next-auth's own answer, so that stays; every other one would say
 * that nobody is there.
 */
export function finished(answer: Response, { signedIn, failure }: Outcome, headers: Headers): Response {
  if (failure !== undefined) {
    const refusal = failure.toResponse();
    const url = answer.headers.get("location") ?? "";
    const said = new Headers(answer.headers);
    said.delete("Set-Cookie");
    for (const [name, value] of refusal.headers) if (name === "retry-after") said.set(name, value);
    if (url !== "") return new Response(null, { status: answer.status, headers: said });
    return answer.status === 401 ? new Response(answer.body, { status: failure.status, headers: said }) : refusal;
  }
  if (signedIn === undefined) return answer;
  const now = Date.now();
  const all = new Headers(answer.headers);
  all.append("Set-Cookie", deviceCookie(knownDevice(headers, now), signedIn, now));
  return new Response(answer.body, { status: answer.status, headers: all });
}
