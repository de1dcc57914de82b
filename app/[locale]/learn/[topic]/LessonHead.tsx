import { Clock } from "lucide-react";
import { useTranslations } from "next-intl";
import { Link } from "@/i18n/navigation";
import type { Topic } from "@/lib/challenges";

/** Where the lesson stands and how long it takes. Its title is the first line of the lesson itself. */
export function LessonHead({ track, minutes }: Pick<Topic, "track"> & { readonly minutes: number }) {
  const map = useTranslations("map");
  const t = useTranslations("lesson");
  return (
    <p className="mx-auto mb-3 flex max-w-[var(--measure)] flex-wrap items-center gap-x-4 text-sm text-ink-2">
      <Link href="/learn" className="inline-flex min-h-7 items-center font-semibold text-brand underline-offset-4 hover:underline">
        {map(track)}
      </Link>
      <span className="inline-flex items-center gap-1">
        <Clock aria-hidden="true" className="size-4" />
        {t("minutes", { minutes })}
      </span>
    </p>
  );
}
