import { questions } from "@/content/_generated/questions";
import { drawQuestion } from "@/lib/questions";
import { AskCard } from "./AskCard";

export interface AskProps {
  readonly topic: string;
  /** Of one of the topic's review questions. */
  readonly id: string;
}

/** A question of the topic in the middle of its lesson. Drawn on the server, so that no question's code is loaded with the page. */
export function Ask({ topic, id }: AskProps) {
  const question = questions[topic]?.find((one) => one.id === id);
  if (!question) throw new Error(`The lesson ${topic} asks for the unknown question ${id}`);
  return <AskCard drawn={drawQuestion(question, `lesson/${topic}/${id}`)} />;
}
