import { kindFacts } from "@/content/_generated/kindFacts";
import { questions } from "@/content/_generated/questions";
import { topics } from "@/content/_generated/topics";
import { threadedGrader } from "@/lib/server/grading/pool";
import type { Services } from "@/lib/server/catalog";

/** The content and the grader, handed to lib/server by the routes: it never imports a topic itself. */
export const services: Services = { catalog: { kinds: kindFacts, topics, questions }, grader: threadedGrader };
