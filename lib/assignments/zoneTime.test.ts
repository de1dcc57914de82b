import { describe, expect, it } from "vitest";
import { instantOf, wallOf } from "./zoneTime";

describe("moments on a class's clock", () => {
  it.each([
    ["2026-12-04T18:00", "Asia/Seoul", "2026-12-04T09:00:00.000Z"],
    ["2026-07-01T00:00", "America/New_York", "2026-07-01T04:00:00.000Z"],
    ["2026-01-01T00:00", "Pacific/Kiritimati", "2025-12-31T10:00:00.000Z"],
    // An hour before and after the clocks of Berlin change.
    ["2026-03-29T01:30", "Europe/Berlin", "2026-03-29T00:30:00.000Z"],
    ["2026-03-29T03:30", "Europe/Berlin", "2026-03-29T01:30:00.000Z"],
    ["2026-10-25T04:00", "Europe/Berlin", "2026-10-25T03:00:00.000Z"],
  ])("%s in %s is %s, there and back", (wall, zone, instant) => {
    expect(instantOf(wall, zone)).toBe(instant);
    expect(wallOf(instant, zone)).toBe(wall);
  });

  it("reads an hour that is left out as the one after it", () => {
    expect(wallOf(instantOf("2026-03-29T02:30", "Europe/Berlin") ?? "", "Europe/Berlin")).toBe("2026-03-29T03:30");
  });

  it.each([
    ["2026-10-25T02:30", "Europe/Berlin", "2026-10-25T01:30:00.000Z"],
    ["2026-11-01T01:30", "America/New_York", "2026-11-01T06:30:00.000Z"],
    ["2026-04-05T01:45", "Australia/Lord_Howe", "2026-04-04T15:15:00.000Z"],
  ])("reads %s, which %s shows twice, as the second: %s, there and back", (wall, zone, instant) => {
    expect(instantOf(wall, zone)).toBe(instant);
    expect(instantOf(wallOf(instant, zone), zone)).toBe(instant);
  });

  it.each(["", "tomorrow", "2026-13-01T00:00", "2026-12-04"])("finds no moment in %j", (text) => {
    expect(instantOf(text, "Asia/Seoul")).toBeNull();
  });
});
