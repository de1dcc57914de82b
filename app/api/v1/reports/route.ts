import { services } from "@/app/api/services";
import { endpoint } from "@/lib/server/http/endpoint";
import { fileReport } from "@/lib/server/reports/file";
import * as play from "@/lib/wire/play";

export const POST = endpoint(play.reportProblem, async ({ user, body, now }) => ({
  status: 201,
  json: await fileReport(services.catalog, user.id, body, now),
}));
