-- CreateTable
CREATE TABLE "MemberStanding" (
    "memberId" TEXT NOT NULL,
    "cohortId" TEXT NOT NULL,
    "answers" INTEGER NOT NULL DEFAULT 0,
    "firsts" INTEGER NOT NULL DEFAULT 0,
    "recent" INTEGER[],
    "lastId" TEXT,
    "lastAt" TIMESTAMPTZ(3),
    "topics" JSONB NOT NULL DEFAULT '{}',
    "items" JSONB NOT NULL DEFAULT '{}',
    "slips" JSONB NOT NULL DEFAULT '{}',
    "weeks" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "MemberStanding_pkey" PRIMARY KEY ("memberId")
);

-- CreateIndex
CREATE INDEX "MemberStanding_cohortId_idx" ON "MemberStanding"("cohortId");

-- AddForeignKey
ALTER TABLE "MemberStanding" ADD CONSTRAINT "MemberStanding_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "CohortMember"("id") ON DELETE CASCADE ON UPDATE CASCADE;
