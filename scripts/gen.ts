/**
 * Writes content/_generated: the indexes of topics, challenge kinds, boards, simulations, lessons and questions, from the
 * folders that exist. `npm run gen -- --check` changes nothing and fails when an index is stale or a topic lacks a half.
 */
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { lessonMinutes, type Minutes } from "./lesson-minutes";

export interface TopicFolder {
  id: string;
  kinds: string[];
  hasSimulation: boolean;
  /** Whether it has tasks for the engine worker (tasks.ts). */
  hasTasks: boolean;
  hasFigures: boolean;
}

const identifier = (id: string) => id.replace(/-([a-z0-9])/g, (_, c: string) => c.toUpperCase());
const REQUIRED = ["topic.ts", "design.md", "lesson.ko.mdx", "lesson.en.mdx", "questions.ts", "Simulation.tsx", "examples.ts"];
const REQUIRED_OF_KIND = ["challenge.ts", "Board.tsx", "Replay.tsx", "keyboard.ts", "challenge.test.ts", "rivals.ts", "golden.json"];

/** Lists the topic folders under `root`/content/topics (names starting with "_" are templates) and what is missing in them. */
export function scan(root: string): { topics: TopicFolder[]; problems: string[] } {
  const base = join(root, "content/topics");
  const problems: string[] = [];
  const topics = readdirSync(base, { withFileTypes: true })
    .filter((d) => d.isDirectory() && !d.name.startsWith("_"))
    .map((d) => d.name)
    .sort()
    .map((id) => {
      const folder = join(base, id);
      for (const file of REQUIRED) if (!existsSync(join(folder, file))) problems.push(`content/topics/${id}/${file} is missing`);
      const kindsFolder = join(folder, "challenges");
      const kinds = existsSync(kindsFolder)
        ? readdirSync(kindsFolder, { withFileTypes: true })
            .filter((d) => d.isDirectory())
            .map((d) => d.name)
            .sort()
        : [];
      if (kinds.length === 0) problems.push(`content/topics/${id}/challenges has no challenge`);
      for (const kind of kinds) {
        for (const file of REQUIRED_OF_KIND) {
          if (!existsSync(join(kindsFolder, kind, file))) problems.push(`content/topics/${id}/challenges/${kind}/${file} is missing`);
        }
      }
      return {
        id,
        kinds,
        hasSimulation: existsSync(join(folder, "Simulation.tsx")),
        hasTasks: existsSync(join(folder, "tasks.ts")),
        hasFigures: existsSync(join(folder, "figures.json")),
      };
    });
  const owner = new Map<string, string>();
  for (const topic of topics) {
    for (const kind of topic.kinds) {
      const other = owner.get(kind);
      if (other) problems.push(`challenge kind "${kind}" stands in two topics: ${other} and ${topic.id}`);
      owner.set(kind, topic.id);
    }
  }
  return { topics, problems };
}

