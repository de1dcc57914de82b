import type { Text } from "@/lib/challenges/text";
import { apiError, type FieldFault } from "@/lib/wire/error";

const UNREACHED: Text = {
  ko: "서버에 닿지 못했어요. 연결을 확인하고 다시 시도해 주세요.",
  en: "The server could not be reached. Check your connection and try again.",
};
const UNCLEAR: Text = {
  ko: "서버의 답을 읽지 못했어요. 잠시 뒤에 다시 시도해 주세요.",
  en: "The server's answer could not be read. Try again in a moment.",
};
const FORGOTTEN: Text = {
  ko: "브라우저가 이 사이트의 쿠키를 받지 않아서 풀이를 이어 갈 수 없어요. 쿠키를 허용하고 다시 시도해 주세요.",
  en: "Your browser does not take cookies from this site, so there is no session to play in. Allow cookies and try again.",
};
const DISCARDED: Text = { ko: "보내지 않고 버렸어요.", en: "Discarded without being sent." };

/** The longest wait that is believed, in seconds: a broken proxy must not keep a learner's work for days. */
const LONGEST_WAIT = 3600;

/** A Retry-After in seconds; undefined where it says nothing that is understood. */
function secondsOf(header: string, now: number): number | undefined {
  const seconds = /^\d+$/.test(header.trim()) ? Number(header) : (Date.parse(header) - now) / 1000;
  return Number.isFinite(seconds) ? Math.min(LONGEST_WAIT, Math.max(0, Math.ceil(seconds))) : undefined;
}

/** What the server refused and why, in both languages. `code` is stable: "rate-limited", "expired-token", "offline", … */
export class ApiError extends Error {
  override readonly name = "ApiError";

  constructor(
    /** HTTP status; 0 when no answer came. */
    readonly status: number,
    readonly code: string,
    readonly text: Text,
    /** What is wrong with which field, the first first; empty where no field is to blame. */
    readonly faults: readonly FieldFault[] = [],
    /** Seconds to wait before trying again. */
    readonly retryAfter?: number,
  ) {
    super(`${code} (${status}): ${text.en}`);
  }

  /** The first field that is to blame. */
  get field(): string | undefined {
    return this.faults.at(0)?.field;
  }

  static unreached(): ApiError {
    return new ApiError(0, "offline", UNREACHED);
  }

  /** A session began, and the next request was not in it. */
  static forgotten(): ApiError {
    return new ApiError(401, "session-not-kept", FORGOTTEN);
  }

  /** The learner no longer wants it sent. */
  static discarded(): ApiError {
    return new ApiError(0, "discarded", DISCARDED);
  }

  /** @param retryAfter seconds, as a proxy on the way may ask for */
  static unclear(status: number, retryAfter?: number): ApiError {
    return new ApiError(status, "unclear-answer", UNCLEAR, [], retryAfter);
  }

  /** From the body of an answer that is not 2xx. @param wait its Retry-After: seconds or a date */
  static from(status: number, body: unknown, wait: string | null = null): ApiError {
    const parsed = apiError.safeParse(body);
    const asked = wait === null ? undefined : secondsOf(wait, Date.now());
    if (!parsed.success) return ApiError.unclear(status, asked);
    const { code, message, field, fields, retryAfter } = parsed.data.error;
    const faults = fields ?? (field === undefined ? [] : [{ field, message }]);
    return new ApiError(status, code, message, faults, retryAfter ?? asked);
  }
}
