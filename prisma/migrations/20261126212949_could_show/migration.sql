-- AlterTable
ALTER TABLE "AssignedItem" ADD COLUMN     "couldShow" TEXT[] DEFAULT ARRAY[]::TEXT[];
