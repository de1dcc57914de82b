"use client";

import { useTranslations } from "next-intl";
import { useState, type SubmitEvent } from "react";
import useSWR from "swr";
import { ApiError, call, useMe } from "@/lib/client/api";
import { Button, TextField } from "@/lib/ui/components";
import { changeRole } from "@/lib/wire/account";
import { listOffices, type Offices } from "@/lib/wire/instructors";
import { normaliseEmail } from "@/lib/wire/email";
import { Nothing } from "../../shell/Nothing";
import { Problem } from "../../shell/Problem";
import { Waiting } from "../../shell/Waiting";

type Person = Offices["people"][number];

/** Who teaches on this site; admins give the office by an address, and take it back. */
export function People() {
  const t = useTranslations("teach");
  const me = useMe().data?.user;
  const { data, error, mutate } = useSWR(me ? ["offices", me.id] : null, () => call(listOffices), { shouldRetryOnError: false });
  const [email, setEmail] = useState("");
  const [wrong, setWrong] = useState<"rule" | "nobody" | null>(null);
  const [refused, setRefused] = useState<unknown>(null);
  if (me === null || (error instanceof ApiError && error.status < 500 && error.status > 0))
    return <Nothing title={t("notHere")} text={t("peopleNotHere")} href="/teach" way={t("toCohorts")} />;
  if (!data) return <Waiting error={error} onRetry={() => void mutate()} />;
  const act = async (change: () => Promise<unknown>) => {
    setRefused(null);
    setWrong(null);
    try {
      await change();
      await mutate();
    } catch (failure) {
      setRefused(failure);
    }
  };
  const set = (person: Person, role: Person["role"]) => call(changeRole, { params: { id: person.id }, body: { role } });
  const give = (event: SubmitEvent) => {
    event.preventDefault();
    if (normaliseEmail(email) === null) return setWrong("rule");
    return void act(async () => {
      const { people } = await call(listOffices, { query: { email } });
      if (people.length === 0) return setWrong("nobody");
      await set(people[0], "instructor");
      setEmail("");
    });
  };
  return (
    <div className="flex flex-col gap-6">
      <ul className="m-0 list-none divide-y divide-line p-0" data-testid="offices">
        {data.people.map((person) => (
          <li key={person.id} className="flex flex-wrap items-center gap-x-3 gap-y-1 py-2">
            <span className="min-w-0 grow break-words text-ink">
              <b>{person.name ?? t("nameless")}</b> <span className="text-ink-2">{person.email}</span>
            </span>
            <span className="text-sm text-ink-2">{t(person.role === "admin" ? "admin" : "instructor")}</span>
            {person.role === "instructor" && person.id !== me?.id && (
              <Button size="sm" variant="ghost" onClick={() => void act(() => set(person, "student"))}>
                {t("takeOffice")}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <form onSubmit={give} noValidate className="flex flex-col gap-3 rounded-(--radius-lg) border border-line bg-paper-2 p-4">
        <h2 className="m-0 text-lg font-bold text-ink">{t("giveOffice")}</h2>
        <TextField
          label={t("email")}
          type="email"
          autoComplete="off"
          value={email}
          onChange={(event) => setEmail(event.target.value)}
          hint={t("giveOfficeNote")}
          problem={wrong === null ? undefined : t(wrong === "rule" ? "emailRule" : "emailNobody")}
        />
        <Problem error={refused} />
        <Button type="submit" className="self-start">
          {t("giveOfficeNow")}
        </Button>
      </form>
    </div>
  );
}
