/** What a new note begins with: Markdown, made of what the group knows of the session already. */
import type { Locale } from "@/lib/challenges";

export const TEMPLATES = ["review", "minutes", "empty"] as const;
export type Template = (typeof TEMPLATES)[number];

/** What is known of a session when its note begins. Names as they are shown. */
export interface SessionFacts {
  /** "2026-11-26". */
  readonly date: string;
  readonly moderator: string | null;
  readonly scribe: string | null;
  readonly attendance: readonly { readonly name: string; readonly status: keyof (typeof WORDS)["ko"]["statuses"] }[];
  /** Open from before, oldest first. */
  readonly carried: readonly { readonly type: "question" | "task" | "look-up"; readonly text: string; readonly assignee: string | null }[];
}

const WORDS = {
  ko: {
    date: "날짜",
    moderator: "진행",
    scribe: "기록",
    attendance: "참석",
    /** As the site calls them elsewhere, and as `lib/notes` reads them. */
    statuses: { present: "출석", late: "지각", "left-early": "조퇴", absent: "결석", "on-leave": "휴가", stopped: "하차" },
    lecture: "강의 복습 내용",
    learned: "얻은 지식",
    lookUp: "좀더 찾아보기",
    peer: "피어세션 정리",
    carriedQuestions: "지난 질문",
    questions: "오늘의 질문",
    tasks: "할 일",
    agenda: "안건",
    discussed: "나눈 이야기",
    decided: "정한 것",
    next: "다음 모임",
  },
  en: {
    date: "Date",
    moderator: "Moderator",
    scribe: "Scribe",
    attendance: "Attendance",
    statuses: {
      present: "present",
      late: "late",
      "left-early": "left early",
      absent: "absent",
      "on-leave": "on leave",
      stopped: "stopped",
    },
    lecture: "Lecture review",
    learned: "What I learned",
    lookUp: "Look up next",
    peer: "Peer session",
    carriedQuestions: "Questions from before",
    questions: "Today's questions",
    tasks: "To do",
    agenda: "Agenda",
    discussed: "Discussed",
    decided: "Decided",
    next: "Next time",
  },
} as const;

/** One line, whatever the text held: an item's line breaks would end its bullet, its marks would format what stands behind. */
const inLine = (text: string): string =>
  text
    .replace(/\s+/g, " ")
    .trim()
    .replace(/([\\`*_[\]<>|~$])/g, "\\$1")
    .replace(/^([#>+-]|\d+[.)])(?=\s)/, "\\$1");

const section = (title: string, lines: readonly string[]): string => `## ${title}\n\n${(lines.length > 0 ? lines : ["- "]).join("\n")}\n`;

/** The Markdown that a note of `template` begins with. @param session null for a page that belongs to no session */
export function templateText(template: Template, locale: Locale, session: SessionFacts | null): string {
  if (template === "empty") return "";
  const words = WORDS[locale];
  const head = session === null ? [] : headLines(session, locale);
  const carried = session?.carried ?? [];
  const named = (type: SessionFacts["carried"][number]["type"]) => carried.filter((item) => item.type === type);
  const tasks = named("task").map(({ text, assignee }) => `- [ ] ${inLine(text)}${assignee === null ? "" : ` @${inLine(assignee)}`}`);
  const questions = named("question").map(({ text }) => `- ${inLine(text)}`);
  const lookUp = named("look-up").map(({ text, assignee }) => `- [ ] ${inLine(text)}${assignee === null ? "" : ` @${inLine(assignee)}`}`);
  const parts =
    template === "review"
      ? [
          ...head,
          section(words.lecture, []),
          section(words.learned, []),
          section(words.lookUp, lookUp),
          section(words.peer, [
            ...(questions.length > 0 ? [`### ${words.carriedQuestions}`, "", ...questions, ""] : []),
            `### ${words.questions}`,
            "",
            "- ",
            "",
            `### ${words.tasks}`,
            "",
            ...(tasks.length > 0 ? tasks : ["- [ ] "]),
          ]),
        ]
      : [
          ...head,
          section(words.agenda, []),
          ...(questions.length > 0 ? [section(words.carriedQuestions, questions)] : []),
          section(words.discussed, []),
          section(words.decided, []),
          section(words.tasks, tasks.length > 0 ? [...tasks, ...lookUp] : [...lookUp, "- [ ] "]),
          section(words.next, []),
        ];
  return parts.join("\n");
}

function headLines({ date, moderator, scribe, attendance }: SessionFacts, locale: Locale): string[] {
  const words = WORDS[locale];
  const there = attendance.map(({ name, status }) => `${inLine(name)}${status === "present" ? "" : ` (${words.statuses[status]})`}`);
  return [
    [
      `- ${words.date}: ${date}`,
      ...(moderator === null ? [] : [`- ${words.moderator}: ${inLine(moderator)}`]),
      ...(scribe === null ? [] : [`- ${words.scribe}: ${inLine(scribe)}`]),
      ...(there.length === 0 ? [] : [`- ${words.attendance}: ${there.join(", ")}`]),
      "",
    ].join("\n"),
  ];
}
