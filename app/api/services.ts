import { kinds } from "@/content/_generated/kinds";
import { questions } from "@/content/_generated/questions";
import { topics } from "@/content/_generated/topics";
import { inlineGrader } from "@/lib/server/grading/inline";
import type { Services } from "@/lib/server/catalog";

/** The content and the grader, handed to lib/server by the routes: it never imports a topic itself. */
export const services: Services = { catalog: { kinds, topics, questions }, grader: inlineGrader(kinds) };
