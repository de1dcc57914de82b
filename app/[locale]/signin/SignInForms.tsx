"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { signIn } from "next-auth/react";
import { useTranslations } from "next-intl";
import { useSearchParams } from "next/navigation";
import { useState } from "react";
import { useForm } from "react-hook-form";
import * as z from "@/lib/challenges/schema";
import { useRouter } from "@/i18n/navigation";
import type { Locale } from "@/lib/challenges";
import { ApiError, call, forgetGuest, refreshLearner, useMe } from "@/lib/client/api";
import { browserTimeZone } from "@/lib/client/browser/zone";
import { Button, Segmented } from "@/lib/ui/components";
import { signUp } from "@/lib/wire/account";
import { particle } from "@/lib/words";
import { Field } from "./Field";

const form = signUp.body.pick({ email: true, password: true }).extend({ name: z.string().max(40) });
type FormValues = z.infer<typeof form>;

/** E-mail and password, sign-up or sign-in, and whatever providers are configured. Nothing typed is lost on an error. */
export function SignInForms({ locale }: { locale: Locale }) {
  const t = useTranslations("signin");
  const router = useRouter();
  const search = useSearchParams();
  const me = useMe();
  const [mode, setMode] = useState<"up" | "in">(search.get("mode") === "in" ? "in" : "up");
  const [problem, setProblem] = useState<string | null>(search.get("error") ? t("failed") : null);
  const { register, handleSubmit, formState, setError } = useForm<FormValues>({
    resolver: zodResolver(form),
    defaultValues: { email: "", password: "", name: "" },
  });

  const done = async () => {
    forgetGuest();
    await refreshLearner();
    router.push("/me");
  };

  const submit = handleSubmit(async (values) => {
    setProblem(null);
    if (mode === "up" && values.name.trim() === "") {
      setError("name", { message: "required" });
      return;
    }
    try {
      if (mode === "up") {
        await call(signUp, { body: { ...values, name: values.name.trim(), locale, timeZone: browserTimeZone() ?? "UTC" } });
        await done();
        return;
      }
      const result = await signIn("credentials", { email: values.email, password: values.password, redirect: false });
      if (result?.ok) await done();
      else setProblem(t("wrong"));
    } catch (error) {
      if (error instanceof ApiError && (error.field === "email" || error.field === "password" || error.field === "name"))
        setError(error.field, { message: error.text[locale] });
      else setProblem(error instanceof ApiError ? error.text[locale] : t("offline"));
    }
  });

  const messageOf = (name: keyof FormValues) => {
    const message = formState.errors[name]?.message;
    if (!message) return undefined;
    // Messages of the server come in the learner's language already; the schema's own are named by field.
    return /[가-힣]/.test(message) || formState.errors[name]?.type === undefined
      ? message === "required"
        ? t("nameRule")
        : message
      : t(`${name}Rule`);
  };

  return (
    <div className="flex flex-col gap-5">
      <Segmented
        label={t("mode")}
        value={mode}
        options={[
          { value: "up", label: t("signUp") },
          { value: "in", label: t("signIn") },
        ]}
        onChange={setMode}
      />
      <form onSubmit={(event) => void submit(event)} noValidate className="flex flex-col gap-4">
        {mode === "up" && <Field label={t("name")} autoComplete="nickname" problem={messageOf("name")} {...register("name")} />}
        <Field label={t("email")} type="email" autoComplete="email" inputMode="email" problem={messageOf("email")} {...register("email")} />
        <Field
          label={t("password")}
          type="password"
          autoComplete={mode === "up" ? "new-password" : "current-password"}
          hint={mode === "up" ? t("passwordHint") : undefined}
          problem={messageOf("password")}
          {...register("password")}
        />
        {problem && (
          <p role="alert" className="rounded-(--radius) border border-bad p-3 text-sm text-ink">
            {problem}
          </p>
        )}
        <Button type="submit" size="lg" disabled={formState.isSubmitting}>
          {mode === "up" ? t("signUp") : t("signIn")}
        </Button>
      </form>
      {(me.data?.providers.length ?? 0) > 0 && (
        <div className="flex flex-col gap-2 border-t border-line pt-4">
          {me.data?.providers.map((provider) => (
            <Button key={provider.id} variant="secondary" onClick={() => void signIn(provider.id, { callbackUrl: `/${locale}/me` })}>
              {t("with", { provider: provider.name, josa: particle(provider.name, "으로/로") })}
            </Button>
          ))}
        </div>
      )}
    </div>
  );
}
