"use client";

import type { Locale, Text } from "@/lib/challenges/text";
import { Switch } from "../components/Switch";
import { useSeen } from "./seen";

const LABEL: Text = { ko: "신경망이 보는 그림", en: "What the network sees" };

/** Shows every picture of the page as the network sees it, in its own few pixels, or at the screen's resolution. */
export function SeenSwitch({ locale }: { readonly locale: Locale }) {
  const [seen, see] = useSeen();
  return <Switch label={LABEL[locale]} checked={seen} onChange={see} />;
}
