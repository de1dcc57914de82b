-- DropIndex
DROP INDEX "Card_userId_due_idx";

-- AlterTable
ALTER TABLE "User" ADD COLUMN     "tried" JSONB;

-- CreateIndex
CREATE INDEX "Attempt_userId_kind_credited_level_score_idx" ON "Attempt"("userId", "kind", "credited", "level", "score");

-- CreateIndex
CREATE INDEX "Card_userId_state_due_idx" ON "Card"("userId", "state", "due");

-- CreateIndex
CREATE INDEX "Card_userId_state_createdAt_idx" ON "Card"("userId", "state", "createdAt");

-- CreateIndex
CREATE INDEX "RateLimiterFlexible_expire_idx" ON "RateLimiterFlexible"("expire");

-- CreateIndex
CREATE INDEX "ReviewLog_userId_localDate_createdAt_idx" ON "ReviewLog"("userId", "localDate", "createdAt" DESC);
