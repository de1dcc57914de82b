import { describe, expect, it } from "vitest";
import { topics } from "@/content/_generated/topics";
import type { Group, Track } from "@/lib/challenges/topic";
import { groupsOf } from "@/lib/ui/map/mapLayout";

const PARTS: Record<Track, readonly Group[]> = {
  detection: ["task", "two-stage", "one-stage", "beyond-boxes"],
  visualization: ["understand", "analyse"],
};

describe("the parts of a track", () => {
  it.each(Object.entries(PARTS))("of %s stand in one piece each, with every topic under one", (name, parts) => {
    const track = topics.filter(({ track }) => track === name).map(({ id, group }) => ({ id, group: group ?? null }));
    expect(track.filter(({ group }) => group === null)).toEqual([]);
    expect(groupsOf(track).map(({ group }) => group)).toEqual(parts);
  });
});
