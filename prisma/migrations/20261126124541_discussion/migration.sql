-- CreateEnum
CREATE TYPE "InboxCause" AS ENUM ('MENTION', 'REPLY', 'ANSWERED', 'NOTE', 'TASK');

-- CreateEnum
CREATE TYPE "ComplaintReason" AS ENUM ('UNKIND', 'PRIVATE', 'OFF_TOPIC', 'OTHER');

-- AlterTable
ALTER TABLE "Note" ADD COLUMN     "hiddenAt" TIMESTAMPTZ(3),
ADD COLUMN     "hiddenById" TEXT;

-- AlterTable
ALTER TABLE "User" ADD COLUMN     "inboxMail" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "inboxMailedAt" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "Thread" (
    "id" TEXT NOT NULL,
    "groupId" TEXT NOT NULL,
    "memberId" TEXT NOT NULL,
    "createKey" TEXT NOT NULL,
    "requestHash" TEXT NOT NULL,
    "localDate" TEXT NOT NULL,
    "noteId" TEXT,
    "anchor" TEXT,
    "quote" TEXT,
    "noteSeq" INTEGER,
    "kind" TEXT,
    "kindVersion" INTEGER,
    "level" INTEGER,
    "seed" TEXT,
    "attemptId" TEXT,
    "answeredAt" TIMESTAMPTZ(3),
    "answeredById" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "movedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Thread_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Comment" (
    "id" TEXT NOT NULL,
    "groupId" TEXT NOT NULL,
    "threadId" TEXT NOT NULL,
    "memberId" TEXT NOT NULL,
    "createKey" TEXT NOT NULL,
    "requestHash" TEXT NOT NULL,
    "first" BOOLEAN NOT NULL DEFAULT false,
    "text" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "editedAt" TIMESTAMPTZ(3),
    "deletedAt" TIMESTAMPTZ(3),
    "hiddenAt" TIMESTAMPTZ(3),
    "hiddenById" TEXT,

    CONSTRAINT "Comment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Reaction" (
    "commentId" TEXT NOT NULL,
    "memberId" TEXT NOT NULL,
    "sign" TEXT NOT NULL,

    CONSTRAINT "Reaction_pkey" PRIMARY KEY ("commentId","memberId","sign")
);

-- CreateTable
CREATE TABLE "InboxEntry" (
    "id" TEXT NOT NULL,
    "groupId" TEXT NOT NULL,
    "memberId" TEXT NOT NULL,
    "actorId" TEXT NOT NULL,
    "cause" "InboxCause" NOT NULL,
    "reason" TEXT NOT NULL,
    "threadId" TEXT,
    "commentId" TEXT,
    "itemId" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "readAt" TIMESTAMPTZ(3),
    "mailedAt" TIMESTAMPTZ(3),

    CONSTRAINT "InboxEntry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Complaint" (
    "id" TEXT NOT NULL,
    "groupId" TEXT NOT NULL,
    "memberId" TEXT NOT NULL,
    "commentId" TEXT,
    "noteId" TEXT,
    "reason" "ComplaintReason" NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Complaint_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Thread_createKey_key" ON "Thread"("createKey");

-- CreateIndex
CREATE INDEX "Thread_groupId_answeredAt_movedAt_idx" ON "Thread"("groupId", "answeredAt", "movedAt");

-- CreateIndex
CREATE INDEX "Thread_noteId_idx" ON "Thread"("noteId");

-- CreateIndex
CREATE INDEX "Thread_memberId_idx" ON "Thread"("memberId");

-- CreateIndex
CREATE INDEX "Thread_attemptId_idx" ON "Thread"("attemptId");

-- CreateIndex
CREATE INDEX "Thread_answeredById_idx" ON "Thread"("answeredById");

-- CreateIndex
CREATE UNIQUE INDEX "Comment_createKey_key" ON "Comment"("createKey");

-- CreateIndex
CREATE INDEX "Comment_threadId_createdAt_idx" ON "Comment"("threadId", "createdAt");

-- CreateIndex
CREATE INDEX "Comment_groupId_idx" ON "Comment"("groupId");

-- CreateIndex
CREATE INDEX "Comment_memberId_idx" ON "Comment"("memberId");

-- CreateIndex
CREATE INDEX "Comment_hiddenById_idx" ON "Comment"("hiddenById");

-- CreateIndex
CREATE INDEX "Reaction_memberId_idx" ON "Reaction"("memberId");

-- CreateIndex
CREATE INDEX "InboxEntry_memberId_readAt_createdAt_idx" ON "InboxEntry"("memberId", "readAt", "createdAt" DESC);

-- CreateIndex
CREATE INDEX "InboxEntry_groupId_idx" ON "InboxEntry"("groupId");

-- CreateIndex
CREATE INDEX "InboxEntry_actorId_idx" ON "InboxEntry"("actorId");

-- CreateIndex
CREATE INDEX "InboxEntry_threadId_idx" ON "InboxEntry"("threadId");

-- CreateIndex
CREATE INDEX "InboxEntry_commentId_idx" ON "InboxEntry"("commentId");

-- CreateIndex
CREATE INDEX "InboxEntry_itemId_idx" ON "InboxEntry"("itemId");

-- CreateIndex
CREATE UNIQUE INDEX "InboxEntry_memberId_reason_key" ON "InboxEntry"("memberId", "reason");

-- CreateIndex
CREATE INDEX "Complaint_groupId_idx" ON "Complaint"("groupId");

-- CreateIndex
CREATE INDEX "Complaint_commentId_idx" ON "Complaint"("commentId");

-- CreateIndex
CREATE INDEX "Complaint_noteId_idx" ON "Complaint"("noteId");

-- CreateIndex
CREATE UNIQUE INDEX "Complaint_memberId_commentId_key" ON "Complaint"("memberId", "commentId");

-- CreateIndex
CREATE UNIQUE INDEX "Complaint_memberId_noteId_key" ON "Complaint"("memberId", "noteId");

-- CreateIndex
CREATE INDEX "Note_hiddenById_idx" ON "Note"("hiddenById");

-- AddForeignKey
ALTER TABLE "Note" ADD CONSTRAINT "Note_hiddenById_fkey" FOREIGN KEY ("hiddenById") REFERENCES "GroupMember"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Thread" ADD CONSTRAINT "Thread_groupId_fkey" FOREIGN KEY ("groupId") REFERENCES "Group"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Thread" ADD CONSTRAINT "Thread_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "GroupMember"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Thread" ADD CONSTRAINT "Thread_noteId_fkey" FOREIGN KEY ("noteId") REFERENCES "Note"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Thread" ADD CONSTRAINT "Thread_attemptId_fkey" FOREIGN KEY ("attemptId") REFERENCES "Attempt"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Thread" ADD CONSTRAINT "Thread_answeredById_fkey" FOREIGN KEY ("answeredById") REFERENCES "GroupMember"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_groupId_fkey" FOREIGN KEY ("groupId") REFERENCES "Group"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_threadId_fkey" FOREIGN KEY ("threadId") REFERENCES "Thread"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "GroupMember"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_hiddenById_fkey" FOREIGN KEY ("hiddenById") REFERENCES "GroupMember"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Reaction" ADD CONSTRAINT "Reaction_commentId_fkey" FOREIGN KEY ("commentId") REFERENCES "Comment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Reaction" ADD CONSTRAINT "Reaction_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "GroupMember"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "InboxEntry" ADD CONSTRAINT "InboxEntry_groupId_fkey" FOREIGN KEY ("groupId") REFERENCES "Group"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "InboxEntry" ADD CONSTRAINT "InboxEntry_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "GroupMember"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "InboxEntry" ADD CONSTRAINT "InboxEntry_actorId_fkey" FOREIGN KEY ("actorId") REFERENCES "GroupMember"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "InboxEntry" ADD CONSTRAINT "InboxEntry_threadId_fkey" FOREIGN KEY ("threadId") REFERENCES "Thread"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "InboxEntry" ADD CONSTRAINT "InboxEntry_commentId_fkey" FOREIGN KEY ("commentId") REFERENCES "Comment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "InboxEntry" ADD CONSTRAINT "InboxEntry_itemId_fkey" FOREIGN KEY ("itemId") REFERENCES "OpenItem"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Complaint" ADD CONSTRAINT "Complaint_groupId_fkey" FOREIGN KEY ("groupId") REFERENCES "Group"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Complaint" ADD CONSTRAINT "Complaint_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "GroupMember"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Complaint" ADD CONSTRAINT "Complaint_commentId_fkey" FOREIGN KEY ("commentId") REFERENCES "Comment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Complaint" ADD CONSTRAINT "Complaint_noteId_fkey" FOREIGN KEY ("noteId") REFERENCES "Note"("id") ON DELETE CASCADE ON UPDATE CASCADE;
