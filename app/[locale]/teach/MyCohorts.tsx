"use client";

import { Archive, ChevronRight, Hourglass, UsersRound } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState, type SubmitEvent } from "react";
import useSWR from "swr";
import { Link, useRouter } from "@/i18n/navigation";
import { ApiError, call, newKey, refreshLearner, useMe } from "@/lib/client/api";
import { browserTimeZone } from "@/lib/client/browser/zone";
import { Boki } from "@/lib/ui/brand";
import { Button, buttonStyle, TextField } from "@/lib/ui/components";
import { createCohort, listCohorts, type CohortList } from "@/lib/wire/cohorts";
import { useInstructorCode as enterCode } from "@/lib/wire/instructors";
import { groupName } from "@/lib/wire/scalars";
import { Problem } from "../shell/Problem";
import { useAct } from "../shell/useAct";
import { Waiting } from "../shell/Waiting";

/** The classes that somebody teaches, and the ways to teach one. */
export function MyCohorts() {
  const t = useTranslations("teach");
  const me = useMe();
  const user = me.data?.user ?? null;
  const member = user !== null && !user.guest;
  const { data, error, mutate } = useSWR(member ? ["cohorts", user.id, user.role] : null, () => call(listCohorts));
  if (!me.data) return <Waiting error={me.error} onRetry={() => void me.refresh()} />;
  if (!member)
    return (
      <section className="flex flex-col items-center gap-4 rounded-(--radius-lg) border border-line bg-sheet p-6 text-center shadow-1">
        <Boki mood="curious" className="size-28" />
        <p className="m-0 max-w-prose text-ink">{t("signUpFirst")}</p>
        <Link href="/signin?next=/teach" className={buttonStyle()}>
          {t("signUp")}
        </Link>
      </section>
    );
  if (!data) return <Waiting error={error} onRetry={() => void mutate()} />;
  return (
    <div className="flex flex-col gap-8">
      {data.cohorts.length > 0 && (
        <ul className="m-0 flex list-none flex-col gap-3 p-0" data-testid="cohorts">
          {data.cohorts.map((cohort) => (
            <CohortCard key={cohort.id} cohort={cohort} />
          ))}
        </ul>
      )}
      {data.mayMake ? (
        <NewCohortForm onMade={() => void mutate()} />
      ) : (
        <CodeForm
          onTaken={async () => {
            await refreshLearner();
            await mutate();
          }}
        />
      )}
      {(data.mayMake || data.cohorts.length > 0) && (
        <Link href="/teach/questions" className={`${buttonStyle("secondary")} self-start`}>
          {t("toBank")}
        </Link>
      )}
      {user.role === "admin" && (
        <Link href="/teach/people" className={`${buttonStyle("secondary")} self-start`}>
          {t("toPeople")}
        </Link>
      )}
    </div>
  );
}

function CohortCard({ cohort }: { readonly cohort: CohortList["cohorts"][number] }) {
  const t = useTranslations("teach");
  const fact = "inline-flex items-center gap-1.5";
  return (
    <li>
      <Link
        href={`/teach/${cohort.id}`}
        className="flex items-center gap-3 rounded-(--radius-lg) border border-line bg-sheet p-4 no-underline shadow-1 transition-colors duration-150 hover:border-line-strong hover:bg-paper-2"
      >
        <span className="min-w-0 grow">
          <span className="block break-words text-lg font-bold text-ink">{cohort.name}</span>
          <span className="mt-1 flex flex-wrap gap-x-4 gap-y-1 text-sm text-ink-2">
            {cohort.archived && (
              <span className={fact}>
                <Archive aria-hidden className="size-4" />
                {t("archived")}
              </span>
            )}
            <span className={fact}>
              <UsersRound aria-hidden className="size-4" />
              {t("studentCount", { count: cohort.students })}
            </span>
            {cohort.waiting > 0 && (
              <span className={fact}>
                <Hourglass aria-hidden className="size-4" />
                {t("waitingCount", { count: cohort.waiting })}
              </span>
            )}
          </span>
        </span>
        <ChevronRight aria-hidden className="size-5 shrink-0 text-ink-3" />
      </Link>
    </li>
  );
}

const FORM = "flex flex-col gap-3 rounded-(--radius-lg) border border-line bg-paper-2 p-4";

function NewCohortForm({ onMade }: { readonly onMade: () => void }) {
  const t = useTranslations("teach");
  const router = useRouter();
  const [name, setName] = useState("");
  const [wrong, setWrong] = useState(false);
  const { busy, refused, act } = useAct();
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const fits = groupName.safeParse(name).success;
    setWrong(!fits);
    if (!fits) return;
    await act(
      async (kept) => {
        const body = { name, timeZone: browserTimeZone() };
        const { id } = await call(createCohort, { body, key: newKey(), onKept: kept });
        onMade();
        router.push(`/teach/${id}`);
      },
      { leaves: true },
    );
  };
  return (
    <form onSubmit={(event) => void submit(event)} noValidate className={FORM}>
      <h2 className="m-0 text-lg font-bold text-ink">{t("make")}</h2>
      <TextField
        label={t("name")}
        value={name}
        onChange={(event) => setName(event.target.value)}
        autoComplete="off"
        hint={t("nameHint")}
        problem={wrong ? t("nameRule") : undefined}
      />
      <Problem error={refused} />
      <Button type="submit" className="self-start" disabled={busy}>
        {t("makeNow")}
      </Button>
    </form>
  );
}

/** For whoever runs the server: the code on its console. */
function CodeForm({ onTaken }: { readonly onTaken: () => Promise<void> }) {
  const t = useTranslations("teach");
  const [code, setCode] = useState("");
  const { busy, refused, act } = useAct();
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    await act(async () => {
      await call(enterCode, { body: { code } });
      await onTaken();
    });
  };
  const unknown = refused instanceof ApiError && refused.status === 404;
  return (
    <form onSubmit={(event) => void submit(event)} noValidate className={FORM}>
      <h2 className="m-0 text-lg font-bold text-ink">{t("become")}</h2>
      <p className="m-0 text-ink-2">{t("becomeNote")}</p>
      <TextField
        label={t("code")}
        value={code}
        onChange={(event) => setCode(event.target.value)}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        hint={t("codeHint")}
        problem={unknown ? t("codeWrong") : undefined}
      />
      {!unknown && <Problem error={refused} />}
      <Button type="submit" className="self-start" disabled={busy || code.trim() === ""}>
        {t("enterCode")}
      </Button>
    </form>
  );
}
