-- What was answered, in the form of its question; and to which draw of it.
ALTER TABLE "ReviewLog" ADD COLUMN "answer" JSONB, ADD COLUMN "draw" INTEGER;

-- The options chosen so far. Their order was drawn from the reviews that the card had before.
UPDATE "ReviewLog" SET "answer" = jsonb_build_object('option', "optionId"), "draw" = ("before"->>'reps')::INTEGER WHERE "optionId" IS NOT NULL;

ALTER TABLE "ReviewLog" DROP COLUMN "optionId";
