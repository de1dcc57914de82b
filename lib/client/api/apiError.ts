import type { Text } from "@/lib/challenges/text";
import { apiError } from "@/lib/wire/error";

const UNREACHED: Text = {
  ko: "서버에 닿지 못했어요. 연결을 확인하고 다시 시도해 주세요.",
  en: "The server could not be reached. Check your connection and try again.",
};
const UNCLEAR: Text = {
  ko: "서버의 답을 읽지 못했어요. 잠시 뒤에 다시 시도해 주세요.",
  en: "The server's answer could not be read. Try again in a moment.",
};
const DISCARDED: Text = { ko: "보내지 않고 버렸어요.", en: "Discarded without being sent." };

/** What the server refused and why, in both languages. `code` is stable: "rate-limited", "expired-token", "offline", … */
export class ApiError extends Error {
  override readonly name = "ApiError";

  constructor(
    /** HTTP status; 0 when no answer came. */
    readonly status: number,
    readonly code: string,
    readonly text: Text,
    readonly field?: string,
    /** Seconds to wait before trying again. */
    readonly retryAfter?: number,
  ) {
    super(`${code} (${status}): ${text.en}`);
  }

  static unreached(): ApiError {
    return new ApiError(0, "offline", UNREACHED);
  }

  /** The learner no longer wants it sent. */
  static discarded(): ApiError {
    return new ApiError(0, "discarded", DISCARDED);
  }

  static unclear(status: number): ApiError {
    return new ApiError(status, "unclear-answer", UNCLEAR);
  }

  /** From the body of an answer that is not 2xx. */
  static from(status: number, body: unknown): ApiError {
    const parsed = apiError.safeParse(body);
    if (!parsed.success) return ApiError.unclear(status);
    const { code, message, field, retryAfter } = parsed.data.error;
    return new ApiError(status, code, message, field, retryAfter);
  }
}
