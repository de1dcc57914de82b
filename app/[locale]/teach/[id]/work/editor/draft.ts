/** An assignment as it stands in the editor, unfinished as it may be: what is typed is kept, and made into the wire's objects when it fits. */
import { instantOf, wallOf } from "@/lib/assignments";
import { cardOf } from "@/lib/markdown/cards";
import { assignmentTitle, type PartOf, type PartSettings, type Terms, type WrittenPart } from "@/lib/wire/assignmentParts";
import type { AssignmentHome } from "@/lib/wire/assignments";

export interface DraftPart {
  /** Its own as long as the editor is open. */
  readonly key: string;
  /** Null for a part that the server does not have yet. */
  readonly id: string | null;
  readonly points: number;
  readonly settings: PartSettings;
  /** Of a simulation: the link as it was pasted. */
  readonly link: string;
}

/** Moments are on the class's clock: "2026-12-04T18:00", "" where there is none. */
export interface Draft extends Omit<Terms, "opensAt" | "dueAt" | "closesAt"> {
  readonly opensAt: string;
  readonly dueAt: string;
  readonly closesAt: string;
  readonly parts: readonly DraftPart[];
}

export const EMPTY: Draft = {
  title: "",
  about: "",
  opensAt: "",
  dueAt: "",
  closesAt: "",
  latePercent: 10,
  minutes: null,
  hideScores: false,
  weight: 1,
  parts: [],
};

/** A new part of a type, with nothing chosen that has to be chosen. */
export function freshPart(type: PartSettings["type"], key: string): DraftPart {
  const settings = (): PartSettings => {
    switch (type) {
      case "lesson":
        return { type, topic: "", lesson: "" };
      case "challenge":
        return { type, kind: "", level: 2, count: 1, tries: 2 };
      case "quiz":
        return { type, from: { questions: [] }, same: false, feedback: "each", tries: 1 };
      case "simulation":
        return { type, topic: "", state: "", hidden: [], task: "" };
    }
  };
  return { key, id: null, points: 10, settings: settings(), link: "" };
}

/** An assignment as the server has it. */
export function draftOf({ terms, parts, cohort }: Pick<AssignmentHome, "terms" | "parts" | "cohort">): Draft {
  const wall = (instant: string | null): string => (instant === null ? "" : wallOf(instant, cohort.timeZone));
  return {
    ...terms,
    ...{ opensAt: wall(terms.opensAt), dueAt: wall(terms.dueAt), closesAt: wall(terms.closesAt) },
    parts: parts.map(({ id, points, settings }) => ({
      ...{ key: id, id, points, settings },
      link: settings.type === "simulation" ? `/learn/${settings.topic}${settings.state}` : "",
    })),
  };
}

/** What the wire takes. Call it once `faultsOf` finds nothing. */
export function wireOf({ parts, ...draft }: Draft, timeZone: string): { readonly terms: Terms; readonly parts: WrittenPart[] } {
  const moment = (wall: string): string | null => (wall === "" ? null : instantOf(wall, timeZone));
  return {
    terms: {
      ...draft,
      ...{ title: draft.title.trim(), opensAt: moment(draft.opensAt), dueAt: moment(draft.dueAt), closesAt: moment(draft.closesAt) },
    },
    parts: parts.map(({ id, points, settings }) => ({ id, points, settings })),
  };
}

/** What is wrong with a field: the name of its sentence. */
export type Fault =
  | "title"
  | "about"
  | "moment"
  | "dueBeforeOpens"
  | "closesBeforeDue"
  | "closesBeforeOpens"
  | "noParts"
  | "topic"
  | "kind"
  | "questions"
  | "topics"
  | "link"
  | "task";
/** By field: "title", "dueAt", "parts.<key>". */
export type Faults = Readonly<Partial<Record<string, Fault>>>;

export function faultsOf(draft: Draft, timeZone: string, publish: boolean): Faults {
  const faults: Partial<Record<string, Fault>> = {};
  if (!assignmentTitle.safeParse(draft.title).success) faults.title = "title";
  if (draft.about.length > 4000) faults.about = "about";
  const at = (wall: string): number => Date.parse(instantOf(wall, timeZone) ?? "");
  for (const field of ["opensAt", "dueAt", "closesAt"] as const)
    if (draft[field] !== "" && isNaN(at(draft[field]))) faults[field] = "moment";
  const [opens, due, closes] = [at(draft.opensAt), at(draft.dueAt), at(draft.closesAt)];
  // A comparison with a moment that is not there is false.
  if (due <= opens) faults.dueAt = "dueBeforeOpens";
  if (closes < due) faults.closesAt = "closesBeforeDue";
  if (closes <= opens) faults.closesAt = "closesBeforeOpens";
  if (publish && draft.parts.length === 0) faults.parts = "noParts";
  for (const part of draft.parts) {
    const fault = faultOfPart(part.settings);
    if (fault !== null) faults[`parts.${part.key}`] = fault;
  }
  return faults;
}

function faultOfPart(settings: PartSettings): Fault | null {
  switch (settings.type) {
    case "lesson":
      return settings.topic === "" ? "topic" : null;
    case "challenge":
      return settings.kind === "" ? "kind" : null;
    case "quiz":
      if ("questions" in settings.from) return settings.from.questions.length === 0 ? "questions" : null;
      return settings.from.topics.length + settings.from.bank.length === 0 ? "topics" : null;
    case "simulation":
      if (settings.topic === "") return "link";
      return settings.task.trim() === "" ? "task" : null;
  }
}

/** A simulation by the link that was pasted; with an empty topic where it is none of ours. */
export function linked(settings: PartOf<"simulation">, link: string, origin: string): PartOf<"simulation"> {
  const card = link.trim() === "" ? null : cardOf(link.trim(), origin);
  const fits = card?.type === "simulation" && card.search.length <= 1000;
  const next = fits ? { topic: card.topic, state: card.search } : { topic: "", state: "" };
  return { ...settings, ...next, hidden: next.topic === settings.topic ? settings.hidden : [] };
}

/** One step up (−1) or down (+1). */
export function moved(parts: readonly DraftPart[], key: string, by: -1 | 1): readonly DraftPart[] {
  const from = parts.findIndex((part) => part.key === key);
  const to = from + by;
  if (from < 0 || to < 0 || to >= parts.length) return parts;
  const next = [...parts];
  next.splice(to, 0, ...next.splice(from, 1));
  return next;
}
