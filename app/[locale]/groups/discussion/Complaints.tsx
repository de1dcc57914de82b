"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Link } from "@/i18n/navigation";
import { call } from "@/lib/client/api";
import { Button } from "@/lib/ui/components";
import { changeComment, hideNote, type ComplaintList } from "@/lib/wire/discussion";
import { Problem } from "../../shell/Problem";
import { useNames } from "../words";
import { useComplaints } from "./data";
import { Words } from "./Words";

/** What members asked the owners to look at, with the one thing to be done about it: to hide it, or show it again. */
export function Complaints({ group }: { readonly group: string }) {
  const t = useTranslations("discussion");
  const { data, mutate } = useComplaints(group, true);
  const nameOf = useNames(data?.people ?? []);
  const [refused, setRefused] = useState<unknown>(null);
  const hide = async ({ about, hidden }: ComplaintList["complaints"][number]) => {
    setRefused(null);
    try {
      await ("comment" in about
        ? call(changeComment, { params: { id: group, comment: about.comment }, body: { hidden: !hidden } })
        : call(hideNote, { params: { id: group, note: about.note }, body: { hidden: !hidden } }));
    } catch (error) {
      setRefused(error);
    }
    void mutate();
  };
  if (!data || data.complaints.length === 0) return null;
  return (
    <section aria-labelledby="complaints" className="flex flex-col gap-3" data-testid="complaints">
      <h2 id="complaints" className="m-0 text-xl font-bold text-ink">
        {t("complaints")}
      </h2>
      <Problem error={refused} />
      <ul className="m-0 flex list-none flex-col gap-2 p-0">
        {data.complaints.map((complaint) => {
          const { about, by, hidden, reasons } = complaint;
          const isComment = "comment" in about;
          const to = isComment ? `/groups/${group}/discussion/${about.thread}` : `/groups/${group}/notes/${about.note}`;
          return (
            <li
              key={isComment ? about.comment : about.note}
              className="flex flex-col gap-1 rounded-(--radius) border border-line bg-sheet p-3"
            >
              {isComment && about.text !== null && <Words text={about.text} nameOf={nameOf} />}
              {isComment && about.text === null && <p className="m-0 italic text-ink-2">{t("noText")}</p>}
              <p className="m-0 flex flex-wrap gap-x-3 text-sm text-ink-2">
                <Link href={to} className="underline underline-offset-4">
                  {isComment ? t("thread") : t("theNote", { title: about.title })}
                </Link>
                <span>{t("by", { name: nameOf(by) })}</span>
                {reasons.map(({ reason, count }) => (
                  <span key={reason} className="font-semibold text-warn">
                    {t("reasonCount", { reason: t(reason), count })}
                  </span>
                ))}
              </p>
              <Button size="sm" variant="secondary" className="self-start" onClick={() => void hide(complaint)}>
                {t(hidden ? "show" : "hide")}
              </Button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
