-- AlterTable
ALTER TABLE "Card" ADD COLUMN     "deckFrom" TIMESTAMPTZ(3),
ADD COLUMN     "deckId" TEXT;

-- AlterTable
ALTER TABLE "OpenItem" ADD COLUMN     "readingId" TEXT,
ADD COLUMN     "source" TEXT;

-- CreateTable
CREATE TABLE "Deck" (
    "id" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "readingId" TEXT,
    "sessionDate" TEXT NOT NULL,
    "localDate" TEXT NOT NULL,
    "timeZone" TEXT NOT NULL,
    "dueAt" TIMESTAMPTZ(3) NOT NULL,
    "held" INTEGER NOT NULL,
    "already" INTEGER NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Deck_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Reading" (
    "id" TEXT NOT NULL,
    "groupId" TEXT NOT NULL,
    "sessionId" TEXT NOT NULL,
    "memberId" TEXT NOT NULL,
    "createKey" TEXT NOT NULL,
    "requestHash" TEXT NOT NULL,
    "topics" JSONB NOT NULL,
    "others" JSONB NOT NULL,
    "written" JSONB NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Reading_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Slip" (
    "id" TEXT NOT NULL,
    "readingId" TEXT NOT NULL,
    "line" INTEGER NOT NULL,
    "statement" TEXT NOT NULL,
    "topic" TEXT NOT NULL,
    "misconception" TEXT NOT NULL,
    "correctionId" TEXT,

    CONSTRAINT "Slip_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Deck_readingId_idx" ON "Deck"("readingId");

-- CreateIndex
CREATE UNIQUE INDEX "Deck_userId_readingId_key" ON "Deck"("userId", "readingId");

-- CreateIndex
CREATE UNIQUE INDEX "Reading_createKey_key" ON "Reading"("createKey");

-- CreateIndex
CREATE INDEX "Reading_groupId_idx" ON "Reading"("groupId");

-- CreateIndex
CREATE INDEX "Reading_sessionId_idx" ON "Reading"("sessionId");

-- CreateIndex
CREATE INDEX "Reading_memberId_idx" ON "Reading"("memberId");

-- CreateIndex
CREATE INDEX "Slip_readingId_idx" ON "Slip"("readingId");

-- CreateIndex
CREATE INDEX "Slip_correctionId_idx" ON "Slip"("correctionId");

-- CreateIndex
CREATE INDEX "Card_deckId_idx" ON "Card"("deckId");

-- CreateIndex
CREATE INDEX "OpenItem_readingId_idx" ON "OpenItem"("readingId");

-- AddForeignKey
ALTER TABLE "Card" ADD CONSTRAINT "Card_deckId_fkey" FOREIGN KEY ("deckId") REFERENCES "Deck"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Deck" ADD CONSTRAINT "Deck_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Deck" ADD CONSTRAINT "Deck_readingId_fkey" FOREIGN KEY ("readingId") REFERENCES "Reading"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OpenItem" ADD CONSTRAINT "OpenItem_readingId_fkey" FOREIGN KEY ("readingId") REFERENCES "Reading"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Reading" ADD CONSTRAINT "Reading_groupId_fkey" FOREIGN KEY ("groupId") REFERENCES "Group"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Reading" ADD CONSTRAINT "Reading_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "PeerSession"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Reading" ADD CONSTRAINT "Reading_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "GroupMember"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Slip" ADD CONSTRAINT "Slip_readingId_fkey" FOREIGN KEY ("readingId") REFERENCES "Reading"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Slip" ADD CONSTRAINT "Slip_correctionId_fkey" FOREIGN KEY ("correctionId") REFERENCES "Correction"("id") ON DELETE SET NULL ON UPDATE CASCADE;
