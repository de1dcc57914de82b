-- AlterTable
ALTER TABLE "StudentWork" DROP COLUMN "override",
DROP COLUMN "overrideReason";

-- CreateTable
CREATE TABLE "GradeOverride" (
    "assignmentId" TEXT NOT NULL,
    "memberId" TEXT NOT NULL,
    "percent" DOUBLE PRECISION,
    "reason" TEXT NOT NULL,
    "byId" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "GradeOverride_pkey" PRIMARY KEY ("assignmentId","memberId")
);

-- CreateIndex
CREATE INDEX "GradeOverride_memberId_idx" ON "GradeOverride"("memberId");

-- CreateIndex
CREATE INDEX "GradeOverride_byId_idx" ON "GradeOverride"("byId");

-- AddForeignKey
ALTER TABLE "GradeOverride" ADD CONSTRAINT "GradeOverride_assignmentId_fkey" FOREIGN KEY ("assignmentId") REFERENCES "Assignment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GradeOverride" ADD CONSTRAINT "GradeOverride_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "CohortMember"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GradeOverride" ADD CONSTRAINT "GradeOverride_byId_fkey" FOREIGN KEY ("byId") REFERENCES "CohortMember"("id") ON DELETE SET NULL ON UPDATE CASCADE;
