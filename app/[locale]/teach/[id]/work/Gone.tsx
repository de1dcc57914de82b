"use client";

import { useTranslations } from "next-intl";
import { Nothing } from "../../../shell/Nothing";

/** In place of an assignment that is not there, or of a class that one does not teach. */
export function Gone() {
  const t = useTranslations("assign");
  return <Nothing title={t("notHere")} text={t("notHereNote")} href="/teach" way={t("toCohorts")} />;
}
