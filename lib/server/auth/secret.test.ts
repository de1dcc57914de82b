import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { derivedKey, secret } from "./secret";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "boxup-secret-"));
  vi.stubEnv("BOXUP_DATA_DIR", join(folder, "data"));
  vi.stubEnv("NEXTAUTH_SECRET", "");
  vi.stubEnv("DATABASE_URL", "");
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

describe("secret", () => {
  it("is drawn once, kept in a file that only its owner reads, and found again", () => {
    const drawn = secret();
    const path = join(folder, "data", "secret");
    expect(readFileSync(path, "utf8")).toBe(drawn);
    expect(Buffer.from(drawn, "base64url")).toHaveLength(48);
    if (process.platform !== "win32") expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(secret()).toBe(drawn);
  });

  it("is the given one when there is one, if it is long enough", () => {
    vi.stubEnv("NEXTAUTH_SECRET", "x".repeat(32));
    expect(secret()).toBe("x".repeat(32));
    vi.stubEnv("NEXTAUTH_SECRET", "short");
    expect(() => secret()).toThrow("at least 32 characters");
  });

  it("must be given in production when several servers may share a database", () => {
    vi.stubEnv("DATABASE_URL", "postgresql://db/boxup");
    vi.stubEnv("NODE_ENV", "production");
    expect(() => secret()).toThrow("together with DATABASE_URL");
  });

  it("gives each purpose a key of its own", () => {
    expect(derivedKey("instance")).toEqual(derivedKey("instance"));
    expect(derivedKey("instance")).not.toEqual(derivedKey("session"));
  });
});
