/** Hints that the database passes on: NOTIFY of one process reaches those of all that use the same database. A hint is no truth. */
import pg from "pg";
import type { PGlite } from "@electric-sql/pglite";

export interface Ears {
  /** Names of channels, in letters of the small alphabet and _. */
  readonly channels: readonly string[];
  readonly heard: (channel: string, payload: string) => void;
  /** Called when hints may have been missed: the connection was lost, and is there again. */
  readonly again: () => void;
}

/** Listens until the function that comes back is called. */
export type Listen = (ears: Ears) => Promise<() => Promise<void>>;

/** Within this process, which is the only one that has the database open. */
export const listenEmbedded =
  (database: PGlite): Listen =>
  async ({ channels, heard }) => {
    const stops = await Promise.all(channels.map((channel) => database.listen(channel, (payload) => heard(channel, payload))));
    return async () => {
      // A closed database hears nothing more by itself.
      if (!database.closed) for (const stop of stops) await stop();
    };
  };

const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 5_000;

/** On a server: by a connection of its own, since one of a pool belongs to somebody else a moment later. A lost one is made anew. */
export const listenOnServer =
  (config: pg.ClientConfig): Listen =>
  async ({ channels, heard, again }) => {
    let ended = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let current: pg.Client | null = null;

    async function connect(): Promise<void> {
      const client = new pg.Client(config);
      let lost = false;
      const lose = (): void => {
        if (lost) return;
        lost = true;
        void client.end().catch(() => undefined);
        if (!ended && current === client) retry(FIRST_PAUSE_MS);
      };
      client.on("error", lose);
      client.on("end", lose);
      client.on("notification", ({ channel, payload = "" }) => heard(channel, payload));
      try {
        await client.connect();
        for (const channel of channels) await client.query(`LISTEN ${client.escapeIdentifier(channel)}`);
      } catch (error) {
        lost = true;
        void client.end().catch(() => undefined);
        throw error;
      }
      current = client;
    }

    function retry(pause: number): void {
      timer = setTimeout(() => {
        connect().then(
          () => {
            if (ended) void current?.end().catch(() => undefined);
            else again();
          },
          () => {
            if (!ended) retry(Math.min(2 * pause, LONGEST_PAUSE_MS));
          },
        );
      }, pause);
      timer.unref();
    }

    await connect();
    return async () => {
      ended = true;
      clearTimeout(timer);
      await current?.end().catch(() => undefined);
    };
  };
