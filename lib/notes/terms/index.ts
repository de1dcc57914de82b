import { detection, OTHERS } from "./detection";
import { visualization } from "./visualization";
import type { TopicTerms } from "./term";

/** Every topic's names, in the order of the tracks. */
export const TERMS: readonly TopicTerms[] = [...detection, ...visualization];
export { OTHERS };
