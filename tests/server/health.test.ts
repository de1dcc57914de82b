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

  it("is told in the midst of a crowd, not after it", async () => {
    const CROWD = 400;
    const { client } = open();
    await client.user.count();
    let answered = 0;
    const crowd = Array.from({ length: CROWD }, () => client.user.count().then(() => answered++));
    // What comes in from outside has its turn only when the event loop goes round.
    for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setImmediate(resolve));
    expect((await new Visitor().get(health)).status).toBe(200);
    expect(answered).toBeLessThan(CROWD);
    await Promise.all(crowd);
  });

  it("is asked of the database itself once nobody has been answered for a while", async () => {
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 3_600_000 });
    expect((await new Visitor().get(health)).status).toBe(200);
    vi.spyOn(open(), "probe").mockRejectedValue(new Error("Connection terminated"));
    expect((await new Visitor().get(health)).status).toBe(503);
  });
});
