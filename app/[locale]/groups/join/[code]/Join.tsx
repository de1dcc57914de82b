"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import useSWR from "swr";
import { Link, useRouter } from "@/i18n/navigation";
import { ApiError, call, useMe } from "@/lib/client/api";
import { normaliseCode } from "@/lib/groups/code";
import { Boki } from "@/lib/ui/brand";
import { Button, buttonStyle } from "@/lib/ui/components";
import { joinGroup, readInvite } from "@/lib/wire/invitations";
import { Problem } from "../../../shell/Problem";
import { useAct } from "../../../shell/useAct";
import { NotHere } from "../../NotHere";
import { Waiting } from "../../../shell/Waiting";
import { ShareChoice } from "../../ShareChoice";

/** An invitation: which group, what it would see of one, and in. Who has no account comes back here once they have one. */
export function Join({ code: typed }: { readonly code: string }) {
  const t = useTranslations("groups");
  const router = useRouter();
  const me = useMe();
  const user = me.data?.user;
  const code = normaliseCode(typed);
  const asks = code !== null && me.data !== undefined;
  const invite = useSWR(asks ? ["invite", code, user?.id] : null, () => call(readInvite, { params: { code: code ?? "" } }), {
    shouldRetryOnError: false,
    revalidateOnFocus: false,
  });
  const [shares, setShares] = useState<boolean | null>(null);
  const { busy, refused, act } = useAct();

  const error: unknown = invite.error;
  if (code === null || (error instanceof ApiError && error.status === 404))
    return <NotHere title={t("inviteGone")} text={t("inviteGoneNote")} />;
  if (!invite.data) return <Waiting error={error ?? me.error} onRetry={() => void invite.mutate()} />;
  const { group, joined } = invite.data;
  const join = async () => {
    if (shares === null) return;
    await act(
      async () => {
        const { id } = await call(joinGroup, { params: { code }, body: { sharesReview: shares } });
        router.replace(`/groups/${id}`);
      },
      { leaves: true },
    );
  };
  return (
    <section className="flex flex-col gap-5 rounded-(--radius-lg) border border-line bg-sheet p-6 shadow-2">
      <Boki mood="delighted" className="size-28 self-center" />
      <h1 className="m-0 text-center text-2xl font-bold text-ink">{t("invited", { group: group.name })}</h1>
      {joined !== null ? (
        <Link href={`/groups/${joined}`} className={buttonStyle("primary", "lg")}>
          {t("goIn")}
        </Link>
      ) : user && !user.guest ? (
        <>
          <ShareChoice value={shares} onChange={setShares} />
          <Problem error={refused} />
          <Button size="lg" disabled={busy || shares === null} onClick={() => void join()}>
            {shares === null ? t("chooseShare") : t("join")}
          </Button>
        </>
      ) : (
        <>
          <p className="m-0 text-center text-ink-2">{t("signUpToJoin")}</p>
          <Link href={`/signin?next=/groups/join/${code}`} className={buttonStyle("primary", "lg")}>
            {t("signUp")}
          </Link>
          <Link
            href={`/signin?mode=in&next=/groups/join/${code}`}
            className="self-center py-2 text-sm font-medium text-ink underline underline-offset-4"
          >
            {t("signIn")}
          </Link>
        </>
      )}
    </section>
  );
}
