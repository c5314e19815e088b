-- An idea is told to be late when it is, and a rule says in which transaction it got its owner. Ideas that a script told of ahead are
-- named, all in one message, before anything changes.
DO $$
DECLARE
  strays text;
BEGIN
  SELECT string_agg(id::text, ', ' ORDER BY id) INTO strays FROM ideas WHERE overdue_told_at < answer_by;
  IF strays IS NOT NULL THEN
    RAISE EXCEPTION 'Ideas that were told to be late before they were, by table and id:
ideas: %', strays
      USING ERRCODE = 'check_violation', HINT = 'Nothing has changed. Set right what these rows say, and start again.';
  END IF;
END $$;
--> statement-breakpoint
ALTER TABLE "rules" ADD COLUMN "changed_in" xid8;--> statement-breakpoint
ALTER TABLE "ideas" ADD CONSTRAINT "ideas_told_in_time" CHECK ("overdue_told_at" >= "answer_by");