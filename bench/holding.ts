/**
 * npm run bench:holding                      draws classes as the demo's and says how well the board names who holds what (docs/insight.md)
 * npm run bench:holding -- --share 0.1 --dry a tenth of the classes; writes nothing
 * Nothing is stored: the demo's learners answer the product's instances and questions, `lib/insight` counts what they answered.
 */
import { join } from "node:path";
import { parseArgs } from "node:util";
import { services } from "@/app/api/services";
import { kinds } from "@/content/_generated/kinds";
import { questions } from "@/content/_generated/questions";
import { board, passed, recount, type Answered, type Held } from "@/lib/insight";
import type { Instance, Level } from "@/lib/challenges/contract";
import { seeded, type Random } from "@/lib/engine/random";
import { drawQuestion, gradeQuestion, type DrawnQuestion } from "@/lib/questions";
import { answeredOf, couldShow, type GradedItem } from "@/lib/server/insight/answers";
import { heldBy } from "@/lib/server/insight/overview";
import { answerTo, choiceOf, type Playable } from "@/scripts/demo/answers";
import { learnersOf } from "@/scripts/demo/cohort";
import { holdsOn, practised, type Learner } from "@/scripts/demo/learner";
import { DAYS, WORKS } from "@/scripts/demo/plan";
import { playablesUnder } from "@/scripts/demo/playables";
import { beginOf, DAY, PAUSE, thinking, triesAgain, visitsOf } from "@/scripts/demo/visits";
import { writeMarked } from "@/scripts/marked";

const ZONE = "Asia/Seoul";
const NOW = Date.parse("2026-06-30T12:00:00Z");
/** Instances of a kind and level that the classes share: drawing one costs more than answering it. */
const POOL = 150;
/** A planted idea counts where the work gave at least so many chances to see it, as in scripts/demo. */
const CHANCES = 2;
const RESAMPLES = 2000;

/** Classes of one sort. The seeds are none of those that the rule's numbers were chosen on. */
const SORTS = [
  { what: "{n} of 60", classes: 25, students: 60, mean: undefined },
  { what: "{n} of 15", classes: 60, students: 15, mean: undefined },
  { what: "{n} of 60 who know much less", classes: 6, students: 60, mean: 0.35 },
  { what: "{n} of 60 who know more", classes: 6, students: 60, mean: 0.85 },
] as const;

type Unrated = Pick<GradedItem, "item" | "topic" | "couldShow" | "answer" | "score" | "misconceptions">;

/** What is asked and answered, without a database. */
class Desk {
  private readonly pools = new Map<string, Instance<unknown, unknown>[]>();
  constructor(private readonly playables: ReadonlyMap<string, Playable>) {}

  private instance(kind: string, level: Level, random: Random): Instance<unknown, unknown> {
    const name = `${kind}:${level}`;
    const pool = this.pools.get(name) ?? [];
    this.pools.set(name, pool);
    const at = random.int(0, POOL - 1);
    // Through JSON, as what is issued comes back to be graded.
    return (pool[at] ??= JSON.parse(JSON.stringify(kinds[kind].instance(`holding:${at}`, level))) as Instance<unknown, unknown>);
  }

  challenge(learner: Learner, kind: string, level: Level, day: number, draw: Random, random: Random): Unrated | null {
    const playable = this.playables.get(kind);
    if (playable === undefined) throw new Error(`${kind}: no such kind`);
    const instance = this.instance(kind, level, draw);
    const answer = answerTo(learner, playable, instance, level, day, random);
    const { topic } = playable.challenge;
    practised(learner, topic, day);
    const verdict = kinds[kind].judgeInstance(instance, level, answer);
    if (verdict.status !== "graded") return null;
    const item = `kind:${kind}:${level}`;
    const could = couldShow(services.catalog, { item, instance: null });
    return { item, topic, couldShow: could, answer, score: verdict.score, misconceptions: verdict.grade.misconceptions };
  }

  question(learner: Learner, topic: string, draw: Random, day: number, random: Random): Unrated | null {
    const question = draw.pick(questions[topic]);
    const instance = JSON.stringify(drawQuestion(question, String(draw.int(0, 2 ** 30))));
    const drawn = JSON.parse(instance) as DrawnQuestion;
    const answer = choiceOf(learner, topic, drawn, day, random);
    practised(learner, topic, day);
    const marks = gradeQuestion(drawn, answer);
    const item = `question:${topic}/${question.id}`;
    return marks && { item, topic, couldShow: couldShow(services.catalog, { item, instance }), answer, ...marks };
  }
}

/** What the learners of one class answer in six weeks, by learner. */
function answersOf(desk: Desk, learners: readonly Learner[], seed: string, random: Random): Answered[][] {
  const begin = beginOf(NOW);
  const draw = seeded(`draw:${seed}`);
  const given = learners.map((): Answered[] => []);
  for (const { at, learner: student, work } of visitsOf(WORKS, learners, { begin, now: NOW }, random)) {
    const learner = learners[student];
    const own = seeded(`${seed}:${student}:${work}`);
    let clock = at;
    /** @returns the score; null where nothing was graded */
    const answered = (nth: number, ask: (day: number) => Unrated | null): number | null => {
      const openedAt = new Date(clock);
      clock += thinking(own);
      const graded = ask((clock - begin) / DAY);
      const id = String(given[student].length).padStart(5, "0");
      if (graded !== null) {
        const row = { ...graded, id, memberId: String(student), band: null, try: nth, openedAt, answeredAt: new Date(clock) };
        given[student].push(answeredOf(ZONE, row));
      }
      clock += PAUSE;
      return graded?.score ?? null;
    };
    for (const part of WORKS[work].parts) {
      if (part.type === "challenge")
        for (let slot = 0; slot < part.count; slot++)
          for (let nth = 1; ; nth++) {
            const score = answered(nth, (day) => desk.challenge(learner, part.kind, part.level, day, draw, own));
            if (score === null || !triesAgain(learner, score, part.tries === null ? Infinity : part.tries - nth, nth, own)) break;
          }
      if (part.type === "quiz" && "topics" in part.from)
        for (let slot = 0; slot < part.from.count; slot++) {
          const topic = draw.pick(part.from.topics);
          answered(1, (day) => desk.question(learner, topic, draw, day, own));
        }
    }
  }
  return given;
}

