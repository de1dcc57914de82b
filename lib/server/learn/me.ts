import { DAY_START } from "@/lib/review";
import { providerList } from "../auth/providers";
import { ROLE_NAMES } from "../auth/roles";
import { prisma } from "../database";
import { countQueue } from "../review/cards";
import { askedColumns } from "./calendar";
import { momentOf, streakFor } from "./record";
import { classFacts } from "../cohorts/facts";
import { lockUser, settingsOf } from "../auth/users";
import type { Me, Settings } from "@/lib/wire/account";

/** The learner's own page in numbers; for nobody, the numbers of a beginner. */
export async function meOf(userId: string | null, now: number): Promise<Me> {
  const providers = providerList();
  const user = userId === null ? null : await (await prisma()).user.findUnique({ where: { id: userId } });
  if (!user)
    return {
      user: null,
      xp: 0,
      xpToday: 0,
      dailyGoal: 50,
      streak: 0,
      streakToday: false,
      dueCards: 0,
      timeZone: "Asia/Seoul",
      dayStart: DAY_START,
      counted: null,
      providers,
    };
  const store = await prisma();
  const at = momentOf(user, now);
  const [day, streak, dueCards, classes] = await Promise.all([
    store.activeDay.findUnique({ where: { userId_localDate: { userId: user.id, localDate: at.localDate } }, select: { xp: true } }),
    streakFor(store, user, now),
    countQueue(store, user.id, at),
    classFacts(store, user),
  ]);
  return {
    user: {
      id: user.id,
      name: user.name,
      email: user.email,
      role: ROLE_NAMES[user.role],
      guest: user.guest,
      password: user.passwordHash !== null,
      ...classes,
    },
    xp: user.xp,
    xpToday: day?.xp ?? 0,
    dailyGoal: user.dailyGoal,
    streak: streak.length,
    streakToday: streak.today,
    dueCards,
    timeZone: user.timeZone,
    dayStart: user.dayStart,
    counted:
      user.formerUntil === null || now >= user.formerUntil.getTime()
        ? null
        : { timeZone: at.timeZone, dayStart: at.dayStart, until: user.formerUntil.toISOString() },
    providers,
  };
}

/** Changes the learner's own settings. */
export async function changeMe(userId: string, body: Settings, now: number): Promise<Me> {
  const { timeZone, dayStart, ...others } = Object.fromEntries(
    Object.entries({ ...body, ...settingsOf(body) }).filter(([, value]) => value !== undefined),
  ) as Settings;
  const wish = { ...(timeZone === undefined ? {} : { timeZone }), ...(dayStart === undefined ? {} : { dayStart }) };
  await (
    await prisma()
  ).$transaction(async (tx) => {
    const user = await lockUser(tx, userId);
    await tx.user.update({ where: { id: user.id }, data: { ...others, ...askedColumns(user, wish, now) } });
  });
  return meOf(userId, now);
}
