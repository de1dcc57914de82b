"use client";

import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { ApiError, call, useMe } from "@/lib/client/api";
import { zonesToChoose } from "@/lib/client/browser/zone";
import { Button, Select } from "@/lib/ui/components";
import { changeMe } from "@/lib/wire/account";

const ASKED = "boxup.zone-asked";

/** Some four hundred, each asked for its clock: once a page. */
let known: readonly { readonly value: string; readonly label: string }[] | null = null;
function zones() {
  if (known === null) {
    const { likely, others } = zonesToChoose(new Date());
    known = [...likely, ...others].map((name) => ({ value: name, label: name.replaceAll("_", " ") }));
  }
  return known;
}

function askedBefore(): boolean {
  try {
    return localStorage.getItem(ASKED) !== null;
  } catch {
    return false;
  }
}

function rememberAsked(): void {
  try {
    localStorage.setItem(ASKED, "1");
  } catch {
    // Private mode: it is asked again another day.
  }
}

/** The question itself, until it is answered or put away. */
export function ZoneQuestion() {
  const t = useTranslations("shell");
  const locale = useLocale();
  const me = useMe();
  const [zone, setZone] = useState<string | null>(null);
  const [gone, setGone] = useState(false);
  const [failed, setFailed] = useState<string | null>(null);
  if (gone || askedBefore()) return null;

  const done = () => {
    rememberAsked();
    setGone(true);
  };
  const keep = async (timeZone: string) => {
    try {
      me.tell(await call(changeMe, { body: { timeZone } }));
      done();
    } catch (error) {
      setFailed(error instanceof ApiError ? error.text[locale] : t("zoneFailed"));
    }
  };
  return (
    <section aria-label={t("zoneAsk")} className="border-b border-line bg-paper-2">
      <div className="mx-auto flex max-w-6xl flex-wrap items-end gap-3 px-4 py-3">
        <Select label={t("zoneAsk")} placeholder={t("zoneChoose")} value={zone} options={zones()} onChange={setZone} />
        <Button size="sm" disabled={zone === null} onClick={() => zone !== null && void keep(zone)}>
          {t("zoneKeep")}
        </Button>
        <Button size="sm" variant="ghost" onClick={done}>
          {t("zoneUtc")}
        </Button>
        {failed !== null && (
          <p role="alert" className="m-0 w-full text-sm text-bad">
            {failed}
          </p>
        )}
      </div>
    </section>
  );
}
