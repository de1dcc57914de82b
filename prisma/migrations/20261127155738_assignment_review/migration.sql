-- AlterTable
ALTER TABLE "Assignment" ADD COLUMN     "reviewOf" TEXT;
