"use client";

import { Hourglass } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { LiveRegion } from "@/lib/ui/components";

/** Minutes before the end that are spoken. */
const SPOKEN = [5, 1] as const;

/** "1:02:03", "02:03" */
function clockOf(seconds: number): string {
  const two = (value: number) => String(value).padStart(2, "0");
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  return `${hours > 0 ? `${hours}:` : ""}${two(minutes)}:${two(seconds % 60)}`;
}

interface Props {
  /** As `toISOString` writes it. */
  readonly endsAt: string;
  /** By how many ms the server's clock is ahead of this one. */
  readonly ahead: number;
  readonly onOver: () => void;
}

/** The time that is left of a limit: calm, always at the same place, spoken at five minutes and at one. */
export function Countdown({ endsAt, ahead, onOver }: Props) {
  const t = useTranslations("work");
  const end = Date.parse(endsAt) - ahead;
  const [left, setLeft] = useState(() => Math.max(0, Math.ceil((end - Date.now()) / 1000)));
  const [said, setSaid] = useState("");
  const over = useRef(onOver);
  useEffect(() => {
    over.current = onOver;
  });
  useEffect(() => {
    let before = Infinity;
    const look = () => {
      const now = Math.max(0, Math.ceil((end - Date.now()) / 1000));
      setLeft(now);
      const passed = SPOKEN.find((minutes) => now <= minutes * 60 && before > minutes * 60 && before !== Infinity);
      if (passed !== undefined) setSaid(t("time.spoken", { count: passed }));
      if (now === 0 && before > 0) {
        setSaid(t("time.over"));
        over.current();
      }
      before = now;
    };
    look();
    const timer = setInterval(look, 500);
    return () => clearInterval(timer);
  }, [end, t]);
  return (
    <p className="m-0 flex items-center gap-2 font-semibold text-ink" data-testid="countdown">
      <Hourglass aria-hidden className="size-4 shrink-0 text-ink-2" />
      <span>{left === 0 ? t("time.over") : t("time.left")}</span>
      {/* As wide as the longest it can show. */}
      <span role="timer" className="min-w-[5.5ch] font-mono tabular-nums">
        {clockOf(left)}
      </span>
      <LiveRegion message={said} />
    </p>
  );
}
