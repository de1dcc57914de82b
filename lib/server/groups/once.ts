/** A thing that is made once, however often it is asked for under one key. */
import { createHash } from "node:crypto";
import { keyReused } from "../http/errors";

const hash = (...parts: readonly string[]): string => createHash("sha256").update(JSON.stringify(parts)).digest("base64url");

/** Columns of a row that `userId` asks for under `key`. The key is kept as a hash with whose it is: it names nobody. */
export const onceColumns = (userId: string, key: string, request: unknown) => ({
  createKey: hash(userId, key),
  requestHash: hash(JSON.stringify(request)),
});

/** The row that was made under the key before, if any. @throws ApiError key-reused where it was made for something else */
export function sameAsBefore<Row extends { readonly requestHash: string }>(before: Row | null, requestHash: string): Row | null {
  if (before !== null && before.requestHash !== requestHash) throw keyReused();
  return before;
}
