import { badBody, badFields, badJson, cutOff, tooLarge, wrongType, wrongUpload } from "./errors";
import { fieldFaults, type FieldFault } from "./fieldFaults";
import { refuseUnstorable } from "./storable";
import type { ZodType } from "zod";

/** The most bytes a body may have, unless its route says otherwise. */
const MAX_BODY = 64 * 1024;
/** The most that a route takes which says no more of itself: what is longer, nobody begins to read. */
export const LARGEST_BODY = 160 * 1024;

/** Reads at most `most` bytes: what is longer is refused before it is in memory, whatever Content-Length claims. */
async function readBytes(request: Request, most: number): Promise<Buffer> {
  const declared = Number(request.headers.get("content-length") ?? 0);
  if (declared > most) throw tooLarge(most);
  if (request.body === null) return Buffer.alloc(0);
  const reader = request.body.getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read().catch((error: unknown) => {
      // The client went away. Its connection's trouble is nobody else's.
      throw cutOff(error);
    });
    if (done) break;
    size += value.byteLength;
    if (size > most) {
      // Not waited for: the rest may never come. The door ends the connection.
      void reader.cancel().catch(() => undefined);
      throw tooLarge(most);
    }
    chunks.push(value);
  }
  return Buffer.concat(chunks);
}

async function readText(request: Request, most = MAX_BODY): Promise<string> {
  const bytes = await readBytes(request, most);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw badJson();
  }
}

/** What a schema cannot know of a body: faults of fields that only the server can tell. Gets whatever was sent. */
export type Inspect = (body: unknown) => Promise<readonly FieldFault[]>;

/**
 * Parses a JSON body by a strict schema.
 * @throws ApiError naming every field that is wrong, by the schema or by `inspect`
 */
export async function readBody<T>(
  request: Request,
  schema: ZodType<T>,
  { inspect, most }: { readonly inspect?: Inspect; readonly most?: number } = {},
): Promise<T> {
  const type = request.headers.get("content-type")?.split(";")[0].trim().toLowerCase();
  if (type !== "application/json") throw wrongType();
  const text = await readText(request, most);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw badJson();
  }
  refuseUnstorable(value);
  const parsed = schema.safeParse(value, { reportInput: true });
  const faults = parsed.success ? [] : fieldFaults(parsed.error.issues);
  for (const fault of (await inspect?.(value)) ?? []) if (faults.every(({ field }) => field !== fault.field)) faults.push(fault);
  if (parsed.success && faults.length === 0) return parsed.data;
  throw badFields(faults);
}

/** A body that is a file. What it is, its bytes say: the media type is only asked so that no form of another site sends it. */
export async function readUpload(
  request: Request,
  { types, most }: { readonly types: readonly string[]; readonly most: number },
): Promise<Uint8Array> {
  const type = request.headers.get("content-type")?.split(";")[0].trim().toLowerCase() ?? "";
  if (!types.includes(type)) throw wrongUpload(types);
  return readBytes(request, most);
}

/** A route without a body accepts none, or an empty object. */
export async function readNoBody(request: Request): Promise<void> {
  const text = (await readText(request)).trim();
  if (text !== "" && text !== "{}") throw badBody("body", "비어 있어야 해요.", "must be empty.");
}
