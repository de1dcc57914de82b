/** A file in answer to a read, under the same access rules as JSON. It is sent as it is made: what is in memory is one piece. */
import { asApiError } from "./failure";
import type { RouteHandler } from "./endpoint";
import { enter } from "./enter";
import { readParams } from "./parameters";
import { NOTHING_LOADED } from "./securityHeaders";
import type { SessionUser } from "../auth/session";
import type { ParamsOf, Route } from "@/lib/wire/route";

/** A route that is answered by a file. */
export type FileRoute = Route & { readonly method: "GET"; readonly file: string };

interface FileAnswer {
  /** What the browser proposes to call it, where it is to be kept: letters, digits, dots and dashes. Absent: it is shown in a page. */
  readonly name?: string;
  readonly pieces: AsyncGenerator<Uint8Array>;
}

interface FileCall<R extends FileRoute> {
  /** Null only where the route is open to anyone. */
  readonly user: R extends { readonly access: "anyone" } ? SessionUser | null : SessionUser;
  readonly params: ParamsOf<R>;
  readonly now: number;
}

/**
 * What is shown in a page never changes under its address; opened by itself it is a page that may do nothing. The browser that was let see it
 * keeps it, also once its owner is in the group no more: they have seen it, and it would cost everybody else each picture anew with each
 * look at a note. No cache between keeps it, since that would answer whoever asks: each browser's first question comes here, where it is
 * asked who may read the note.
 */
const SHOWN = {
  "Cache-Control": "private, max-age=31536000, immutable",
  "Content-Security-Policy": `${NOTHING_LOADED}; sandbox`,
  "Content-Disposition": "inline",
  "Cross-Origin-Resource-Policy": "same-origin",
};

/** Builds the handler of `route`. What is thrown before the first piece is answered as JSON; what is thrown later cuts the file off. */
export function file<R extends FileRoute>(route: R, make: (call: FileCall<R>) => Promise<FileAnswer>): RouteHandler {
  const handler = async (request: Request, context: { params?: Promise<Record<string, string> | undefined> }): Promise<Response> => {
    try {
      const { session } = await enter(route, request);
      const { name, pieces } = await make({
        // Nobody was let in whom `access` keeps out.
        user: (session?.user ?? null) as FileCall<R>["user"],
        params: readParams(route, (await context.params) ?? {}),
        now: Date.now(),
      });
      const body = new ReadableStream<Uint8Array>({
        async pull(controller) {
          try {
            const next = await pieces.next();
            if (next.done) controller.close();
            else controller.enqueue(next.value);
          } catch (error) {
            controller.error(asApiError(error));
          }
        },
        cancel: async () => void (await pieces.return(undefined)),
      });
      const headers = {
        "Content-Type": route.file.startsWith("text/") ? `${route.file}; charset=utf-8` : route.file,
        "X-Content-Type-Options": "nosniff",
        ...(name === undefined ? SHOWN : { "Content-Disposition": `attachment; filename="${name}"`, "Cache-Control": "no-store" }),
      };
      return new Response(body, { headers });
    } catch (error) {
      return asApiError(error).toResponse();
    }
  };
  return Object.assign(handler, { route });
}
