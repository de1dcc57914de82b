"use client";

import { useTranslations } from "next-intl";
import { useEffect, useSyncExternalStore } from "react";
import { Switch } from "@/lib/ui/components";

const KEY = "boxup.boki";

function subscribe(changed: () => void) {
  window.addEventListener("storage", changed);
  window.addEventListener(KEY, changed);
  return () => {
    window.removeEventListener("storage", changed);
    window.removeEventListener(KEY, changed);
  };
}

function shown(): boolean {
  try {
    return localStorage.getItem(KEY) !== "off";
  } catch {
    return true;
  }
}

/** Boki never nags, and can be sent away. Its place stays empty, so nothing else moves. */
export function BokiSwitch() {
  const t = useTranslations("shell");
  const visible = useSyncExternalStore(subscribe, shown, () => true);
  useEffect(() => {
    document.documentElement.toggleAttribute("data-without-boki", !visible);
  }, [visible]);
  const change = (on: boolean) => {
    try {
      localStorage.setItem(KEY, on ? "on" : "off");
    } catch {
      // Without storage the wish cannot be kept.
    }
    window.dispatchEvent(new Event(KEY));
  };
  return <Switch label={t("boki")} checked={visible} onChange={change} />;
}
