import { describe, expect, it } from "vitest";
import en from "@/content/messages/en.json";
import ko from "@/content/messages/ko.json";
import * as assignments from "@/lib/wire/assignments";
import * as bank from "@/lib/wire/bank";
import * as discussion from "@/lib/wire/discussion";
import * as grades from "@/lib/wire/grades";
import * as groups from "@/lib/wire/groups";
import * as inbox from "@/lib/wire/inbox";
import * as notes from "@/lib/wire/notes";
import * as peerSessions from "@/lib/wire/peerSessions";
import * as readings from "@/lib/wire/readings";
import { nameOf, type Route } from "@/lib/wire/route";
import * as work from "@/lib/wire/work";
import { OUTBOX_NAMES } from "./outboxNames";

/** Edits of a note wait in a store of their own (docs/decisions/0018); what stands on a board is saved anew, and only as it is now. */
const ELSEWHERE: readonly Route[] = [notes.editNote, work.saveItem];
const isRoute = (value: unknown): value is Route => typeof value === "object" && value !== null && "method" in value && "path" in value;
const waiting = [assignments, bank, discussion, grades, groups, inbox, notes, peerSessions, readings, work]
  .flatMap((module) => Object.values(module))
  .filter(isRoute)
  .filter((route) => (route.keyed ?? route.idempotent ?? false) && !ELSEWHERE.includes(route));

describe("what waits in the outbox", () => {
  it.each(waiting.map((route) => [nameOf(route), route.path] as const))("%s has a name of its own in both languages", (_, path) => {
    const name = OUTBOX_NAMES[path];
    expect(name).toBeDefined();
    expect(name).not.toBe("inGroup");
    for (const { outbox } of [ko, en]) expect(outbox[name ?? "inGroup"].trim()).not.toBe("");
  });

  it("is called by different names", () => {
    const names = Object.values(OUTBOX_NAMES);
    expect(new Set(names).size).toBe(names.length);
    for (const { outbox } of [ko, en]) {
      const words = names.map((name) => outbox[name ?? "inGroup"]);
      expect(new Set(words).size).toBe(words.length);
    }
  });

  it("is a route that there is, whichever has a name", () => {
    const paths = waiting.map(({ path }): string => path);
    const named = Object.keys(OUTBOX_NAMES).filter(
      (path) => path.startsWith("/groups") || path.startsWith("/bank") || path.startsWith("/inbox"),
    );
    expect(named.filter((path) => !paths.includes(path))).toEqual([]);
  });
});
