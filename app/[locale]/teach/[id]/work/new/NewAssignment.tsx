"use client";

import { Waiting } from "../../../../shell/Waiting";
import { useAssignments } from "../data";
import { Editor } from "../editor/Editor";
import { Gone } from "../Gone";

/** A new assignment of a class. */
export function NewAssignment({ id }: { readonly id: string }) {
  const { data, error, mutate, gone, who } = useAssignments(id);
  if (gone) return <Gone />;
  if (!data || who === null) return <Waiting error={error} onRetry={() => void mutate()} />;
  return <Editor key={who} cohort={{ id, timeZone: data.timeZone }} who={who} home={null} />;
}
