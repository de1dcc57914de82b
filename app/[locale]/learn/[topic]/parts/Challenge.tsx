"use client";

import { ArrowRight } from "lucide-react";
import { useTranslations } from "next-intl";
import { Link } from "@/i18n/navigation";
import { useProgress } from "@/lib/client/api";
import { useLesson } from "./LessonContext";
import { Stars } from "./Stars";

/** The way from the lesson to one of its challenges, with the best result so far. */
export function Challenge({ kind }: { readonly kind: string }) {
  const t = useTranslations("lesson");
  const { kinds, topic } = useLesson();
  const { data: progress } = useProgress();
  const facts = kinds.find((k) => k.kind === kind);
  if (!facts) throw new Error(`lesson of "${topic.id}": no challenge kind "${kind}"`);
  const mine = progress?.topics.find((x) => x.topic === topic.id)?.kinds.find((x) => x.kind === kind);
  const stars = mine?.bestStars ?? 0;
  return (
    <Link
      href={`/play/${kind}`}
      className="not-prose group my-6 flex items-center gap-4 rounded-[var(--radius-lg)] border-2 border-brand bg-sheet p-5 shadow-1 transition-transform duration-150 hover:-translate-y-0.5"
    >
      <span className="min-w-0 grow">
        <span className="block text-sm font-semibold text-brand">{t("challenge")}</span>
        <span className="block text-lg font-bold text-ink">{facts.title}</span>
        <span className="block text-sm text-ink-2">{facts.skill}</span>
      </span>
      <Stars earned={stars} label={mine && mine.attempts > 0 ? t("best", { stars }) : t("untried")} />
      <ArrowRight aria-hidden="true" className="size-6 shrink-0 text-brand transition-transform duration-150 group-hover:translate-x-1" />
    </Link>
  );
}
