"use client";

import { useLocale, useTranslations } from "next-intl";
import { useCallback, useState } from "react";
import type { Locale } from "@/lib/challenges";
import { CheckboxGroup, TextArea, TextField, type NamedKnob } from "@/lib/ui/components";
import type { PartOf } from "@/lib/wire/assignmentParts";
import { GivenSimulation } from "../../../../assignments/GivenSimulation";
import { linked, type DraftPart } from "./draft";

interface Props {
  readonly part: DraftPart;
  readonly settings: PartOf<"simulation">;
  readonly onChange: (part: DraftPart) => void;
}

/** A simulation by a link of ours, what to look for, and which knobs students do not get; under it what they will see. */
export function SimulationFields({ part, settings, onChange }: Props) {
  const t = useTranslations("assign");
  const locale = useLocale() as Locale;
  // Those of the simulation that is shown: a knob that is hidden stays in the list, so that it can come back.
  const [knobs, setKnobs] = useState<{ readonly topic: string; readonly list: readonly NamedKnob[] }>({ topic: "", list: [] });
  const { topic } = settings;
  const onKnobs = useCallback(
    (shown: readonly NamedKnob[]) =>
      setKnobs((before) => {
        const known = before.topic === topic ? before.list : [];
        const fresh = shown.filter(({ name }) => !known.some((each) => each.name === name));
        return before.topic === topic && fresh.length === 0 ? before : { topic, list: [...known, ...fresh] };
      }),
    [topic],
  );
  const unknown = part.link.trim() !== "" && topic === "";
  const list = knobs.topic === topic ? knobs.list : [];
  return (
    <div className="flex flex-col gap-4">
      <TextField
        label={t("simulation.link")}
        value={part.link}
        inputMode="url"
        autoComplete="off"
        hint={t("simulation.linkHint")}
        problem={unknown ? t("fault.link") : undefined}
        onChange={(event) =>
          onChange({ ...part, link: event.target.value, settings: linked(settings, event.target.value, window.location.origin) })
        }
      />
      <TextArea
        label={t("simulation.task")}
        value={settings.task}
        maxLength={1000}
        onChange={(event) => onChange({ ...part, settings: { ...settings, task: event.target.value } })}
      />
      {topic !== "" && (
        <>
          {list.length > 0 ? (
            <CheckboxGroup
              label={t("simulation.hide")}
              columns={2}
              options={list.map(({ name, label }) => ({
                key: name,
                label: label[locale],
                checked: settings.hidden.includes(name),
                onChange: (on: boolean) =>
                  onChange({
                    ...part,
                    settings: { ...settings, hidden: on ? [...settings.hidden, name] : settings.hidden.filter((each) => each !== name) },
                  }),
              }))}
            />
          ) : (
            <p className="m-0 text-sm text-ink-2">{t("simulation.noKnobs")}</p>
          )}
          <div className="flex flex-col gap-2">
            <p className="m-0 text-sm font-medium text-ink">{t("simulation.preview")}</p>
            <GivenSimulation key={settings.state} topic={topic} state={settings.state} hidden={settings.hidden} onKnobs={onKnobs} />
          </div>
        </>
      )}
    </div>
  );
}
