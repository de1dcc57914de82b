"use client";

import { useTranslations } from "next-intl";
import { Link } from "@/i18n/navigation";
import { useGroup } from "../../data";
import { NotHere } from "../../NotHere";
import { Waiting } from "../../../shell/Waiting";
import { Complaints } from "../../discussion/Complaints";
import { Discussion } from "../../discussion/Discussion";
import type { Place } from "../../discussion/ThreadCard";

/** All that a group asks itself; for its owners first what they were asked to look at. */
export function AllThreads(place: Pick<Place, "group" | "locale" | "titles">) {
  const t = useTranslations("discussion");
  const groups = useTranslations("groups");
  const { data, gone, error, mutate } = useGroup(place.group);
  if (gone) return <NotHere text={groups("notHereNote")} />;
  if (!data) return <Waiting error={error} onRetry={() => void mutate()} />;
  return (
    <div className="flex flex-col gap-6">
      <header className="flex flex-col gap-1">
        <Link href={`/groups/${place.group}`} className="self-start text-sm text-ink-2 underline-offset-4 hover:underline">
          {data.name}
        </Link>
        <h1 className="m-0 text-3xl font-extrabold text-ink">{t("title")}</h1>
        <p className="m-0 text-ink-2">{t("lead")}</p>
      </header>
      {data.owner && <Complaints group={place.group} />}
      <Discussion {...place} about={{}} />
    </div>
  );
}
