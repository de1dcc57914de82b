export { checkCredentials } from "./credentials";
export { deviceCookie } from "./device";
export { mergeGuest } from "./merge";
export { sessionCookie, startSession, type Session, type SessionUser } from "./session";
export { createGuest, signUp } from "./users";
