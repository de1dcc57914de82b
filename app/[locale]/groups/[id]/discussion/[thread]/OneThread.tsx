"use client";

import { useTranslations } from "next-intl";
import { Link } from "@/i18n/navigation";
import { NotHere } from "../../../NotHere";
import { Waiting } from "../../../../shell/Waiting";
import { useThread } from "../../../discussion/data";
import { ThreadCard, type Place } from "../../../discussion/ThreadCard";

/** One question with all that was said to it: where the inbox leads. */
export function OneThread({ thread, ...place }: Pick<Place, "group" | "locale" | "titles"> & { readonly thread: string }) {
  const t = useTranslations("discussion");
  const groups = useTranslations("groups");
  const { data, gone, error, mutate } = useThread(place.group, thread, true);
  if (gone) return <NotHere text={groups("notHereNote")} />;
  if (!data) return <Waiting error={error} onRetry={() => void mutate()} />;
  const { people, me, owner, archived } = data;
  return (
    <div className="flex flex-col gap-4">
      <Link href={`/groups/${place.group}/discussion`} className="self-start text-sm text-ink-2 underline-offset-4 hover:underline">
        {t("toList")}
      </Link>
      <h1 className="m-0 text-3xl font-extrabold text-ink">{t("thread")}</h1>
      <ThreadCard {...place} {...{ people, me, owner, archived }} thread={data} opened onChanged={() => void mutate()} />
    </div>
  );
}
