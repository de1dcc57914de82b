import { browserTimeZone } from "../browser/zone";
import { ApiError } from "./apiError";

/**
 * Writes with this browser's zone. One that the server does not know, newer than its tables or no zone at all, keeps nobody out: days
 * follow UTC then, and can be told another zone later.
 * @throws ApiError what `write` throws, but for an unknown zone
 */
export async function zoned<T>(write: (timeZone: string) => Promise<T>): Promise<T> {
  try {
    return await write(browserTimeZone() ?? "UTC");
  } catch (error) {
    if (!(error instanceof ApiError) || error.code !== "bad-time-zone") throw error;
    return write("UTC");
  }
}
