/** A cohort's roster: read from a file, looked at row by row, then taken whole or not at all; and the PINs of accounts without e-mail. */
import * as z from "@/lib/challenges/schema";
import { PINS_MAX, ROSTER_MAX, ROW_FAULTS, rosterRow } from "./cohortParts";
import { route, type ReplyOf } from "./route";
import { id } from "./scalars";

/** Reads a roster and says what is wrong with each row. Writes nothing. */
export const checkRoster = route({
  method: "POST",
  path: "/cohorts/:id/roster/check",
  params: z.object({ id }),
  body: z.strictObject({
    /** Of the file: the browser knows how it is coded. */
    text: z.string().min(1).max(ROSTER_MAX.text),
  }),
  bodyBytes: 160 * 1024,
  reply: z.object({
    rows: z.array(
      rosterRow.extend({
        /** Of the file, from 1. */
        line: z.number(),
        faults: z.array(z.enum(ROW_FAULTS)),
      }),
    ),
    /** Columns that hold something and are not read: their place, from 1, and what stands above them. */
    ignored: z.array(z.object({ place: z.number(), head: z.string().nullable() })),
    /** Addresses and nicknames that are in the cohort already, in their one spelling: rows that are mended are judged by them. */
    known: z.object({ emails: z.array(z.string()), nicknames: z.array(z.string()) }),
  }),
  access: "user",
  limit: { name: "write", by: "user" },
});
export type RosterCheck = ReplyOf<typeof checkRoster>;

/** Takes all rows or none: a place kept for each address, an account without e-mail for each name that has none. */
export const addRoster = route({
  method: "POST",
  path: "/cohorts/:id/roster",
  params: z.object({ id }),
  body: z.strictObject({ rows: z.array(rosterRow).min(1).max(ROSTER_MAX.rows) }),
  bodyBytes: 160 * 1024,
  reply: z.object({ invited: z.number(), accounts: z.number(), repeated: z.boolean() }),
  keyed: true,
  access: "user",
  limit: { name: "write", by: "user" },
});

/** Takes a kept place back. An account that nobody has signed in to goes with it. */
export const dropSeat = route({
  method: "DELETE",
  path: "/cohorts/:id/seats/:seat",
  params: z.object({ id, seat: id }),
  reply: z.object({ id: z.string() }),
  access: "user",
  limit: { name: "write", by: "user" },
});

/** Draws new PINs for accounts without e-mail. This answer is the only place where they can be read. */
export const drawPins = route({
  method: "POST",
  path: "/cohorts/:id/pins",
  params: z.object({ id }),
  body: z.strictObject({ seats: z.array(id).min(1).max(PINS_MAX) }),
  reply: z.object({ classCode: z.string(), pins: z.array(z.object({ seat: z.string(), nickname: z.string(), pin: z.string() })) }),
  access: "user",
  limit: { name: "pins", by: "user" },
});
export type Pins = ReplyOf<typeof drawPins>;
