export const MOODS = ["curious", "thinking", "delighted", "puzzled", "asleep"] as const;
export type Mood = (typeof MOODS)[number];

/** Boki wears its own score, as every detected box does. */
export const TAGS: Readonly<Record<Mood, string>> = { curious: "?", thinking: "…", delighted: "0.99", puzzled: "0.51", asleep: "zzz" };
