import { kindsOfTopic, topics } from "@/content/_generated/topics";

export const LANGUAGES = ["ko", "en"] as const;

/** Every page a visitor can reach without an account, without its language prefix. */
export const PAGES: readonly string[] = [
  "",
  "/learn",
  ...topics.map((topic) => `/learn/${topic.id}`),
  "/play",
  ...topics.flatMap((topic) => kindsOfTopic[topic.id].map((kind) => `/play/${kind}`)),
  "/review",
  "/groups",
  "/teach",
  "/teach/people",
  "/teach/questions",
  "/classes",
  "/signin",
  "/signin/class",
  "/reset",
  "/me",
  "/engine",
  "/lab",
  "/lab?view=layers",
  "/lab?view=photo",
  "/lab?view=detector",
  "/lab?view=space",
  "/lab?view=sanity",
  "/lab?view=bias",
  "/race",
  "/credits",
];
