"use client";

import { Archive, CalendarCheck, ChevronRight, CircleHelp, Crown, Search, UsersRound } from "lucide-react";
import { useTranslations } from "next-intl";
import { lazy, Suspense, useState, type SubmitEvent } from "react";
import useSWR from "swr";
import { Link, useRouter } from "@/i18n/navigation";
import { call, useMe } from "@/lib/client/api";
import { normaliseCode } from "@/lib/groups/code";
import { Boki } from "@/lib/ui/brand";
import { Button, buttonStyle, TextField } from "@/lib/ui/components";
import { listGroups, type GroupList } from "@/lib/wire/groups";
import { InboxWay } from "../shell/InboxWay";
import { Waiting } from "../shell/Waiting";

// For members, below what they have.
const NewGroupForm = lazy(async () => ({ default: (await import("./NewGroupForm")).NewGroupForm }));

/** One's groups, and the two ways into one: a code, or a group of one's own. */
export function MyGroups() {
  const t = useTranslations("groups");
  const me = useMe();
  const user = me.data?.user ?? null;
  const member = user !== null && !user.guest;
  const { data, error, mutate } = useSWR(member ? ["groups", user.id] : null, () => call(listGroups));
  if (!me.data) return <Waiting error={me.error} onRetry={() => void me.refresh()} />;
  if (!member)
    return (
      <div className="flex flex-col gap-8">
        <section className="flex flex-col items-center gap-4 rounded-(--radius-lg) border border-line bg-sheet p-6 text-center shadow-1">
          <Boki mood="curious" className="size-28" />
          <p className="m-0 max-w-prose text-ink">{t("signUpFirst")}</p>
          <Link href="/signin?next=/groups" className={buttonStyle()}>
            {t("signUp")}
          </Link>
        </section>
        <CodeForm />
      </div>
    );
  if (!data) return <Waiting error={error} onRetry={() => void mutate()} />;
  return (
    <div className="flex flex-col gap-8">
      <InboxWay />
      {data.groups.length === 0 ? (
        <div className="flex flex-col items-center gap-3 rounded-(--radius-lg) border border-dashed border-line-strong p-6 text-center">
          <Boki mood="curious" className="size-28" />
          <p className="m-0 text-lg font-bold text-ink">{t("none")}</p>
          <p className="m-0 max-w-prose text-ink-2">{t("noneHint")}</p>
        </div>
      ) : (
        <>
          <ul className="m-0 flex list-none flex-col gap-3 p-0" data-testid="groups">
            {data.groups.map((group) => (
              <GroupCard key={group.id} group={group} />
            ))}
          </ul>
          <Link href="/groups/search" className={`${buttonStyle("secondary")} self-start`}>
            <Search aria-hidden className="size-5" />
            {t("searchNotes")}
          </Link>
        </>
      )}
      <div className="grid grid-cols-1 gap-6 sm:grid-cols-2">
        <CodeForm />
        <Suspense fallback={<div className="min-h-80" />}>
          <NewGroupForm onMade={() => void mutate()} />
        </Suspense>
      </div>
    </div>
  );
}

function GroupCard({ group }: { readonly group: GroupList["groups"][number] }) {
  const t = useTranslations("groups");
  return (
    <li>
      <Link
        href={`/groups/${group.id}`}
        className="flex items-center gap-3 rounded-(--radius-lg) border border-line bg-sheet p-4 no-underline shadow-1 transition-colors duration-150 hover:border-line-strong hover:bg-paper-2"
      >
        <span className="min-w-0 grow">
          <span className="flex items-center gap-2 text-lg font-bold text-ink">
            <span className="min-w-0 break-words">{group.name}</span>
            {group.role === "owner" && <Crown aria-label={t("owner")} className="size-4 shrink-0 text-warn" />}
          </span>
          <span className="mt-1 flex flex-wrap gap-x-4 gap-y-1 text-sm text-ink-2">
            {group.archived && (
              <span className="inline-flex items-center gap-1.5">
                <Archive aria-hidden className="size-4" />
                {t("archived")}
              </span>
            )}
            {group.members !== null && (
              <span className="inline-flex items-center gap-1.5">
                <UsersRound aria-hidden className="size-4" />
                {t("memberCount", { count: group.members })}
              </span>
            )}
            {group.sessionToday && (
              <span className="inline-flex items-center gap-1.5 font-semibold text-good">
                <CalendarCheck aria-hidden className="size-4" />
                {t("sessionToday")}
              </span>
            )}
            {group.openItems > 0 && (
              <span className="inline-flex items-center gap-1.5">
                <CircleHelp aria-hidden className="size-4" />
                {t("openCount", { count: group.openItems })}
              </span>
            )}
          </span>
        </span>
        <ChevronRight aria-hidden className="size-5 shrink-0 text-ink-3" />
      </Link>
    </li>
  );
}

function CodeForm() {
  const t = useTranslations("groups");
  const router = useRouter();
  const [typed, setTyped] = useState("");
  const [wrong, setWrong] = useState(false);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    // A whole link is as good as its code.
    const code = normaliseCode(typed.trim().split("/").at(-1) ?? "");
    setWrong(code === null);
    if (code !== null) router.push(`/groups/join/${code}`);
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
