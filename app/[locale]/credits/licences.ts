import type { Text } from "@/lib/challenges";

export interface Licence {
  readonly name: string;
  readonly by: string;
  readonly licence: string;
  readonly url: string;
  readonly use: Text;
}

/** What BoxUp shows or ships that others made. */
export const LICENCES: readonly Licence[] = [
  {
    name: "Noto Emoji",
    by: "Google Inc.",
    licence: "Apache-2.0",
    url: "https://github.com/googlefonts/noto-emoji",
    use: {
      ko: "문제 속 그림 (20개 사물, 보이는 부분만 남기고 잘라냈어요)",
      en: "Drawings in the challenges (20 things, cut to their visible part)",
    },
  },
  {
    name: "Pretendard",
    by: "Kil Hyung-jin",
    licence: "OFL-1.1",
    url: "https://github.com/orioncactus/pretendard",
    use: { ko: "글꼴", en: "Typeface" },
  },
  {
    name: "KaTeX",
    by: "Khan Academy and contributors",
    licence: "MIT (fonts OFL-1.1)",
    url: "https://katex.org",
    use: { ko: "수식", en: "Formulas" },
  },
  {
    name: "D3",
    by: "Mike Bostock",
    licence: "ISC",
    url: "https://d3js.org",
    use: { ko: "그래프의 눈금과 선", en: "Scales and lines of the plots" },
  },
  { name: "Lucide", by: "Lucide contributors", licence: "ISC", url: "https://lucide.dev", use: { ko: "아이콘", en: "Icons" } },
  {
    name: "TensorFlow.js",
    by: "Google LLC",
    licence: "Apache-2.0",
    url: "https://www.tensorflow.org/js",
    use: { ko: "엔진의 텐서 계산", en: "Tensor arithmetic of the engine" },
  },
  {
    name: "fdlibm",
    by: "Sun Microsystems, Inc.",
    licence: "fdlibm (free with its notice)",
    url: "https://www.netlib.org/fdlibm/",
    use: {
      ko: "어느 브라우저에서나 같은 지수, 로그, 삼각함수",
      en: "Exponentials, logarithms and angles that are the same in every browser",
    },
  },
  {
    name: "React, Next.js",
    by: "Meta; Vercel",
    licence: "MIT",
    url: "https://nextjs.org",
    use: { ko: "화면과 서버", en: "Pages and server" },
  },
  {
    name: "Motion, Radix UI, next-intl",
    by: "Motion; WorkOS; Jan Amann; Emil Kowalski",
    licence: "MIT",
    url: "https://motion.dev",
    use: { ko: "움직임, 조절 손잡이, 두 언어, 알림", en: "Motion, knobs, two languages, notices" },
  },
  {
    name: "ts-fsrs",
    by: "Open Spaced Repetition",
    licence: "MIT",
    url: "https://github.com/open-spaced-repetition/ts-fsrs",
    use: { ko: "복습 일정", en: "Review schedule" },
  },
  {
    name: "Prisma, PGlite",
    by: "Prisma Data; ElectricSQL",
    licence: "Apache-2.0",
    url: "https://pglite.dev",
    use: { ko: "데이터베이스", en: "Database" },
  },
];
