/** Everything that is kept about a learner, in one archive: each table as JSON and as CSV. */
import { localDate } from "@/lib/review";
import { prisma } from "../../database";
import { countedAt, type CalendarRow } from "../../learn/calendar";
import { archive, type ArchiveFile } from "./archive";
import { csvHead, csvLines } from "../../http/csv";
import { PARTS, rowsOf, type Owners, type Part } from "./parts";

const README = `BoxUp: 나에 대한 모든 기록 · everything kept about me

이 묶음에는 BoxUp의 데이터베이스에 있는 내 기록이 모두 들어 있어요. json/ 과 csv/ 에는 같은 내용이 있고, 파일 하나가 표 하나예요. 시각은 UTC예요.
들어 있지 않은 것: 비밀번호(되돌릴 수 없는 해시로만 있어요), 로그인 열쇠와 링크의 열쇠, 아직 풀 수 있는 채점 문제의 풀이, 누구인지 알 수 없게 센 요청 횟수.
csv/ 에서 = + - @ 로 시작하는 글 앞에는 스프레드시트가 수식으로 읽지 않도록 작은따옴표를 붙였어요.

This archive holds all that BoxUp's database keeps about you. json/ and csv/ say the same; each file is one table. Times are UTC.
Not in it: your password (kept only as a hash that cannot be turned back), the keys of sign-ins and links, the solutions of graded work that can
still be answered, and counts of requests, which name nobody.
In csv/, text that begins with = + - @ has an apostrophe in front, so that no spreadsheet reads it as a formula.
`;

async function* text(whole: string): AsyncGenerator<string> {
  yield whole;
}

async function* asJson(pages: AsyncIterable<readonly string[]>): AsyncGenerator<string> {
  let before = "[\n";
  for await (const page of pages) {
    yield before + page.join(",\n");
    before = ",\n";
  }
  yield before === "[\n" ? "[]\n" : "\n]\n";
}

async function* asCsv({ columns }: Part, pages: AsyncIterable<readonly string[]>): AsyncGenerator<string> {
  yield csvHead(columns);
  for await (const page of pages) yield csvLines(columns, page);
}

/** The archive under the learner's own day, its bytes read from the database as they are taken. */
export async function exportAccount(
  user: CalendarRow & { readonly id: string },
  now: number,
): Promise<{ readonly name: string; readonly pieces: AsyncGenerator<Uint8Array> }> {
  const { id: userId } = user;
  const store = await prisma();
  const { email, mergedFrom } = await store.user.findUniqueOrThrow({
    where: { id: userId },
    select: { email: true, mergedFrom: { select: { id: true } } },
  });
  const owners: Owners = { ids: [userId, ...mergedFrom.map(({ id }) => id)], email };
  const at = new Date(now);
  const files = PARTS.flatMap((part): ArchiveFile[] => [
    { name: `json/${part.name}.json`, pieces: asJson(rowsOf(store, part, owners, at)) },
    { name: `csv/${part.name}.csv`, pieces: asCsv(part, rowsOf(store, part, owners, at)) },
  ]);
  return {
    name: `boxup-${localDate(now, countedAt(user, now))}.zip`,
    pieces: archive([{ name: "README.txt", pieces: text(README) }, ...files], at),
  };
}
