/** What the reader knows by id: for whoever gets a topic or a slip back and may not take the sender's word for it. */
import { SLIPS, type SlipRule } from "./slips";
import { TERMS } from "./terms";

const TOPICS: ReadonlySet<string> = new Set(TERMS.map(({ topic }) => topic));
const RULES: ReadonlyMap<string, SlipRule> = new Map(SLIPS.map((rule) => [`${rule.topic}/${rule.misconception}`, rule]));

/** Whether it is one of the curriculum's topics, with a lesson or still to come. */
export const isNoteTopic = (topic: string): boolean => TOPICS.has(topic);

/** The rule by which a statement of `topic` shows `misconception`; undefined where there is none. */
export const slipRule = (topic: string, misconception: string): SlipRule | undefined => RULES.get(`${topic}/${misconception}`);
