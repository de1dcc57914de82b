-- AlterTable
ALTER TABLE "AssignedItem" ADD COLUMN     "arrivedAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "StudentWork" ADD COLUMN     "arrivedLate" INTEGER NOT NULL DEFAULT 0;
