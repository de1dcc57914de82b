/** The secret behind cookies and instance tokens: given, or drawn once and kept beside the embedded database. */
import { hkdfSync, randomBytes } from "node:crypto";
import { linkSync, mkdirSync, readFileSync, unlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { dataFolder, databaseUrl, givenSecret } from "../env";

const known = new Map<string, string>();

/**
 * NEXTAUTH_SECRET, or `.data/secret` (readable by its owner alone), created at the first use.
 * @throws when DATABASE_URL is set without NEXTAUTH_SECRET in production: several servers must share one secret
 */
export function secret(): string {
  const given = givenSecret();
  if (given !== undefined) {
    if (given.length < 32) throw new Error("NEXTAUTH_SECRET must have at least 32 characters (openssl rand -base64 48)");
    return given;
  }
  if (databaseUrl() !== undefined && process.env.NODE_ENV === "production") {
    throw new Error("NEXTAUTH_SECRET must be set together with DATABASE_URL, the same on every server");
  }
  const folder = dataFolder();
  const path = join(/* turbopackIgnore: true */ folder, "secret");
  const cached = known.get(path);
  if (cached !== undefined) return cached;
  mkdirSync(folder, { recursive: true });
  const draft = `${path}.${process.pid}.${randomBytes(4).toString("hex")}`;
  writeFileSync(draft, randomBytes(48).toString("base64url"), { mode: 0o600 });
  try {
    // Linking fails when the file exists, so of two processes that start together one secret wins for both.
    linkSync(draft, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  } finally {
    unlinkSync(draft);
  }
  const value = readFileSync(path, "utf8").trim();
  known.set(path, value);
  return value;
}

/** A key of its own for each purpose, so that no signature can stand in for another. */
export function derivedKey(purpose: string): Buffer {
  return Buffer.from(hkdfSync("sha256", secret(), "", `boxup/${purpose}`, 32));
}
