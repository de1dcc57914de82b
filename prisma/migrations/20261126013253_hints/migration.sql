-- AlterTable
ALTER TABLE "Attempt" ADD COLUMN     "hints" INTEGER NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "Hint" (
    "userId" TEXT NOT NULL,
    "instance" TEXT NOT NULL,
    "rung" INTEGER NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Hint_pkey" PRIMARY KEY ("userId","instance")
);

-- AddForeignKey
ALTER TABLE "Hint" ADD CONSTRAINT "Hint_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;
