"use client";

import type { Locale } from "@/lib/challenges/text";
import { Button, Segmented, Slider, Switch } from "@/lib/ui/components";
import type { Knobs } from "./simulationModel";

interface SimulationKnobsProps {
  readonly knobs: Knobs;
  readonly set: <K extends keyof Knobs>(name: K, value: Knobs[K]) => void;
  /** The picture itself changed: the guess is asked for again. */
  readonly onScene: () => void;
  readonly locale: Locale;
}

export function SimulationKnobs({ knobs, set, onScene, locale }: SimulationKnobsProps) {
  const ko = locale === "ko";
  const two = (value: number) => value.toFixed(2);
  return (
    <>
      <Slider
        label={ko ? "NMS 임계값" : "NMS threshold"}
        symbol="t"
        value={knobs.t}
        min={0.05}
        max={0.95}
        step={0.05}
        format={two}
        onChange={(value) => set("t", value)}
        locale={locale}
      />
      <Slider
        label={ko ? "점수 임계값" : "Score threshold"}
        symbol="s"
        value={knobs.minScore}
        min={0.05}
        max={0.9}
        step={0.05}
        format={two}
        onChange={(value) => set("minScore", value)}
        locale={locale}
      />
      <Segmented
        label={ko ? "겹치는 상자를" : "Overlapping boxes are"}
        value={knobs.method}
        options={[
          { value: "hard", label: ko ? "지워요" : "dropped" },
          { value: "linear", label: ko ? "선형 Soft" : "soft, linear" },
          { value: "gaussian", label: ko ? "가우시안 Soft" : "soft, Gaussian" },
        ]}
        onChange={(value) => set("method", value)}
      />
      {knobs.method !== "linear" ? (
        <Slider
          label={ko ? "Soft-NMS 가우시안 폭" : "Soft-NMS Gaussian width"}
          symbol="σ"
          value={knobs.sigma}
          min={0.1}
          max={1}
          step={0.05}
          format={two}
          onChange={(value) => set("sigma", value)}
          locale={locale}
        />
      ) : null}
      <Switch label={ko ? "클래스마다 따로" : "Per class"} checked={knobs.perClass} onChange={(value) => set("perClass", value)} />
      <Slider
        label={ko ? "붐비는 정도" : "Crowding"}
        value={knobs.crowd}
        min={0}
        max={0.5}
        step={0.1}
        format={(value) => value.toFixed(1)}
        onChange={(value) => set("crowd", value)}
        locale={locale}
      />
      <Button
        variant="secondary"
        onClick={() => {
          set("seed", (knobs.seed % 999) + 1);
          onScene();
        }}
      >
        {ko ? "다른 장면" : "Another scene"}
      </Button>
    </>
  );
}
