/** How a page calls the routes of a bank: for each, what it needs first, then the call. */
import { call, upload } from "@/lib/client/api";
import { addressOf, download } from "@/lib/client/api/download";
import { prisma } from "@/lib/server/database";
import { readMe } from "@/lib/wire/account";
import * as bank from "@/lib/wire/bank";
import { GIFT, singleOf } from "./bank";
import { freshKey } from "./client";
import { kept, type Call, type Scene } from "./groupCalls";
import { picture } from "./pictures";

/** The page's learner with the office that writes questions. */
async function office({ signedUp }: Scene): Promise<void> {
  await signedUp();
  const id = (await call(readMe)).user?.id ?? "";
  await (await prisma()).user.update({ where: { id }, data: { role: "INSTRUCTOR" } });
}

async function aQuestion(scene: Scene): Promise<string> {
  await office(scene);
  return (await call(bank.addQuestion, { body: { content: singleOf() }, key: freshKey() })).id;
}

const asFile = { format: "gift", text: GIFT, language: "en" } as const;

export const BANK_CALLS: Readonly<Record<string, (scene: Scene) => Promise<Call>>> = {
  "GET /bank/questions": async (scene) => {
    await aQuestion(scene);
    return () => call(bank.listBank, { query: { search: "mark", archived: "no" } });
  },
  "POST /bank/questions": async (scene) => {
    await office(scene);
    return (key) => call(bank.addQuestion, { body: { content: singleOf() }, key });
  },
  "GET /bank/questions/:id": async (scene) => {
    const id = await aQuestion(scene);
    return () => call(bank.readQuestion, { params: { id } });
  },
  "PUT /bank/questions/:id": async (scene) => {
    const id = await aQuestion(scene);
    return () => call(bank.saveQuestion, { params: { id }, body: { base: 1, content: singleOf("other") } });
  },
  "PATCH /bank/questions/:id": async (scene) => {
    const id = await aQuestion(scene);
    return () => call(bank.archiveQuestion, { params: { id }, body: { archived: true } });
  },
  "DELETE /bank/questions/:id": async (scene) => {
    const id = await aQuestion(scene);
    return () => call(bank.dropQuestion, { params: { id } });
  },
  "GET /bank/questions/:id/versions/:version": async (scene) => {
    const id = await aQuestion(scene);
    return () => call(bank.readQuestionVersion, { params: { id, version: "1" } });
  },
  "POST /bank/imports/check": async (scene) => {
    await office(scene);
    return () => call(bank.checkBankFile, { body: asFile });
  },
  "POST /bank/imports": async (scene) => {
    await office(scene);
    return (key) => call(bank.importBankFile, { body: asFile, key });
  },
  "GET /bank/gift/:language": async (scene) => {
    await aQuestion(scene);
    return () => kept(() => download(bank.exportGift, { language: "ko" }), /^boxup-questions-[\d-]+\.gift\.txt$/);
  },
  "GET /bank/xml/:language": async (scene) => {
    await aQuestion(scene);
    return () => kept(() => download(bank.exportXml, { language: "en" }), /^boxup-questions-[\d-]+\.xml$/);
  },
  "GET /bank/csv": async (scene) => {
    await aQuestion(scene);
    return () => kept(() => download(bank.exportCsv), /^boxup-questions-[\d-]+\.csv$/);
  },
  "POST /bank/pictures": async (scene) => {
    await office(scene);
    const file = picture();
    return () => upload(bank.addBankPicture, { file });
  },
  "GET /bank/pictures/:picture": async (scene) => {
    await office(scene);
    const { id } = await upload(bank.addBankPicture, { file: picture() });
    // As the card's <image> does.
    return async () => new Uint8Array(await (await fetch(addressOf(bank.readBankPicture, { picture: id }))).arrayBuffer());
  },
};
