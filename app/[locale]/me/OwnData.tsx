"use client";

import { useTranslations } from "next-intl";
import { useState, type SubmitEvent } from "react";
import { forgetRounds } from "../play/roundStore";
import { Problem } from "../shell/Problem";
import type { Locale } from "@/lib/challenges";
import { ApiError, call, forgetGuest, refreshLearner } from "@/lib/client/api";
import { download } from "@/lib/client/api/download";
import { outbox } from "@/lib/client/outbox";
import { Button, TextField } from "@/lib/ui/components";
import { eraseMe, exportMe, type Me } from "@/lib/wire/account";
import { ERASE_WORDS } from "@/lib/wire/scalars";
import { Unfold } from "../shell/Unfold";

interface OwnDataProps {
  readonly locale: Locale;
  readonly user: NonNullable<Me["user"]>;
  readonly onFail: (error: unknown) => void;
  readonly onErased: () => void;
}

/** Taking everything along, and having everything erased. */
export function OwnData({ locale, user, onFail, onErased }: OwnDataProps) {
  const t = useTranslations("me");
  const [busy, setBusy] = useState(false);
  const take = () => {
    setBusy(true);
    download(exportMe)
      .catch(onFail)
      .finally(() => setBusy(false));
  };
  return (
    <section className="flex flex-col gap-3">
      <h2 className="m-0 text-lg font-bold text-ink">{t("data")}</h2>
      <p className="m-0 text-ink-2">{t("exportNote")}</p>
      <Button variant="secondary" className="self-start" disabled={busy} onClick={take}>
        {busy ? t("exporting") : t("export")}
      </Button>
      <Unfold title={t("erase")}>
        <EraseForm locale={locale} user={user} onErased={onErased} />
      </Unfold>
    </section>
  );
}

function EraseForm({ locale, user, onErased }: Omit<OwnDataProps, "onFail">) {
  const t = useTranslations("me");
  const [typed, setTyped] = useState("");
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<unknown>(null);
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    setBusy(true);
    setRefused(null);
    try {
      await call(eraseMe, { body: { id: user.id, ...(user.password ? { password: typed } : { word: typed }) } });
      // Nothing of theirs stays in this browser either: no drafts, and no answers that wait to be sent.
      forgetRounds();
      const waiting = outbox.entries().filter(({ learner }) => learner === user.id);
      await Promise.all(waiting.map(({ id }) => outbox.discard(id)));
      forgetGuest();
      onErased();
      await refreshLearner();
    } catch (error) {
      setRefused(error);
      setBusy(false);
    }
  };
  const here = refused instanceof ApiError && (refused.field === "password" || refused.field === "word");
  return (
    <form onSubmit={(event) => void submit(event)} noValidate className="flex flex-col gap-4">
      <p className="m-0 text-ink">{t("eraseNote")}</p>
      <p className="m-0 text-sm text-ink-2">{t("eraseKept")}</p>
      <TextField
        label={user.password ? t("erasePassword") : t("eraseWord", { word: ERASE_WORDS[locale] })}
        type={user.password ? "password" : "text"}
        autoComplete={user.password ? "current-password" : "off"}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        problem={here ? refused.text[locale] : undefined}
      />
      {!here && <Problem error={refused} />}
      <Button type="submit" variant="danger" className="self-start" disabled={busy || typed === ""}>
        {busy ? t("erasing") : t("eraseNow")}
      </Button>
    </form>
  );
}
