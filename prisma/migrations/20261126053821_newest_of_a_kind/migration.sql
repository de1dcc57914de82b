-- DropIndex
DROP INDEX "Attempt_userId_kind_createdAt_idx";

-- CreateIndex
CREATE INDEX "Attempt_userId_kind_credited_createdAt_id_idx" ON "Attempt"("userId", "kind", "credited", "createdAt" DESC, "id" DESC);
