-- A contact was one try: what is on record twice is named, all in one message, before anything changes.
DO $$
DECLARE
  strays text;
BEGIN
  SELECT string_agg(contact_id::text, ', ' ORDER BY contact_id) INTO strays FROM (
    SELECT contact_id FROM callback_attempts WHERE contact_id IS NOT NULL GROUP BY contact_id HAVING count(*) > 1) twice;
  IF strays IS NOT NULL THEN
    RAISE EXCEPTION 'Contacts that are two tries at a promise each:
callback_attempts.contact_id: %', strays
      USING ERRCODE = 'check_violation', HINT = 'Nothing has changed. Set right what these rows say, and start again.';
  END IF;
END $$;
--> statement-breakpoint
CREATE UNIQUE INDEX "callback_attempts_are_one_contact_each" ON "callback_attempts" ("contact_id") WHERE contact_id is not null;
