-- CreateEnum
CREATE TYPE "NoteVersionReason" AS ENUM ('AUTOMATIC', 'BY_HAND', 'BEFORE_RESTORE');

-- CreateTable
CREATE TABLE "Note" (
    "id" TEXT NOT NULL,
    "groupId" TEXT NOT NULL,
    "sessionId" TEXT,
    "memberId" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "createKey" TEXT NOT NULL,
    "requestHash" TEXT NOT NULL,
    "seq" INTEGER NOT NULL DEFAULT 0,
    "text" TEXT NOT NULL DEFAULT '',
    "state" BYTEA,
    "stateSeq" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Note_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "NoteUpdate" (
    "noteId" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "bytes" BYTEA,
    "memberId" TEXT NOT NULL,
    "createKey" TEXT NOT NULL,
    "requestHash" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "NoteUpdate_pkey" PRIMARY KEY ("noteId","seq")
);

-- CreateTable
CREATE TABLE "NoteClient" (
    "noteId" TEXT NOT NULL,
    "client" BIGINT NOT NULL,
    "memberId" TEXT NOT NULL,

    CONSTRAINT "NoteClient_pkey" PRIMARY KEY ("noteId","client")
);

-- CreateTable
CREATE TABLE "NoteVersion" (
    "id" TEXT NOT NULL,
    "noteId" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "reason" "NoteVersionReason" NOT NULL,
    "memberId" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "NoteVersion_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Note_sessionId_key" ON "Note"("sessionId");

-- CreateIndex
CREATE UNIQUE INDEX "Note_createKey_key" ON "Note"("createKey");

-- CreateIndex
CREATE INDEX "Note_groupId_createdAt_idx" ON "Note"("groupId", "createdAt");

-- CreateIndex
CREATE INDEX "Note_memberId_idx" ON "Note"("memberId");

-- CreateIndex
CREATE UNIQUE INDEX "NoteUpdate_createKey_key" ON "NoteUpdate"("createKey");

-- CreateIndex
CREATE INDEX "NoteUpdate_memberId_idx" ON "NoteUpdate"("memberId");

-- CreateIndex
CREATE INDEX "NoteClient_memberId_idx" ON "NoteClient"("memberId");

-- CreateIndex
CREATE INDEX "NoteVersion_memberId_idx" ON "NoteVersion"("memberId");

-- CreateIndex
CREATE UNIQUE INDEX "NoteVersion_noteId_seq_reason_key" ON "NoteVersion"("noteId", "seq", "reason");

-- AddForeignKey
ALTER TABLE "Note" ADD CONSTRAINT "Note_groupId_fkey" FOREIGN KEY ("groupId") REFERENCES "Group"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Note" ADD CONSTRAINT "Note_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "PeerSession"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Note" ADD CONSTRAINT "Note_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "GroupMember"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "NoteUpdate" ADD CONSTRAINT "NoteUpdate_noteId_fkey" FOREIGN KEY ("noteId") REFERENCES "Note"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "NoteUpdate" ADD CONSTRAINT "NoteUpdate_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "GroupMember"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "NoteClient" ADD CONSTRAINT "NoteClient_noteId_fkey" FOREIGN KEY ("noteId") REFERENCES "Note"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "NoteClient" ADD CONSTRAINT "NoteClient_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "GroupMember"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "NoteVersion" ADD CONSTRAINT "NoteVersion_noteId_fkey" FOREIGN KEY ("noteId") REFERENCES "Note"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "NoteVersion" ADD CONSTRAINT "NoteVersion_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "GroupMember"("id") ON DELETE CASCADE ON UPDATE CASCADE;
