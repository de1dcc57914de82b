import { describe, expect, it } from "vitest";
import { FIRST, fitted, readItems, readQuery, writeItems, writeQuery, type DrawnItem } from "./drawn";

const CAR: DrawnItem = { label: 6, pick: 0, x: 56, y: 56, size: 40, tilt: -15, flip: true };

describe("a race's address", () => {
  it("gives back the race that was written into it, and leaves other parameters alone", () => {
    const race = {
      seed: 71,
      objects: 4,
      held: true,
      own: true,
      background: "checker",
      items: [CAR, { ...CAR, label: 19, pick: 3, flip: false }],
    } as const;
    const search = writeQuery("?engine=wasm&seed=1", race);
    expect(readQuery(search)).toEqual(race);
    expect(new URLSearchParams(search).get("engine")).toBe("wasm");
    expect(search).toContain("items=6.0.56.56.40.-15.1_19.3.56.56.40.-15.0");
  });

  it("says nothing of a drawn scene where there is none", () => {
    expect(writeQuery("?ground=flat", { ...FIRST, seed: 5 })).toBe("?seed=5&objects=4&style=seen");
    expect(readQuery("")).toEqual(FIRST);
  });

  it.each([
    "?seed=0",
    "?seed=1.5",
    "?seed=1000000",
    "?seed=abc",
    "?objects=7",
    "?objects=-1",
    "?style=new",
    "?ground=sky",
    "?items=1.2.3",
    "?items=20.0.1.1.9.0.0",
    "?items=a.0.1.1.9.0.0",
  ])("is as at first for %s", (search) => {
    expect(readQuery(search)).toEqual(FIRST);
  });

  it("pulls an item's numbers into their limits and takes twelve items at most", () => {
    expect(readItems("6.0.200.-4.900.180.1")).toEqual([{ label: 6, pick: 0, x: 112, y: 0, size: 112, tilt: 90, flip: true }]);
    expect(
      readItems(
        Array(15)
          .fill(writeItems([CAR]))
          .join("_"),
      ),
    ).toHaveLength(12);
    expect(fitted({ ...CAR, x: 3.6, size: 1 })).toEqual({ ...CAR, x: 4, size: 6 });
  });
});
