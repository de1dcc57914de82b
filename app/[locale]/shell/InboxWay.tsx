"use client";

import { Bell } from "lucide-react";
import { useTranslations } from "next-intl";
import { Link } from "@/i18n/navigation";
import { buttonStyle } from "@/lib/ui/components";
import { UnreadBadge } from "./InboxBell";

/** The way to the inbox on a page of its own reader's: the header of a phone has no room for the bell. */
export function InboxWay() {
  const t = useTranslations("shell");
  return (
    <Link href="/inbox" className={`${buttonStyle("secondary")} gap-2 self-start`}>
      <Bell aria-hidden className="size-5" />
      {t("toInbox")}
      <UnreadBadge />
    </Link>
  );
}
