import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nextCell } from "@/lib/ui/boards/gridKeys";
import { markCells, type Hands } from "./keyboard";

/** A grid that follows keys as `CellGrid` does, and the hands on it. */
function gridOf(rows: number, columns: number) {
  let at = Math.floor((rows * columns) / 2);
  const marked = new Set<number>();
  const reached: unknown[] = [];
  const no = () => Promise.reject(new Error("not on this board"));
  const hands: Hands = {
    press: async (key) => {
      const [name, ctrl] = key.startsWith("Control+") ? [key.slice(8), true] : [key, false];
      at = nextCell(at, name, rows, columns, ctrl) ?? at;
    },
    reach: async (target) => void reached.push(target),
    pressAndSee: async (key, target, attribute) => {
      expect([key, target, attribute]).toEqual(["Space", { css: `[role="grid"][aria-label="Cells"] [data-cell="${at}"]` }, "aria-pressed"]);
      marked.add(at);
    },
    turn: no,
    choose: no,
    slide: no,
    select: no,
    type: no,
    attribute: no,
  };
  return { hands, marked, reached };
}

describe("markCells", () => {
  it("marks just these cells of any grid, in whatever order they are given", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 6 }),
        fc.integer({ min: 1, max: 6 }),
        fc.array(fc.integer({ min: 0, max: 35 })),
        async (rows, columns, wanted) => {
          const cells = [...new Set(wanted.map((cell) => cell % (rows * columns)))];
          const { hands, marked, reached } = gridOf(rows, columns);
          await markCells(hands, "Cells", columns, cells);
          expect(reached).toEqual([{ css: '[role="grid"][aria-label="Cells"] [data-cell][tabindex="0"]' }]);
          expect([...marked].sort((a, b) => a - b)).toEqual([...cells].sort((a, b) => a - b));
        },
      ),
    );
  });
});
