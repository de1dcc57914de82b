/** Whether a database may be filled with demo data: nobody real may stand in it. */
import type { Database } from "../../lib/server/database/open";
import { DEMO_DOMAIN } from "./people";

/** Accounts that are nobody's of the demo; guests who did something count too. */
export async function realUsers({ client }: Database): Promise<number> {
  // Of who has no address, "ends so" is neither true nor false.
  const others = [{ email: null }, { email: { not: { endsWith: `@${DEMO_DOMAIN}` } } }];
  return client.user.count({
    where: {
      AND: [{ OR: others }],
      OR: [{ guest: false }, { attempts: { some: {} } }, { reviewLogs: { some: {} } }, { groups: { some: {} } }],
    },
  });
}

export const hasDemo = async ({ client }: Database): Promise<boolean> =>
  (await client.user.count({ where: { email: { endsWith: `@${DEMO_DOMAIN}` } } })) > 0;
