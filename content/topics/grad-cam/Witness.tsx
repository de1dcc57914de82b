"use client";

import { useState } from "react";
import type { TaskRunner } from "@/lib/challenges/task";
import type { Locale, Text } from "@/lib/challenges/text";
import { Button } from "@/lib/ui/components";
import { TaskStatus } from "@/lib/ui/simulation";
import { useTask } from "@/lib/ui/tasks";
import { josa } from "@/lib/words";
import type { SceneSet } from "./challenges/gradcam-regions/recording";
import type { tasks } from "./tasks";

const WORDS = {
  ask: { ko: "이 브라우저에서 다시 계산해 보기", en: "Compute it again in this browser" },
  running: { ko: "신경망을 돌리고 있어요…", en: "Running the network…" },
} satisfies Record<string, Text>;

const BACKENDS: Readonly<Record<string, string>> = { webgpu: "WebGPU", webgl: "WebGL", wasm: "WASM", cpu: "CPU" };

interface WitnessProps {
  readonly view: { readonly set: SceneSet; readonly place: number };
  readonly engine: TaskRunner<typeof tasks>;
  readonly locale: Locale;
}

/** Runs the network on the challenge's scene once more, for who wants to see that the recorded map is its own. */
export function Witness(props: WitnessProps) {
  const [asked, setAsked] = useState(false);
  return asked ? (
    <Answer {...props} />
  ) : (
    <Button size="sm" variant="secondary" onClick={() => setAsked(true)}>
      {WORDS.ask[props.locale]}
    </Button>
  );
}

function Answer({ view: { set, place }, engine, locale }: WitnessProps) {
  const task = useTask(engine, "witness", { set, place });
  return (
    <div data-testid="witness" data-status={task.status}>
      <TaskStatus
        task={task}
        locale={locale}
        words={{ running: WORDS.running[locale], live: task.value === null ? null : said(task.value, locale) }}
      />
    </div>
  );
}

function said({ same, backend, cellsApart }: { same: boolean; backend: string; cellsApart: number }, locale: Locale): string {
  const name = BACKENDS[backend] ?? backend;
  if (!same || cellsApart > 0)
    return locale === "ko"
      ? "방금 계산한 맵이 기록과 달라요. 신경망의 파일이 바뀌었을 수 있어요."
      : "The map just computed differs from the recorded one: the network's files may have changed.";
  return locale === "ko"
    ? `방금 신경망을 돌렸어요. 49칸의 수가 모두 기록과 같고, ${josa(name, "으로/로")} 계산해도 같은 맵이에요.`
    : `The network has just run: all 49 numbers are those recorded, and ${name} gives the same map.`;
}
