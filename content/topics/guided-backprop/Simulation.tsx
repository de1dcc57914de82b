"use client";

import { useState } from "react";
import type { SimulationProps } from "@/lib/challenges/play";
import { CLASS_NAMES, VOC_CLASSES } from "@/lib/engine/scenes";
import { SCENE_SIDE } from "@/lib/engine/scenes/emoji/board";
import { Segmented, Slider, Stat } from "@/lib/ui/components";
import { ScenePicture, SeenSwitch } from "@/lib/ui/scene";
import { SimulationFrame, TaskStatus, useKnobs } from "@/lib/ui/simulation";
import { useTask } from "@/lib/ui/tasks";
import { METHODS, recordedAnswer, SCENES, type Method, type Question } from "./question";
import type { tasks } from "./tasks";

const NAMES: Readonly<Record<Method, string>> = { guided: "Guided", gradient: "Backprop", deconvnet: "Deconvnet", "grad-cam": "Grad-CAM" };
const DEFAULTS = { scene: 1, method: "guided" };

/** One picture, two classes asked for: which methods give two answers? Run by the engine worker, on the trained classifier. */
export function Simulation({ locale, engine }: SimulationProps<typeof tasks>) {
  const { knobs, set, reset, shareUrl } = useKnobs("guided", DEFAULTS);
  const ko = locale === "ko";
  const question: Question = {
    scene: Math.min(Math.max(Math.round(knobs.scene), 1), SCENES),
    method: METHODS.find((name) => name === knobs.method) ?? "guided",
  };
  const recorded = recordedAnswer(question);
  const [asked, setAsked] = useState(false);
  // Model, drawings and engine weigh more than the whole lesson: they come when somebody wants more than the recording.
  const waits = recorded !== null && !asked;
  const task = useTask(engine, "twoMaps", question, { recorded, waits });
  const { value, status } = task;
  const names = value?.labels.map((label) => CLASS_NAMES[VOC_CLASSES[label]][locale]) ?? ["…", "…"];
  return (
    <SimulationFrame
      title={ko ? "어느 클래스를 보아도 같은 그림?" : "The same picture, whatever is asked?"}
      locale={locale}
      onReset={reset}
      shareUrl={shareUrl}
      picture={
        <div className="grid grid-cols-2 gap-3" data-testid="two-maps" data-status={status}>
          {[0, 1].map((i) => (
            <figure key={i} className="m-0 flex flex-col gap-1">
              <ScenePicture
                sharp={value?.drawing ?? null}
                pixels={value?.pixels ?? null}
                side={SCENE_SIDE}
                heat={value?.maps[i]}
                opacity={0.95}
                dim={question.method === "grad-cam" ? 0 : 0.8}
                label={ko ? `${names[i]}에 대한 맵` : `Map for ${names[i]}`}
              />
              <figcaption className="min-h-5 text-sm text-ink-2">{ko ? `“${names[i]}”` : `asked: ${names[i]}`}</figcaption>
            </figure>
          ))}
          <div className="col-span-2 flex min-h-10 items-center">
            <TaskStatus task={task} locale={locale} onCompute={waits ? () => setAsked(true) : null} />
          </div>
        </div>
      }
      knobs={
        <>
          <Segmented
            label={ko ? "거꾸로 가는 규칙" : "Way back"}
            options={METHODS.map((name) => ({ value: name, label: NAMES[name] }))}
            value={question.method}
            onChange={(name) => set("method", name)}
          />
          <Slider
            label={ko ? "장면" : "Scene"}
            value={question.scene}
            min={1}
            max={SCENES}
            step={1}
            onChange={(scene) => set("scene", scene)}
            locale={locale}
          />
          <SeenSwitch locale={locale} />
          <Stat label={ko ? "두 맵의 순위 상관" : "Rank correlation of the two maps"} value={value ? value.likeness.toFixed(2) : "…"} />
        </>
      }
      caption={
        ko
          ? "왼쪽과 오른쪽은 같은 그림에 다른 클래스의 맵이에요. 순위 상관이 1이면 두 맵은 같은 그림이에요. 밋밋한 바탕까지 세는 값이니, 보려는 물체 쪽이 더 밝은지도 눈으로 견줘 보세요. 장면을 바꿔 가며 Grad-CAM과도 견줘 보세요."
          : "Left and right are the same picture with two different classes asked for. A rank correlation of 1 means that the two maps are the same picture. It counts the plain background as well, so look also whether the object asked for is the brighter one. Change the scene and compare with Grad-CAM."
      }
    />
  );
}
