"use client";

import { useTranslations } from "next-intl";
import useSWR from "swr";
import { Link, useRouter } from "@/i18n/navigation";
import { ApiError, call, refreshLearner, useMe } from "@/lib/client/api";
import { normaliseCode } from "@/lib/groups/code";
import { Boki } from "@/lib/ui/brand";
import { Button, buttonStyle } from "@/lib/ui/components";
import { CONSENT_VERSION } from "@/lib/wire/cohortParts";
import { joinClass, readClassInvite } from "@/lib/wire/classes";
import { Nothing } from "../../../shell/Nothing";
import { Problem } from "../../../shell/Problem";
import { useAct } from "../../../shell/useAct";
import { Waiting } from "../../../shell/Waiting";
import { Consent } from "../../Consent";

/** An invitation into a class: whose it is, what its instructors would see of one, and in. Who has no account comes back here once they have one. */
export function JoinClass({ code: typed }: { readonly code: string }) {
  const t = useTranslations("classes");
  const router = useRouter();
  const me = useMe();
  const user = me.data?.user;
  const code = normaliseCode(typed);
  const asks = code !== null && me.data !== undefined;
  const invite = useSWR(asks ? ["class-invite", code, user?.id] : null, () => call(readClassInvite, { params: { code: code ?? "" } }), {
    shouldRetryOnError: false,
    revalidateOnFocus: false,
  });
  const { busy, refused, act } = useAct();

  const error: unknown = invite.error;
  if (code === null || (error instanceof ApiError && error.status === 404))
    return <Nothing title={t("notHere")} text={t("inviteGone")} href="/classes" way={t("toClasses")} />;
  if (!invite.data) return <Waiting error={error ?? me.error} onRetry={() => void invite.mutate()} />;
  const { cohort, as, joined } = invite.data;
  const placeOf = (id: string, role: typeof as): string => (role === "instructor" ? `/teach/${id}` : "/classes");
  const join = () =>
    act(
      async () => {
        const { id, as: role } = await call(joinClass, { params: { code }, body: { consent: as === "student" ? CONSENT_VERSION : null } });
        await refreshLearner();
        router.replace(placeOf(id, role));
      },
      { leaves: true },
    );
  const here = `/classes/join/${code}`;
  return (
    <section className="flex flex-col gap-5 rounded-(--radius-lg) border border-line bg-sheet p-6 shadow-2">
      <Boki mood="delighted" className="size-28 self-center" />
      <h1 className="m-0 text-center text-2xl font-bold text-ink">
        {t(as === "instructor" ? "invitedToTeach" : "invited", { cohort: cohort.name })}
      </h1>
      {cohort.instructors.length > 0 && (
        <p className="m-0 text-center text-ink-2">{t("taughtBy", { names: cohort.instructors.join(", ") })}</p>
      )}
      <Problem error={refused} />
      {joined !== null ? (
        <Link href={placeOf(joined.id, joined.as)} className={buttonStyle("primary", "lg")}>
          {t("goIn")}
        </Link>
      ) : user && !user.guest ? (
        as === "student" ? (
          <Consent level={2} busy={busy} onAgree={() => void join()} />
        ) : (
          <Button size="lg" disabled={busy} onClick={() => void join()}>
            {t("teachToo")}
          </Button>
        )
      ) : (
        <>
          <p className="m-0 text-center text-ink-2">{t("signUpToJoin")}</p>
          <Link href={`/signin?next=${here}`} className={buttonStyle("primary", "lg")}>
            {t("signUp")}
          </Link>
          <Link
            href={`/signin?mode=in&next=${here}`}
            className="self-center py-2 text-sm font-medium text-ink underline underline-offset-4"
          >
            {t("signIn")}
          </Link>
        </>
      )}
    </section>
  );
}
