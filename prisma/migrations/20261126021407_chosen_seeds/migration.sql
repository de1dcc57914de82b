-- AlterTable
ALTER TABLE "Attempt" ADD COLUMN     "chosen" BOOLEAN NOT NULL DEFAULT false;
