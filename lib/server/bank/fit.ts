/** What a question must be besides its own rules (lib/bank): misconceptions and topics that exist, pictures that are its author's. */
import { contentSchema, faultsOf, slipsOf, tidy, type Content, type Fault } from "@/lib/bank";
import type { Catalog } from "../catalog";
import type { Store } from "../database";
import { badQuestion } from "../http/bankErrors";

/** Misconceptions and topics as the content has them. */
function knownIn({ topics }: Catalog): { readonly slips: ReadonlySet<string>; readonly topics: ReadonlySet<string> } {
  return {
    slips: new Set(topics.flatMap(({ id, misconceptions }) => misconceptions.map((each) => `${id}/${each.id}`))),
    topics: new Set(topics.map(({ id }) => id)),
  };
}

export const picturesOf = (content: Content): string[] =>
  content.kind === "hotspot" && content.picture !== null ? [content.picture.id] : [];

/** Pictures of somebody by their id, of those that questions name. */
async function sizesOf(store: Store, userId: string, contents: readonly Content[]) {
  const ids = [...new Set(contents.flatMap(picturesOf))];
  if (ids.length === 0) return new Map<string, { width: number; height: number }>();
  const rows = await store.bankPicture.findMany({ where: { userId, id: { in: ids } }, select: { id: true, width: true, height: true } });
  return new Map(rows.map(({ id, ...size }) => [id, size]));
}

/** What is wrong with each question beside its own faults, in their order. */
export async function strangeIn(store: Store, userId: string, catalog: Catalog, contents: readonly Content[]): Promise<Fault[][]> {
  const known = knownIn(catalog);
  const sizes = await sizesOf(store, userId, contents);
  return contents.map((content) => [
    ...(content.topic === null || known.topics.has(content.topic)
      ? []
      : [
          {
            field: "topic",
            text: { ko: `주제: “${content.topic}”, 그런 주제는 없어요.`, en: `Topic: there is none called “${content.topic}”.` },
          },
        ]),
    ...slipsOf(content)
      .filter((slip) => !known.slips.has(slip))
      .map((slip) => ({
        field: "slips",
        text: { ko: `흔한 오해: “${slip}”, 그런 흔한 오해는 없어요.`, en: `Misconception: there is none called “${slip}”.` },
      })),
    ...(content.kind === "hotspot" && content.picture !== null && !same(sizes.get(content.picture.id), content.picture)
      ? [
          {
            field: "picture",
            text: {
              ko: "그림: 내가 올린 그림 가운데 없어요. 그림을 다시 올려 주세요.",
              en: "Picture: it is not among the ones you brought. Bring it again.",
            },
          },
        ]
      : []),
  ]);
}

const same = (
  kept: { readonly width: number; readonly height: number } | undefined,
  named: { readonly width: number; readonly height: number },
) => kept !== undefined && kept.width === named.width && kept.height === named.height;

/**
 * A question as it is kept.
 * @throws ApiError bad-question with the first fault
 */
export async function fitted(store: Store, userId: string, catalog: Catalog, sent: Content): Promise<Content> {
  const content = tidy(sent);
  const [first] = [...faultsOf(content), ...(await strangeIn(store, userId, catalog, [content]))[0]];
  if (first !== undefined) throw badQuestion(first.field, first.text);
  return contentSchema.parse(content);
}
