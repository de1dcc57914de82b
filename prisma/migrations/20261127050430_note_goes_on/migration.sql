-- AlterTable
ALTER TABLE "Note" ADD COLUMN     "nextId" TEXT;

-- CreateIndex
CREATE UNIQUE INDEX "Note_nextId_key" ON "Note"("nextId");

-- AddForeignKey
ALTER TABLE "Note" ADD CONSTRAINT "Note_nextId_fkey" FOREIGN KEY ("nextId") REFERENCES "Note"("id") ON DELETE SET NULL ON UPDATE CASCADE;
