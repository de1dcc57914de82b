/** What is due, as a calendar that other programs read by a secret address: titles and moments, and nothing else of anybody. */
import { createHmac } from "node:crypto";
import { createEvents, type EventAttributes } from "ics";
import { isTimeZone } from "@/lib/review";
import { BASE } from "@/lib/wire/route";
import { sha256 } from "../attempts/hash";
import { derivedKey } from "../auth/secret";
import { lockUser } from "../auth/users";
import { prisma } from "../database";
import { notFound } from "../http/errors";
import { readGivens, standingOf, type Given } from "./rows";

/** Events of a calendar: what was due long ago goes first. */
const MOST_EVENTS = 500;
const MINUTE_MS = 60_000;

/** Drawn from the site's secret, so that it can be shown again and is kept as a hash alone. */
const secretOf = (userId: string, draw: number): string =>
  createHmac("sha256", derivedKey("calendar")).update(`${userId}\n${draw}`).digest("base64url");

/** The address of one's calendar. @param fresh ends the address before */
export async function calendarAddress(userId: string, fresh: boolean): Promise<{ path: string }> {
  return (await prisma()).$transaction(async (tx) => {
    const user = await lockUser(tx, userId);
    const { calendarDraw } = await tx.user.findUniqueOrThrow({ where: { id: user.id }, select: { calendarDraw: true } });
    const draw = fresh ? calendarDraw + 1 : calendarDraw;
    const secret = secretOf(user.id, draw);
    await tx.user.update({ where: { id: user.id }, data: { calendarDraw: draw, calendarHash: sha256(secret) } });
    return { path: `${BASE}/calendars/${secret}` };
  });
}

/** The calendar behind a secret. @throws ApiError not-found */
export async function readCalendar(secret: string, now: number): Promise<Uint8Array> {
  const store = await prisma();
  const user = await store.user.findUnique({
    where: { calendarHash: sha256(secret) },
    select: { id: true, deletedAt: true, mergedIntoId: true, locale: true },
  });
  if (user === null || user.deletedAt !== null || user.mergedIntoId !== null) throw notFound();
  const givens = await readGivens(store, user.id, { withdrawnAt: null, cohort: { archivedAt: null } });
  const korean = user.locale !== "en";
  const due = givens
    .flatMap((given) => {
      const { dueAt, closesAt } = standingOf(given, now, true).terms;
      const at = dueAt ?? closesAt;
      return at === null ? [] : [{ given, at }];
    })
    .sort((a, b) => b.at - a.at)
    .slice(0, MOST_EVENTS);
  const { error, value } = createEvents(
    due.map(({ given, at }) => eventOf(given, at, korean)),
    { productId: "boxup", calName: "BoxUp", method: "PUBLISH" },
  );
  if (error || value === null) throw error ?? new Error("The calendar could not be written");
  return new TextEncoder().encode(value);
}

/** A moment is the same everywhere: it travels as UTC, and the words beside it say it in the class's own zone. */
function eventOf({ assignment, cohort }: Given, at: number, korean: boolean): EventAttributes {
  const timeZone = isTimeZone(cohort.timeZone) ? cohort.timeZone : "UTC";
  const words = new Intl.DateTimeFormat(korean ? "ko" : "en", {
    dateStyle: "medium",
    timeStyle: "short",
    hourCycle: "h23",
    timeZone,
  }).format(at);
  const start = at - (at % MINUTE_MS);
  return {
    uid: `${assignment.id}@boxup`,
    title: `${assignment.title} (${cohort.name})`,
    description: korean ? `마감: ${words} (${timeZone})` : `Due ${words} (${timeZone})`,
    start,
    startInputType: "utc",
    startOutputType: "utc",
    end: start,
    endInputType: "utc",
    endOutputType: "utc",
    created: assignment.createdAt.getTime(),
    sequence: assignment.revision,
    busyStatus: "FREE",
    transp: "TRANSPARENT",
  };
}
