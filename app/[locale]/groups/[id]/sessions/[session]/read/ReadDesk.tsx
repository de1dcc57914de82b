"use client";

import { useTranslations } from "next-intl";
import { useSearchParams } from "next/navigation";
import { Link } from "@/i18n/navigation";
import { useMe } from "@/lib/client/api";
import { NotHere } from "../../../../NotHere";
import { Waiting } from "../../../../../shell/Waiting";
import { useSession } from "../../../../data";
import { useDay } from "../../../../words";
import { ReadingOf } from "./ReadingOf";
import type { Curriculum } from "./curriculum";

/** A note is read into a session: paste or upload it, look at what was found in it, confirm. */
export function ReadDesk({ group, session, ...curriculum }: Curriculum & { readonly group: string; readonly session: string }) {
  const t = useTranslations("reading");
  const groups = useTranslations("groups");
  const day = useDay();
  const { data, gone, error, mutate } = useSession(group, session);
  const who = useMe().data?.user?.id;
  /** A note of the group that is to be read: its id. */
  const source = useSearchParams().get("source");
  if (gone) return <NotHere text={groups("notHereNote")} />;
  if (!data || who === undefined) return <Waiting error={error} onRetry={() => void mutate()} />;
  return (
    <div className="flex flex-col gap-6">
      <header className="flex flex-col gap-1">
        <Link href={`/groups/${group}/sessions/${session}`} className="self-start text-sm text-ink-2 underline-offset-4 hover:underline">
          {t("back", { group: data.group.name, date: day(data.date) })}
        </Link>
        <h1 className="m-0 text-3xl font-extrabold text-ink">{t("title")}</h1>
        <p className="m-0 max-w-prose text-ink-2">{t("lead")}</p>
      </header>
      {data.group.archived ? (
        <p className="m-0 text-ink-2">{t("archived")}</p>
      ) : (
        <ReadingOf
          key={`${who}/${session}`}
          who={who}
          session={data}
          source={source}
          curriculum={curriculum}
          onWritten={() => void mutate()}
        />
      )}
    </div>
  );
}
