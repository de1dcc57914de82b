"use client";

import { useEffect } from "react";
import type { Locale, Text } from "@/lib/challenges/text";
import { CheckboxGroup } from "../components/CheckboxGroup";
import type { KnobDefaults, Knobs, KnobValue } from "../components/knobState";
import { Segmented } from "../components/Segmented";
import { Select } from "../components/Select";
import { Slider } from "../components/Slider";
import { Switch } from "../components/Switch";
import { useKnobAddress, type NamedKnob } from "../components/useKnobs";
import { DepthChooser } from "./DepthChooser";
import type { Knob } from "./knobList";
import { SceneChooser } from "./SceneChooser";

export interface KnobPanelProps<D extends KnobDefaults> {
  readonly list: readonly Knob<D>[];
  /** From `inRange`. */
  readonly knobs: Knobs<D>;
  /** `put` of `useKnobs`. */
  readonly put: (name: keyof D & string, value: KnobValue) => void;
  readonly locale: Locale;
}

const said = (label: Text | string, locale: Locale) => (typeof label === "string" ? label : label[locale]);

const SCENE: Text = { ko: "장면", en: "Scene" };
const DEPTH: Text = { ko: "깊이", en: "Depth" };

/** What a knob is called by itself: each check of several is one. */
function named<D extends KnobDefaults>(knob: Knob<D>): readonly NamedKnob[] {
  const both = (label: Text | string): Text => (typeof label === "string" ? { ko: label, en: label } : label);
  if (knob.kind === "checks") return knob.options.map(({ name, label }) => ({ name, label: both(label) }));
  const label = knob.kind === "scene" ? SCENE : knob.kind === "depth" ? DEPTH : knob.label;
  return [{ name: knob.name, label }];
}

/** The list without the knobs that are hidden. */
function shownOf<D extends KnobDefaults>(list: readonly Knob<D>[], hidden: readonly string[]): readonly Knob<D>[] {
  if (hidden.length === 0) return list;
  return list.flatMap((knob): readonly Knob<D>[] => {
    if (knob.kind !== "checks") return hidden.includes(knob.name) ? [] : [knob];
    const options = knob.options.filter(({ name }) => !hidden.includes(name));
    return options.length === 0 ? [] : [{ ...knob, options }];
  });
}

/** The knobs of a simulation from a list that says what they are. */
export function KnobPanel<D extends KnobDefaults>({ list, knobs, put, locale }: KnobPanelProps<D>) {
  const values: Readonly<Record<string, KnobValue>> = knobs;
  const address = useKnobAddress();
  const onKnobs = address?.onKnobs;
  useEffect(() => onKnobs?.(list.flatMap(named)), [list, onKnobs]);
  return shownOf(list, address?.hidden ?? []).map((knob) => {
    if (knob.when && !knob.when(knobs)) return null;
    switch (knob.kind) {
      case "slider": {
        const { kind: _kind, name, label, when: _when, ...rest } = knob;
        return (
          <Slider
            key={name}
            {...rest}
            label={label[locale]}
            value={Number(values[name])}
            onChange={(value) => put(name, value)}
            locale={locale}
          />
        );
      }
      case "choice": {
        const value = values[knob.name];
        const chooser = {
          label: knob.label[locale],
          value: typeof value === "boolean" ? null : value,
          options: knob.options.map((option) => ({ value: option.value, label: said(option.label, locale) })),
          onChange: (next: string | number) => put(knob.name, next),
        };
        return knob.list ? <Select key={knob.name} {...chooser} /> : <Segmented key={knob.name} {...chooser} />;
      }
      case "switch":
        return (
          <Switch key={knob.name} label={knob.label[locale]} checked={values[knob.name] === true} onChange={(on) => put(knob.name, on)} />
        );
      case "checks":
        return (
          <CheckboxGroup
            key={knob.label.en}
            label={knob.label[locale]}
            columns={knob.columns}
            options={knob.options.map(({ name, label }) => ({
              key: name,
              label,
              checked: values[name] === true,
              onChange: (on) => put(name, on),
            }))}
          />
        );
      case "scene":
        return (
          <SceneChooser
            key={knob.name}
            scene={Number(values[knob.name])}
            count={knob.count}
            onScene={(scene) => put(knob.name, scene)}
            locale={locale}
          />
        );
      case "depth":
        return (
          <DepthChooser
            key={knob.name}
            depths={knob.depths}
            value={String(values[knob.name])}
            onChange={(depth) => put(knob.name, depth)}
            locale={locale}
          />
        );
    }
  });
}
