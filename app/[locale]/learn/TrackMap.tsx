"use client";

import { useTranslations } from "next-intl";
import { Fragment, useState } from "react";
import { Link } from "@/i18n/navigation";
import { hasBegun, useProgress } from "@/lib/client/api";
import { MasteryBox } from "@/lib/ui/brand";
import { classNames } from "@/lib/ui/components";
import { groupsOf, linesOf, nextTopic, type MapTopic } from "@/lib/ui/map/mapLayout";

/** Height of a row and place of its box, in pixels: fixed, so that the lines need no measuring. */
const ROW = 120;
/** Height of a part's heading. */
const HEAD = 56;
const GUTTER = 44;
const BOX = 44;
const rail = GUTTER + BOX / 2;

/** A line between the middles of two rows, in pixels from the top. */
function lineThrough(top: number, bottom: number, span: number): string {
  if (span === 1) return `M${rail} ${top}V${bottom}`;
  const bow = Math.min(GUTTER - 4, 16 + 8 * span);
  const left = GUTTER - bow;
  const r = Math.min(20, bow);
  return `M${GUTTER} ${top}H${left + r}Q${left} ${top} ${left} ${top + r}V${bottom - r}Q${left} ${bottom} ${left + r} ${bottom}H${GUTTER}`;
}

interface Props {
  readonly track: readonly MapTopic[];
  readonly all: readonly MapTopic[];
  /** Of a part of the track. */
  readonly heading: "h3" | "h4";
}

export function TrackMap({ track, all, heading: Heading }: Props) {
  const t = useTranslations("map");
  const { data: progress } = useProgress();
  const [near, setNear] = useState<number | null>(null);
  const of = new Map(progress?.topics.map((topic) => [topic.topic, topic]));
  const done = new Set(progress?.topics.filter((topic) => topic.lessonDone).map((topic) => topic.topic));
  const next = nextTopic(all, done, progress?.last);
  const begun = hasBegun(progress);
  const lines = linesOf(track);
  const groups = groupsOf(track);
  const headsTo = (row: number) => groups.filter(({ group, from }) => group !== null && from <= row).length;
  const middle = (row: number) => headsTo(row) * HEAD + row * ROW + ROW / 2;
  const lit = (line: { from: number; to: number }) => near !== null && (line.to === near || line.from === near);

  return (
    <div className="relative">
      <svg
        aria-hidden="true"
        className="absolute left-0 top-0"
        width={GUTTER + BOX}
        height={headsTo(track.length) * HEAD + track.length * ROW}
        fill="none"
      >
        {[...lines]
          .sort((a, b) => Number(lit(a)) - Number(lit(b)))
          .map((line) => (
            <path
              key={`${line.from}-${line.to}`}
              d={lineThrough(middle(line.from), middle(line.to), line.span)}
              stroke={lit(line) ? "var(--brand)" : "var(--line-strong)"}
              strokeWidth={lit(line) ? 4 : 2.5}
              className="transition-[stroke] duration-150"
            />
          ))}
      </svg>
      {groups.map(({ group, from, topics }) => (
        <Fragment key={from}>
          {group === null ? null : (
            <Heading style={{ height: HEAD, paddingLeft: GUTTER + BOX + 10 }} className="m-0 flex items-end pb-1.5 font-bold text-ink-2">
              {group}
            </Heading>
          )}
          <ol className="m-0 list-none p-0">
            {topics.map((topic, k) => {
              const i = from + k;
              const mine = of.get(topic.id);
              const percent = Math.round((mine?.mastery ?? 0) * 100);
              return (
                <li
                  key={topic.id}
                  style={{ height: ROW, paddingLeft: GUTTER - 6 }}
                  className="relative py-1.5"
                  onMouseEnter={() => setNear(i)}
                  onMouseLeave={() => setNear(null)}
                  onFocus={() => setNear(i)}
                  onBlur={() => setNear(null)}
                >
                  <Link
                    href={`/learn/${topic.id}`}
                    className={classNames(
                      "flex h-full items-center gap-4 rounded-[var(--radius-lg)] border-2 pl-1 pr-3 transition-colors duration-150 hover:border-line-strong hover:bg-sheet",
                      next === topic.id ? "border-brand bg-sheet" : "border-transparent",
                    )}
                  >
                    <MasteryBox value={mine?.mastery ?? 0} done={mine?.lessonDone} className="size-11" />
                    <span className="min-w-0 grow">
                      <span className="block leading-tight" data-title={topic.id}>
                        <span className="font-bold text-ink sm:text-lg sm:leading-tight">{topic.title}</span>{" "}
                        <span className="whitespace-nowrap text-xs tabular-nums text-ink-3">
                          {t("minutes", { minutes: topic.minutes })}
                        </span>
                      </span>
                      <span className="line-clamp-2 text-sm leading-snug min-[360px]:line-clamp-3 text-ink-2">{topic.summary}</span>
                      <span className="sr-only">
                        {topic.prerequisites.length > 0
                          ? `${t("after", { names: topic.prerequisites.map((p) => p.title).join(", ") })}. `
                          : ""}
                        {mine ? `${t("mastery", { percent })}. ` : ""}
                        {mine?.lessonDone ? t("lessonDone") : ""}
                      </span>
                    </span>
                    {next === topic.id ? (
                      <span className="absolute right-4 top-[-11px] rounded-[7px] bg-brand px-2 py-0.5 text-xs font-bold text-brand-ink">
                        {t(begun ? "next" : "first")}
                      </span>
                    ) : null}
                  </Link>
                </li>
              );
            })}
          </ol>
        </Fragment>
      ))}
    </div>
  );
}
