"use client";

import { useTranslations } from "next-intl";
import { Link } from "@/i18n/navigation";
import { hasBegun, useProgress } from "@/lib/client/api";
import { buttonStyle } from "@/lib/ui/components";
import { nextTopic } from "@/lib/ui/map/mapLayout";

interface Props {
  readonly topics: readonly {
    readonly id: string;
    readonly track: string;
    readonly title: string;
    readonly prerequisites: readonly string[];
  }[];
}

/** For who comes back, the way on; for who is new, that nothing is asked of them. One place for both, so that nothing moves. */
export function Continue({ topics }: Props) {
  const t = useTranslations("home");
  const { data } = useProgress();
  const done = new Set(data?.topics.filter((topic) => topic.lessonDone).map((topic) => topic.topic));
  const begun = hasBegun(data);
  const next = nextTopic(
    topics.map((topic) => ({ ...topic, prerequisites: topic.prerequisites.map((id) => ({ id })) })),
    done,
    data?.last,
  );
  const title = topics.find(({ id }) => id === next)?.title;
  return (
    <div className="flex min-h-12 items-center">
      {begun && title !== undefined ? (
        <Link href={`/learn/${next}`} className={buttonStyle("primary")} data-testid="continue">
          {t("goOn", { title })}
        </Link>
      ) : (
        <p className="m-0 text-sm text-ink-3">{t("noSignUp")}</p>
      )}
    </div>
  );
}
