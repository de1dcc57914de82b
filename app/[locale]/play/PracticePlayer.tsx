"use client";

import type { ComponentProps } from "react";
import { ChallengePlayer } from "./ChallengePlayer";
import { issueRound } from "./issueRound";

/** A board for practice inside another page, which loads it when somebody wants to play. */
export const PracticePlayer = (props: Omit<ComponentProps<typeof ChallengePlayer>, "issue">) => (
  <ChallengePlayer issue={issueRound} {...props} />
);
