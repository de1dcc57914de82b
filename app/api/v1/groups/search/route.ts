import { endpoint } from "@/lib/server/http/endpoint";
import { searchNotes } from "@/lib/server/notes/search";
import * as noteSearch from "@/lib/wire/noteSearch";

export const GET = endpoint(noteSearch.searchNotes, async ({ user, query }) => ({ json: await searchNotes(user.id, query) }));
