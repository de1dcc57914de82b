/** A process that opens the embedded database in argv[2] and writes users until it is killed, reporting each one that was acknowledged. */
import { openEmbedded } from "../../../lib/server/database/embedded";
import { fromPGlite } from "../../../lib/server/database/open";

const folder = process.argv[2];
const embedded = await openEmbedded(folder);
const { client } = await fromPGlite(embedded.database, embedded.close);
process.stdout.write("open\n");
for (let i = 0; ; i++) {
  const id = `${process.pid}-${i}`;
  await client.$transaction(async (tx) => {
    await tx.user.create({ data: { id, xp: 7 } });
    await tx.xpEntry.create({ data: { userId: id, reason: "test", points: 7, localDate: "2026-01-01" } });
  });
  process.stdout.write(`${id}\n`);
}
