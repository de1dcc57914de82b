"use client";

import { ArrowDown, ArrowUp, Trash2 } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import type { Locale } from "@/lib/challenges";
import { newKey } from "@/lib/client/api";
import { Button, LiveRegion, NumberField } from "@/lib/ui/components";
import { ASSIGNMENT_MAX, type PartSettings } from "@/lib/wire/assignmentParts";
import { ChallengeFields } from "./ChallengeFields";
import { freshPart, moved, type DraftPart } from "./draft";
import { LessonFields } from "./LessonFields";
import { QuizFields } from "./QuizFields";
import { SimulationFields } from "./SimulationFields";

const TYPES = ["lesson", "challenge", "quiz", "simulation"] as const;

interface Props {
  readonly parts: readonly DraftPart[];
  /** Ids of parts that students have begun. */
  readonly begun: readonly string[];
  readonly problemOf: (field: string) => string | undefined;
  readonly onChange: (parts: readonly DraftPart[]) => void;
}

/** What there is to do, in its order: buttons move a part, so keys do. */
export function PartList({ parts, begun, problemOf, onChange }: Props) {
  const t = useTranslations("assign");
  const [said, setSaid] = useState("");
  const list = useRef<HTMLDivElement>(null);
  // Where the focus goes once the list is drawn as it is now.
  const wanted = useRef<string | null>(null);
  useEffect(() => {
    if (wanted.current === null) return;
    list.current?.querySelector<HTMLElement>(wanted.current)?.focus();
    wanted.current = null;
  }, [parts]);
  const add = (type: PartSettings["type"]) => {
    const key = newKey();
    wanted.current = `[data-part="${key}"] h3`;
    onChange([...parts, freshPart(type, key)]);
  };
  const move = (key: string, by: -1 | 1) => {
    const next = moved(parts, key, by);
    const at = next.findIndex((part) => part.key === key);
    // At an end its button is no way on: then the other one.
    const way = at === 0 ? "down" : at === next.length - 1 ? "up" : by === -1 ? "up" : "down";
    wanted.current = `[data-part="${key}"] [data-move="${way}"]`;
    setSaid(t("part.movedTo", { place: at + 1, count: next.length }));
    onChange(next);
  };
  const remove = (key: string) => {
    const at = parts.findIndex((part) => part.key === key);
    const neighbour = parts.at(at + 1) ?? (at > 0 ? parts[at - 1] : undefined);
    wanted.current = neighbour && neighbour.key !== key ? `[data-part="${neighbour.key}"] h3` : "[data-add]";
    onChange(parts.filter((part) => part.key !== key));
  };
  const problem = problemOf("parts");
  return (
    <section aria-labelledby="parts" className="flex flex-col gap-4" ref={list}>
      <h2 id="parts" className="m-0 text-xl font-bold text-ink">
        {t("parts")}
      </h2>
      <ol className="m-0 flex list-none flex-col gap-4 p-0 empty:hidden" data-testid="draft-parts">
        {parts.map((part, i) => (
          <li key={part.key}>
            <OnePart
              part={part}
              place={i}
              count={parts.length}
              begun={part.id !== null && begun.includes(part.id)}
              problem={problemOf(`parts.${part.key}`)}
              onChange={(next) => onChange(parts.map((each) => (each.key === part.key ? next : each)))}
              onMove={(by) => move(part.key, by)}
              onRemove={() => remove(part.key)}
            />
          </li>
        ))}
      </ol>
      <LiveRegion message={said} />
      {problem !== undefined && (
        <p tabIndex={-1} data-fault className="m-0 text-sm font-medium text-bad">
          {problem}
        </p>
      )}
      {parts.length < ASSIGNMENT_MAX.parts && (
        <div role="group" aria-label={t("part.add")} className="flex flex-wrap gap-2">
          {TYPES.map((type, i) => (
            <Button key={type} variant="secondary" data-add={i === 0 ? "" : undefined} onClick={() => add(type)}>
              {t(`part.add-${type}`)}
            </Button>
          ))}
        </div>
      )}
    </section>
  );
}

interface PartProps {
  readonly part: DraftPart;
  readonly place: number;
  readonly count: number;
  readonly begun: boolean;
  readonly problem: string | undefined;
  readonly onChange: (part: DraftPart) => void;
  readonly onMove: (by: -1 | 1) => void;
  readonly onRemove: () => void;
}

function OnePart({ part, place, count, begun, problem, onChange, onMove, onRemove }: PartProps) {
  const t = useTranslations("assign");
  const locale = useLocale() as Locale;
  const { settings } = part;
  const name = t("part.name", { number: place + 1, type: t(`part.${settings.type}`) });
  return (
    <section
      aria-label={name}
      data-part={part.key}
      data-type={settings.type}
      className="flex flex-col gap-4 rounded-(--radius-lg) border border-line bg-sheet p-4 shadow-1"
    >
      <div className="flex flex-wrap items-center gap-1">
        <h3 tabIndex={-1} className="m-0 mr-auto text-lg font-bold text-ink outline-offset-4">
          {name}
        </h3>
        <Button
          variant="ghost"
          data-move="up"
          aria-label={t("part.up", { name })}
          title={t("part.upShort")}
          disabled={place === 0}
          onClick={() => onMove(-1)}
        >
          <ArrowUp aria-hidden className="size-5" />
        </Button>
        <Button
          variant="ghost"
          data-move="down"
          aria-label={t("part.down", { name })}
          title={t("part.downShort")}
          disabled={place === count - 1}
          onClick={() => onMove(1)}
        >
          <ArrowDown aria-hidden className="size-5" />
        </Button>
        <Button variant="ghost" aria-label={t("part.remove", { name })} title={t("part.removeShort")} onClick={onRemove}>
          <Trash2 aria-hidden className="size-5" />
        </Button>
      </div>
      {begun && <p className="m-0 text-sm text-ink-2">{t("part.begun")}</p>}
      {settings.type === "lesson" && <LessonFields settings={settings} onChange={(next) => onChange({ ...part, settings: next })} />}
      {settings.type === "challenge" && <ChallengeFields settings={settings} onChange={(next) => onChange({ ...part, settings: next })} />}
      {settings.type === "quiz" && <QuizFields settings={settings} onChange={(next) => onChange({ ...part, settings: next })} />}
      {settings.type === "simulation" && <SimulationFields part={part} settings={settings} onChange={onChange} />}
      <div className="max-w-40">
        <NumberField
          label={t("part.points")}
          value={part.points}
          min={1}
          max={1000}
          step={1}
          onChange={(points) => onChange({ ...part, points })}
          locale={locale}
        />
      </div>
      {problem !== undefined && (
        <p tabIndex={-1} data-fault className="m-0 text-sm font-medium text-bad">
          {problem}
        </p>
      )}
    </section>
  );
}
