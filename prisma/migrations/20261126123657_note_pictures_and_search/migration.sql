-- CreateTable
CREATE TABLE "NoteImage" (
    "id" TEXT NOT NULL,
    "noteId" TEXT NOT NULL,
    "memberId" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "bytes" BYTEA NOT NULL,
    "size" INTEGER NOT NULL,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "NoteImage_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "NoteIndex" (
    "noteId" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "folded" TEXT NOT NULL,
    "grams" INTEGER[],

    CONSTRAINT "NoteIndex_pkey" PRIMARY KEY ("noteId")
);

-- CreateIndex
CREATE INDEX "NoteImage_memberId_idx" ON "NoteImage"("memberId");

-- CreateIndex
CREATE UNIQUE INDEX "NoteImage_noteId_sha256_key" ON "NoteImage"("noteId", "sha256");

-- CreateIndex
-- A short list of what is still to be sorted in: a search reads all of it, and the embedded database has nobody who clears it away.
CREATE INDEX "NoteIndex_grams_idx" ON "NoteIndex" USING GIN ("grams") WITH (gin_pending_list_limit = 64);

-- AddForeignKey
ALTER TABLE "NoteImage" ADD CONSTRAINT "NoteImage_noteId_fkey" FOREIGN KEY ("noteId") REFERENCES "Note"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "NoteImage" ADD CONSTRAINT "NoteImage_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "GroupMember"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "NoteIndex" ADD CONSTRAINT "NoteIndex_noteId_fkey" FOREIGN KEY ("noteId") REFERENCES "Note"("id") ON DELETE CASCADE ON UPDATE CASCADE;
