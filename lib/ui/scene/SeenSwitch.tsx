"use client";

import type { Locale, Text } from "@/lib/challenges/text";
import { Switch } from "../components/Switch";
import { useSeen } from "./seen";

const LABEL: Text = { ko: "신경망이 보는 그림", en: "What the network sees" };

interface Props {
  readonly locale: Locale;
  /** Who sees, where it is no network. */
  readonly label?: Text;
}

/** Shows every picture of the page as the network sees it, in its own few pixels, or at the screen's resolution. */
export function SeenSwitch({ locale, label = LABEL }: Props) {
  const [seen, see] = useSeen();
  return <Switch label={label[locale]} checked={seen} onChange={see} />;
}
