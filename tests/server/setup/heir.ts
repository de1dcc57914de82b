/** A process that waits for a line on stdin, then tries to take the lock in argv[2] and says how it went; ends when stdin does. */
import { acquireLock, DatabaseLockedError } from "../../../lib/server/database/lock";

process.stdout.write("ready\n");
process.stdin.once("data", () => {
  try {
    acquireLock(process.argv[2], () => process.exit(70));
    process.stdout.write("won\n");
  } catch (error) {
    process.stdout.write(error instanceof DatabaseLockedError ? `refused by ${error.holder?.pid}\n` : `failed ${String(error)}\n`);
  }
});
process.stdin.on("end", () => process.exit(0));
