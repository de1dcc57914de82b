-- AlterTable
ALTER TABLE "Attempt" ADD COLUMN     "answeredAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "ReviewLog" ADD COLUMN     "answeredAt" TIMESTAMPTZ(3);
