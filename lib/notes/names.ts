import { labelOf } from "./labels";

/** Names of people as notes write them: "성익님", "이든 씨", "Gaon", "T1001_가온", "@Narae", "Tomás". */

/** The letters of Latin names, with their accents: Tomás, Łukasz, Özge. */
const UPPER = "A-ZÀ-ÖØ-ÞĀ-Ž";
const LETTER = "A-Za-zÀ-ÖØ-öø-ſ";
/** A word of a Latin name. */
export const LATIN_NAME = `[${UPPER}][${LETTER}'.-]{0,19}`;
const LATIN = new RegExp(`^${LATIN_NAME}(?: ${LATIN_NAME}){0,2}$`);
const WORDS = new RegExp(`${LATIN_NAME}|[가-힣]{1,8}`, "g");
const FIRST_WORD = new RegExp(`^(?:(?:tomorrow|today|next time|next week)[,:]?\\s*)?(${LATIN_NAME})(?: [A-Z]\\.?)?\\s`, "i");

const HONORIFIC = /\s?(?:님|씨|쌤|군|양)(?:들)?$/;
/** Words before 님 or in a list of names that name nobody. */
const NOBODY = new Set([
  ..."아 선생 멘토 강사 교수 조교 매니저 마스터 모더레이터 모더 운영진 캠퍼 팀원 조원 손 전원 모두 전체 다같이 없음 없다 미정 무 해당없음 본인 각자 여러분 담당자 발표자 진행자 서기 회의록 날 글 아가 아저 이름 참석 불참 지각 조퇴 결석 출석 비고 사유 시간 장소 내일 오늘 다음 일시 일자 날짜 일정 기간 주제 안건 목적 상태".split(
    " ",
  ),
  ..."all none everyone everybody nobody no-one n/a na tbd tba me we us they team members rest others the".split(" "),
]);
const NOT_A_NAME = new Set(
  "tomorrow today yesterday next this that the a an monday tuesday wednesday thursday friday saturday sunday if when we i you they he she it and but also note todo date review questions everyone nobody who january february march april may june july august september october november december".split(
    " ",
  ),
);

/** A name without honorific, id and remark, or null where the text is none. */
export function nameIn(text: string): string | null {
  const bare = text
    .replace(/\([^()]{0,40}\)/g, " ")
    .replace(/^[\s@*\-•·.]+|[\s.,*!~]+$/g, "")
    .replace(/^(?:캠퍼[_\s-]*)?[A-Za-z]?\d{2,6}[_\s-]+|[_\s-]+[A-Za-z]?\d{2,6}$/g, "")
    .replace(HONORIFIC, "")
    .trim();
  if (NOBODY.has(bare.toLowerCase()) || labelOf(bare) !== null) return null;
  if (/^[가-힣]{1,5}$/.test(bare)) return bare;
  return LATIN.test(bare) && !NOT_A_NAME.has(bare.toLowerCase()) ? bare : null;
}

/** An entry of a list of names, with the remark behind it: "라온(지각)" → 라온, "지각". */
export interface Listed {
  readonly name: string;
  readonly remark: string;
}

/** The people of "가온, 나래 및 다솜(3시부터)", "Mina, Jun and Theo", "가온 나래 다솜". */
export function namesIn(text: string): Listed[] {
  const found: Listed[] = [];
  // A comma inside brackets parts no names.
  for (const part of text.split(/[,、，;/·&+|]+(?![^()]{0,60}\))|\s+(?:및|and)\s+|(?<=님|씨)(?:과|와|이랑|랑)\s+/)) {
    // "라온 - 예비군": the reason behind a dash, as in brackets.
    const [said, reason] = part.split(/\s+[-–]\s+/, 2);
    const remark = /\(([^()]{0,60})\)/.exec(part)?.[1] ?? reason ?? "";
    const name = nameIn(said);
    if (name !== null) found.push({ name, remark });
    else found.push(...spaced(part));
  }
  return found;
}

/** "가온 나래 다솜" and "가온님 나래님": Hangul words parted by spaces alone. */
function spaced(part: string): Listed[] {
  const words = part.trim().split(/\s+/);
  if (words.length < 2 || words.length > 12 || !words.every((word) => /^@?[가-힣]{1,4}(?:님|씨)?$/.test(word))) return [];
  const names = words.map(nameIn);
  return names.every((name) => name !== null && (name.length >= 2 || words.length <= 4))
    ? names.map((name) => ({ name: name as string, remark: "" }))
    : [];
}

const HONOURED =
  /(?<![가-힣])(?:(?:내일|오늘|금일|다음)은?\s?)?([가-힣]{1,5})\s?(?:님|씨)(?=[은는이가도의만과와을를께,.:)\]\s/&]|들|부터|만|$)/g;

/** Those whom a sentence calls 님 or 씨, or by "@". */
export function honoured(text: string): string[] {
  const called = Array.from(text.matchAll(HONOURED), ([, name]) => name.replace(/^(?:내일|오늘|다음)(?=.)/, ""));
  const marked = Array.from(text.matchAll(/@([A-Za-z가-힣][A-Za-z가-힣.-]{0,19})/g), ([, name]) => name.replace(HONORIFIC, ""));
  return [...called, ...marked].filter((name) => !NOBODY.has(name.toLowerCase()));
}

/** Of the people known from the note those that a sentence names, in its order. */
export function knownIn(text: string, people: ReadonlySet<string>): string[] {
  const words = Array.from(text.matchAll(WORDS), ([word]) => word);
  return words.flatMap((word) => {
    if (people.has(word)) return [word];
    const bare = word.replace(/(?:님|씨)?(?:은|는|이|가|도|만|의|께서|님|씨)?$/, "");
    return people.has(bare) ? [bare] : [];
  });
}

/** The capitalised word a sentence begins with ("Sofia can't come"), or null. */
export function subject(text: string): string | null {
  const word = FIRST_WORD.exec(text)?.[1] ?? "";
  return word.length > 1 && LATIN.test(word) ? nameIn(word) : null;
}
