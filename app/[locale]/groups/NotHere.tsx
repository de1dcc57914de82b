"use client";

import { useTranslations } from "next-intl";
import { Nothing } from "../shell/Nothing";

/** In place of a group that does not exist, for whoever looks: the same words whether it never was or they are not in it. */
export function NotHere({ title, text }: { readonly title?: string; readonly text: string }) {
  const t = useTranslations("groups");
  return <Nothing title={title ?? t("notHere")} text={text} href="/groups" way={t("toGroups")} />;
}
