-- CreateEnum
CREATE TYPE "PartType" AS ENUM ('LESSON', 'CHALLENGE', 'QUIZ', 'SIMULATION');

-- AlterTable
ALTER TABLE "CohortMember" ADD COLUMN     "timePercent" INTEGER NOT NULL DEFAULT 100;

-- AlterTable
ALTER TABLE "User" ADD COLUMN     "calendarDraw" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "calendarHash" TEXT;

-- CreateTable
CREATE TABLE "Assignment" (
    "id" TEXT NOT NULL,
    "cohortId" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "about" TEXT NOT NULL DEFAULT '',
    "opensAt" TIMESTAMPTZ(3),
    "dueAt" TIMESTAMPTZ(3),
    "closesAt" TIMESTAMPTZ(3),
    "latePercent" INTEGER NOT NULL DEFAULT 0,
    "minutes" INTEGER,
    "hideScores" BOOLEAN NOT NULL DEFAULT false,
    "weight" INTEGER NOT NULL DEFAULT 1,
    "publishedAt" TIMESTAMPTZ(3),
    "withdrawnAt" TIMESTAMPTZ(3),
    "revision" INTEGER NOT NULL DEFAULT 0,
    "createKey" TEXT NOT NULL,
    "requestHash" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "forSome" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "Assignment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AssignedTo" (
    "assignmentId" TEXT NOT NULL,
    "memberId" TEXT NOT NULL,

    CONSTRAINT "AssignedTo_pkey" PRIMARY KEY ("assignmentId","memberId")
);

-- CreateTable
CREATE TABLE "AssignmentPart" (
    "id" TEXT NOT NULL,
    "assignmentId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "type" "PartType" NOT NULL,
    "points" INTEGER NOT NULL,
    "settings" JSONB NOT NULL,
    "removedAt" TIMESTAMPTZ(3),

    CONSTRAINT "AssignmentPart_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Extension" (
    "assignmentId" TEXT NOT NULL,
    "memberId" TEXT NOT NULL,
    "dueAt" TIMESTAMPTZ(3),
    "closesAt" TIMESTAMPTZ(3),
    "extraTries" INTEGER NOT NULL DEFAULT 0,
    "reason" TEXT NOT NULL DEFAULT '',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Extension_pkey" PRIMARY KEY ("assignmentId","memberId")
);

-- CreateTable
CREATE TABLE "StudentWork" (
    "id" TEXT NOT NULL,
    "assignmentId" TEXT NOT NULL,
    "memberId" TEXT NOT NULL,
    "startedAt" TIMESTAMPTZ(3) NOT NULL,
    "endsAt" TIMESTAMPTZ(3),
    "closedAt" TIMESTAMPTZ(3),
    "earnedAtDue" DOUBLE PRECISION NOT NULL DEFAULT 0,
    "earnedNow" DOUBLE PRECISION NOT NULL DEFAULT 0,
    "done" INTEGER NOT NULL DEFAULT 0,
    "lastAt" TIMESTAMPTZ(3),
    "override" DOUBLE PRECISION,
    "overrideReason" TEXT,

    CONSTRAINT "StudentWork_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AssignedItem" (
    "id" TEXT NOT NULL,
    "cohortId" TEXT NOT NULL,
    "assignmentId" TEXT NOT NULL,
    "partId" TEXT NOT NULL,
    "workId" TEXT NOT NULL,
    "memberId" TEXT NOT NULL,
    "slot" INTEGER NOT NULL,
    "try" INTEGER NOT NULL,
    "item" TEXT NOT NULL,
    "topic" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "level" INTEGER,
    "band" TEXT,
    "issuedId" TEXT,
    "attemptId" TEXT,
    "instance" TEXT,
    "saved" JSONB,
    "savedAt" TIMESTAMPTZ(3),
    "answer" JSONB,
    "score" INTEGER,
    "firstScore" INTEGER,
    "misconceptions" TEXT[],
    "lateDays" INTEGER NOT NULL DEFAULT 0,
    "voidedAt" TIMESTAMPTZ(3),
    "voidReason" TEXT,
    "idempotencyKey" TEXT,
    "openedAt" TIMESTAMPTZ(3) NOT NULL,
    "answeredAt" TIMESTAMPTZ(3),

    CONSTRAINT "AssignedItem_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Assignment_createKey_key" ON "Assignment"("createKey");

-- CreateIndex
CREATE INDEX "Assignment_cohortId_dueAt_idx" ON "Assignment"("cohortId", "dueAt");

-- CreateIndex
CREATE INDEX "AssignedTo_memberId_idx" ON "AssignedTo"("memberId");

-- CreateIndex
CREATE INDEX "AssignmentPart_assignmentId_position_idx" ON "AssignmentPart"("assignmentId", "position");

-- CreateIndex
CREATE INDEX "Extension_memberId_idx" ON "Extension"("memberId");

-- CreateIndex
CREATE INDEX "StudentWork_memberId_idx" ON "StudentWork"("memberId");

-- CreateIndex
CREATE UNIQUE INDEX "StudentWork_assignmentId_memberId_key" ON "StudentWork"("assignmentId", "memberId");

-- CreateIndex
CREATE UNIQUE INDEX "AssignedItem_issuedId_key" ON "AssignedItem"("issuedId");

-- CreateIndex
CREATE UNIQUE INDEX "AssignedItem_attemptId_key" ON "AssignedItem"("attemptId");

-- CreateIndex
CREATE INDEX "AssignedItem_workId_idx" ON "AssignedItem"("workId");

-- CreateIndex
CREATE INDEX "AssignedItem_assignmentId_item_idx" ON "AssignedItem"("assignmentId", "item");

-- CreateIndex
CREATE INDEX "AssignedItem_cohortId_item_try_idx" ON "AssignedItem"("cohortId", "item", "try");

-- CreateIndex
CREATE INDEX "AssignedItem_cohortId_answeredAt_idx" ON "AssignedItem"("cohortId", "answeredAt");

-- CreateIndex
CREATE UNIQUE INDEX "AssignedItem_partId_memberId_slot_try_key" ON "AssignedItem"("partId", "memberId", "slot", "try");

-- CreateIndex
CREATE UNIQUE INDEX "AssignedItem_memberId_idempotencyKey_key" ON "AssignedItem"("memberId", "idempotencyKey");

-- CreateIndex
CREATE UNIQUE INDEX "User_calendarHash_key" ON "User"("calendarHash");

-- AddForeignKey
ALTER TABLE "Assignment" ADD CONSTRAINT "Assignment_cohortId_fkey" FOREIGN KEY ("cohortId") REFERENCES "Cohort"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AssignedTo" ADD CONSTRAINT "AssignedTo_assignmentId_fkey" FOREIGN KEY ("assignmentId") REFERENCES "Assignment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AssignedTo" ADD CONSTRAINT "AssignedTo_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "CohortMember"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AssignmentPart" ADD CONSTRAINT "AssignmentPart_assignmentId_fkey" FOREIGN KEY ("assignmentId") REFERENCES "Assignment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Extension" ADD CONSTRAINT "Extension_assignmentId_fkey" FOREIGN KEY ("assignmentId") REFERENCES "Assignment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Extension" ADD CONSTRAINT "Extension_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "CohortMember"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StudentWork" ADD CONSTRAINT "StudentWork_assignmentId_fkey" FOREIGN KEY ("assignmentId") REFERENCES "Assignment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StudentWork" ADD CONSTRAINT "StudentWork_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "CohortMember"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AssignedItem" ADD CONSTRAINT "AssignedItem_assignmentId_fkey" FOREIGN KEY ("assignmentId") REFERENCES "Assignment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AssignedItem" ADD CONSTRAINT "AssignedItem_partId_fkey" FOREIGN KEY ("partId") REFERENCES "AssignmentPart"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AssignedItem" ADD CONSTRAINT "AssignedItem_workId_fkey" FOREIGN KEY ("workId") REFERENCES "StudentWork"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AssignedItem" ADD CONSTRAINT "AssignedItem_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "CohortMember"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AssignedItem" ADD CONSTRAINT "AssignedItem_issuedId_fkey" FOREIGN KEY ("issuedId") REFERENCES "IssuedWork"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AssignedItem" ADD CONSTRAINT "AssignedItem_attemptId_fkey" FOREIGN KEY ("attemptId") REFERENCES "Attempt"("id") ON DELETE SET NULL ON UPDATE CASCADE;