/** The generated files: name → text. */
export function render(topics: readonly TopicFolder[]): Record<string, string> {
  const banner = "// Written by `npm run gen` from the folders of content/topics. Do not edit.\n";
  const all = topics.flatMap((t) => t.kinds.map((kind) => ({ topic: t.id, kind })));
  const at = (topic: string, file: string) => `@/content/topics/${topic}/${file}`;
  /** The type of a topic's task table. */
  const tasksOf = (id: string) =>
    topics.some((topic) => topic.id === id && topic.hasTasks) ? `typeof import("${at(id, "tasks")}").tasks` : "NoTasks";
  return {
    "topics.ts": `${banner}import type { Topic } from "@/lib/challenges/topic";
${topics.map((t) => `import { topic as ${identifier(t.id)} } from "${at(t.id, "topic")}";`).join("\n")}

const all: readonly Topic[] = [${topics.map((t) => identifier(t.id)).join(", ")}];

/** Every topic, by track and place on the map: for the server. A browser takes topicLoaders.ts. */
export const topics: readonly Topic[] = [...all].sort((a, b) => (a.track === b.track ? a.order - b.order : a.track < b.track ? -1 : 1));

/** Challenge kinds of each topic. */
export const kindsOfTopic: Readonly<Record<string, readonly string[]>> = ${JSON.stringify(Object.fromEntries(topics.map((t) => [t.id, t.kinds])), null, 2)};
`,
    "kinds.ts": `${banner}import { seal, type SealedChallenge } from "@/lib/challenges/seal";
${all.map(({ topic, kind }) => `import { challenge as ${identifier(kind)} } from "${at(topic, `challenges/${kind}/challenge`)}";`).join("\n")}

/** Every challenge kind by name: for the grading threads. A browser takes kindLoaders.ts. */
export const kinds: Readonly<Record<string, SealedChallenge>> = {
${all.map(({ kind }) => `  "${kind}": seal(${identifier(kind)}),`).join("\n")}
};
`,
    "kindLoaders.ts": `${banner}import { seal, type SealedChallenge } from "@/lib/challenges/seal";

/** Loads a kind's pure functions on demand, for the browser: what it starts with must not grow with the catalogue. */
export const kindLoaders: Readonly<Record<string, () => Promise<SealedChallenge>>> = {
${all.map(({ topic, kind }) => `  "${kind}": async () => seal((await import("${at(topic, `challenges/${kind}/challenge`)}")).challenge),`).join("\n")}
};
`,
    "topicLoaders.ts": `${banner}import type { Topic } from "@/lib/challenges/topic";
import type { Question } from "@/lib/questions";

/** Loads what a topic says of itself on demand, for the browser. */
export const topicLoaders: Readonly<Record<string, () => Promise<Topic>>> = {
${topics.map((t) => `  "${t.id}": async () => (await import("${at(t.id, "topic")}")).topic,`).join("\n")}
};

/** Loads a topic's review questions on demand, for the browser. */
export const questionLoaders: Readonly<Record<string, () => Promise<readonly Question[]>>> = {
${topics.map((t) => `  "${t.id}": async () => (await import("${at(t.id, "questions")}")).questions,`).join("\n")}
};
`,
    "kindFacts.ts": `${banner}import type { Level } from "@/lib/challenges/contract";
import type { Text } from "@/lib/challenges/text";

interface KindFacts {
  readonly topic: string;
  readonly version: number;
  readonly title: Text;
  readonly skill: Text;
  /** What its bands measure; null where it has none. */
  readonly measure: Text | null;
  /** The misconceptions that an answer can show, with the levels at which whoever holds them fails. */
  readonly beliefs: readonly { readonly misconception: string; readonly levels: readonly Level[] }[];
}

/** What lists and links need to know of a kind without loading its code: for the server, which hands on what a page shows. Titles come from the challenges by \`npm run gen\`. */
export const kindFacts: Readonly<Record<string, KindFacts>> = __KIND_FACTS__;
`,
    "minutes.ts": `${banner}import type { Locale } from "@/lib/challenges/text";

/** How long each lesson takes, in minutes: computed from its text and its plays. For the server, which hands on what a page shows. */
export const minutes: Readonly<Record<string, Readonly<Record<Locale, number>>>> = __MINUTES__;
`,
    "questions.ts": `${banner}import type { Question } from "@/lib/questions";
${topics.map((t) => `import { questions as ${identifier(t.id)} } from "${at(t.id, "questions")}";`).join("\n")}

/** The review questions of every topic: for the server. A browser takes topicLoaders.ts. */
export const questions: Readonly<Record<string, readonly Question[]>> = {
${topics.map((t) => `  "${t.id}": ${identifier(t.id)},`).join("\n")}
};
`,
    "playables.ts": `${banner}import type { NoTasks } from "@/lib/challenges/task";
import { playable, type Playable } from "@/lib/ui/play/playable";

/** Loads a kind's pure functions, board and replay on demand. */
export const playables: Readonly<Record<string, () => Promise<Playable>>> = {
${all
  .map(
    ({ topic, kind }) => `  "${kind}": async () => {
    const [{ challenge }, { Board }, { Replay }] = await Promise.all([
      import("${at(topic, `challenges/${kind}/challenge`)}"),
      import("${at(topic, `challenges/${kind}/Board`)}"),
      import("${at(topic, `challenges/${kind}/Replay`)}"),
    ]);
    return playable(challenge, Board, Replay, (runners) => runners<${tasksOf(topic)}>("${topic}"));
  },`,
  )
  .join("\n")}
};
`,
    "tasks.ts": `${banner}import type { TaskTable } from "@/lib/challenges/task";

/** Loads a topic's tasks on demand. For the engine worker alone: pages ask through a TaskRunner. */
export const tasks: Readonly<Record<string, () => Promise<{ readonly tasks: TaskTable }>>> = {
${topics
  .filter((t) => t.hasTasks)
  .map((t) => `  "${t.id}": () => import("${at(t.id, "tasks")}"),`)
  .join("\n")}
};
`,
    "simulations.ts": `${banner}import type { NoTasks } from "@/lib/challenges/task";
import { simulationOf, type PlacedSimulation } from "@/lib/ui/play/simulation";

/** Loads a topic's simulation on demand. */
export const simulations: Readonly<Record<string, () => Promise<PlacedSimulation>>> = {
${topics
  .filter((t) => t.hasSimulation)
  .map(
    (t) => `  "${t.id}": async () => {
    const { Simulation } = await import("${at(t.id, "Simulation")}");
    return simulationOf<${tasksOf(t.id)}>("${t.id}", Simulation);
  },`,
  )
  .join("\n")}
};
`,
    "keyboards.ts": `${banner}import { perfectPlay, type PerfectPlay } from "@/lib/challenges/keyboard";
${all
  .flatMap(({ topic, kind }) => [
    `import { challenge as ${identifier(kind)} } from "${at(topic, `challenges/${kind}/challenge`)}";`,
    `import { keyboard as ${identifier(kind)}Keys } from "${at(topic, `challenges/${kind}/keyboard`)}";`,
  ])
  .join("\n")}

/** Enters a kind's perfect answer by keys alone, for the browser tests. */
export const keyboards: Readonly<Record<string, PerfectPlay>> = {
${all.map(({ kind }) => `  "${kind}": perfectPlay(${identifier(kind)}, ${identifier(kind)}Keys),`).join("\n")}
};
`,
    "figures.ts": `${banner}import type { Figures } from "@/lib/challenges/figures";

/** Loads a topic's measured figures; topics without any are not listed. */
export const figures: Readonly<Record<string, () => Promise<{ readonly default: Figures }>>> = {
${topics
  .filter((t) => t.hasFigures)
  .map((t) => `  "${t.id}": () => import("${at(t.id, "figures.json")}"),`)
  .join("\n")}
};
`,
    "examples.ts": `${banner}import type { Level } from "@/lib/challenges/contract";
import type { Text } from "@/lib/challenges/text";
${topics.map((t) => `import { examples as ${identifier(t.id)} } from "${at(t.id, "examples")}";`).join("\n")}

export interface Example {
  readonly kind: string;
  readonly seed: string;
  readonly level: Level;
  readonly note: Text;
}

export const examples: readonly Example[] = [${topics.map((t) => `...${identifier(t.id)}`).join(", ")}];
`,
  };
}

