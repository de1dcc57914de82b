/** The board of wrong ideas: which ones the class holds now, how many, since when, and where that goes. */
import type { Text } from "@/lib/challenges/text";
import { josa, num, percent, things } from "@/lib/words";
import { figure, student, type Figure } from "./figure";
import { isClear, isHeld, shareBefore, type Holding, type Spell } from "./holding";
import { wilson } from "./intervals";
import { grouped } from "./numbers";

const WEEK_MS = 7 * 86_400_000;

/** One student's standing with one wrong idea of one topic, which an answer of theirs could have shown. */
export interface Held extends Holding {
  readonly student: string;
  readonly topic: string;
  readonly idea: string;
}

export interface BoardEntry {
  readonly topic: string;
  readonly idea: string;
  /** Those who hold it now, who has shown it longest first; `since` (ms) is the first answer that showed it. */
  readonly holders: readonly { readonly student: string; readonly since: number }[];
  /** Those who showed it, and never so that they were taken to hold it. */
  readonly unsure: number;
  /** When the first of the holders showed it first (ms). */
  readonly since: number;
  readonly lastAt: number;
  /** In the last seven days: holders who first showed it, and who stopped. */
  readonly came: number;
  readonly went: number;
  /** Of the students in the class, in percent. */
  readonly share: Figure;
  /** Ids of answers that show it, at most three of each holder. */
  readonly evidence: readonly string[];
}

interface Shown extends Pick<Held, "student" | "weight"> {
  readonly spell: Spell;
  readonly held: boolean;
  /** Held now or before, since it was first shown. */
  readonly ever: boolean;
}

/** Those who showed it, each judged by how common it is among the others who met it. */
function judged(all: readonly Held[]): Shown[] {
  const clear = all.filter(isClear).length;
  return all.flatMap((own) => {
    const { weight, spell } = own;
    if (spell === null) return [];
    const before = shareBefore(clear - (isClear(own) ? 1 : 0), all.length - 1);
    return [{ student: own.student, weight, spell, held: isHeld(weight, before), ever: isHeld(spell.peak, before) }];
  });
}

/** @param standings of everybody whose answers could have shown an idea @param students how many are in the class @param now ms */
export function board(standings: readonly Held[], students: number, now: number): BoardEntry[] {
  const recent = (at: number | null) => at !== null && at > now - WEEK_MS;
  const entries = [...grouped(standings, ({ topic, idea }) => `${topic}/${idea}`).values()].flatMap((all): BoardEntry[] => {
    const shown = judged(all);
    const held = shown.filter((each) => each.held).sort((a, b) => a.spell.firstAt - b.spell.firstAt || (a.student < b.student ? -1 : 1));
    if (held.length === 0) return [];
    const { topic, idea } = all[0];
    return [
      {
        topic,
        idea,
        holders: held.map((each) => ({ student: each.student, since: each.spell.firstAt })),
        unsure: shown.filter((each) => !each.ever && each.weight > 0).length,
        since: held[0].spell.firstAt,
        lastAt: Math.max(...held.map(({ spell }) => spell.lastAt)),
        came: held.filter(({ spell }) => recent(spell.firstAt)).length,
        went: shown.filter((each) => !each.held && each.ever && recent(each.spell.againstAt)).length,
        share: shareHolding(held.length, students, all),
        evidence: held.flatMap(({ spell }) => spell.evidence),
      },
    ];
  });
  return entries.sort(
    (a, b) => b.holders.length - a.holders.length || a.since - b.since || (`${a.topic}/${a.idea}` < `${b.topic}/${b.idea}` ? -1 : 1),
  );
}

/** The share of a class that holds a wrong idea, in percent. @param all who met it */
function shareHolding(holders: number, students: number, all: readonly Held[]): Figure {
  const value = students === 0 ? null : (100 * holders) / students;
  const [low, high] = students === 0 ? [0, 0] : wilson(holders / students, students);
  const clear = all.filter(isClear).length;
  const start = percent(shareBefore(clear, all.length), 1);
  const told: Text[] = [
    {
      ko: `${things(students, student).ko} 가운데 ${num(holders)}명이에요. 지금까지의 답을 보면 이 생각을 가졌을 가능성이 절반을 넘는 학생을 세요.`,
      en: `${num(holders)} of ${things(students, student).en}: those whose answers make it more likely than not that they hold the idea.`,
    },
    {
      ko: "이 생각을 드러낸 답은 가능성을 높이고, 드러낼 수 있었는데 맞히거나 다르게 틀린 답은 낮춰요. 우연히 나오기 어려운 답일수록, 그래서 선택지보다 그림판에서 드러냈을 때 더 크게 봐요. 많이 틀리는 학생은 우연히 드러낼 때도 많다고 보고 더 조심스럽게 세요.",
      en: "An answer that shows the idea speaks for it; one that could have shown it and is right, or wrong in another way, speaks against it. What hardly comes by chance counts more: an answer on a board more than an option. Of who misses much, a showing counts less.",
    },
    {
      ko: `드러낼 수 있었던 학생 ${num(all.length)}명 가운데 ${num(clear)}명이 뚜렷하게 드러냈어요. 그래서 이 반에서 이 생각을 가졌을 가능성은 답을 보기 전에 약 ${josa(start, "으로/로")} 잡아요.`,
      en: `Of ${num(all.length)} whose answers could show it, ${num(clear)} do clearly; so in this class the chance that somebody holds it is put at about ${start} before their own answers are looked at.`,
    },
  ];
  return figure(value, students, value === null ? null : [100 * low, 100 * high], "wilson", told, 0, null);
}
