/** A school that answers within one second, and somebody who asks for the server's health meanwhile. */
import { setTimeout as wait } from "node:timers/promises";
import { POST as submit } from "@/app/api/v1/attempts/route";
import { GET as health } from "@/app/api/v1/health/route";
import { Visitor } from "@/tests/server/setup/client";
import { demand } from "../timing";
import { makePlayers, perfectAnswer } from "./players";
import type { Database } from "@/lib/server/database/open";

const SIZES = [500, 1_000] as const;

interface Second {
  readonly users: number;
  /** Seconds from the first request to the last answer. */
  readonly seconds: number;
  /** Milliseconds that an answer took. */
  readonly median: number;
  readonly slowest: number;
  /** Who was told to come again (503), which a browser's outbox does by itself. */
  readonly busy: number;
  /** The most requests that were under way at once. */
  readonly concurrency: number;
  /** The slowest answer of /health meanwhile, in ms, and how many it gave. */
  readonly healthSlowest: number;
  readonly healthAsked: number;
}

export interface Crowd {
  readonly seconds: readonly Second[];
}

async function second(open: Database, users: number): Promise<Second> {
  const players = await makePlayers(open, users);
  const sendings = await Promise.all(players.map((player) => perfectAnswer(player, 2)));
  const times: number[] = [];
  const beats: number[] = [];
  let underWay = 0;
  let concurrency = 0;
  let over = false;
  const begun = performance.now();
  const asking = (async () => {
    const anybody = new Visitor();
    while (!over) {
      const asked = performance.now();
      demand((await anybody.get(health)).status === 200, "/health answers");
      beats.push(performance.now() - asked);
      await wait(25);
    }
  })();
  const statuses = await Promise.all(
    players.map(async ({ visitor }, i) => {
      await wait((1000 * i) / users);
      concurrency = Math.max(concurrency, ++underWay);
      const sent = performance.now();
      const { status } = await visitor.send(submit, sendings[i]);
      times.push(performance.now() - sent);
      underWay -= 1;
      return status;
    }),
  );
  const seconds = (performance.now() - begun) / 1000;
  over = true;
  await asking;
  const busy = statuses.filter((status) => status === 503).length;
  demand(
    statuses.filter((status) => status === 201).length + busy === users,
    `everybody is answered: ${[...new Set(statuses)].join(", ")}`,
  );
  const sorted = [...times].sort((a, b) => a - b);
  return {
    users,
    seconds,
    median: sorted[sorted.length >> 1],
    slowest: sorted[sorted.length - 1],
    busy,
    concurrency,
    healthSlowest: Math.max(...beats),
    healthAsked: beats.length,
  };
}

export async function measureCrowd(open: Database): Promise<Crowd> {
  // Threads are started and statements planned before anybody is timed.
  await second(open, 50);
  const seconds: Second[] = [];
  for (const users of SIZES) seconds.push(await second(open, users));
  return { seconds };
}
