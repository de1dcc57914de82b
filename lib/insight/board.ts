/** The board of wrong ideas: which ones the class holds now, how many, since when, and where that goes. */
import type { Text } from "@/lib/challenges/text";
import { num, things } from "@/lib/words";
import { figure, student, type Figure } from "./figure";
import { holds, type Holding } from "./holding";
import { wilson } from "./intervals";
import { grouped } from "./numbers";

const WEEK_MS = 7 * 86_400_000;

/** One student's standing with one wrong idea of one topic. */
export interface Held {
  readonly student: string;
  readonly topic: string;
  readonly idea: string;
  readonly holding: Holding;
}

export interface BoardEntry {
  readonly topic: string;
  readonly idea: string;
  /** Places of those who hold it now, who has held it longest first. */
  readonly holders: readonly string[];
  /** Those who showed it once and may not hold it. */
  readonly once: number;
  /** When the first of the holders came to hold it (ms). */
  readonly since: number;
  readonly lastAt: number;
  /** In the last seven days: who came to hold it, and who stopped. */
  readonly came: number;
  readonly went: number;
  /** Of the students in the class, in percent. */
  readonly share: Figure;
  /** Ids of answers that show it, at most three of each holder. */
  readonly evidence: readonly string[];
}

/** @param students how many are in the class @param now ms */
export function board(standings: readonly Held[], students: number, now: number): BoardEntry[] {
  const recent = (at: number | null) => at !== null && at > now - WEEK_MS;
  const entries = [...grouped(standings, ({ topic, idea }) => `${topic}/${idea}`).values()].flatMap((all): BoardEntry[] => {
    const held = all
      .filter(({ holding }) => holds(holding))
      .sort((a, b) => (a.holding.heldAt ?? 0) - (b.holding.heldAt ?? 0) || (a.student < b.student ? -1 : 1));
    if (held.length === 0) return [];
    const others = all.flatMap(({ holding }) => (holds(holding) ? [] : [holding]));
    const { topic, idea } = all[0];
    return [
      {
        topic,
        idea,
        holders: held.map((each) => each.student),
        once: others.filter(({ mended, shown }) => mended < 2 && shown === 1).length,
        since: held[0].holding.heldAt ?? now,
        lastAt: held.reduce((latest, { holding }) => Math.max(latest, holding.lastAt), 0),
        came: held.filter(({ holding }) => recent(holding.heldAt)).length,
        went: others.filter(({ mendedAt }) => recent(mendedAt)).length,
        share: shareHolding(held.length, students),
        evidence: held.flatMap(({ holding }) => holding.evidence.slice(-3)),
      },
    ];
  });
  return entries.sort(
    (a, b) => b.holders.length - a.holders.length || a.since - b.since || (`${a.topic}/${a.idea}` < `${b.topic}/${b.idea}` ? -1 : 1),
  );
}

/** The share of a class that holds a wrong idea, in percent. */
function shareHolding(holders: number, students: number): Figure {
  const value = students === 0 ? null : (100 * holders) / students;
  const [low, high] = students === 0 ? [0, 0] : wilson(holders / students, students);
  const told: Text = {
    ko: `${things(students, student).ko} 가운데 ${num(holders)}명이에요. 같은 생각을 두 번 이상 드러냈고, 그 뒤로 드러낼 수 있었던 문항을 두 번 맞히지 않은 학생을 세요. 그 생각과 다른 오답은 반 번 맞힌 것으로 쳐요. 선택지와 그림판의 답을 모두 봐요.`,
    en: `${num(holders)} of ${things(students, student).en}: whoever showed the idea at least twice, by options or on a board, and has not since answered two items right that could have shown it; a wrong answer of another kind counts as half a right one. Options and boards both count.`,
  };
  return figure(value, students, value === null ? null : [100 * low, 100 * high], "wilson", [told], 0, null);
}
