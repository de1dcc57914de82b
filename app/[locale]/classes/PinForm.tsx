"use client";

import { useLocale, useTranslations } from "next-intl";
import { useState, type SubmitEvent } from "react";
import { ApiError, call } from "@/lib/client/api";
import { Button, Note, TextField } from "@/lib/ui/components";
import { changePin, type Classes } from "@/lib/wire/classes";
import { pin as pinRule } from "@/lib/wire/cohortParts";
import { Problem } from "../shell/Problem";
import { useAct } from "../shell/useAct";

/** Another PIN than the one that was handed out. */
export function PinForm({ pin, onChanged }: { readonly pin: NonNullable<Classes["pin"]>; readonly onChanged: () => void }) {
  const t = useTranslations("classes");
  const locale = useLocale();
  const [current, setCurrent] = useState("");
  const [next, setNext] = useState("");
  const [wrong, setWrong] = useState(false);
  const { busy, refused, act } = useAct();
  const [saved, setSaved] = useState(false);
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const fits = pinRule.safeParse(next).success;
    setWrong(!fits);
    setSaved(false);
    if (!fits) return;
    await act(async () => {
      await call(changePin, { body: { current: current.trim(), pin: next } });
      setCurrent("");
      setNext("");
      setSaved(true);
      onChanged();
    });
  };
  const of = (field: string): string | undefined =>
    refused instanceof ApiError && refused.field === field ? refused.text[locale] : undefined;
  const field = { type: "password", inputMode: "numeric", maxLength: 6 } as const;
  return (
    <form
      onSubmit={(event) => void submit(event)}
      noValidate
      className="flex flex-col gap-3 rounded-(--radius-lg) border border-line bg-paper-2 p-4"
    >
      <h2 className="m-0 text-lg font-bold text-ink">{t("pin.title")}</h2>
      {pin.setAt !== null && (
        <p className="m-0 text-ink-2">
          {t(pin.drawn ? "pin.drawn" : "pin.own", {
            date: new Date(pin.setAt).toLocaleString(locale, { dateStyle: "medium", timeStyle: "short" }),
          })}
        </p>
      )}
      <TextField
        label={t("pin.current")}
        autoComplete="current-password"
        value={current}
        onChange={(event) => setCurrent(event.target.value)}
        problem={of("current")}
        {...field}
      />
      <TextField
        label={t("pin.next")}
        autoComplete="new-password"
        value={next}
        onChange={(event) => setNext(event.target.value)}
        hint={t("pin.hint")}
        problem={wrong ? t("pin.rule") : of("pin")}
        {...field}
      />
      {of("current") === undefined && of("pin") === undefined && <Problem error={refused} />}
      <Note>{saved && t("pin.saved")}</Note>
      <Button type="submit" variant="secondary" className="self-start" disabled={busy || current === "" || next === ""}>
        {t("pin.save")}
      </Button>
    </form>
  );
}
