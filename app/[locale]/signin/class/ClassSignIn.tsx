"use client";

import { signIn } from "next-auth/react";
import { useTranslations } from "next-intl";
import { useState, type SubmitEvent } from "react";
import { Link, useRouter } from "@/i18n/navigation";
import { forgetGuest, refreshLearner } from "@/lib/client/api";
import { withinPatience } from "@/lib/client/browser/fetchWithin";
import { Button, TextField } from "@/lib/ui/components";
import { Problem } from "../../shell/Problem";

/** Class code, nickname and PIN: what stands on the slip that the instructor handed out. */
export function ClassSignIn() {
  const t = useTranslations("classes");
  const router = useRouter();
  const [given, setGiven] = useState({ code: "", nickname: "", pin: "" });
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<"wrong" | "often" | "busy" | null>(null);
  const [failed, setFailed] = useState<unknown>(null);
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    setProblem(null);
    setFailed(null);
    setBusy(true);
    try {
      const result = await withinPatience(signIn("school", { ...given, redirect: false }));
      if (result?.ok) {
        forgetGuest();
        await refreshLearner();
        router.replace("/classes");
        return;
      }
      setProblem(result?.status === 429 ? "often" : result?.status === 503 ? "busy" : "wrong");
    } catch (error) {
      setFailed(error);
    }
    setBusy(false);
  };
  const field = (name: keyof typeof given) => ({
    name,
    value: given[name],
    onChange: (event: { target: { value: string } }) => setGiven({ ...given, [name]: event.target.value }),
  });
  const missing = Object.values(given).some((text) => text.trim() === "");
  return (
    <form onSubmit={(event) => void submit(event)} noValidate className="flex flex-col gap-4">
      <TextField label={t("signInCode")} autoComplete="off" autoCapitalize="characters" spellCheck={false} {...field("code")} />
      <TextField label={t("signInNickname")} autoComplete="username" {...field("nickname")} />
      <TextField label={t("signInPin")} type="password" inputMode="numeric" autoComplete="current-password" {...field("pin")} />
      {problem && (
        <p role="alert" className="m-0 rounded-(--radius) border border-bad p-3 text-sm text-ink">
          {t(`signInProblem.${problem}`)}
        </p>
      )}
      <Problem error={failed} />
      <Button type="submit" size="lg" disabled={busy || missing}>
        {t("signInNow")}
      </Button>
      <Link href="/signin?mode=in" className="self-start py-2 text-sm font-medium text-ink underline underline-offset-4">
        {t("signInByEmail")}
      </Link>
    </form>
  );
}
