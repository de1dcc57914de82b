"use client";

import { useTranslations } from "next-intl";
import { ApiError, call } from "@/lib/client/api";
import { browserTimeZone, sameZone } from "@/lib/client/browser/zone";
import { Button, Note, Select, Switch, TextField } from "@/lib/ui/components";
import { changeGroup, type GroupHome, type GroupSettings } from "@/lib/wire/groups";
import { particle } from "@/lib/words";
import { Problem } from "../../shell/Problem";
import { Unfold } from "../../shell/Unfold";
import { useSettings } from "../../shell/useSettings";

/** Challenges a week, to choose from. */
const TARGETS = [10, 20, 40, 60, 80, 120, 200];

/** What owners decide: the name, whose days the group's are, the week's quest, quiet, and the archive. */
export function Settings({ group, onChanged }: { readonly group: GroupHome; readonly onChanged: () => void }) {
  const t = useTranslations("groups");
  const { name, setName, wrong, saved, refused, change, rename } = useSettings<GroupSettings>(
    group.name,
    (body) => call(changeGroup, { params: { id: group.id }, body }),
    onChanged,
  );
  const zone = browserTimeZone();
  const here = refused instanceof ApiError && refused.field === "name";
  return (
    <Unfold title={t("settings")}>
      <div className="flex flex-col gap-5">
        {group.archived ? (
          <p className="m-0 text-ink-2">{t("archivedNote")}</p>
        ) : (
          <>
            <form onSubmit={rename} noValidate className="flex flex-wrap items-end gap-3">
              <div className="min-w-0 grow basis-56">
                <TextField
                  label={t("name")}
                  value={name}
                  onChange={(event) => setName(event.target.value)}
                  problem={wrong || here ? t("nameRule") : undefined}
                />
              </div>
              <Button type="submit" variant="secondary">
                {t("rename")}
              </Button>
            </form>
            <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
              <p className="m-0 text-ink">{t("zone", { zone: group.timeZone })}</p>
              {zone !== undefined && !sameZone(zone, group.timeZone) && (
                <Button size="sm" variant="secondary" onClick={() => void change({ timeZone: zone })}>
                  {t("useZone", { zone, josa: particle(zone, "으로/로") })}
                </Button>
              )}
            </div>
            <div className="max-w-60">
              <Select
                label={t("questTarget")}
                value={group.questTarget}
                options={[...new Set([...TARGETS, group.questTarget])]
                  .sort((a, b) => a - b)
                  .map((value) => ({ value, label: String(value) }))}
                onChange={(questTarget) => void change({ questTarget })}
              />
            </div>
            <div>
              <Switch label={t("quiet")} checked={group.quiet} onChange={(quiet) => void change({ quiet })} />
              <p className="m-0 text-sm text-ink-2">{t("quietNote")}</p>
            </div>
          </>
        )}
        {!here && <Problem error={refused} />}
        <Note>{saved && t("saved")}</Note>
        <div>
          <Button variant="secondary" onClick={() => void change({ archived: !group.archived })}>
            {t(group.archived ? "unarchive" : "archive")}
          </Button>
          {!group.archived && <p className="m-0 mt-1 text-sm text-ink-2">{t("archiveNote")}</p>}
        </div>
      </div>
    </Unfold>
  );
}