/** Of one class: planted ideas that could be seen, those of them that are named, all that are named, those of them that are held, and that were. */
interface Counts {
  readonly planted: number;
  readonly found: number;
  readonly said: number;
  readonly right: number;
  readonly before: number;
}

function countsOf(learners: readonly Learner[], answers: readonly Answered[][], said: ReadonlySet<string>): Counts {
  const places = (on: (idea: Learner["ideas"][number]) => boolean) =>
    learners.flatMap(({ ideas }, i) => ideas.filter(on).map(({ topic, misconception }) => `${i} ${topic} ${misconception}`));
  const planted = new Set(places((idea) => holdsOn(idea, DAYS)));
  const ever = new Set(places(() => true));
  const chances = (place: string) => {
    const [student, topic, idea] = place.split(" ");
    return answers[Number(student)].filter((each) => each.topic === topic && each.couldShow.includes(idea)).length;
  };
  const seen = [...planted].filter((place) => chances(place) >= CHANCES);
  const right = [...said].filter((place) => planted.has(place)).length;
  return {
    planted: seen.length,
    found: seen.filter((place) => said.has(place)).length,
    said: said.size,
    right,
    before: [...said].filter((place) => ever.has(place)).length - right,
  };
}

const placesOf = (entries: readonly { topic: string; idea: string; holders: readonly { student: string }[] }[]): Set<string> =>
  new Set(entries.flatMap(({ topic, idea, holders }) => holders.map(({ student }) => `${student} ${topic} ${idea}`)));

/** The rule that comes to mind first, as the board had it before: shown at two answers, and not since answered right twice where it could have shown. */
function shownTwice(answers: readonly Answered[][]): Set<string> {
  const said = new Set<string>();
  for (const [student, own] of answers.entries()) {
    const tallies = new Map<string, { shown: number; right: number }>();
    for (const { topic, couldShow: ideas, shown, score } of own)
      for (const idea of ideas) {
        const place = `${student} ${topic} ${idea}`;
        const before = tallies.get(place) ?? { shown: 0, right: 0 };
        const mended = before.right >= 2;
        if (shown.includes(idea)) tallies.set(place, { shown: mended ? 1 : before.shown + 1, right: 0 });
        else if (passed({ score })) tallies.set(place, { ...before, right: before.right + 1 });
      }
    for (const [place, { shown, right }] of tallies) if (shown >= 2 && right < 2) said.add(place);
  }
  return said;
}

const total = (all: readonly Counts[], of: keyof Counts): number => all.reduce((sum, each) => sum + each[of], 0);
const precision = (all: readonly Counts[]): number => total(all, "right") / total(all, "said");
const recall = (all: readonly Counts[]): number => total(all, "found") / total(all, "planted");

/** 95 % of what classes drawn again from these give. */
function interval(all: readonly Counts[], of: (some: readonly Counts[]) => number): string {
  const random = seeded("holding: classes again");
  const values = Array.from({ length: RESAMPLES }, () => of(all.map(() => random.pick(all)))).sort((a, b) => a - b);
  return [0.025, 0.975].map((share) => values[Math.floor(share * RESAMPLES)].toFixed(3)).join("–");
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { share: { type: "string", default: "1" }, dry: { type: "boolean", default: false } } });
  const desk = new Desk(await playablesUnder(join(process.cwd(), "content/topics")));
  const lines = [
    "| classes | precision (95 %) | recall (95 %) | named who never held it | both 0.9 or more | shown twice |",
    "|---|---|---|---|---|---|",
  ];
  for (const { what, classes, students, mean } of SORTS) {
    const n = Math.max(1, Math.round(classes * Number(values.share)));
    const [weighed, twice]: [Counts[], Counts[]] = [[], []];
    for (let i = 0; i < n; i++) {
      const seed = `holding:${what}:${i}`;
      const random = seeded(seed);
      const learners = learnersOf(students, random, mean);
      const answers = answersOf(desk, learners, seed, random);
      const held: Held[] = heldBy(new Map(answers.map((own, student) => [String(student), recount(own)])));
      weighed.push(countsOf(learners, answers, placesOf(board(held, students, NOW))));
      twice.push(countsOf(learners, answers, shownTwice(answers)));
      console.log(what.replace("{n}", `${i + 1} / ${n}`), JSON.stringify(weighed[i]));
    }
    const never = total(weighed, "said") - total(weighed, "right") - total(weighed, "before");
    const both = weighed.filter((each) => precision([each]) >= 0.9 && recall([each]) >= 0.9).length;
    lines.push(
      `| ${[
        what.replace("{n}", String(n)),
        `${precision(weighed).toFixed(3)} (${interval(weighed, precision)})`,
        `${recall(weighed).toFixed(3)} (${interval(weighed, recall)})`,
        `${never} of ${total(weighed, "said").toLocaleString("en")}`,
        `${both} of ${n}`,
        `${precision(twice).toFixed(3)}, ${recall(twice).toFixed(3)}`,
      ].join(" | ")} |`,
    );
  }
  console.log(lines.join("\n"));
  if (!values.dry) writeMarked(process.cwd(), "bench/holding.ts", lines.join("\n"), "docs/insight.md");
}

await main();
