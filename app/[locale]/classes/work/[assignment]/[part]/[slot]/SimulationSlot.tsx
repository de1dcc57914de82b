"use client";

import { useTranslations } from "next-intl";
import { useState, type SubmitEvent } from "react";
import { call, newKey } from "@/lib/client/api";
import { Button, Note, TextArea } from "@/lib/ui/components";
import { answerItem } from "@/lib/wire/workAnswer";
import { GivenSimulation } from "../../../../../assignments/GivenSimulation";
import { Problem } from "../../../../../shell/Problem";
import type { OpenProps } from "./slotProps";

const MOST = 1000;

/** A simulation as the instructor set it up, what to look for, and a field for what was seen. */
export function SimulationSlot({ opened, saved, part, on, onChange, onEnd, onAnswered }: OpenProps) {
  const t = useTranslations("work");
  const [seen, setSeen] = useState(() => textOf(saved));
  const [wrong, setWrong] = useState(false);
  const [sending, setSending] = useState<"no" | "sending" | "kept">("no");
  const [answered, setAnswered] = useState(false);
  const [refused, setRefused] = useState<unknown>(null);
  if (part.settings.type !== "simulation") return null;
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const fits = seen.trim() !== "" && seen.trim().length <= MOST;
    setWrong(!fits);
    if (!fits || sending !== "no") return;
    setSending("sending");
    setRefused(null);
    try {
      await call(answerItem, {
        params: { item: opened.id },
        body: { answer: { seen: seen.trim() } },
        key: newKey(),
        onKept: () => setSending("kept"),
      });
      onEnd();
      setAnswered(true);
      onAnswered();
    } catch (error) {
      setRefused(error);
    }
    setSending("no");
  };
  return (
    <div className="flex flex-col gap-4">
      <p className="m-0 whitespace-pre-wrap break-words text-lg text-ink" data-testid="task">
        {part.settings.task}
      </p>
      <GivenSimulation {...part.settings} />
      <form onSubmit={(event) => void submit(event)} noValidate className="flex flex-col items-stretch gap-3">
        <TextArea
          label={t("simulation.seen")}
          value={seen}
          maxLength={MOST}
          readOnly={answered}
          onChange={(event) => {
            setSeen(event.target.value);
            if (event.target.value.trim() !== "") onChange({ seen: event.target.value });
          }}
          problem={wrong ? t("simulation.rule") : undefined}
        />
        {!answered && (
          <Button type="submit" size="lg" className="self-start" disabled={sending !== "no"}>
            {t(sending === "no" ? "simulation.answer" : "sending")}
          </Button>
        )}
        {sending === "kept" && (
          <p role="status" className="m-0 text-sm font-semibold text-ink-2">
            {t("kept")}
          </p>
        )}
        <Problem error={refused} />
        <Note>{answered && t("simulation.taken")}</Note>
      </form>
      {answered && on}
    </div>
  );
}

const textOf = (saved: unknown): string =>
  typeof saved === "object" && saved !== null && "seen" in saved && typeof saved.seen === "string" ? saved.seen : "";
