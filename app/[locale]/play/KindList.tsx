"use client";

import { useTranslations } from "next-intl";
import { Link } from "@/i18n/navigation";
import { useProgress } from "@/lib/client/api";
import { Stars } from "../learn/[topic]/parts/Stars";

export interface KindGroup {
  readonly topic: string;
  readonly title: string;
  readonly kinds: readonly { readonly kind: string; readonly title: string; readonly skill: string }[];
}

/** Every challenge kind under its topic, with the learner's best stars. */
export function KindList({ groups }: { readonly groups: readonly KindGroup[] }) {
  const lesson = useTranslations("lesson");
  const t = useTranslations("playIndex");
  const { data: progress } = useProgress();
  return (
    <div className="flex flex-col gap-10">
      {groups.map((group) => {
        const mine = progress?.topics.find((x) => x.topic === group.topic);
        return (
          <section key={group.topic} aria-labelledby={`kinds-${group.topic}`}>
            <h2 id={`kinds-${group.topic}`} className="mb-3 text-xl font-bold text-ink">
              {group.title}
            </h2>
            <ul className="grid list-none gap-3 p-0 sm:grid-cols-2">
              {group.kinds.map(({ kind, title, skill }) => {
                const best = mine?.kinds.find((x) => x.kind === kind);
                const stars = best?.bestStars ?? 0;
                return (
                  <li key={kind}>
                    <Link
                      href={`/play/${kind}`}
                      className="flex h-full flex-col gap-1 rounded-[var(--radius-lg)] border border-line bg-sheet p-5 shadow-1 transition-[transform,border-color] duration-150 hover:-translate-y-0.5 hover:border-line-strong"
                    >
                      <span className="text-lg font-bold text-ink">{title}</span>
                      <span className="grow text-sm text-ink-2">{skill}</span>
                      <span className="mt-2 flex items-center justify-between gap-3 text-sm text-ink-2">
                        <Stars earned={stars} label={best ? lesson("best", { stars }) : lesson("untried")} />
                        <span className="min-h-5 tabular-nums">{best ? t("attempts", { attempts: best.attempts }) : ""}</span>
                      </span>
                    </Link>
                  </li>
                );
              })}
            </ul>
          </section>
        );
      })}
    </div>
  );
}
