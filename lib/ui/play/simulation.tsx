"use client";

import type { ComponentType } from "react";
import type { SimulationProps } from "@/lib/challenges/play";
import type { TaskTable, TopicRunners } from "@/lib/challenges/task";
import type { Locale } from "@/lib/challenges/text";

/** A topic's simulation with its tasks' types closed over: what an index of all topics can hold without casts. */
export type PlacedSimulation = ComponentType<{ readonly locale: Locale; readonly runners: TopicRunners }>;

/** Joins a simulation with the runner of its topic's tasks. */
export function simulationOf<T extends TaskTable>(topic: string, Simulation: ComponentType<SimulationProps<T>>): PlacedSimulation {
  return function PlacedSimulation({ locale, runners }) {
    return <Simulation locale={locale} engine={runners<T>(topic)} />;
  };
}
