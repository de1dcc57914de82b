-- AlterTable
ALTER TABLE "ActiveDay" ADD COLUMN     "dayStart" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "Card" ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "ReviewLog" ADD COLUMN     "cardVersion" INTEGER;

-- AlterTable
ALTER TABLE "User" ADD COLUMN     "dayStart" INTEGER NOT NULL DEFAULT 4,
ADD COLUMN     "formerStart" INTEGER,
ADD COLUMN     "formerUntil" TIMESTAMPTZ(3),
ADD COLUMN     "formerZone" TEXT,
ADD COLUMN     "run" JSONB;
