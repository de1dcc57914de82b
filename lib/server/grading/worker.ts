/**
 * What a grading thread runs: the same pure functions as the page. Bundled into dist/grader.mjs by scripts/build-threads.mjs,
 * so the server's bundler never sees a worker.
 */
import { kinds } from "@/content/_generated/kinds";
import { judging } from "@/lib/challenges/judging";

export const { draw, judge, rejudge, solve, hint } = judging(kinds);
