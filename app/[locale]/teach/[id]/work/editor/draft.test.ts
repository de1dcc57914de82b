import { describe, expect, it } from "vitest";
import { writtenPart } from "@/lib/wire/assignmentParts";
import { draftOf, EMPTY, faultsOf, freshPart, linked, moved, wireOf, type Draft, type DraftPart } from "./draft";

const SEOUL = "Asia/Seoul";
const ORIGIN = "https://boxup.kr";
const of = (change: Partial<Draft>): Draft => ({ ...EMPTY, title: "Week 3", ...change });
const lesson = (key: string, topic = "iou"): DraftPart => ({
  ...freshPart("lesson", key),
  settings: { type: "lesson", topic, lesson: topic },
});
const faults = (change: Partial<Draft>, publish = false) => faultsOf(of(change), SEOUL, publish);

describe("an assignment in the editor", () => {
  it("is saved with moments of the class's clock, and comes back as it was", () => {
    const draft = of({ dueAt: "2026-12-04T18:00", parts: [lesson("a")] });
    const { terms, parts } = wireOf(draft, SEOUL);
    expect(terms.dueAt).toBe("2026-12-04T09:00:00.000Z");
    expect(terms.opensAt).toBeNull();
    expect(parts).toEqual([{ id: null, points: 10, settings: { type: "lesson", topic: "iou", lesson: "iou" } }]);
    expect(parts.every((part) => writtenPart.safeParse(part).success)).toBe(true);
    const cohort = { id: "c", name: "C", timeZone: SEOUL, archived: false };
    const back = draftOf({ terms, parts: parts.map((part, i) => ({ ...part, id: `p${i}`, begun: false })), cohort });
    expect(back).toEqual({ ...draft, parts: [{ ...draft.parts[0], key: "p0", id: "p0" }] });
  });

  it.each([
    [{ title: " " }, { title: "title" }],
    [{ title: "x".repeat(121) }, { title: "title" }],
    [{ about: "x".repeat(4001) }, { about: "about" }],
    [{ dueAt: "soon" }, { dueAt: "moment" }],
    [{ opensAt: "2026-12-04T18:00", dueAt: "2026-12-04T18:00" }, { dueAt: "dueBeforeOpens" }],
    [{ dueAt: "2026-12-04T18:00", closesAt: "2026-12-04T17:59" }, { closesAt: "closesBeforeDue" }],
    [{ opensAt: "2026-12-04T18:00", closesAt: "2026-12-04T18:00" }, { closesAt: "closesBeforeOpens" }],
    [{ dueAt: "2026-12-04T18:00", closesAt: "2026-12-04T18:00" }, {}],
  ] as const)("%j: %j", (change, expected) => {
    expect(faults(change)).toEqual(expected);
  });

  it("may be a draft without parts, and is not published without", () => {
    expect(faults({}, false)).toEqual({});
    expect(faults({}, true)).toEqual({ parts: "noParts" });
  });

  it("names what is not chosen yet at its part", () => {
    const parts = (["lesson", "challenge", "quiz", "simulation"] as const).map((type) => freshPart(type, type));
    expect(faults({ parts })).toEqual({
      ...{ "parts.lesson": "topic", "parts.challenge": "kind", "parts.quiz": "questions", "parts.simulation": "link" },
    });
  });

  it("takes a simulation by a link of ours alone, and forgets what was hidden of another one", () => {
    const { settings } = freshPart("simulation", "s");
    if (settings.type !== "simulation") throw new Error("not a simulation");
    const iou = linked(settings, `${ORIGIN}/ko/learn/iou?iou.ax1=90`, ORIGIN);
    expect(iou).toMatchObject({ topic: "iou", state: "?iou.ax1=90" });
    expect(linked(settings, "https://elsewhere.example/learn/iou?iou.ax1=90", ORIGIN).topic).toBe("");
    expect(linked(settings, "/play/iou-draw", ORIGIN).topic).toBe("");
    const hidden = { ...iou, hidden: ["giou"] };
    expect(linked(hidden, "/learn/iou?iou.ax1=80", ORIGIN).hidden).toEqual(["giou"]);
    expect(linked(hidden, "/learn/nms?nms.t=0.4", ORIGIN).hidden).toEqual([]);
  });

  it("has its parts moved one step, and not beyond the ends", () => {
    const parts = ["a", "b", "c"].map((key) => lesson(key));
    const keys = (key: string, by: -1 | 1) =>
      moved(parts, key, by)
        .map((part) => part.key)
        .join("");
    expect([keys("a", -1), keys("a", 1), keys("c", -1), keys("c", 1)]).toEqual(["abc", "bac", "acb", "abc"]);
  });
});
