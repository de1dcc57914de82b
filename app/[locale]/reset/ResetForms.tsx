"use client";

import { standardSchemaResolver } from "@hookform/resolvers/standard-schema";
import { useTranslations } from "next-intl";
import { useState, useSyncExternalStore } from "react";
import { useForm } from "react-hook-form";
import { Problem } from "../shell/Problem";
import { showFaults } from "../shell/showFaults";
import { Link } from "@/i18n/navigation";
import type { Locale } from "@/lib/challenges";
import { ApiError, call, forgetGuest, refreshLearner } from "@/lib/client/api";
import { Button, buttonStyle, TextField } from "@/lib/ui/components";
import { askForReset, resetPassword } from "@/lib/wire/account";

const asking = askForReset.body.pick({ email: true });
const setting = resetPassword.body.pick({ password: true });

const onHash = (changed: () => void) => {
  window.addEventListener("hashchange", changed);
  return () => window.removeEventListener("hashchange", changed);
};
/** The token of a link stands behind "#", where it reaches no server but in the request that uses it. */
const tokenHere = () => location.hash.slice(1);

/** With a link: a new password. Without one: where the link should go. */
export function ResetForms({ locale }: { locale: Locale }) {
  const token = useSyncExternalStore(onHash, tokenHere, () => "");
  return token === "" ? <AskForm locale={locale} /> : <NewPasswordForm key={token} token={token} locale={locale} />;
}

function AskForm({ locale }: { locale: Locale }) {
  const t = useTranslations("reset");
  const [by, setBy] = useState<"mail" | "console" | null>(null);
  const [refused, setRefused] = useState<unknown>(null);
  const { register, handleSubmit, formState } = useForm({ resolver: standardSchemaResolver(asking), defaultValues: { email: "" } });
  const submit = handleSubmit(async ({ email }) => {
    setRefused(null);
    setBy(null);
    try {
      setBy((await call(askForReset, { body: { email, locale } })).by);
    } catch (error) {
      setRefused(error);
    }
  });
  return (
    <form onSubmit={(event) => void submit(event)} noValidate className="flex flex-col gap-4">
      <p className="m-0 text-ink-2">{t("askNote")}</p>
      <TextField
        label={t("email")}
        type="email"
        autoComplete="email"
        inputMode="email"
        problem={formState.errors.email && t("emailRule")}
        {...register("email")}
      />
      <Problem error={refused} />
      <Button type="submit" size="lg" disabled={formState.isSubmitting}>
        {t("send")}
      </Button>
      <p role="status" className="m-0 rounded-(--radius) bg-good-wash p-3 text-ink empty:hidden">
        {by && t(by === "mail" ? "sentMail" : "sentConsole")}
      </p>
    </form>
  );
}

function NewPasswordForm({ token, locale }: { token: string; locale: Locale }) {
  const t = useTranslations("reset");
  const [done, setDone] = useState(false);
  const [refused, setRefused] = useState<unknown>(null);
  const { register, handleSubmit, formState, setError } = useForm({
    resolver: standardSchemaResolver(setting),
    defaultValues: { password: "" },
  });
  const { password } = formState.errors;
  const submit = handleSubmit(async ({ password }) => {
    setRefused(null);
    try {
      await call(resetPassword, { body: { token, password } });
      setDone(true);
      // Whoever was signed in here is no longer.
      forgetGuest();
      await refreshLearner();
    } catch (error) {
      if (!showFaults(error, ["password"], (name, told) => setError(name, told, { shouldFocus: true }), locale)) setRefused(error);
    }
  });
  if (done)
    return (
      <div className="flex flex-col items-start gap-4">
        <p role="status" className="m-0 text-ink">
          {t("done")}
        </p>
        <Link href="/signin?mode=in" className={buttonStyle("primary", "lg")}>
          {t("toSignIn")}
        </Link>
      </div>
    );
  return (
    <form onSubmit={(event) => void submit(event)} noValidate className="flex flex-col gap-4">
      <p className="m-0 text-ink-2">{t("newNote")}</p>
      <TextField
        label={t("password")}
        type="password"
        autoComplete="new-password"
        hint={t("passwordHint")}
        problem={password && (password.type === "server" ? password.message : t("passwordRule"))}
        {...register("password")}
      />
      <Problem error={refused} />
      {refused instanceof ApiError && refused.code === "stale-reset-link" && (
        <a href="#" className="self-start py-2 text-sm font-medium text-ink underline underline-offset-4">
          {t("again")}
        </a>
      )}
      <Button type="submit" size="lg" disabled={formState.isSubmitting}>
        {t("set")}
      </Button>
    </form>
  );
}
