import { complain, listComplaints } from "@/lib/server/discussion/complaints";
import { endpoint } from "@/lib/server/http/endpoint";
import * as discussion from "@/lib/wire/discussion";

export const GET = endpoint(discussion.listComplaints, async ({ user, params, now }) => ({
  json: await listComplaints(user.id, params.id, now),
}));

export const PUT = endpoint(discussion.complain, async ({ user, params, body, now }) => ({
  json: await complain(user.id, params.id, body, now),
}));