function minutes(root: string, topics: readonly TopicFolder[]): Readonly<Record<string, Minutes>> {
  const of = (id: string, locale: string) => lessonMinutes(readFileSync(join(root, "content/topics", id, `lesson.${locale}.mdx`), "utf8"));
  return Object.fromEntries(topics.map(({ id }) => [id, { ko: of(id, "ko"), en: of(id, "en") }]));
}

/** Titles and skills, read from the challenges themselves. */
async function kindFacts(root: string, topics: readonly TopicFolder[]): Promise<string> {
  const facts: Record<string, unknown> = {};
  for (const topic of topics) {
    for (const kind of topic.kinds) {
      const file = join(root, "content/topics", topic.id, "challenges", kind, "challenge.ts");
      const { challenge } = (await import(pathToFileURL(file).href)) as {
        challenge: { topic: string; version: number; title: unknown; skill: unknown; band?: { measure: unknown } };
      };
      const { rivals } = (await import(pathToFileURL(join(dirname(file), "rivals.ts")).href)) as {
        rivals: { beliefs: readonly { misconception: string; levels: readonly number[] }[] };
      };
      facts[kind] = {
        topic: challenge.topic,
        version: challenge.version,
        title: challenge.title,
        skill: challenge.skill,
        measure: challenge.band?.measure ?? null,
        beliefs: rivals.beliefs.map(({ misconception, levels }) => ({ misconception, levels })),
      };
    }
  }
  return JSON.stringify(facts, null, 2);
}

/** Everything `npm run gen` would write for the tree at `root`. */
export async function generate(root: string, draft = false): Promise<{ files: Record<string, string>; problems: string[] }> {
  const scanned = scan(root);
  // A draft leaves unfinished topics and kinds out instead of refusing, for work in progress.
  const unfinished = (path: string) => scanned.problems.some((p) => p.startsWith(path));
  const topics = draft
    ? scanned.topics
        .filter((t) => !REQUIRED.some((file) => unfinished(`content/topics/${t.id}/${file}`)))
        .map((t) => ({ ...t, kinds: t.kinds.filter((kind) => !unfinished(`content/topics/${t.id}/challenges/${kind}/`)) }))
    : scanned.topics;
  const problems = draft ? [] : scanned.problems;
  const files = render(topics);
  files["minutes.ts"] = files["minutes.ts"].replace(
    "__MINUTES__",
    problems.length > 0 ? "{}" : JSON.stringify(minutes(root, topics), null, 2),
  );
  files["kindFacts.ts"] = files["kindFacts.ts"].replace("__KIND_FACTS__", problems.length > 0 ? "{}" : await kindFacts(root, topics));
  return { files, problems };
}

async function main(): Promise<void> {
  const root = process.cwd();
  const check = process.argv.includes("--check");
  const { files, problems } = await generate(root, process.argv.includes("--draft"));
  for (const problem of problems) console.error(`gen: ${problem}`);
  if (problems.length > 0) process.exit(1);
  const folder = join(root, "content/_generated");
  mkdirSync(folder, { recursive: true });
  const stale = Object.entries(files).filter(
    ([name, text]) => !existsSync(join(folder, name)) || readFileSync(join(folder, name), "utf8") !== text,
  );
  if (check) {
    for (const [name] of stale) console.error(`gen: content/_generated/${name} is stale; run npm run gen`);
    process.exit(stale.length > 0 ? 1 : 0);
  }
  for (const [name, text] of stale) writeFileSync(join(folder, name), text);
  console.log(stale.length > 0 ? `gen: wrote ${stale.map(([name]) => name).join(", ")}` : "gen: up to date");
}

if (process.argv[1]?.endsWith("gen.ts")) await main();
