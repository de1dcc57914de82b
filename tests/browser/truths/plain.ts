/** The kinds whose truths are compared between backends, and what the plain code says of their instances. */
import { kinds } from "@/content/_generated/kinds";
import { rivals as camMixer } from "@/content/topics/cam/challenges/cam-mixer/rivals";
import { rivals as focalGamma } from "@/content/topics/focal-loss/challenges/focal-gamma/rivals";
import { rivals as gradcamLayer } from "@/content/topics/grad-cam/challenges/gradcam-layer/rivals";
import { rivals as gradcamRegions } from "@/content/topics/grad-cam/challenges/gradcam-regions/rivals";
import { rivals as prCurve } from "@/content/topics/object-detection/challenges/pr-curve/rivals";
import type { Level } from "@/lib/challenges";
import type { Belief } from "@/lib/challenges/rivals";

type Play = Belief<never, unknown>["play"];
const playsOf = ({ beliefs }: { readonly beliefs: readonly { readonly play: Play }[] }): readonly Play[] => beliefs.map(({ play }) => play);

/** By kind, how each wrong idea answers. */
export const WRONG = {
  "pr-curve": playsOf(prCurve),
  "focal-gamma": playsOf(focalGamma),
  "cam-mixer": playsOf(camMixer),
  "gradcam-regions": playsOf(gradcamRegions),
  "gradcam-layer": playsOf(gradcamLayer),
} as const;

export type ReckonedKind = keyof typeof WRONG;
export const RECKONED_KINDS = Object.keys(WRONG) as ReckonedKind[];

/** An instance whole, its solution, and the verdicts on the solution and on every wrong idea, as text: the same on every machine. */
export function saidPlainly(kind: ReckonedKind, seed: string, level: Level): string {
  const challenge = kinds[kind];
  const instance = challenge.instance(seed, level);
  const answers = [challenge.solutionOf(instance), ...WRONG[kind].map((play) => play(instance.view as never))];
  return JSON.stringify([instance, answers, answers.map((answer) => challenge.judgeInstance(instance, level, answer))]);
}
