import type { AttendanceStatus } from "./model";

/** What the label before a list of names says: "모더레이터 : 가온님", "Absent: Raon". */
export type Label = "moderator" | "scribe" | AttendanceStatus;

const WORDS: Readonly<Record<Label, string>> = {
  moderator:
    "모더레이터 모더 진행 진행자 사회 사회자 회의진행 세션진행 moderator mod facilitator chair chairperson chairedby moderatedby moderating host lead sessionlead led ledby 진행담당 사회담당 모더레이팅 퍼실리테이터 퍼실",
  scribe:
    "회의록 회의록작성 회의록작성자 서기 기록 기록자 작성 작성자 정리자 노트 노트작성 scribe notes notesby notetaker notetaking minutes minutesby recorder secretary writtenby recordedby author 서기담당 기록담당 회의록담당 노트테이커 필기 필기자",
  present:
    "참석 참석자 참석인원 참여 참여자 참여인원 참가 참가자 출석 출석자 인원 attendees attendee attendance present participants participant attended attending inattendance whowasthere here 온사람 참석멤버 참여멤버 참석명단 참가인원 출석인원",
  late: "지각 지각자 늦참 late latecomers joinedlate",
  "left-early": "조퇴 조퇴자 leftearly",
  absent:
    "불참 불참자 결석 결석자 absent absentees absentee missing regrets apologies notpresent excused away 미참여 미참석 미참석자 미참여자 미출석 못온사람 안온사람 결석인원 불참인원",
  "late-tomorrow": "내일지각 latetomorrow",
  "absent-tomorrow": "내일불참 내일결석 내일불참자 absenttomorrow outtomorrow nexttimeabsent",
  "on-leave": "휴가 휴식 휴가자 병가 공가 반차 중단 onleave leave vacation",
  stopped: "하차 퇴소 탈퇴 droppedout stopped",
};

const LABELS: ReadonlyMap<string, Label> = new Map(
  Object.entries(WORDS).flatMap(([label, words]) => words.split(" ").map((word) => [word, label as Label] as const)),
);

/** @example labelOf("회의록 작성자") → "scribe" · labelOf("Today's moderator") → "moderator" · labelOf("다음 모더레이터") → null */
export function labelOf(words: string): Label | null {
  const bare = words
    .toLowerCase()
    .replace(/\([^()]{0,30}\)|[^a-z가-힣]+/g, "")
    .replace(/^(?:오늘의?|금일의?|todays?|the)(?=.)/, "")
    .replace(/(?:명단|현황|님)$/, "");
  const label = LABELS.get(bare);
  if (label) return label;
  // Two offices of one person: "모더레이터/회의록", asked for one by one by the caller.
  return null;
}

/** A piece of a line that gives a label its names. */
export interface Labelled {
  readonly label: Label;
  readonly value: string;
}

