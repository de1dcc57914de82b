-- Standings name a wrong idea by a weight now (lib/insight/holding.ts), which the counts of before do not tell: who was named stays so until
-- their answers say otherwise, and the next recount of a student sets it right.
UPDATE "MemberStanding" s SET "slips" = (
  SELECT COALESCE(jsonb_object_agg(k, jsonb_build_object(
    'weight', CASE WHEN v->'heldAt' <> 'null'::jsonb THEN 4 WHEN (v->>'mended')::int >= 4 THEN -1 ELSE 1 END,
    'spell', jsonb_build_object(
      'shown', v->'shown', 'firstAt', v->'firstAt', 'lastAt', v->'lastAt',
      'peak', CASE WHEN v->'heldAt' <> 'null'::jsonb OR v->'mendedAt' <> 'null'::jsonb THEN 4 ELSE 1 END,
      'againstAt', v->'mendedAt', 'evidence', v->'evidence')
  )), '{}'::jsonb)
  FROM jsonb_each(s."slips") AS each(k, v)
) WHERE s."slips" <> '{}'::jsonb;
