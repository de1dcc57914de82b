"use client";

import { Waiting } from "../../../../../shell/Waiting";
import { useAssignmentOnce } from "../../data";
import { Editor } from "../../editor/Editor";
import { Gone } from "../../Gone";

/** An assignment that is there is changed over the revision that was read when its editor was opened. */
export function EditAssignment({ id, assignment }: { readonly id: string; readonly assignment: string }) {
  const { data, error, mutate, gone, who } = useAssignmentOnce(id, assignment);
  if (gone) return <Gone />;
  if (!data || who === null) return <Waiting error={error} onRetry={() => void mutate()} />;
  return <Editor key={`${who} ${data.revision}`} cohort={data.cohort} who={who} home={data} />;
}
