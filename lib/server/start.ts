import { finishErasures } from "./account/erase";
import { forgetOldLinks } from "./account/reset";
import { closeOverdue, someOverdue } from "./assignments/close";
import { forgetUnusedWork } from "./attempts/issue";
import { database } from "./database";
import { DatabaseLockedError } from "./database/lock";
import { mergeQuiet } from "./notes/merge";
import { indexQuiet, QUIET_MS } from "./notes/search";
import { openDoor } from "./http/door";
import { endStreams } from "./http/stream";
import { forgetOldCounts } from "./http/limits";
import { sendInboxMail } from "./inbox/mail";
import { printInstructorCode } from "./instructors/code";
import { secret } from "./auth/secret";
import type { Services } from "./catalog";

const MINUTE = 60_000;
const HOUR = 3_600_000;
const place = globalThis as typeof globalThis & { boxupStarted?: boolean };

/**
 * Opens the database before the first visitor comes, so that a locked or broken one is told at the start.
 * @param services what closing assigned work grades by; asked for once there is some
 */
export async function startServer(services?: () => Promise<Services>): Promise<void> {
  if (place.boxupStarted) return;
  place.boxupStarted = true;
  openDoor();
  endStreamsAtTheEnd();
  try {
    secret();
  } catch (error) {
    // Every page would answer with an error, and only this line would say why.
    console.error(`[start] ${error instanceof Error ? error.message : String(error)}`);
    process.exit(1);
  }
  try {
    const { kind, migrated } = await database();
    console.log(`[database] ${kind} database ready${migrated.length > 0 ? `, applied ${migrated.join(", ")}` : ""}`);
  } catch (error) {
    console.error(`[database] ${error instanceof Error ? error.message : String(error)}`);
    // Nothing could be saved, and a second server on the same folder must not half-work.
    if (error instanceof DatabaseLockedError) process.exit(1);
    return;
  }
  printInstructorCode().catch((error: unknown) => console.error(`[teach] ${error instanceof Error ? error.message : String(error)}`));
  const tidy = () => {
    const now = Date.now();
    Promise.all([forgetOldCounts(new Date(now)), forgetUnusedWork(now), forgetOldLinks(now), finishErasures(), sendInboxMail(now)])
      .then(async () => (await database()).tidy())
      .catch((error: unknown) => console.error(`[hourly] ${error instanceof Error ? error.message : String(error)}`));
  };
  tidy();
  setInterval(tidy, HOUR).unref();
  const say = (error: unknown): void => console.error(`[notes] ${wordsOf(error)}`);
  setInterval(() => void mergeQuiet(Date.now()).catch(say), MINUTE).unref();
  const close = async (): Promise<void> => {
    const now = Date.now();
    if (services !== undefined && (await someOverdue(now))) await closeOverdue(await services(), now);
  };
  setInterval(() => void close().catch((error: unknown) => console.error(`[work] ${wordsOf(error)}`)), MINUTE).unref();
  setInterval(() => void indexQuiet(Date.now()).catch(say), QUIET_MS).unref();
}

const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** The server itself closes what it has open at a signal; before it listens to signals, one ends the process as ever. */
function endStreamsAtTheEnd(): void {
  for (const signal of ["SIGINT", "SIGTERM"] as const)
    process.once(signal, () => {
      endStreams();
      if (process.listenerCount(signal) === 0) process.kill(process.pid, signal);
    });
}
