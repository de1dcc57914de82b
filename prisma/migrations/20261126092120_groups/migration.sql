-- CreateEnum
CREATE TYPE "GroupRole" AS ENUM ('OWNER', 'MEMBER');

-- CreateEnum
CREATE TYPE "AttendanceStatus" AS ENUM ('PRESENT', 'LATE', 'LEFT_EARLY', 'ABSENT', 'ON_LEAVE', 'STOPPED');

-- CreateEnum
CREATE TYPE "NextNotice" AS ENUM ('ABSENT', 'LATE');

-- CreateEnum
CREATE TYPE "ItemType" AS ENUM ('QUESTION', 'TASK', 'LOOK_UP');

-- CreateEnum
CREATE TYPE "ItemEnd" AS ENUM ('DONE', 'DROPPED');

-- CreateTable
CREATE TABLE "Group" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "timeZone" TEXT NOT NULL,
    "dayStart" INTEGER NOT NULL DEFAULT 4,
    "quiet" BOOLEAN NOT NULL DEFAULT false,
    "questTarget" INTEGER NOT NULL DEFAULT 40,
    "createKey" TEXT NOT NULL,
    "requestHash" TEXT NOT NULL,
    "archivedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Group_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "GroupMember" (
    "id" TEXT NOT NULL,
    "groupId" TEXT NOT NULL,
    "userId" TEXT,
    "role" "GroupRole" NOT NULL DEFAULT 'MEMBER',
    "sharesReview" BOOLEAN NOT NULL,
    "joinedAt" TIMESTAMPTZ(3) NOT NULL,
    "joinedOn" TEXT NOT NULL,
    "leftAt" TIMESTAMPTZ(3),
    "removed" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "GroupMember_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "GroupInvite" (
    "id" TEXT NOT NULL,
    "groupId" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "memberId" TEXT NOT NULL,
    "maxUses" INTEGER NOT NULL,
    "uses" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "GroupInvite_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PeerSession" (
    "id" TEXT NOT NULL,
    "groupId" TEXT NOT NULL,
    "localDate" TEXT NOT NULL,
    "moderatorId" TEXT,
    "scribeId" TEXT,
    "agenda" TEXT NOT NULL DEFAULT '',
    "agendaVersion" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "closedAt" TIMESTAMPTZ(3),

    CONSTRAINT "PeerSession_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Attendance" (
    "sessionId" TEXT NOT NULL,
    "memberId" TEXT NOT NULL,
    "status" "AttendanceStatus",
    "next" "NextNotice",
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Attendance_pkey" PRIMARY KEY ("sessionId","memberId")
);

-- CreateTable
CREATE TABLE "OpenItem" (
    "id" TEXT NOT NULL,
    "groupId" TEXT NOT NULL,
    "sessionId" TEXT NOT NULL,
    "memberId" TEXT NOT NULL,
    "createKey" TEXT NOT NULL,
    "requestHash" TEXT NOT NULL,
    "type" "ItemType" NOT NULL,
    "text" TEXT NOT NULL,
    "assigneeId" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "end" "ItemEnd",
    "answer" TEXT,
    "closedAt" TIMESTAMPTZ(3),
    "closedOn" TEXT,
    "closedById" TEXT,
    "closedInId" TEXT,

    CONSTRAINT "OpenItem_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Correction" (
    "id" TEXT NOT NULL,
    "groupId" TEXT NOT NULL,
    "sessionId" TEXT NOT NULL,
    "ofSessionId" TEXT NOT NULL,
    "memberId" TEXT NOT NULL,
    "createKey" TEXT NOT NULL,
    "requestHash" TEXT NOT NULL,
    "statement" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Correction_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Group_createKey_key" ON "Group"("createKey");

-- CreateIndex
CREATE INDEX "GroupMember_userId_idx" ON "GroupMember"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "GroupMember_groupId_userId_key" ON "GroupMember"("groupId", "userId");

-- CreateIndex
CREATE UNIQUE INDEX "GroupInvite_code_key" ON "GroupInvite"("code");

-- CreateIndex
CREATE INDEX "GroupInvite_groupId_idx" ON "GroupInvite"("groupId");

-- CreateIndex
CREATE INDEX "GroupInvite_memberId_idx" ON "GroupInvite"("memberId");

-- CreateIndex
CREATE INDEX "PeerSession_moderatorId_idx" ON "PeerSession"("moderatorId");

-- CreateIndex
CREATE INDEX "PeerSession_scribeId_idx" ON "PeerSession"("scribeId");

-- CreateIndex
CREATE UNIQUE INDEX "PeerSession_groupId_localDate_key" ON "PeerSession"("groupId", "localDate");

-- CreateIndex
CREATE INDEX "Attendance_memberId_idx" ON "Attendance"("memberId");

-- CreateIndex
CREATE UNIQUE INDEX "OpenItem_createKey_key" ON "OpenItem"("createKey");

-- CreateIndex
CREATE INDEX "OpenItem_groupId_closedAt_idx" ON "OpenItem"("groupId", "closedAt");

-- CreateIndex
CREATE INDEX "OpenItem_sessionId_idx" ON "OpenItem"("sessionId");

-- CreateIndex
CREATE INDEX "OpenItem_memberId_idx" ON "OpenItem"("memberId");

-- CreateIndex
CREATE INDEX "OpenItem_assigneeId_idx" ON "OpenItem"("assigneeId");

-- CreateIndex
CREATE INDEX "OpenItem_closedById_idx" ON "OpenItem"("closedById");

-- CreateIndex
CREATE INDEX "OpenItem_closedInId_idx" ON "OpenItem"("closedInId");

-- CreateIndex
CREATE UNIQUE INDEX "Correction_createKey_key" ON "Correction"("createKey");

-- CreateIndex
CREATE INDEX "Correction_groupId_idx" ON "Correction"("groupId");

-- CreateIndex
CREATE INDEX "Correction_sessionId_idx" ON "Correction"("sessionId");

-- CreateIndex
CREATE INDEX "Correction_ofSessionId_idx" ON "Correction"("ofSessionId");

-- CreateIndex
CREATE INDEX "Correction_memberId_idx" ON "Correction"("memberId");

-- AddForeignKey
ALTER TABLE "GroupMember" ADD CONSTRAINT "GroupMember_groupId_fkey" FOREIGN KEY ("groupId") REFERENCES "Group"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GroupMember" ADD CONSTRAINT "GroupMember_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GroupInvite" ADD CONSTRAINT "GroupInvite_groupId_fkey" FOREIGN KEY ("groupId") REFERENCES "Group"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GroupInvite" ADD CONSTRAINT "GroupInvite_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "GroupMember"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PeerSession" ADD CONSTRAINT "PeerSession_groupId_fkey" FOREIGN KEY ("groupId") REFERENCES "Group"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PeerSession" ADD CONSTRAINT "PeerSession_moderatorId_fkey" FOREIGN KEY ("moderatorId") REFERENCES "GroupMember"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PeerSession" ADD CONSTRAINT "PeerSession_scribeId_fkey" FOREIGN KEY ("scribeId") REFERENCES "GroupMember"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Attendance" ADD CONSTRAINT "Attendance_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "PeerSession"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Attendance" ADD CONSTRAINT "Attendance_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "GroupMember"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OpenItem" ADD CONSTRAINT "OpenItem_groupId_fkey" FOREIGN KEY ("groupId") REFERENCES "Group"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OpenItem" ADD CONSTRAINT "OpenItem_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "PeerSession"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OpenItem" ADD CONSTRAINT "OpenItem_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "GroupMember"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OpenItem" ADD CONSTRAINT "OpenItem_assigneeId_fkey" FOREIGN KEY ("assigneeId") REFERENCES "GroupMember"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OpenItem" ADD CONSTRAINT "OpenItem_closedById_fkey" FOREIGN KEY ("closedById") REFERENCES "GroupMember"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OpenItem" ADD CONSTRAINT "OpenItem_closedInId_fkey" FOREIGN KEY ("closedInId") REFERENCES "PeerSession"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Correction" ADD CONSTRAINT "Correction_groupId_fkey" FOREIGN KEY ("groupId") REFERENCES "Group"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Correction" ADD CONSTRAINT "Correction_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "PeerSession"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Correction" ADD CONSTRAINT "Correction_ofSessionId_fkey" FOREIGN KEY ("ofSessionId") REFERENCES "PeerSession"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Correction" ADD CONSTRAINT "Correction_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "GroupMember"("id") ON DELETE CASCADE ON UPDATE CASCADE;
