import { describe, expect, it } from "vitest";
import { topics } from "@/content/_generated/topics";
import { groupsOf } from "@/lib/ui/map/mapLayout";

describe("the parts of a track", () => {
  it("stand in one piece each, with every topic of the detection track under one", () => {
    const track = topics.filter(({ track }) => track === "detection").map(({ id, group }) => ({ id, group: group ?? null }));
    expect(track.filter(({ group }) => group === null)).toEqual([]);
    expect(groupsOf(track).map(({ group }) => group)).toEqual(["task", "two-stage", "one-stage", "beyond-boxes"]);
  });
});
