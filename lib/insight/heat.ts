/** How a class does, topic by topic and week by week. */
import { num } from "@/lib/words";
import { figure, type Figure } from "./figure";
import { wilson } from "./intervals";
import { mean, sum } from "./numbers";

/** One student in one topic. */
export interface TopicStanding {
  readonly student: string;
  readonly topic: string;
  readonly firsts: number;
  /** Scores of the last first answers, the latest last. */
  readonly recent: readonly number[];
}

/** How many of the last first answers a cell shows. */
const CELL_LAST = 10;

/** A cell of the heat map: the mean of the last first answers, 0 to 100. */
export const cellOf = ({ recent }: Pick<TopicStanding, "recent">): number | null =>
  recent.length === 0 ? null : mean(recent.slice(-CELL_LAST));

/** A topic over the class: the mean of its students' cells. */
export function topicFigure(standings: readonly TopicStanding[]): Figure {
  const cells = standings.flatMap((standing) => cellOf(standing) ?? []);
  const n = cells.length;
  const value = n === 0 ? null : mean(cells);
  const interval = value === null ? null : wilson(Math.min(1, value / 100), n);
  return figure(value, n, interval && [100 * interval[0], 100 * interval[1]], "wilson", [
    {
      ko: `학생마다 이 주제의 최근 첫 답 ${CELL_LAST}개까지 평균을 내고, ${num(n)}명의 평균을 다시 냈어요.`,
      en: `For each student the mean of up to ${CELL_LAST} latest first answers in this topic, and then the mean over ${num(n)}.`,
    },
  ]);
}

/** One student in one week. @see trendOf */
export interface WeekStanding {
  /** Its Monday in the class's time zone, "2026-11-23". */
  readonly week: string;
  readonly student: string;
  readonly firsts: number;
  /** Sum of the scores. */
  readonly points: number;
}

export interface WeekFigure {
  readonly week: string;
  /** First answers in it. */
  readonly answers: number;
  /** The mean of the students' means. */
  readonly score: Figure;
}

/** The class week by week, oldest first. */
export function trendOf(rows: readonly WeekStanding[]): WeekFigure[] {
  const weeks = [...new Set(rows.map(({ week }) => week))].sort();
  return weeks.map((week) => {
    const own = rows.filter((row) => row.week === week && row.firsts > 0);
    const means = own.map(({ points, firsts }) => points / firsts);
    const n = means.length;
    const value = n === 0 ? null : mean(means);
    const interval = value === null ? null : wilson(Math.min(1, value / 100), n);
    const answers = sum(own.map(({ firsts }) => firsts));
    return {
      week,
      answers,
      score: figure(value, n, interval && [100 * interval[0], 100 * interval[1]], "wilson", [
        {
          ko: `이 주의 첫 답 ${num(answers)}개를 학생마다 평균 내고, ${num(n)}명의 평균을 다시 냈어요.`,
          en: `The week's ${num(answers)} first answers, averaged for each student and then over ${num(n)}.`,
        },
      ]),
    };
  });
}
