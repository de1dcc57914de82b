/** A cohort with people in it, made as the routes make it. */
import { addRoster } from "@/lib/server/cohorts/roster";
import { createCohort } from "@/lib/server/cohorts/create";
import { readCohort } from "@/lib/server/cohorts/home";
import { joinByCode, makeCode } from "@/lib/server/cohorts/invites";
import { drawPins } from "@/lib/server/cohorts/pins";
import { CONSENT_VERSION } from "@/lib/wire/cohortParts";
import { freshKey, signedIn, type Visitor } from "./client";
import type { Database } from "@/lib/server/database/open";

/** Whether what stands behind a route's path stands in a cohort. */
export const isOfCohorts = (path: string): boolean => /^\/(cohorts|classes|class-invites|seats|work)(\/|$)/.test(path);

export interface InCohort {
  readonly visitor: Visitor;
  /** Of the account. */
  readonly id: string;
  /** Of the place. */
  readonly member: string;
}

const ADDRESS = "192.0.2.78";
const CALLER = { address: ADDRESS, now: 0 };

export const placeIn = async ({ client }: Database, cohort: string, userId: string): Promise<string> =>
  (await client.cohortMember.findFirstOrThrow({ where: { cohortId: cohort, userId }, select: { id: true } })).id;

/** A cohort and who made it, whose office is taken away afterwards: only the place counts. */
export async function cohortOf(open: Database, name = "Ara") {
  const { visitor, id } = await signedIn(open, { guest: false, name, role: "INSTRUCTOR" });
  const { id: cohort } = await createCohort(id, freshKey(), { name: `${name}'s class`, timeZone: "Asia/Seoul" }, Date.now());
  await open.client.user.update({ where: { id }, data: { role: "STUDENT" } });
  return { cohort, instructor: { visitor, id, member: await placeIn(open, cohort, id) } };
}

/** Somebody new in the cohort, by a code. */
export async function joinedAs(
  open: Database,
  { cohort, instructor }: { readonly cohort: string; readonly instructor: InCohort },
  as: "student" | "instructor",
  name: string,
): Promise<InCohort> {
  const { visitor, id } = await signedIn(open, { guest: false, name });
  const { id: invite, code } = await makeCode(instructor.id, cohort, { as, days: 1, maxUses: 1 }, Date.now());
  await joinByCode(id, code, { consent: as === "student" ? CONSENT_VERSION : null }, { ...CALLER, now: Date.now() });
  await open.client.cohortInvite.delete({ where: { id: invite } });
  return { visitor, id, member: await placeIn(open, cohort, id) };
}

/** Rows taken into a roster; answers the seats by name. */
export async function rosterOf(instructor: string, cohort: string, rows: readonly { name: string; email?: string }[]) {
  const whole = rows.map(({ name, email = "" }) => ({ name, email }));
  await addRoster(instructor, cohort, freshKey(), whole, Date.now());
  const { waiting } = await readCohort(instructor, cohort, Date.now());
  return Object.fromEntries(waiting.map(({ id, name }) => [name, id]));
}

/** An account without e-mail, with its PIN. */
export async function pupilOf(open: Database, instructor: string, cohort: string, name: string) {
  const { [name]: seat } = await rosterOf(instructor, cohort, [{ name }]);
  const { classCode, pins } = await drawPins(instructor, cohort, [seat], { ...CALLER, now: Date.now() });
  const { userId } = await open.client.cohortSeat.findUniqueOrThrow({ where: { id: seat }, select: { userId: true } });
  return { seat, classCode, pin: pins[0].pin, id: userId ?? "" };
}
