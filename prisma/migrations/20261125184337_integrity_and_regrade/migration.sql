-- AlterTable
ALTER TABLE "Attempt" ADD COLUMN     "answerHash" TEXT,
ADD COLUMN     "credited" BOOLEAN NOT NULL DEFAULT true,
ADD COLUMN     "workId" TEXT;

-- AlterTable
ALTER TABLE "XpEntry" ADD COLUMN     "attemptId" TEXT;

-- CreateTable
CREATE TABLE "IssuedWork" (
    "id" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "level" INTEGER NOT NULL,
    "seed" TEXT NOT NULL,
    "instance" TEXT NOT NULL,
    "cardId" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "closedAt" TIMESTAMPTZ(3),

    CONSTRAINT "IssuedWork_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Reveal" (
    "id" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "idempotencyKey" TEXT NOT NULL,
    "requestHash" TEXT NOT NULL,
    "instance" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Reveal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Report" (
    "id" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "level" INTEGER NOT NULL,
    "seed" TEXT,
    "workId" TEXT,
    "phase" TEXT NOT NULL,
    "answer" TEXT,
    "backend" TEXT,
    "build" TEXT,
    "message" TEXT NOT NULL,
    "byHand" BOOLEAN NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Report_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "IssuedWork_userId_idx" ON "IssuedWork"("userId");

-- CreateIndex
CREATE INDEX "IssuedWork_expiresAt_idx" ON "IssuedWork"("expiresAt");

-- CreateIndex
CREATE UNIQUE INDEX "Reveal_userId_idempotencyKey_key" ON "Reveal"("userId", "idempotencyKey");

-- CreateIndex
CREATE UNIQUE INDEX "Reveal_userId_instance_key" ON "Reveal"("userId", "instance");

-- CreateIndex
CREATE INDEX "Report_kind_createdAt_idx" ON "Report"("kind", "createdAt" DESC);

-- CreateIndex
CREATE INDEX "Report_userId_idx" ON "Report"("userId");

-- CreateIndex
CREATE INDEX "Attempt_workId_idx" ON "Attempt"("workId");

-- CreateIndex
CREATE UNIQUE INDEX "Attempt_userId_answerHash_key" ON "Attempt"("userId", "answerHash");

-- AddForeignKey
ALTER TABLE "Attempt" ADD CONSTRAINT "Attempt_workId_fkey" FOREIGN KEY ("workId") REFERENCES "IssuedWork"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "IssuedWork" ADD CONSTRAINT "IssuedWork_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Reveal" ADD CONSTRAINT "Reveal_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Report" ADD CONSTRAINT "Report_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Which attempt decided each entry of the ledger: the one that brought its points, the earliest where several could have.
UPDATE "XpEntry" e SET "attemptId" = d."attempt" FROM (
    SELECT DISTINCT ON (x."id") x."id" AS "entry", a."id" AS "attempt"
    FROM "XpEntry" x JOIN "Attempt" a ON a."userId" = x."userId"
        AND x."reason" = 'attempt:' || a."kind" || ':' || a."version" || ':' || a."seed" || ':' || a."level"
    ORDER BY x."id", (a."xp" = x."points") DESC, a."createdAt", a."id"
) d WHERE e."id" = d."entry";
