"use client";

import { standardSchemaResolver } from "@hookform/resolvers/standard-schema";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { Problem } from "../shell/Problem";
import { showFaults } from "../shell/showFaults";
import * as z from "@/lib/challenges/schema";
import { Link } from "@/i18n/navigation";
import type { Locale } from "@/lib/challenges";
import { call, refreshLearner } from "@/lib/client/api";
import { Button, Note, TextField } from "@/lib/ui/components";
import { changeMe, changePassword, type Me } from "@/lib/wire/account";
import { displayName } from "@/lib/wire/scalars";

const naming = z.object({ name: displayName });
const LINK = "self-start py-2 text-sm font-medium text-ink underline underline-offset-4";

/** The learner's name, to be changed in place. */
export function NameForm({ name }: { name: string }) {
  const t = useTranslations("me");
  const [refused, setRefused] = useState<unknown>(null);
  const [saved, setSaved] = useState(false);
  const { register, handleSubmit, formState } = useForm({ resolver: standardSchemaResolver(naming), values: { name } });
  const submit = handleSubmit(async (body) => {
    setRefused(null);
    setSaved(false);
    try {
      await call(changeMe, { body });
      await refreshLearner();
      setSaved(true);
    } catch (error) {
      setRefused(error);
    }
  });
  return (
    <form onSubmit={(event) => void submit(event)} noValidate className="flex flex-col gap-3">
      <div className="flex flex-wrap items-end gap-3">
        <div className="min-w-0 grow basis-56">
          <TextField label={t("name")} autoComplete="nickname" problem={formState.errors.name && t("nameRule")} {...register("name")} />
        </div>
        <Button type="submit" variant="secondary" disabled={formState.isSubmitting}>
          {t("nameSave")}
        </Button>
      </div>
      <Problem error={refused} />
      <Note>{saved && t("nameSaved")}</Note>
    </form>
  );
}

/** Another password. Accounts of a sign-in provider get their first one by a link, which proves their address. */
export function PasswordForm({ locale, user, onChanged }: { locale: Locale; user: NonNullable<Me["user"]>; onChanged: () => void }) {
  const t = useTranslations("me");
  const [refused, setRefused] = useState<unknown>(null);
  const [saved, setSaved] = useState(false);
  const { register, handleSubmit, formState, setError, reset } = useForm({
    resolver: standardSchemaResolver(changePassword.body),
    defaultValues: { current: "", password: "" },
  });
  const submit = handleSubmit(async (body) => {
    setRefused(null);
    setSaved(false);
    try {
      await call(changePassword, { body });
      reset();
      onChanged();
      setSaved(true);
    } catch (error) {
      const shown = showFaults(error, ["current", "password"], (name, told, first) => setError(name, told, { shouldFocus: first }), locale);
      if (!shown) setRefused(error);
    }
  });
  const { current, password } = formState.errors;
  if (!user.password)
    return (
      <div className="flex flex-col">
        <p className="m-0 text-ink-2">{t(user.pin ? "byPin" : "noPassword")}</p>
        {user.email !== null && (
          <Link href="/reset" className={LINK}>
            {t("makePassword")}
          </Link>
        )}
      </div>
    );
  return (
    <form onSubmit={(event) => void submit(event)} noValidate className="flex flex-col gap-4">
      {/* For password managers: whose password it is. */}
      <input type="text" hidden readOnly autoComplete="username" value={user.email ?? ""} />
      <TextField
        label={t("current")}
        type="password"
        autoComplete="current-password"
        problem={current && (current.type === "server" ? current.message : t("currentRule"))}
        {...register("current")}
      />
      <TextField
        label={t("newPassword")}
        type="password"
        autoComplete="new-password"
        hint={t("passwordHint")}
        problem={password && (password.type === "server" ? password.message : t("passwordRule"))}
        {...register("password")}
      />
      <Problem error={refused} />
      <Note>{saved && t("passwordSaved")}</Note>
      <div className="flex flex-wrap items-center gap-x-5 gap-y-1">
        <Button type="submit" variant="secondary" disabled={formState.isSubmitting}>
          {t("passwordSave")}
        </Button>
        <Link href="/reset" className={LINK}>
          {t("forgot")}
        </Link>
      </div>
    </form>
  );
}
