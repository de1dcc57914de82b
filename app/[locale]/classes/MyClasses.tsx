"use client";

import { useLocale, useTranslations } from "next-intl";
import { lazy, Suspense, useEffect, useRef, useState, type SubmitEvent } from "react";
import useSWR from "swr";
import { Link, useRouter } from "@/i18n/navigation";
import { call, refreshLearner, useMe } from "@/lib/client/api";
import { normaliseCode } from "@/lib/groups/code";
import { Boki } from "@/lib/ui/brand";
import { Button, buttonStyle, TextField } from "@/lib/ui/components";
import { listClasses, type Classes } from "@/lib/wire/classes";
import { endCohortPlace } from "@/lib/wire/cohorts";
import { Problem } from "../shell/Problem";
import { Unfold } from "../shell/Unfold";
import { Waiting } from "../shell/Waiting";
import { WhatIsSeen } from "./Consent";
import { Offer } from "./Offer";

// Only who learns in a class is given work.
const Waits = lazy(async () => ({ default: (await import("./work/Waits")).Waits }));
// Only who came by a PIN has one to change.
const PinForm = lazy(async () => ({ default: (await import("./PinForm")).PinForm }));

/** The classes somebody learns in, with all that is seen of them there; those that wait for them; and the way in by a code. */
export function MyClasses() {
  const t = useTranslations("classes");
  const me = useMe();
  const user = me.data?.user ?? null;
  const member = user !== null && !user.guest;
  const { data, error, mutate } = useSWR(member ? ["classes", user.id] : null, () => call(listClasses));
  const [refused, setRefused] = useState<unknown>(null);
  // What was agreed to goes from the page: the focus goes on to the class that came of it.
  const list = useRef<HTMLUListElement>(null);
  const arrived = useRef(false);
  useEffect(() => {
    if (!arrived.current) return;
    arrived.current = false;
    list.current?.focus();
  }, [data]);
  if (!me.data) return <Waiting error={me.error} onRetry={() => void me.refresh()} />;
  if (!member)
    return (
      <div className="flex flex-col gap-8">
        <section className="flex flex-col items-center gap-4 rounded-(--radius-lg) border border-line bg-sheet p-6 text-center shadow-1">
          <Boki mood="curious" className="size-28" />
          <p className="m-0 max-w-prose text-ink">{t("signUpFirst")}</p>
          <Link href="/signin?next=/classes" className={buttonStyle()}>
            {t("signUp")}
          </Link>
          <Link href="/signin/class" className="finger py-2 text-sm font-medium text-ink underline underline-offset-4">
            {t("signInBySchool")}
          </Link>
        </section>
        <CodeForm />
      </div>
    );
  if (!data) return <Waiting error={error} onRetry={() => void mutate()} />;
  const act = async (change: () => Promise<unknown>) => {
    setRefused(null);
    try {
      await change();
      await mutate();
      await refreshLearner();
    } catch (failure) {
      setRefused(failure);
    }
  };
  return (
    <div className="flex flex-col gap-8">
      <Problem error={refused} />
      {data.classes.length > 0 && (
        <Suspense fallback={<div className="min-h-44" />}>
          <Waits />
        </Suspense>
      )}
      {data.offers.map((offer) => (
        <Offer
          key={offer.id}
          offer={offer}
          act={act}
          onIn={() => {
            arrived.current = true;
          }}
        />
      ))}
      {data.classes.length > 0 && (
        <ul
          ref={list}
          tabIndex={-1}
          aria-label={t("title")}
          className="m-0 flex list-none flex-col gap-4 p-0 outline-offset-4"
          data-testid="classes"
        >
          {data.classes.map((each) => (
            <ClassCard
              key={each.me}
              own={each}
              onLeave={() => void act(() => call(endCohortPlace, { params: { id: each.cohort.id, member: each.me } }))}
            />
          ))}
        </ul>
      )}
      {data.classes.length + data.offers.length === 0 && <p className="m-0 text-ink-2">{t("none")}</p>}
      {/* Both at once, so that the one below is not pushed away. */}
      <Suspense>
        {data.pin && <PinForm pin={data.pin} onChanged={() => void mutate()} />}
        <CodeForm />
      </Suspense>
    </div>
  );
}

