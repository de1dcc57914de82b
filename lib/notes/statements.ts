import { english, hasHangul, korean } from "./fold";

/** A sentence of a note that states something, ready to be held against the slips. */
export interface Statement {
  readonly text: string;
  /** See fold.ts; "" where it has no Hangul. Folded when first asked for: most statements are near no rule. */
  readonly english: string;
  readonly korean: string;
  /** Whether most of its letters are Hangul: English sentences are not looked for in it. */
  readonly mostlyKorean: boolean;
  /** "yes" or "no" when the sentence begins with that, otherwise null. */
  readonly reply: "yes" | "no" | null;
}

/** No statement is longer: a page without a full stop is read in pieces. */
const LONGEST = 400;

/** Where one sentence ends and another begins; arrows part what was asked or believed from what is so. */
const ENDS = /(?<=[가-힣a-z)\]"'’”\d][.!?。])\s+|(?<=[다요음함임됨죠]\.)|\s*(?:;|⇒|→|=>|->)\s*|(?<=\?)(?=\S)/giu;

/** "8x8 → 큰 물체": an arrow behind a few words that state nothing says what they stand for. */
const STANDS_FOR = /(^|[,;·/]\s?|:\s)([^,;·/→?:]{1,24}?)\s?(?:→|->|=>|⇒)\s?(?=[^\s>])/gu;
const SAYS_SOMETHING =
  /(?:다|요|음|함|임|됨|죠|까|지|기|면|니|고|서)$|(?:^|[^\d.x×*~–-])[\d.]+(?<!(?:between|사이|~|–|-).{0,16})$|\b(?:is|are|was|were|has|have|not|no|does|do|if|when)\b/i;

const joined = (text: string): string =>
  text.replace(STANDS_FOR, (whole: string, before: string, left: string) =>
    SAYS_SOMETHING.test(left.trim()) ? whole : `${before}${left}: `,
  );

/** Sentences, cut to pieces of a bearable length. */
function sentences(text: string): string[] {
  return joined(text)
    .split(ENDS)
    .flatMap(pieces)
    .map((part) => part.trim())
    .filter((part) => part !== "");
}

function pieces(part: string): string[] {
  if (part.length <= LONGEST) return [part];
  const cut: string[] = [];
  for (let from = 0; from < part.length; from += LONGEST) cut.push(part.slice(from, from + LONGEST));
  return cut;
}

const QUESTION_LABEL = /^(?:q|질문|question)\s*\d{0,3}\s*[.:)]\s*/i;
const ANSWER_LABEL = /^(?:a|답변?|answer)\s*\d{0,3}\s*[.:)]\s*/i;
/** Followed by a sign or nothing: "No anchors in v1" and "예 1)" are no answers. */
const YES =
  /^(?:(?:네|넵|응|맞아요|맞습니다|맞다|맞음|그렇다|그렇습니다|그렇죠)(?=[\s,.!~:]|$)|(?:필요|가능)(?:하다|함|합니다|해요)(?=[.!~]?$)|(?:있|된|됩|맞)(?:다|음|니다|습니다|어요)(?=[.!~]?$)|(?:예|맞아|yes|yep|yeah|right|correct|true|sure)(?=\s*[,.!~:]|\s*$))[\s,.!~:]*/i;
const NO =
  /^(?:(?:아니요|아니오|아니다|아니에요|아니예요|아니야|아뇨|아님|아닙니다|틀렸다|틀렸습니다)(?=[\s,.!~:]|$)|(?:no|nope|wrong|false)(?=\s*[,.!~:]|\s*$))[\s,.!~:]*/i;

/** The statements of a line, an answer's label and its "yes" or "no" set apart. Questions and withdrawn sentences are none. */
export function statementsOf(text: string): Statement[] {
  const found: Statement[] = [];
  // "Wrong" may stand in a sentence of its own behind what it withdraws.
  const parts = sentences(text.replace(ANSWER_LABEL, ""));
  // What stands behind "Q." is asked, with a question mark or without.
  for (let index = QUESTION_LABEL.test(text) ? 1 : 0; index < parts.length; index++) {
    if (index > 0 && NO.test(parts[index]) && found.length > 0 && !/\?$/.test(parts[index - 1])) found.pop();
    const statement = statementOf(parts[index]);
    if (statement) found.push(statement);
  }
  return found;
}

