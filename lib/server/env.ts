/** Every environment variable of the server, read in one place (.env.example documents them). */
import { resolve } from "node:path";

const text = (name: string): string | undefined => {
  const value = process.env[name]?.trim();
  return value === undefined || value === "" ? undefined : value;
};

function count(name: string, fallback: number): number {
  const value = text(name);
  if (value === undefined) return fallback;
  const number = Number(value);
  if (!Number.isInteger(number) || number < 0) throw new Error(`${name} must be a whole number, not "${value}"`);
  return number;
}

/** Set: PostgreSQL at this address. Unset: the embedded database. */
export const databaseUrl = (): string | undefined => text("DATABASE_URL");

/** The folder of the embedded database, the generated secret and nothing else. */
export const dataFolder = (): string => resolve(/* turbopackIgnore: true */ text("BOXUP_DATA_DIR") ?? ".data");

/** The public address, without a slash at its end. Unset: whatever host a request names (a laptop, a school's network). */
export const siteUrl = (): string | undefined => text("NEXTAUTH_URL")?.replace(/\/+$/, "");

/** Where this server is reached from its own machine: for what is printed on its console while it has no public address. */
export const localUrl = (): string => `http://localhost:${text("PORT") ?? "3000"}`;

export const givenSecret = (): string | undefined => text("NEXTAUTH_SECRET");

/** How many reverse proxies of ours stand in front; each adds one entry to X-Forwarded-For. */
export const trustedProxies = (): number => count("BOXUP_TRUSTED_PROXIES", 0);

/** Accounts that one address may fail to sign in to within 15 minutes; who gets in after mistyping does not count. */
export const failedAccountsPerAddress = (): number => count("BOXUP_FAILED_ACCOUNTS_PER_ADDRESS", 30);

/** Tries to sign up from one address in 15 minutes: three for each of a school of 500. */
export const signUpsPerAddress = (): number => count("BOXUP_SIGNUPS_PER_ADDRESS", 1500);

/** New guests allowed from one address in 10 minutes: two for each of a school of 500. */
export const guestsPerAddress = (): number => count("BOXUP_GUESTS_PER_ADDRESS", 1000);

/** What this build is called in reports (a commit, a release); null when nobody said. */
export const buildName = (): string | null => text("BOXUP_BUILD")?.slice(0, 64) ?? null;

export const isBuilding = (): boolean => process.env.NEXT_PHASE === "phase-production-build";

/** An OAuth provider's two variables, or undefined when it is not configured. */
export function oauthClient(name: "GOOGLE" | "GITHUB" | "KAKAO" | "NAVER"): { clientId: string; clientSecret: string } | undefined {
  const clientId = text(`${name}_CLIENT_ID`);
  const clientSecret = text(`${name}_CLIENT_SECRET`);
  return clientId && clientSecret ? { clientId, clientSecret } : undefined;
}

/** The mail server for magic links and new passwords, or undefined. Needs NEXTAUTH_URL too: a link built from a request's host could be forged. */
export function mailServer(): { server: string; from: string } | undefined {
  const server = text("EMAIL_SERVER");
  const from = text("EMAIL_FROM");
  return server && from && siteUrl() ? { server, from } : undefined;
}
