import { services } from "@/app/api/services";
import { listQuestions } from "@/lib/server/bank/list";
import { addQuestion } from "@/lib/server/bank/questions";
import { endpoint } from "@/lib/server/http/endpoint";
import * as bank from "@/lib/wire/bank";

export const GET = endpoint(bank.listBank, async ({ user, query }) => ({ json: await listQuestions(user, query) }));

export const POST = endpoint(bank.addQuestion, async ({ user, body, key, now }) => ({
  status: 201,
  json: await addQuestion(user.id, services.catalog, key, body.content, now),
}));
