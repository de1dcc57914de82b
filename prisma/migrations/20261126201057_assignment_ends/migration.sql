-- CreateEnum
CREATE TYPE "WorkEnd" AS ENUM ('HANDED_IN', 'TIME', 'INSTRUCTOR');

-- AlterTable
ALTER TABLE "Assignment" ADD COLUMN     "voidedItems" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- AlterTable
ALTER TABLE "AssignmentPart" ADD COLUMN     "replacesId" TEXT;

-- AlterTable
ALTER TABLE "StudentWork" ADD COLUMN     "closedBy" "WorkEnd",
ADD COLUMN     "points" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "slots" INTEGER NOT NULL DEFAULT 0;

-- CreateIndex
CREATE INDEX "StudentWork_endsAt_idx" ON "StudentWork"("endsAt");
