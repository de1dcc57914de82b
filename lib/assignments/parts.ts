/** What there is to do in a part, and which parts a student has. */

interface Counted {
  readonly type: "challenge";
  readonly kind: string;
  readonly level: number;
  readonly count: number;
  readonly tries: number;
}
type Ref = { readonly topic: string; readonly question: string } | { readonly bank: string; readonly version: number };
interface Quiz {
  readonly type: "quiz";
  readonly from: { readonly questions: readonly Ref[] } | { readonly count: number };
  readonly feedback: "each" | "end";
  readonly tries: number;
}
type Lesson = { readonly type: "lesson"; readonly topic: string; readonly lesson: string };
type Simulation = { readonly type: "simulation"; readonly topic: string };
export type PartSettingsLike = Lesson | Counted | Quiz | Simulation;

export const isFixed = (quiz: Quiz): quiz is Quiz & { readonly from: { readonly questions: readonly Ref[] } } => "questions" in quiz.from;

export function slotsOf(settings: PartSettingsLike): number {
  switch (settings.type) {
    case "challenge":
      return settings.count;
    case "quiz":
      return "questions" in settings.from ? settings.from.questions.length : settings.from.count;
    default:
      return 1;
  }
}

/** Tries that a slot has. What is judged at the end has one: it may be answered anew until then. */
export function triesOf(settings: PartSettingsLike, extra: number): number {
  switch (settings.type) {
    case "challenge":
      return settings.tries + extra;
    case "quiz":
      return settings.feedback === "end" ? 1 : settings.tries + extra;
    default:
      return 1;
  }
}

export const questionItem = (ref: Ref): string => ("bank" in ref ? `bank:${ref.bank}` : `question:${ref.topic}/${ref.question}`);

/** What each slot asks, where that is the same for everybody; null where it is drawn. */
export function fixedItems(settings: PartSettingsLike): readonly (string | null)[] {
  switch (settings.type) {
    case "lesson":
      return [`lesson:${settings.topic}/${settings.lesson}`];
    case "simulation":
      return [`simulation:${settings.topic}`];
    case "challenge":
      return Array.from({ length: settings.count }, () => `kind:${settings.kind}:${settings.level}`);
    case "quiz":
      return isFixed(settings) ? settings.from.questions.map(questionItem) : Array.from({ length: slotsOf(settings) }, () => null);
  }
}

interface PartRow {
  readonly id: string;
  readonly removedAt: unknown;
  readonly replacesId: string | null;
}

/**
 * The parts that a student has: one that was taken out stays with who has begun it, and what took its place is then not theirs.
 * @param parts all there ever were, in order
 * @param begun ids of parts in which the student has opened something
 */
export function partsFor<P extends PartRow>(parts: readonly P[], begun: ReadonlySet<string>): P[] {
  const byId = new Map(parts.map((part) => [part.id, part]));
  const kept = (id: string | null): boolean => id !== null && (begun.has(id) || kept(byId.get(id)?.replacesId ?? null));
  return parts.filter((part) => (part.removedAt === null ? begun.has(part.id) || !kept(part.replacesId) : begun.has(part.id)));
}
