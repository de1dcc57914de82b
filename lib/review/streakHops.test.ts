import { expect, it } from "vitest";
import { localDate } from "./days";
import { joinDays, streakOf, type ActiveDay } from "./streak";

const [WEST, EAST] = ["America/New_York", "Asia/Seoul"].map((timeZone) => ({ timeZone, dayStart: 4 }));
const at = (day: number, hour: number, minute = 0): number => Date.UTC(2026, 0, day, hour, minute);
const played = (instant: number, calendar: typeof WEST): ActiveDay[] => [
  { date: localDate(instant, calendar), firstAt: instant, lastAt: instant, calendar },
];
const joined = (...plays: readonly ActiveDay[][]): ActiveDay[] => plays.reduce(joinDays, []);

it("a streak is not kept up by going east within a visit and west until the next", () => {
  const visits = [3, 5, 7, 9, 11].flatMap((day) => [played(at(day, 23, 55), WEST), played(at(day, 23, 56), EAST)]);
  expect(streakOf(joined(...visits), at(11, 23, 56), EAST)).toEqual({ length: 1, today: true });
});

it("whoever flew west is told to play the date again that has come again, and keeps the run by it", () => {
  const east = played(at(3, 23, 56), EAST);
  expect(streakOf(east, at(4, 10), WEST)).toEqual({ length: 1, today: false });
  expect(streakOf(joined(east, played(at(4, 20), WEST)), at(6, 4), WEST)).toEqual({ length: 1, today: false });
  expect(streakOf(east, at(6, 4), WEST)).toEqual({ length: 0, today: false });
});
