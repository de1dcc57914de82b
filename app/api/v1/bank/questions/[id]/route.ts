import { services } from "@/app/api/services";
import { archiveQuestion, dropQuestion, readQuestion, saveQuestion } from "@/lib/server/bank/questions";
import { endpoint } from "@/lib/server/http/endpoint";
import * as bank from "@/lib/wire/bank";

export const GET = endpoint(bank.readQuestion, async ({ user, params }) => ({ json: await readQuestion(user, params.id) }));

export const PUT = endpoint(bank.saveQuestion, async ({ user, params, body, now }) => ({
  json: await saveQuestion(user.id, services.catalog, params.id, body, now),
}));

export const PATCH = endpoint(bank.archiveQuestion, async ({ user, params, body, now }) => ({
  json: await archiveQuestion(user.id, params.id, body.archived, now),
}));

export const DELETE = endpoint(bank.dropQuestion, async ({ user, params, now }) => ({ json: await dropQuestion(user.id, params.id, now) }));