function ClassCard({ own, onLeave }: { readonly own: Classes["classes"][number]; readonly onLeave: () => void }) {
  const t = useTranslations("classes");
  const locale = useLocale();
  const [asked, setAsked] = useState(false);
  const { cohort, instructors, seen, consentAt } = own;
  const moment = (at: string): string => new Date(at).toLocaleString(locale, { dateStyle: "medium", timeStyle: "short" });
  const shown: [string, string][] = [
    [t("shown.name"), seen.name ?? t("nothing")],
    [t("shown.rosterName"), seen.rosterName ?? t("nothing")],
    [t("shown.email"), seen.email === null ? t("nothing") : t(seen.proven ? "shown.proven" : "shown.unproven", { email: seen.email })],
    [t("shown.joinedAt"), moment(seen.joinedAt)],
    [t("shown.consent"), t("shown.consentOf", { date: moment(consentAt), version: seen.consentVersion })],
    ...(seen.school === null
      ? []
      : [
          [
            t("shown.school"),
            t(seen.school.pinDrawn ? "shown.pinDrawn" : "shown.pinOwn", {
              nickname: seen.school.nickname,
              date: seen.school.pinSetAt === null ? t("nothing") : moment(seen.school.pinSetAt),
            }),
          ] satisfies [string, string],
        ]),
  ];
  return (
    <li className="flex flex-col gap-3 rounded-(--radius-lg) border border-line bg-sheet p-5 shadow-1">
      <h2 className="m-0 break-words text-xl font-bold text-ink">{cohort.name}</h2>
      <p className="m-0 text-ink-2">
        {instructors.length === 0 ? t("taughtByNobody") : t("taughtBy", { names: instructors.join(", ") })}{" "}
        {cohort.archived && t("archived")}
      </p>
      <Link href={`/classes/grades/${cohort.id}`} className={`${buttonStyle("secondary", "sm")} self-start`}>
        {t("grades")}
      </Link>
      <Unfold title={t("seenOfMe")}>
        <div className="flex flex-col gap-4">
          <dl className="m-0 grid grid-cols-1 gap-x-4 gap-y-1 sm:grid-cols-[auto_1fr]" data-testid="seen">
            {shown.map(([what, how]) => (
              <div key={what} className="contents">
                <dt className="text-sm text-ink-2">{what}</dt>
                <dd className="m-0 mb-2 break-words text-ink sm:mb-0">{how}</dd>
              </div>
            ))}
          </dl>
          <WhatIsSeen />
        </div>
      </Unfold>
      {asked ? (
        <div className="flex flex-col gap-3 rounded-(--radius) border border-bad p-4" role="group" aria-label={t("leave")}>
          <p className="m-0 text-ink">{t("leaveSure")}</p>
          <div className="flex flex-wrap gap-2">
            <Button variant="danger" autoFocus onClick={onLeave}>
              {t("leaveNow")}
            </Button>
            <Button variant="ghost" onClick={() => setAsked(false)}>
              {t("cancel")}
            </Button>
          </div>
        </div>
      ) : (
        <Button variant="ghost" size="sm" className="self-start" onClick={() => setAsked(true)}>
          {t("leave")}
        </Button>
      )}
    </li>
  );
}

function CodeForm() {
  const t = useTranslations("classes");
  const router = useRouter();
  const [typed, setTyped] = useState("");
  const [wrong, setWrong] = useState(false);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    // A whole link is as good as its code.
    const code = normaliseCode(typed.trim().split("/").at(-1) ?? "");
    setWrong(code === null);
    if (code !== null) router.push(`/classes/join/${code}`);
  };
  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-3 rounded-(--radius-lg) border border-line bg-paper-2 p-4">
      <h2 className="m-0 text-lg font-bold text-ink">{t("joinByCode")}</h2>
      <TextField
        label={t("code")}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        hint={t("codeHint")}
        problem={wrong ? t("codeRule") : undefined}
      />
      <Button type="submit" variant="secondary" className="self-start">
        {t("lookUp")}
      </Button>
    </form>
  );
}
