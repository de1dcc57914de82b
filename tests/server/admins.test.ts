/** There is always an admin left. */
import { expect, it } from "vitest";
import { PATCH as roleRoute } from "@/app/api/v1/users/[id]/role/route";
import { signedIn } from "./setup/client";
import { eachDatabase } from "./setup/database";

eachDatabase("admins", (open) => {
  const admins = (count: number) => Promise.all(Array.from({ length: count }, () => signedIn(open(), { guest: false, role: "ADMIN" })));
  const remaining = (ids: readonly string[]) => open().client.user.count({ where: { id: { in: [...ids] }, role: "ADMIN" } });

  // Each demotes the next: with two they demote each other, with more it is a ring.
  it.each([2, 3, 5])("who demote each other at once, %i in a ring, leave one of them", async (count) => {
    for (let round = 0; round < 10; round++) {
      const ring = await admins(count);
      const answers = await Promise.all(
        ring.map(({ visitor }, i) => visitor.send(roleRoute, { params: { id: ring[(i + 1) % count].id }, body: { role: "student" } })),
      );
      const left = await remaining(ring.map(({ id }) => id));
      expect(left).toBeGreaterThanOrEqual(1);
      expect(left, "and nobody is demoted without being told so").toBe(count - answers.filter(({ status }) => status === 200).length);
      expect([200, 403]).toEqual(expect.arrayContaining(answers.map(({ status }) => status)));
    }
  });
});
