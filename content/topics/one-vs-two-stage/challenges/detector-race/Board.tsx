"use client";

import type { BoardProps } from "@/lib/challenges/play";
import { Segmented } from "@/lib/ui/components";
import { Stage } from "@/lib/ui/stage";
import { ScenePicture } from "../../ScenePicture";
import { ERROR_NAMES, type Answer, type View } from "./challenge";
import { RACE_ERRORS } from "./instance";
import { RUNNERS, titleOf } from "./runners";

const SIDE = 112;

/** The picture, who runs, and the bets. Nothing has run yet as far as the board knows. */
export function Board({ view, answer, onChange, locale, locked }: BoardProps<View, Answer>) {
  const ko = locale === "ko";
  const runners = view.runners.map((name, value) => ({ value, label: titleOf(name) }));
  const bet = (label: string, value: number | null, change: (index: number) => void) => (
    <Segmented label={label} options={runners} value={value ?? -1} onChange={change} disabled={locked} />
  );
  const setError = (i: number, error: string) =>
    onChange({
      ...answer,
      errors: view.runners.map((_, k) => (k === i ? (RACE_ERRORS.find((kind) => kind === error) ?? null) : (answer.errors[k] ?? null))),
    });
  return (
    <div className="grid items-start gap-4 md:grid-cols-[minmax(0,1fr)_minmax(0,1.2fr)]">
      <Stage
        width={SIDE}
        height={SIDE}
        boxes={[]}
        label={ko ? "경주할 그림" : "The picture of the race"}
        description={ko ? `물체 ${view.objects}개가 있는 112×112 그림` : `A 112×112 picture of ${view.objects} objects`}
        locale={locale}
        underlay={<ScenePicture scene={view.scene} side={SIDE} />}
      />
      <div className="flex min-w-0 flex-col gap-4">
        <ul className="m-0 flex list-none flex-col gap-1 p-0 text-sm">
          {view.runners.map((name) => (
            <li key={name} className="flex flex-wrap gap-x-2">
              <span className="font-semibold text-ink">{titleOf(name)}</span>
              <span className="text-ink-2">
                {RUNNERS[name].year} · {RUNNERS[name].how[locale]}
              </span>
            </li>
          ))}
        </ul>
        {bet(ko ? "가장 많이 찾을 선수" : "Finds most objects", answer.most, (most) => onChange({ ...answer, most }))}
        {bet(ko ? "가장 적게 계산할 선수" : "Computes least", answer.cheapest, (cheapest) => onChange({ ...answer, cheapest }))}
        {view.asksErrors ? (
          <fieldset className="m-0 flex min-w-0 flex-col gap-2 border-0 p-0" disabled={locked}>
            <legend className="p-0 text-sm font-medium text-ink">
              {ko ? "저마다 주로 어떻게 틀릴까요?" : "How does each mainly err?"}
            </legend>
            {view.runners.map((name, i) => (
              <label key={name} className="flex items-center justify-between gap-3 text-sm text-ink">
                <span>{titleOf(name)}</span>
                <select
                  value={answer.errors[i] ?? ""}
                  onChange={(event) => setError(i, event.target.value)}
                  className="min-h-9 w-40 rounded-[var(--radius)] border border-line bg-sheet px-2 text-ink"
                >
                  <option value="">{ko ? "고르기" : "choose"}</option>
                  {RACE_ERRORS.map((error) => (
                    <option key={error} value={error}>
                      {ERROR_NAMES[error][locale]}
                    </option>
                  ))}
                </select>
              </label>
            ))}
          </fieldset>
        ) : null}
      </div>
    </div>
  );
}
