/** A server that could answer nobody does not start. */
import { afterEach, expect, it, vi } from "vitest";
import { startServer } from "@/lib/server/start";

afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

it("ends at once, saying why, when its secret is too short", async () => {
  vi.stubEnv("NEXTAUTH_SECRET", "too-short");
  (globalThis as { boxupStarted?: boolean }).boxupStarted = false;
  const said = vi.spyOn(console, "error").mockImplementation(() => undefined);
  vi.spyOn(process, "exit").mockImplementation((code) => {
    throw new Error(`exit ${code}`);
  });
  await expect(startServer()).rejects.toThrow("exit 1");
  expect(said).toHaveBeenCalledWith(expect.stringContaining("NEXTAUTH_SECRET must have at least 32 characters"));
});