function statementOf(part: string): Statement | null {
  const reply = YES.test(part) ? "yes" : NO.test(part) ? "no" : null;
  const said = reply === null ? part : part.replace(reply === "yes" ? YES : NO, "");
  if (isQuestion(said) || isWithdrawn(said)) return reply === null ? null : stated("", reply);
  return stated(whatHolds(said), reply);
}

function stated(text: string, reply: Statement["reply"]): Statement {
  let folded: string | null = null;
  let canon: string | null = null;
  return {
    text,
    reply,
    get mostlyKorean() {
      return (text.match(/[가-힣]/g)?.length ?? 0) * 2 > (text.match(/[a-z]/gi)?.length ?? 0);
    },
    get english() {
      return (folded ??= english(text));
    },
    get korean() {
      return (canon ??= hasHangul(text) ? korean(text) : "");
    },
  };
}

/** A question as the statement that a "yes" would make of it: "Do clusters …?" is read as it stands. */
export function asStatement(question: string): Statement {
  return stated(whatHolds(question.replace(QUESTION_LABEL, "")), "yes");
}

const ASKS =
  /\?["'”’)\]]*$|(?:인가|는가|은가|나요|가요|까요|일까|할까|인지|는지|은지|을지|ㄹ지|뭔지|건지|여부|맞나|인감|[한된쓴큰른운진든본준난]가)["'”’)\]]*[.~…]*$/;

export const isQuestion = (text: string): boolean => ASKS.test(text);

/** Said to be wrong: reported mistakes, myths, corrections of others. */
const WITHDRAWN =
  /틀림|틀렸(?!을)|틀린\s?(말|설명|내용|이해|생각|기록|표현)|오해|착각|오개념|잘못\s?(알|이해|적|쓰|생각|기록|된|쓴)|정정|사실이?\s?아니|라고\s?(하면|보면|생각하면)\s?안|(다|라)고\s?(적었|썼|생각했|알았|믿었)|줄\s?알았|헷갈|고\s?싶(은\s?마음|어지)|\b(wrong(ly)?|incorrect(ly)?|mistaken(ly)?|myths?|misconceptions?|not true|untrue|false belief|misunderst\w{2,6}|corrections?|erratum|we (wrote|thought|believed)|used to think|i thought)\b/i;

const WITHDRAWS_FIRST =
  /(?:틀린|잘못된|wrong|hard|incorrect|mis)\s?(?:예제|예측|샘플|박스|것|predictions?|examples?|samples?|boxes|answers?|ones|class)/gi;

/** "Wrong predictions" are a thing to speak of; "that is wrong" withdraws. */
const isWithdrawn = (text: string): boolean => WITHDRAWN.test(text.replace(WITHDRAWS_FIRST, " "));

/** Of "not X but Y", "X가 아니라 Y", "Y, not X" and "unlike X, Y" the part that is claimed. */
function whatHolds(text: string): string {
  return text
    .replace(/^.{0,200}?(?:[이가은는]\s?|)(?:아니라|아니고|아닌|대신에?|말고|아니며)(?=[\s,])[\s,]*(?=\S)/u, (cut) =>
      /[가-힣]/.test(cut) ? topicOf(cut) : cut,
    )
    .replace(/[^\s,]{1,30}(?:과|와|랑)(?:는)?\s?(?:달리|다르게)\s?/g, "")
    .replace(/\bnot (?:just |only |merely )?[^,;]{1,80}?,? but (?:rather )?/gi, "")
    .replace(/(?:,\s*not|\brather than|\binstead of|\bas opposed to|\bunlike)\b[^,;]{1,80}(?:,\s*)?/gi, "");
}

/** What the sentence is about stays before the part that holds: "α는 FC 가중치가 아니라 …" keeps "α는". */
function topicOf(cut: string): string {
  return /^\S{1,20}[은는]\s/u.exec(cut)?.[0] ?? "";
}
