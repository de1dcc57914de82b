import type { Route } from "@/lib/wire/route";
import { fetchWithin } from "../browser/fetchWithin";
import { ApiError } from "./apiError";
import { urlOf } from "./send";

type FileRoute = Route & { readonly file: string };

/** Where a file is fetched from: for pictures, which the browser fetches itself. */
export const addressOf = (route: FileRoute, params: Readonly<Record<string, string>>): string => urlOf(route, { params });

/**
 * Asks for a route that is answered by a file and hands it to the browser to keep, under the name that the server proposes.
 * @throws ApiError for every failure; nothing is kept then
 */
export async function download(route: FileRoute, params: Readonly<Record<string, string>> = {}): Promise<void> {
  let response: Response;
  let bytes: Blob;
  try {
    response = await fetchWithin(urlOf(route, { params }), { credentials: "same-origin", cache: "no-store" });
    if (!response.ok) throw ApiError.from(response.status, await response.json().catch(() => null));
    bytes = await response.blob();
  } catch (error) {
    throw error instanceof ApiError ? error : ApiError.unreached();
  }
  const link = document.createElement("a");
  link.href = URL.createObjectURL(bytes);
  link.download = /filename="([\w.-]+)"/.exec(response.headers.get("content-disposition") ?? "")?.[1] ?? "boxup.zip";
  link.click();
  // The browser has taken the bytes over once the click has been handled.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
