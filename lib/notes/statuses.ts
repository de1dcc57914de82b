import type { AttendanceStatus } from "./model";

/** What a sign says in a column or a list of who was there. */
export function markOf(sign: string): AttendanceStatus | null {
  if (/^[ov○●✓✔1]$/i.test(sign)) return "present";
  if (/^x$/i.test(sign)) return "absent";
  return sign === "△" ? "late" : null;
}

const STATUSES: readonly (readonly [AttendanceStatus, RegExp])[] = [
  [
    "stopped",
    /하차|퇴소|그만\s?두|탈퇴|수강\s?포기|드[랍롭]|dropped out|has (?:stopped|quit)|dropped (?:the )?(?:course|group|study|class|programme|program)\b|have (?:stopped|quit)|\bquits?\b|stopped (?:attending|coming|the (?:course|study|group))|withdrew|left the (?:course|group)/i,
  ],
  ["on-leave", /\b(?:away|out|off|gone) (?:until|till|for (?:the|a|this) |all (?:week|month)|this (?:week|month))/i],
  [
    "absent",
    /불참|결석|못\s?(?:오|옴|와|온|참|나오|나옴|들어)|빠짐|빠지|빠집|예비군|민방위|안\s?(?:오|옴|온|와)|(?:참석|참여)\s?(?:불가|못|어려|하지\s?못)|부재|can(?:'t|not| not) (?:come|make|attend|join|be)|(?:won't|will not|not) (?:be )?(?:come|coming|make it|attend\w{0,3}|join\w{0,3}|here|there|able|available)|(?:unable|not able) to (?:come|make|attend|join)|couldn't (?:come|make|attend|join)|\babsent\b|\bis (?:out|away)\b|\bwill be (?:out|away)\b|\bmiss(?:es|ed|ing)?\b.{0,20}(?:session|meeting|today|tomorrow)|\bout (?:sick|tomorrow|today)|no[- ]show|did(?:n't| not) (?:come|attend|show)/i,
  ],
  [
    "left-early",
    /조퇴|퇴실|일찍\s?(?:가|나|퇴|감)|먼저\s?(?:가|나|퇴|감|일어)|중간에\s?(?:나|퇴|빠)|시까지만|\b(?:left|leaves?|leaving|has to leave|had to leave|must leave|needs to leave)\b.{0,14}\b(?:early|before|at)\b/i,
  ],
  [
    "late",
    /지각|늦|\d{1,2}(?::\d\d|시)\s?~(?!\s?\d)|\d{1,2}\s?시.{0,6}부터|(?:오후|점심|저녁).{0,8}부터|\d{1,2}\s?시\s?(?:쯤|경|반|정도)?(?:에|부터)?\s?(?:합류|참여|참석|입장)|\d\s?분\s?(?:뒤|후).{0,4}(?:참|합|들|입)|\blate\b|\bjoin(?:ed|s|ing)? (?:at|from|after|halfway)|\barriv(?:ed|es|ing) (?:at|after)/i,
  ],
  [
    "on-leave",
    /휴식|휴가|반차|월차|중단|병가|휴학|공가|연차|쉬(?:심|기|는|어|고|신|십)|쉼|쉽니다|on (?:sick |medical |annual )?leave|on (?:a )?(?:vacation|holiday|break)|taking (?:a|the|this) .{0,8}(?:break|week off)|\bpaused?\b|takes? (?:the|this|a) week off|\boff (?:this|all|until)\b/i,
  ],
];

const TOMORROW =
  /내일(?!\s?(?:까지|부터))|내일까지\s?(?:못|불참|결석|안\s)|명일|익일|다음\s?(?:시간|주|회의|세션|모임|날|번)(?!\s?까지)|모레|(?:[월화수목금토일]요일|\bon (?:mon|tues|wednes|thurs|fri|satur|sun)day\b)(?!.{0,60}(?:[했였었셨]|\bwas\b|\bwere\b|missed))|\btomorrow\b|next (?:time|session|meeting|week|class)/i;
const NOT_SO = /아님|아니|안\s?늦|취소|늦지\s?않|not (?:be )?late|늦게까지|늦은\s?(?:밤|시간)/i;

/** Whether words speak of who is there, also where nothing can be said of it: "… leaves early tomorrow". */
export const speaksOfPlace = (text: string): boolean => STATUSES.some(([, pattern]) => pattern.test(text));

/** What a remark says of somebody's attendance, or null. `tomorrow`: the whole sentence speaks of the next time. */
export function statusIn(said: string, tomorrow = false): AttendanceStatus | null {
  // A name may hold a word: 세아님 is not 아님.
  const text = said.replace(/(?<![가-힣])[가-힣]{1,5}\s?(?:님|씨)(?:들)?/g, (name) =>
    name === "아님" ? name : name.startsWith("내일") ? "내일 " : " ",
  );
  if (NOT_SO.test(text)) return null;
  const status = STATUSES.find(([, pattern]) => pattern.test(text))?.[0] ?? null;
  if (status === null || status === "on-leave" || status === "stopped" || !(tomorrow || TOMORROW.test(text))) return status;
  if (status === "absent") return "absent-tomorrow";
  return status === "late" ? "late-tomorrow" : null;
}