const BORDER = /\s*[/|;,→(]\s*(?=[가-힣A-Za-z][가-힣A-Za-z' ]{0,18}\s*(?:\([^()]{0,12}\))?\s*(?:[:：]|→))/;
const PAIR = /^([가-힣A-Za-z][가-힣A-Za-z' /&-]{0,28}?)\s*(?:\([^()]{0,12}\))?\s*(?:[:：]{1,2}|=|→|->|\s[-–—]\s)\s*(.{0,400})$/;
/** "[Moderator] Elif", "【진행】 가온" */
const BRACKETED = /^[[【<]([가-힣A-Za-z][가-힣A-Za-z' /&-]{0,28})[\]】>]\s*(?:[:：]\s*)?(\S.{0,400})$/;
/** What also stands before other things than names: a label only where a name is marked as one. */
const SUMMARY = /^(?:정리|요약)$/;
const MARKED_NAME = /^@|[가-힣]\s?(?:님|씨)(?![가-힣])|^(?:캠퍼[_\s-]*)?[A-Za-z]?\d{2,6}[_-]/;
/** "모더레이터 가온님", "모더레이터는 준서님" */
const KOREAN = /^(?:오늘의?\s|금일\s)?([가-힣]{2,6}?)(?:은|는|이|가)?\s+((?:[가-힣]{1,5}\s?(?:님|씨)[,\s]{0,2}){1,6}).{0,12}$/;
/** "모더레이터 나연": an office that nothing else is said of. */
const BARE = /^(모더레이터|모더|진행자|사회자|서기|회의록|회의록작성자?|기록자)\s([가-힣]{2,3})$/;
const NO_PERSON =
  /^(?:선정|소개|순서|정하기|작성|정리|공유|역할|교체|변경|결정|발표|시작|종료|미정|없음|양식|링크|규칙|참고|업로드|작성법|담당|할당|지정|뽑기|리뷰|확인|완료|추가|수정)$/;
/** "가온님이 모더레이터", "진행은 …" */
const REVERSED = /^([가-힣]{1,5})\s?(?:님|씨)(?:이|께서)?\s(?:오늘\s)?(모더레이터|모더|진행|사회|서기|회의록|기록)/;
const ENGLISH =
  /^(?:the |today'?s )?(moderator|scribe|facilitator|chair|note[- ]?taker|host)(?: today)?(?: was| is|,)?\s+([A-ZÀ-ÖØ-ÞĀ-Ž][a-zß-öø-ÿā-ž'.-]{1,19})(?![a-zß-öø-ÿā-ž])/i;
const BY = /\b(moderated|chaired|led|facilitated|notes|minutes)(?: taken)? by ([A-ZÀ-ÖØ-ÞĀ-Ž][a-zß-öø-ÿā-ž'.-]{1,19})/;

/** The labels of a line with what stands behind each. An empty value: the names stand in the lines below. */
export function labelledIn(text: string): Labelled[] {
  const found = text
    .split(BORDER)
    .flatMap(partedAtLabels)
    .flatMap((piece) => pairOf(piece.trim()));
  if (found.length > 0) return found;
  const korean = KOREAN.exec(text);
  const label = korean && labelOf(korean[1]);
  if (korean && label && !isAttendanceWord(label)) return [{ label, value: korean[2] }];
  const bare = BARE.exec(text);
  const held = bare && !NO_PERSON.test(bare[2]) ? labelOf(bare[1]) : null;
  if (bare && held) return [{ label: held, value: bare[2] }];
  const reversed = REVERSED.exec(text);
  const office = reversed && labelOf(reversed[2]);
  if (reversed && office) return [{ label: office, value: reversed[1] }];
  const english = ENGLISH.exec(text);
  if (english) return [{ label: /^(?:scribe|note)/i.test(english[1]) ? "scribe" : "moderator", value: english[2] }];
  const by = BY.exec(text);
  return by ? [{ label: /^(?:notes|minutes)/.test(by[1]) ? "scribe" : "moderator", value: by[2] }] : [];
}

const NEXT_LABEL = /\s[▶▷►■●◆▪∙·•☞]?\s?([가-힣A-Za-z]{2,14})\s?(?:[:：]|\s[-–—]\s)/g;

const NEXT_TIME = /(?:내일|명일|다음(?:\s?\S{1,3})?|next|tomorrow'?s?)(?:의)?$/i;

/** "진행 : 가온 회의록 : 나래": where the next label begins, with nothing but space before it. */
function partedAtLabels(text: string): string[] {
  const parts: string[] = [];
  let from = 0;
  for (const { index, 1: word } of text.matchAll(NEXT_LABEL)) {
    if (labelOf(word) === null) continue;
    const before = text.slice(from, index);
    if (!/[:：]|\s[-–—]\s/.test(before) || NEXT_TIME.test(before.slice(-14))) continue;
    parts.push(before);
    from = index + text.slice(index).search(/[가-힣A-Za-z]/);
  }
  return [...parts, text.slice(from)];
}

const isAttendanceWord = (label: Label): boolean => label !== "moderator" && label !== "scribe";

function pairOf(piece: string): Labelled[] {
  const pair = BRACKETED.exec(piece) ?? PAIR.exec(piece);
  if (!pair) return [];
  if (SUMMARY.test(pair[1]) && MARKED_NAME.test(pair[2].trim())) return [{ label: "scribe", value: pair[2].trim() }];
  return pair[1].split(/[/&]|\band\b|및/).flatMap((words) => {
    const label = labelOf(words);
    return label ? [{ label, value: /\(/.test(pair[2]) ? pair[2].trim() : pair[2].replace(/\)\W{0,3}$/, "").trim() }] : [];
  });
}
