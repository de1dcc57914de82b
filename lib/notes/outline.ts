import type { Term } from "./findTerms";
import type { NoteLine } from "./model";

/** What a part of a note is for, told from its title. */
export type Section = "corrections" | "look-up" | "to-do" | "done" | "questions" | "attendance" | "retrospect" | "peer" | "other";

const TITLES: readonly (readonly [Section, RegExp])[] = [
  ["corrections", /정정|바로\s?잡|수정\s?사항|오류\s?수정|\bcorrections?\b|\berrata\b/i],
  [
    "look-up",
    /(더|좀더|추가로?|추가|다음에)\s?(찾아|알아|공부|조사|읽어|학습)|찾아\s?(보기|볼|봐야|올)|조사할|look(ing)?\s(it\s)?up|further (reading|study)|to (read|study|look into)|read (next|more)|look into/i,
  ],
  [
    "to-do",
    /할\s?일|못\s?다?\s?한\s?(?:것|거|일|얘기|이야기)|to-?\s?do\b|action items?|next steps?|다음\s?(시간|주|회의|세션|모임|번)?\s?까지|내일까지|과제|숙제|homework|\btasks?\b|다음\s?계획|해야\s?할|(for|before|until) (the )?next|다음\s?할\s?것|액션\s?아이템|assignments?/i,
  ],
  ["done", /^(오늘|금일)?\s?(한\s?일|완료(한\s?일)?)$|^(done|completed)$/i],
  ["questions", /질문|궁금|q\s?[&n]\s?a|\bquestions?\b|토의|논의|토론|\bdiscussion\b/i],
  ["attendance", /출결|출석|근태|참석|attendance|공지|전달|알림|announce|\bnotices?\b|특이\s?사항|인원/i],
  ["retrospect", /회고|느낀\s?점|소감|retrospect|reflections?/i],
  ["peer", /피어\s?세션|peer\s?session|회의록?|미팅|meeting|스터디\s?(기록|정리|노트)|\bminutes\b/i],
];

/** Where a line stands. */
export interface Place {
  readonly section: Section;
  /** Whether the line is a section's title itself. */
  readonly title: boolean;
  /** Indexes of the lines above it in the outline, nearest first. */
  readonly above: readonly number[];
  /** Index of the line before it that says nothing but a topic's name, or −1. */
  readonly named: number;
}

const LETTERS = /[a-z가-힣]/gi;

function sectionOf(line: NoteLine, wordy: boolean): Section | null {
  const title = line.text.replace(/[:：]\s*$/, "").trim();
  if (line.cells || title === "" || title.length > 40 || /[?:]/.test(title) || /[다요음함]\.?$|[가-힣](님|씨)(?![가-힣])/.test(title))
    return null;
  for (const [section, pattern] of TITLES) {
    const found = pattern.exec(title);
    if (!found) continue;
    const share = (found[0].match(LETTERS)?.length ?? 0) / Math.max(1, title.match(LETTERS)?.length ?? 0);
    if (wordy || share >= 0.5) return section;
  }
  return null;
}

/** A topic's name and nothing else but brackets, numbers and words such as "요약". */
function isName(line: NoteLine, terms: readonly Term[]): boolean {
  if (terms.length === 0 || line.cells) return false;
  let rest = "";
  let at = 0;
  for (const term of terms) {
    rest += line.text.slice(at, term.from);
    at = term.to;
  }
  rest += line.text.slice(at);
  const left = rest.replace(
    /\([^()]{0,80}\)|\d+(?:강|장|주차)?|v\d+|요약|정리|소개|개념|이란|란|방식|모델|구조|논문|기법|방법|알고리즘|detectors?|models?|vs|[^a-z가-힣]+/gi,
    "",
  );
  return left.length <= 1;
}

/** The depth of a line that begins with a sign of titles: "■ 질문". */
const SIGNED = 7.5;

/** A short line with a number or a sign of titles, and something below it that belongs to it. */
function isTitle(lines: readonly NoteLine[], index: number): boolean {
  const { text, marker, depth } = lines[index];
  if (text.length > 20 || (marker !== "ordered" && depth !== SIGNED)) return false;
  const below = lines.slice(index + 1, index + 4).find((line) => line.text !== "");
  return below !== undefined && (below.depth > depth || (depth === SIGNED && below.depth === 7));
}

/** The outline of a note: of each line its section, the lines above it, and the topic last named on a line of its own. */
export function outlineOf(lines: readonly NoteLine[], terms: readonly (readonly Term[])[]): Place[] {
  const stack: { index: number; depth: number; section: Section | null }[] = [];
  let section: { depth: number; section: Section }[] = [];
  let named = -1;
  return lines.map((line, index) => {
    if (line.kind === "content" && line.text === "" && line.marker === "heading") {
      // A heading of nothing but a pictograph ends what stood above it, and names nothing itself.
      section = section.filter(({ depth }) => depth < line.depth);
      while (stack.length > 0 && stack[stack.length - 1].depth >= line.depth) stack.pop();
      named = -1;
    }
    if (line.kind !== "content" || line.text === "") {
      return { section: section.at(-1)?.section ?? "other", title: false, above: [], named };
    }
    const heads = line.marker === "heading" || line.marker === "label";
    const own = sectionOf(line, heads || isTitle(lines, index));
    while (stack.length > 0 && stack[stack.length - 1].depth >= line.depth) stack.pop();
    // Plain lines do not end a section that a plain line began, unless they begin one.
    section = section.filter(
      ({ depth }) =>
        depth < line.depth ||
        ((depth === line.depth || depth === SIGNED) && line.depth === 7 && own === null && !isName(line, terms[index])),
    );
    if (own) section.push({ depth: line.depth, section: own });
    else if (heads && section.length > 0)
      section.push({ depth: line.depth, section: section.at(-1)?.section === "peer" ? "other" : section[section.length - 1].section });
    const place = {
      section: section.at(-1)?.section ?? ("other" as const),
      title: own !== null,
      above: stack
        .slice(-12)
        .map((each) => each.index)
        .reverse(),
      named,
    };
    stack.push({ index, depth: line.depth, section: own });
    if (isName(line, terms[index])) named = index;
    else if (heads) named = -1;
    return place;
  });
}
