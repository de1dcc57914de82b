"use client";

import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { call } from "@/lib/client/api";
import { Button, Note, NumberField } from "@/lib/ui/components";
import { weighAssignments, type Gradebook } from "@/lib/wire/grades";
import { Problem } from "../../../shell/Problem";
import { Unfold } from "../../../shell/Unfold";

interface Props {
  readonly cohort: string;
  readonly assignments: Gradebook["assignments"];
  readonly onSaved: () => void;
}

/** What each assignment counts beside the others. */
export function Weights({ cohort, assignments, onSaved }: Props) {
  const t = useTranslations("grades");
  const locale = useLocale();
  const [weights, setWeights] = useState<Readonly<Record<string, number>>>({});
  const [refused, setRefused] = useState<unknown>(null);
  const [saved, setSaved] = useState(false);
  const changed = assignments.filter(({ id, weight }) => id in weights && weights[id] !== weight);
  const save = async () => {
    setRefused(null);
    try {
      const body = { weights: changed.map(({ id }) => ({ assignment: id, weight: weights[id] })) };
      await call(weighAssignments, { params: { id: cohort }, body });
      setWeights({});
      setSaved(true);
      onSaved();
    } catch (failure) {
      setRefused(failure);
    }
  };
  return (
    <div className="print:hidden">
      <Unfold title={t("weights")}>
        <div className="flex flex-col gap-4">
          <p className="m-0 text-ink-2">{t("weightsNote")}</p>
          <ul className="m-0 flex list-none flex-col gap-3 p-0">
            {assignments.map(({ id, title, weight }) => (
              <li key={id} className="max-w-sm">
                <NumberField
                  label={title}
                  value={weights[id] ?? weight}
                  min={0}
                  max={1000}
                  step={1}
                  locale={locale}
                  onChange={(value) => {
                    setSaved(false);
                    setWeights((before) => ({ ...before, [id]: Math.round(value) }));
                  }}
                />
              </li>
            ))}
          </ul>
          <Problem error={refused} />
          <Note>{saved && t("saved")}</Note>
          <Button className="self-start" disabled={changed.length === 0} onClick={() => void save()}>
            {t("saveWeights")}
          </Button>
        </div>
      </Unfold>
    </div>
  );
}
