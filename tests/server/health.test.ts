/** Whether the server is well is not asked in the queue of those who use it. */
import { afterEach, expect, it, vi } from "vitest";
import { GET as health } from "@/app/api/v1/health/route";
import { Visitor } from "./setup/client";
import { eachDatabase } from "./setup/database";

/** More than there are connections. */
const BUSY = 12;

eachDatabase("health", (open) => {
  afterEach(() => {
    vi.useRealTimers();
    vi.restoreAllMocks();
  });

  it("is told while every connection is in somebody's hands", async () => {
    const { client } = open();
    // The embedded database has answered just now, and no time passes.
    vi.useFakeTimers({ toFake: ["Date"] });
    await client.user.count();
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    const taken = Array.from({ length: BUSY }, () => client.$transaction(() => held));
    const answer = await new Visitor().get(health);
    expect(answer.json).toEqual({ status: "ok", database: open().kind });
    release();
    await Promise.all(taken);
  });

  it("is asked of the database itself once nobody has been answered for a while", async () => {
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 3_600_000 });
    expect((await new Visitor().get(health)).status).toBe(200);
    vi.spyOn(open(), "probe").mockRejectedValue(new Error("Connection terminated"));
    expect((await new Visitor().get(health)).status).toBe(503);
  });
});
