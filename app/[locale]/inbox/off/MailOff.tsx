"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Link } from "@/i18n/navigation";
import { call } from "@/lib/client/api";
import { Button, buttonStyle } from "@/lib/ui/components";
import { endInboxMail } from "@/lib/wire/inbox";
import { Problem } from "../../shell/Problem";

/** The token stands behind "#" and is used by a press alone: programs that follow the links of mails turn nothing off. */
export function MailOff() {
  const t = useTranslations("inbox");
  const [off, setOff] = useState(false);
  const [refused, setRefused] = useState<unknown>(null);
  const [partial, setPartial] = useState(false);
  const end = async () => {
    setRefused(null);
    const token = window.location.hash.slice(1);
    setPartial(token.length < 16);
    if (token.length < 16) return;
    try {
      await call(endInboxMail, { body: { token } });
      setOff(true);
    } catch (error) {
      setRefused(error);
    }
  };
  if (off)
    return (
      <div role="status" className="flex flex-col items-start gap-4">
        <p className="m-0 font-semibold text-good">{t("off")}</p>
        <Link href="/inbox" className={buttonStyle("secondary")}>
          {t("toInbox")}
        </Link>
      </div>
    );
  return (
    <div className="flex flex-col items-start gap-4">
      <p className="m-0 text-ink-2">{t("offLead")}</p>
      {partial && (
        <p role="alert" className="m-0 text-sm font-medium text-bad">
          {t("offBad")}
        </p>
      )}
      <Problem error={refused} />
      <Button onClick={() => void end()}>{t("offNow")}</Button>
    </div>
  );
}
