import type { MDXComponents } from "mdx/types";
import type { Figures, Locale, Topic } from "@/lib/challenges";
import { Boxes } from "./Boxes";
import { Figure, type FigureProps } from "./Figure";
import { Misconception, type MisconceptionProps } from "./Misconception";
import type { TopicPart } from "./names";
import { RankedCurve } from "./RankedCurve";
import { References } from "./References";

/** What a lesson uses of its topic's own facts: drawn on the server, so that none of it has to travel twice. */
export function topicParts(topic: Topic, figures: Figures, locale: Locale): MDXComponents {
  return {
    Boxes,
    RankedCurve,
    Figure: (props: FigureProps) => <Figure {...props} topic={topic.id} figures={figures} locale={locale} />,
    Misconception: (props: MisconceptionProps) => <Misconception {...props} topic={topic} locale={locale} />,
    References: () => <References references={topic.references} />,
  } satisfies Record<TopicPart, unknown>;
}
