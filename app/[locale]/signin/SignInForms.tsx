"use client";

import { standardSchemaResolver } from "@hookform/resolvers/standard-schema";
import { signIn } from "next-auth/react";
import { useTranslations } from "next-intl";
import { useSearchParams } from "next/navigation";
import { useEffect, useState } from "react";
import { useForm } from "react-hook-form";
import { Problem } from "../shell/Problem";
import { showFaults } from "../shell/showFaults";
import * as z from "@/lib/challenges/schema";
import { Link, useRouter } from "@/i18n/navigation";
import type { Locale } from "@/lib/challenges";
import { call, forgetGuest, refreshLearner, useMe, zoned } from "@/lib/client/api";
import { withinPatience } from "@/lib/client/browser/fetchWithin";
import { wayOn } from "@/lib/client/browser/wayOn";
import { Button, Segmented, TextField } from "@/lib/ui/components";
import { signUp } from "@/lib/wire/account";
import { emailAddress, typedPassword } from "@/lib/wire/scalars";
import { particle } from "@/lib/words";

/** Every field has its rule, so that all that is wrong shows at once. */
const FORMS = {
  up: signUp.body.pick({ email: true, password: true, name: true }),
  in: z.object({ email: emailAddress, password: typedPassword, name: z.string() }),
};
type FormValues = z.infer<(typeof FORMS)["up"]>;
const FIELDS = ["name", "email", "password"] as const;

/** E-mail and password, sign-up or sign-in, and whatever providers are configured. Nothing typed is lost on an error. */
export function SignInForms({ locale }: { locale: Locale }) {
  const t = useTranslations("signin");
  const router = useRouter();
  const search = useSearchParams();
  const me = useMe();
  const user = me.data?.user;
  const member = user !== null && user !== undefined && !user.guest;
  const earned = me.data !== undefined && (me.data.xp > 0 || me.data.dueCards > 0);
  const next = wayOn(search.get("next"));
  useEffect(() => {
    // Who is signed in has nothing to do here.
    if (member) router.replace(next);
  }, [member, next, router]);
  const [mode, setMode] = useState<"up" | "in">(search.get("mode") === "in" ? "in" : "up");
  const [problem, setProblem] = useState<string | null>(search.get("error") ? t("failed") : null);
  const [refused, setRefused] = useState<unknown>(null);
  const { register, handleSubmit, formState, setError, clearErrors } = useForm<FormValues>({
    resolver: standardSchemaResolver(FORMS[mode]),
    defaultValues: { email: "", password: "", name: "" },
  });

  const choose = (next: "up" | "in") => {
    setMode(next);
    clearErrors();
    setProblem(null);
    setRefused(null);
  };
  const done = async () => {
    forgetGuest();
    await refreshLearner();
    router.replace(next);
  };

  const submit = handleSubmit(async ({ email, password, name }) => {
    setProblem(null);
    setRefused(null);
    try {
      if (mode === "up") {
        await zoned((timeZone) => call(signUp, { body: { email, password, name, locale, timeZone } }));
        await done();
        return;
      }
      const result = await withinPatience(signIn("credentials", { email, password, redirect: false }));
      if (result?.ok) await done();
      else setProblem(t(result?.status === 429 ? "often" : result?.status === 503 ? "busy" : "wrong"));
    } catch (error) {
      if (!showFaults(error, FIELDS, (name, message, first) => setError(name, message, { shouldFocus: first }), locale)) setRefused(error);
    }
  });

  const problemOf = (name: keyof FormValues): string | undefined => {
    const error = formState.errors[name];
    if (!error) return undefined;
    return error.type === "server" ? error.message : t(mode === "in" && name === "password" ? "passwordMissing" : `${name}Rule`);
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
        onChange={choose}
      />
      <form onSubmit={(event) => void submit(event)} noValidate className="flex flex-col gap-4">
        {mode === "up" && <TextField label={t("name")} autoComplete="nickname" problem={problemOf("name")} {...register("name")} />}
        <TextField
          label={t("email")}
          type="email"
          autoComplete="email"
          inputMode="email"
          problem={problemOf("email")}
          {...register("email")}
        />
        <TextField
          label={t("password")}
          type="password"
          autoComplete={mode === "up" ? "new-password" : "current-password"}
          hint={mode === "up" ? t("passwordHint") : undefined}
          problem={problemOf("password")}
          {...register("password")}
        />
        {problem && (
          <p role="alert" className="m-0 rounded-(--radius) border border-bad p-3 text-sm text-ink">
            {problem}
          </p>
        )}
        <Problem error={refused} />
        <Button type="submit" size="lg" disabled={formState.isSubmitting}>
          {mode === "up" ? t("signUp") : t("signIn")}
        </Button>
        {mode === "in" && (
          <Link href="/reset" className="self-start py-2 text-sm font-medium text-ink underline underline-offset-4">
            {t("forgot")}
          </Link>
        )}
        {mode === "in" && (
          <Link href="/signin/class" className="self-start py-2 text-sm font-medium text-ink underline underline-offset-4">
            {t("byClass")}
          </Link>
        )}
      </form>
      {/* Below the form, where it moves nothing when it comes. */}
      {earned && !member && <p className="m-0 text-ink-2">{t("keep")}</p>}
      {(me.data?.providers.length ?? 0) > 0 && (
        <div className="flex flex-col gap-2 border-t border-line pt-4">
          {me.data?.providers.map((provider) => (
            <Button
              key={provider.id}
              variant="secondary"
              onClick={() => void withinPatience(signIn(provider.id, { callbackUrl: `/${locale}${next}` })).catch(setRefused)}
            >
              {t("with", { provider: provider.name, josa: particle(provider.name, "으로/로") })}
            </Button>
          ))}
        </div>
      )}
    </div>
  );
}
