"use client";

import type { ReplayProps } from "@/lib/challenges/play";
import type { Answer, Instance, Step } from "./challenge";

export function Replay({ grade, locale }: ReplayProps<Instance, Answer, Step>) {
  return <p>{grade.summary[locale]}</p>;
}
