/** The same in every lesson: mdx-components.tsx. */
const COMMON_PARTS = ["AfterAnswer", "Aside", "Ask", "Challenge", "Predict", "Simulation"] as const;
/** Of a lesson's own topic: topicParts.tsx. */
const TOPIC_PARTS = ["Boxes", "Figure", "Misconception", "RankedCurve", "References"] as const;

export type CommonPart = (typeof COMMON_PARTS)[number];
export type TopicPart = (typeof TOPIC_PARTS)[number];

/** What a lesson may use by name without importing it. Neither file compiles with a part more or less than stands here. */
export const LESSON_PARTS: readonly string[] = [...COMMON_PARTS, ...TOPIC_PARTS];
