"use client";

import { Archive, ChevronRight } from "lucide-react";
import { useTranslations } from "next-intl";
import useSWR from "swr";
import { Link } from "@/i18n/navigation";
import { ApiError, call } from "@/lib/client/api";
import { makeCohortInvite, readCohort, revokeCohortInvite, type CohortHome as Home } from "@/lib/wire/cohorts";
import { buttonStyle } from "@/lib/ui/components";
import { InviteList } from "../../invitations/InviteList";
import { BackLink } from "../../shell/BackLink";
import { Nothing } from "../../shell/Nothing";
import { Waiting } from "../../shell/Waiting";
import { useViewer } from "../../shell/useViewer";
import { CohortSettings } from "./CohortSettings";
import { Instructors } from "./Instructors";
import { Roster } from "./Roster";

/** A class for those who teach it: who is in it, how they come in, who teaches it, and what it is called. */
export function CohortHome({ id }: { readonly id: string }) {
  const t = useTranslations("teach");
  const who = useViewer();
  const { data, error, mutate } = useSWR(who && ["cohort", who, id], () => call(readCohort, { params: { id } }), {
    shouldRetryOnError: (failure: unknown) => !(failure instanceof ApiError && failure.status < 500),
  });
  // Who does not teach it any more keeps nothing of it on the screen.
  if (error instanceof ApiError && [401, 403, 404].includes(error.status))
    return <Nothing title={t("notHere")} text={t("notHereNote")} href="/teach" way={t("toCohorts")} />;
  if (!data) return <Waiting error={error} onRetry={() => void mutate()} />;
  const changed = () => void mutate();
  return (
    <div className="flex flex-col gap-8">
      <header className="flex flex-wrap items-center gap-x-3 gap-y-1 print:hidden">
        <div className="w-full">
          <BackLink href="/teach">{t("title")}</BackLink>
        </div>
        <h1 className="m-0 min-w-0 break-words text-3xl font-extrabold text-ink">{data.name}</h1>
        {data.archived && (
          <span className="inline-flex items-center gap-1.5 rounded-full bg-paper-3 px-3 py-1 text-sm font-semibold text-ink-2">
            <Archive aria-hidden className="size-4" />
            {t("archived")}
          </span>
        )}
        <Link href={`/teach/${id}/insight`} className={`${buttonStyle("secondary")} sm:ml-auto`}>
          {t("insight")}
        </Link>
        <Link href={`/teach/${id}/grades`} className={buttonStyle("secondary")}>
          {t("grades")}
        </Link>
      </header>
      <Link
        href={`/teach/${id}/work`}
        className="flex items-center gap-3 rounded-(--radius-lg) border border-line bg-sheet p-4 no-underline shadow-1 transition-colors duration-150 hover:border-line-strong hover:bg-paper-2 print:hidden"
      >
        <span className="min-w-0 grow">
          <span className="block text-lg font-bold text-ink">{t("toWork")}</span>
          <span className="block text-sm text-ink-2">{t("toWorkNote")}</span>
        </span>
        <ChevronRight aria-hidden className="size-5 shrink-0 text-ink-3" />
      </Link>
      <Roster cohort={data} onChanged={changed} />
      <div className="flex flex-col gap-8 print:hidden">
        {!data.archived && <Codes cohort={data} onChanged={changed} />}
        <Instructors cohort={data} onChanged={changed} />
        <CohortSettings key={data.name} cohort={data} onChanged={changed} />
      </div>
    </div>
  );
}

/** Links into the class, for students and for those who teach it too. */
function Codes({ cohort, onChanged }: { readonly cohort: Home; readonly onChanged: () => void }) {
  const t = useTranslations("teach");
  const make = (as: "student" | "instructor", maxUses: number) => () =>
    call(makeCohortInvite, { params: { id: cohort.id }, body: { as, days: 7, maxUses } });
  return (
    <section aria-labelledby="codes" className="flex flex-col gap-3">
      <h2 id="codes" className="m-0 text-xl font-bold text-ink">
        {t("invite")}
      </h2>
      <InviteList
        title={t("links")}
        invites={cohort.invites.map((invite) => ({ ...invite, mark: t(invite.as === "instructor" ? "forInstructors" : "forStudents") }))}
        pathOf={(code) => `/classes/join/${code}`}
        makes={[
          { label: t("inviteStudents"), make: make("student", 100) },
          { label: t("inviteInstructor"), make: make("instructor", 1) },
        ]}
        revoke={(invite) => call(revokeCohortInvite, { params: { id: cohort.id, invite } })}
        onChanged={onChanged}
      >
        <p className="m-0 text-sm text-ink-2">{t("linksNote")}</p>
      </InviteList>
    </section>
  );
}
