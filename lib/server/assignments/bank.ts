/** Questions that instructors wrote, as assignments ask them: in the version that was pinned when they were put in. */
import { slipsOf, toQuestion, type Content } from "@/lib/bank";
import { readBankPicture } from "@/lib/wire/bank";
import { BASE } from "@/lib/wire/route";
import { ownQuestions, pinnedQuestions } from "../bank/pinned";
import { asContent } from "../bank/rows";
import type { Store } from "../database";
import type { Question } from "@/lib/questions";

export interface BankRef {
  readonly bank: string;
  readonly version: number;
}

export interface BankQuestion extends BankRef {
  readonly question: Question;
  /** The topic it is about; null where it is of none. */
  readonly topic: string | null;
}

/** Who puts questions into an assignment. */
export interface Chooser {
  readonly userId: string;
  /**
   * What it asks already, by `keptAs`: whoever may change it keeps that, a colleague's and archived ones too, in the version that is in.
   */
  readonly kept: ReadonlySet<string>;
}

export const keptAs = ({ bank, version }: BankRef): string => `${bank} ${version}`;

/**
 * The questions that `refs` pin, each as it was then; those that are not there, or not the chooser's to use, are left out.
 * @param chooser from when on they count as used; null for who answers what was put in
 */
export async function bankQuestions(store: Store, chooser: Chooser | null, refs: readonly BankRef[]): Promise<readonly BankQuestion[]> {
  const usable = chooser === null ? refs : await usableBy(store, chooser, refs);
  if (usable.length === 0) return [];
  const rows = await store.bankVersion.findMany({
    where: { OR: usable.map(({ bank: questionId, version }) => ({ questionId, version })) },
    select: { questionId: true, version: true, content: true },
  });
  return rows.flatMap(({ questionId: bank, version, content: stored }) => {
    const content = asContent(stored);
    const topic = topicOf(content);
    // Descriptions and essays ask nothing that is graded here.
    const question = toQuestion(withinTopic(content, topic), { id: bank, version, srcOf: addressOf });
    return question === null ? [] : [{ bank, version, topic, question }];
  });
}

async function usableBy(store: Store, { userId, kept }: Chooser, refs: readonly BankRef[]): Promise<BankRef[]> {
  const ids = refs.map(({ bank }) => bank);
  const own = new Set(await ownQuestions(store, userId, ids));
  const usable = refs.filter((ref) => own.has(ref.bank) || kept.has(keptAs(ref)));
  // From here on they are archived instead of deleted.
  await pinnedQuestions(store, [...new Set(usable.map(({ bank }) => bank))]);
  return usable;
}

const addressOf = (picture: string): string => `${BASE}${readBankPicture.path.replace(":picture", picture)}`;

/** A bank names a wrong idea with its topic, since its questions are of any; an assigned question speaks of its topic's own. */
const topicOf = (content: Content): string | null => content.topic ?? slipsOf(content).at(0)?.split("/")[0] ?? null;
const withinTopic = (content: Content, topic: string | null): Content =>
  JSON.parse(JSON.stringify(content), (key, value: unknown) => {
    if ((key !== "misconception" && key !== "reversed") || typeof value !== "string") return value;
    const [of, idea] = value.split("/");
    return of === topic ? idea : null;
  }) as Content;
