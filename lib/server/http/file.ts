/** A file in answer to a read, under the same access rules as JSON. It is sent as it is made: what is in memory is one piece. */
import { asApiError } from "./failure";
import type { RouteHandler } from "./endpoint";
import { enter } from "./enter";
import { nobody } from "./errors";
import type { SessionUser } from "../auth/session";
import type { Route } from "@/lib/wire/route";

/** A route that is answered by a file: somebody's own. */
export type FileRoute = Route & { readonly method: "GET"; readonly access: "user" | "admin"; readonly file: string };

interface FileAnswer {
  /** What the browser proposes to call it: letters, digits, dots and dashes. */
  readonly name: string;
  readonly pieces: AsyncGenerator<Uint8Array>;
}

/** Builds the handler of `route`. What is thrown before the first piece is answered as JSON; what is thrown later cuts the file off. */
export function file(route: FileRoute, make: (call: { user: SessionUser; now: number }) => Promise<FileAnswer>): RouteHandler {
  const handler = async (request: Request): Promise<Response> => {
    try {
      const { session } = await enter(route, request);
      if (session === null) throw nobody();
      const { name, pieces } = await make({ user: session.user, now: Date.now() });
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
        "Content-Type": route.file,
        "Content-Disposition": `attachment; filename="${name}"`,
        "Cache-Control": "no-store",
        "X-Content-Type-Options": "nosniff",
      };
      return new Response(body, { headers });
    } catch (error) {
      return asApiError(error).toResponse();
    }
  };
  return Object.assign(handler, { route });
}
