-- CreateEnum
CREATE TYPE "CohortRole" AS ENUM ('INSTRUCTOR', 'STUDENT');

-- CreateTable
CREATE TABLE "Cohort" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "timeZone" TEXT NOT NULL,
    "classCode" TEXT NOT NULL,
    "createKey" TEXT NOT NULL,
    "requestHash" TEXT NOT NULL,
    "archivedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Cohort_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CohortMember" (
    "id" TEXT NOT NULL,
    "cohortId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "role" "CohortRole" NOT NULL,
    "joinedAt" TIMESTAMPTZ(3) NOT NULL,
    "consentAt" TIMESTAMPTZ(3),
    "consentVersion" INTEGER,
    "leftAt" TIMESTAMPTZ(3),
    "removed" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "CohortMember_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CohortInvite" (
    "id" TEXT NOT NULL,
    "cohortId" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "role" "CohortRole" NOT NULL,
    "memberId" TEXT NOT NULL,
    "maxUses" INTEGER NOT NULL,
    "uses" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "CohortInvite_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CohortSeat" (
    "id" TEXT NOT NULL,
    "cohortId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT,
    "userId" TEXT,
    "memberId" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "declinedAt" TIMESTAMPTZ(3),

    CONSTRAINT "CohortSeat_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RosterImport" (
    "id" TEXT NOT NULL,
    "cohortId" TEXT NOT NULL,
    "memberId" TEXT NOT NULL,
    "createKey" TEXT NOT NULL,
    "requestHash" TEXT NOT NULL,
    "invited" INTEGER NOT NULL,
    "accounts" INTEGER NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "RosterImport_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SchoolAccount" (
    "userId" TEXT NOT NULL,
    "cohortId" TEXT NOT NULL,
    "nickname" TEXT NOT NULL,
    "pinHash" TEXT,
    "pinSetAt" TIMESTAMPTZ(3),
    "pinDrawn" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "SchoolAccount_pkey" PRIMARY KEY ("userId")
);

-- CreateTable
CREATE TABLE "InstructorCode" (
    "codeHash" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "usedAt" TIMESTAMPTZ(3),

    CONSTRAINT "InstructorCode_pkey" PRIMARY KEY ("codeHash")
);

-- CreateIndex
CREATE UNIQUE INDEX "Cohort_classCode_key" ON "Cohort"("classCode");

-- CreateIndex
CREATE UNIQUE INDEX "Cohort_createKey_key" ON "Cohort"("createKey");

-- CreateIndex
CREATE INDEX "CohortMember_userId_idx" ON "CohortMember"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "CohortMember_cohortId_userId_key" ON "CohortMember"("cohortId", "userId");

-- CreateIndex
CREATE UNIQUE INDEX "CohortInvite_code_key" ON "CohortInvite"("code");

-- CreateIndex
CREATE INDEX "CohortInvite_cohortId_idx" ON "CohortInvite"("cohortId");

-- CreateIndex
CREATE INDEX "CohortInvite_memberId_idx" ON "CohortInvite"("memberId");

-- CreateIndex
CREATE UNIQUE INDEX "CohortSeat_memberId_key" ON "CohortSeat"("memberId");

-- CreateIndex
CREATE INDEX "CohortSeat_email_idx" ON "CohortSeat"("email");

-- CreateIndex
CREATE INDEX "CohortSeat_userId_idx" ON "CohortSeat"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "CohortSeat_cohortId_email_key" ON "CohortSeat"("cohortId", "email");

-- CreateIndex
CREATE UNIQUE INDEX "CohortSeat_cohortId_userId_key" ON "CohortSeat"("cohortId", "userId");

-- CreateIndex
CREATE UNIQUE INDEX "RosterImport_createKey_key" ON "RosterImport"("createKey");

-- CreateIndex
CREATE INDEX "RosterImport_cohortId_idx" ON "RosterImport"("cohortId");

-- CreateIndex
CREATE INDEX "RosterImport_memberId_idx" ON "RosterImport"("memberId");

-- CreateIndex
CREATE UNIQUE INDEX "SchoolAccount_cohortId_nickname_key" ON "SchoolAccount"("cohortId", "nickname");

-- AddForeignKey
ALTER TABLE "CohortMember" ADD CONSTRAINT "CohortMember_cohortId_fkey" FOREIGN KEY ("cohortId") REFERENCES "Cohort"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CohortMember" ADD CONSTRAINT "CohortMember_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CohortInvite" ADD CONSTRAINT "CohortInvite_cohortId_fkey" FOREIGN KEY ("cohortId") REFERENCES "Cohort"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CohortInvite" ADD CONSTRAINT "CohortInvite_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "CohortMember"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CohortSeat" ADD CONSTRAINT "CohortSeat_cohortId_fkey" FOREIGN KEY ("cohortId") REFERENCES "Cohort"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CohortSeat" ADD CONSTRAINT "CohortSeat_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CohortSeat" ADD CONSTRAINT "CohortSeat_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "CohortMember"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RosterImport" ADD CONSTRAINT "RosterImport_cohortId_fkey" FOREIGN KEY ("cohortId") REFERENCES "Cohort"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RosterImport" ADD CONSTRAINT "RosterImport_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "CohortMember"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SchoolAccount" ADD CONSTRAINT "SchoolAccount_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SchoolAccount" ADD CONSTRAINT "SchoolAccount_cohortId_fkey" FOREIGN KEY ("cohortId") REFERENCES "Cohort"("id") ON DELETE CASCADE ON UPDATE CASCADE;
