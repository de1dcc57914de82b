"use client";

import { useTranslations } from "next-intl";
import { Button, Checkbox, Select } from "@/lib/ui/components";
import { useNames } from "../../../../words";
import { CardGroup, FindingCard, type CardsProps } from "./Card";
import { AS_TEXT, mayMark, type PersonCard, type RoleCard } from "./findings";

interface Props extends CardsProps {
  readonly people: readonly PersonCard[];
  readonly roles: readonly RoleCard[];
}

/** Who was there and who led, as the note names them: who of the group that is, the writer says. */
export function PeopleCards({ people, roles, session, onChoose, onAll }: Props) {
  const t = useTranslations("reading");
  const peer = useTranslations("peer");
  const nameOf = useNames(session.people);
  if (people.length + roles.length === 0) return null;
  const here = session.people.filter(({ state }) => state === "in").map(({ id }) => ({ value: id, label: nameOf(id) }));
  const may = (member: string): boolean => mayMark(member, session.me, session.marksAll, roles);
  const locked = people.some(({ keep, member }) => keep && !may(member));
  return (
    <CardGroup title={t("people")} cards={[...people, ...roles]} testId="people" onAll={onAll}>
      {locked && <p className="m-0 rounded-(--radius) border border-warn bg-warn-wash p-3 text-sm text-ink">{t("leadersOnly")}</p>}
      <ul className="m-0 flex list-none flex-col gap-3 p-0">
        {roles.map(({ key, keep, role, name, member }) => (
          <li key={key} data-keep={keep} className="flex min-w-0 flex-col gap-2 rounded-(--radius) border border-line bg-sheet p-3">
            <div className="font-semibold">
              <Checkbox
                label={t("role", { role: peer(role), name })}
                checked={keep}
                disabled={member === AS_TEXT}
                onChange={(to) => onChoose(key, { keep: to })}
              />
            </div>
            <Select
              label={t("whoIs", { name })}
              value={member}
              options={[{ value: AS_TEXT, label: t("nobodyHere") }, ...here]}
              onChange={(to) => onChoose(key, { member: to, keep: to !== AS_TEXT })}
            />
            {locked && member !== session.me && (
              <Button
                size="sm"
                variant="secondary"
                className="self-start"
                onClick={() => onChoose(key, { member: session.me, keep: true })}
              >
                {t("takeRole", { role: peer(role) })}
              </Button>
            )}
          </li>
        ))}
        {people.map(({ key, keep, name, status, member, line, source }) => (
          <FindingCard
            key={key}
            label={t("person", { name, status: t(`status.${status}`) })}
            keep={keep && may(member)}
            disabled={!may(member)}
            onKeep={(to) => onChoose(key, { keep: to })}
            line={line}
            source={source}
          >
            <Select
              label={t("whoIs", { name })}
              value={member}
              options={[{ value: AS_TEXT, label: t("nameOnly") }, ...here]}
              onChange={(to) => onChoose(key, { member: to })}
            />
          </FindingCard>
        ))}
      </ul>
    </CardGroup>
  );
}
