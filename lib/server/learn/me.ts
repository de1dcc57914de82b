import { providerList } from "../auth/providers";
import { settingsOf } from "../auth/users";
import { prisma } from "../database";
import { loadQueue } from "../review/cards";
import { momentOf, streakFor } from "./record";
import type { Me, Settings } from "@/lib/wire/account";
import type { Role } from "../prisma/client";

const ROLE_NAMES = { STUDENT: "student", INSTRUCTOR: "instructor", ADMIN: "admin" } as const;
const roleName = (role: Role): "student" | "instructor" | "admin" => ROLE_NAMES[role];

/** The learner's own page in numbers; for nobody, the numbers of a beginner. */
export async function meOf(userId: string | null, now: number): Promise<Me> {
  const providers = providerList();
  const user = userId === null ? null : await (await prisma()).user.findUnique({ where: { id: userId } });
  if (!user)
    return { user: null, xp: 0, xpToday: 0, dailyGoal: 50, streak: 0, streakToday: false, dueCards: 0, timeZone: "Asia/Seoul", providers };
  const store = await prisma();
  const at = momentOf(user.timeZone, now);
  const [day, streak, queue] = await Promise.all([
    store.activeDay.findUnique({ where: { userId_localDate: { userId: user.id, localDate: at.localDate } }, select: { xp: true } }),
    streakFor(store, user.id, at.timeZone, now),
    loadQueue(store, user.id, at),
  ]);
  return {
    user: {
      id: user.id,
      name: user.name,
      email: user.email,
      role: roleName(user.role),
      guest: user.guest,
      password: user.passwordHash !== null,
    },
    xp: user.xp,
    xpToday: day?.xp ?? 0,
    dailyGoal: user.dailyGoal,
    streak: streak.length,
    streakToday: streak.today,
    dueCards: queue.cards.length,
    timeZone: user.timeZone,
    providers,
  };
}

/** Changes the learner's own settings. */
export async function changeMe(userId: string, body: Settings, now: number): Promise<Me> {
  const data = Object.fromEntries(Object.entries({ ...body, ...settingsOf(body) }).filter(([, value]) => value !== undefined));
  if (Object.keys(data).length > 0) await (await prisma()).user.update({ where: { id: userId }, data });
  return meOf(userId, now);
}
