import type { Text } from "@/lib/challenges/text";
import type { Topic } from "@/lib/challenges/topic";
import type { Question } from "@/lib/questions";
import type { Grader } from "./grading/grader";

interface KindFacts {
  readonly topic: string;
  readonly version: number;
  readonly title: Text;
  /** The misconceptions that an answer can show, with the levels at which whoever holds them fails. Default: none. */
  readonly beliefs?: readonly { readonly misconception: string; readonly levels: readonly number[] }[];
  /** What the bands of its instances measure; null, the default: it has none. */
  readonly measure?: Text | null;
}

/** What the server knows of the content. Handed in by the routes: this room never imports a topic. */
export interface Catalog {
  /** By kind. The functions of a challenge stay in the grading threads; these facts are enough here. */
  readonly kinds: Readonly<Record<string, KindFacts>>;
  readonly topics: readonly Topic[];
  readonly questions: Readonly<Record<string, readonly Question[]>>;
}

export interface Services {
  readonly catalog: Catalog;
  readonly grader: Grader;
}

/** The kind called `name`, without falling for names such as "constructor". */
export function kindOf(catalog: Catalog, name: string): Catalog["kinds"][string] | undefined {
  return Object.hasOwn(catalog.kinds, name) ? catalog.kinds[name] : undefined;
}

export function questionOf(catalog: Catalog, topic: string, id: string): Question | undefined {
  return Object.hasOwn(catalog.questions, topic) ? catalog.questions[topic].find((q) => q.id === id) : undefined;
}

export function kindsOfTopic(catalog: Catalog, topic: string): string[] {
  return Object.entries(catalog.kinds)
    .filter(([, facts]) => facts.topic === topic)
    .map(([kind]) => kind);
}
