export { checkCredentials } from "./credentials";
export { normaliseEmail } from "./email";
export { mergeGuest } from "./merge";
export { providerList } from "./providers";
export {
  clearedCookie,
  currentSession,
  liveSession,
  revokeSession,
  sessionCookie,
  startSession,
  type Session,
  type SessionUser,
} from "./session";
export { createGuest, lockUser, signUp } from "./users";
