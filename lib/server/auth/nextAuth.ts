/** The only place that knows next-auth's flows. Everything else asks session.ts who is there. */
import NextAuth, { type NextAuthOptions } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import { ApiError } from "../http/errors";
import { consume } from "../http/limits";
import { addressOf } from "../http/origin";
import { prisma } from "../database";
import { siteUrl } from "../env";
import { authAdapter } from "./adapter";
import { checkCredentials } from "./credentials";
import { mergeGuest } from "./merge";
import { configuredProviders } from "./providers";
import { secret } from "./secret";
import {
  currentSession,
  isSecure,
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

/** next-auth's options for one request: they need to know who (which guest) is asking. */
export async function authOptions(headers: Headers): Promise<NextAuthOptions> {
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
        async authorize(given) {
          try {
            return await checkCredentials(given?.email ?? "", given?.password ?? "", addressOf(headers));
          } catch (error) {
            // next-auth shows an error's message to the page; only the code may get there.
            throw new Error(error instanceof ApiError ? error.code : "unavailable");
          }
        },
      }),
      ...configuredProviders(),
    ],
    callbacks: {
      async signIn({ account, email, user }) {
        if (email?.verificationRequest) await consume("magic-link", account?.providerAccountId ?? user.email ?? "");
        return true;
      },
      async jwt({ token, user }) {
        const now = Date.now();
        if (user) {
          // A sign-in: a guest's work moves over, the guest's session ends, a fresh session begins.
          if (guestId !== null && guestId !== user.id) await mergeGuest(guestId, user.id, now);
          const store = await prisma();
          if (before) await revokeSession(store, before.user.id, before.id, now);
          return { sid: await startSession(store, user.id, headers.get("user-agent"), now) };
        }
        // Any later reading: a revoked session makes next-auth drop the cookie.
        if (!(await liveSession(token.sid ?? null, now))) throw new Error("revoked");
        return { sid: token.sid };
      },
      async session({ session, token }) {
        const live = await liveSession(token.sid ?? null, Date.now());
        return { expires: session.expires, ...(live ? { user: { name: live.user.name, email: live.user.email } } : {}) };
      },
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

type Context = { params: Promise<{ nextauth: string[] }> };

/** Serves /api/auth/*. */
export async function serveAuth(request: NextRequest, context: Context): Promise<Response> {
  // Without a configured address the request's own host is the site: a laptop, or a school's network.
  if (siteUrl() === undefined) process.env.AUTH_TRUST_HOST = "true";
  const answer: unknown = await NextAuth(request, context, await authOptions(request.headers));
  if (!(answer instanceof Response)) throw new Error("next-auth answered with something else than a Response");
  return answer;
}
