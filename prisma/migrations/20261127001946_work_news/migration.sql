-- AlterEnum
-- This migration adds more than one value to an enum.
-- With PostgreSQL versions 11 and earlier, this is not possible
-- in a single migration. This can be worked around by creating
-- multiple migrations, each migration adding only one value to
-- the enum.


ALTER TYPE "InboxCause" ADD VALUE 'VOIDED';
ALTER TYPE "InboxCause" ADD VALUE 'RESTORED';
ALTER TYPE "InboxCause" ADD VALUE 'REGRADED';

-- AlterTable
ALTER TABLE "InboxEntry" ADD COLUMN     "after" DOUBLE PRECISION,
ADD COLUMN     "afterOf" INTEGER,
ADD COLUMN     "before" DOUBLE PRECISION,
ADD COLUMN     "beforeOf" INTEGER,
ADD COLUMN     "note" TEXT,
ADD COLUMN     "studentId" TEXT,
ADD COLUMN     "workId" TEXT,
ALTER COLUMN "groupId" DROP NOT NULL,
ALTER COLUMN "memberId" DROP NOT NULL,
ALTER COLUMN "actorId" DROP NOT NULL;

-- CreateIndex
CREATE INDEX "InboxEntry_workId_idx" ON "InboxEntry"("workId");

-- CreateIndex
CREATE UNIQUE INDEX "InboxEntry_studentId_reason_key" ON "InboxEntry"("studentId", "reason");

-- AddForeignKey
ALTER TABLE "InboxEntry" ADD CONSTRAINT "InboxEntry_studentId_fkey" FOREIGN KEY ("studentId") REFERENCES "CohortMember"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "InboxEntry" ADD CONSTRAINT "InboxEntry_workId_fkey" FOREIGN KEY ("workId") REFERENCES "StudentWork"("id") ON DELETE CASCADE ON UPDATE CASCADE;
