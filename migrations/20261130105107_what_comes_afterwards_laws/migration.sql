-- One that reached the customer is the owner's as well, was one contact of this case, by whoever tried, and is counted, as those in
-- vain are (law 5). The tries are read once for all of it. Deferred, since it may be counted after it is written.
CREATE FUNCTION callback_attempts_reach_by_one_voice() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  mine integer;
  made integer;
  counted integer;
BEGIN
  SELECT count(*) FILTER (WHERE a.contact_id = NEW.contact_id),
    count(*) FILTER (WHERE a.outcome = 'reached' OR a.contact_id IS NULL
      OR NOT EXISTS (SELECT FROM contacts t WHERE t.id = a.contact_id AND t.moment = 'owner-reached'))
  INTO mine, made FROM callback_attempts a WHERE a.callback_id = NEW.callback_id;
  SELECT attempts INTO counted FROM callbacks WHERE id = NEW.callback_id
    AND speaks_for(NEW.employee_id, owner_id, NEW.recorded_at)
    AND (state = 'open' OR contact_id = NEW.contact_id)
    AND EXISTS (SELECT FROM contacts t WHERE t.id = NEW.contact_id AND t.case_id = callbacks.case_id
      AND t.employee_id = NEW.employee_id)
    AND NOT EXISTS (SELECT FROM cases WHERE id = case_id AND about_employee_id = NEW.employee_id) FOR KEY SHARE;
  IF counted IS NULL OR mine <> 1 THEN
    RAISE EXCEPTION 'only the owner tries to keep an open callback' USING
      ERRCODE = 'check_violation', CONSTRAINT = 'contacts_one_voice', TABLE = TG_TABLE_NAME;
  END IF;
  IF counted <> made THEN
    RAISE EXCEPTION 'the tries on record are others' USING
      ERRCODE = 'check_violation', CONSTRAINT = 'callbacks_count_their_tries', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
-- What changes of a case itself is what the events say that come with it, and no more: how it ends, that it is opened
-- again, its words, its team, who was there and how often the customer asked.
CREATE OR REPLACE FUNCTION cases_change_as_told() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  told text[];
  ended boolean;
  chased integer;
BEGIN
  SELECT coalesce(array_agg(type), '{}'), bool_or(type = 'case.resolved' AND about_id = NEW.resolution_id),
    -- A call that the owner has answered after all was no chase.
    count(*) FILTER (WHERE type = 'case.chased') - count(*) FILTER (WHERE type = 'contact.completed' AND data @> '{"noChase": true}')
  INTO told, ended, chased
  FROM events WHERE case_id = NEW.id AND case_sequence > OLD.version AND case_sequence <= NEW.version;
  IF (NEW.resolution_id IS DISTINCT FROM OLD.resolution_id AND NEW.resolution_id IS NOT NULL AND ended IS NOT TRUE)
    OR (OLD.callback_id IS NULL AND NEW.callback_id IS NOT NULL AND NOT told @> '{case.reopened}')
    OR ((OLD.subject, OLD.question, OLD.topic_id, OLD.tags)
      IS DISTINCT FROM (NEW.subject, NEW.question, NEW.topic_id, NEW.tags) AND NOT told @> '{case.changed}')
    OR (OLD.team_id <> NEW.team_id AND OLD.callback_id IS NULL AND NEW.callback_id IS NULL)
    OR (OLD.team_id <> NEW.team_id AND NOT told && '{case.changed,case.reopened,case.succeeded}')
    OR (told @> '{case.changed}' AND EXISTS (SELECT FROM events e, jsonb_array_elements_text(
        CASE jsonb_typeof(e.data -> 'fields') WHEN 'array' THEN e.data -> 'fields' END) f (field)
      WHERE e.case_id = NEW.id AND e.case_sequence > OLD.version AND e.case_sequence <= NEW.version AND e.type = 'case.changed'
        AND NOT (e.data ? 'erasureId' AND is_being_erased(NEW.customer_id)) AND CASE f.field WHEN 'subject' THEN OLD.subject = NEW.subject
          WHEN 'question' THEN OLD.question = NEW.question WHEN 'tags' THEN OLD.tags = NEW.tags
          WHEN 'topic' THEN OLD.topic_id IS NOT DISTINCT FROM NEW.topic_id WHEN 'teamId' THEN OLD.team_id = NEW.team_id ELSE true END))
    OR (OLD.faces <> NEW.faces AND NOT told && '{contact.recorded,contact.completed}')
    OR NEW.chases - OLD.chases <> chased THEN
    RAISE EXCEPTION 'the history tells of something else' USING
      ERRCODE = 'check_violation', CONSTRAINT = 'cases_change_is_in_the_history', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
-- What the first or the second part of a compact JWS says (RFC 7515); null for what is none. Whether it is signed, whoever has the key
-- can tell.
CREATE FUNCTION said_in_part(statement text, part integer) RETURNS jsonb
LANGUAGE plpgsql IMMUTABLE SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  encoded CONSTANT text := translate(split_part(statement, '.', part), '-_', '+/');
BEGIN
  RETURN convert_from(decode(rpad(encoded, (length(encoded) + 3) / 4 * 4, '='), 'base64'), 'UTF8')::jsonb;
EXCEPTION WHEN data_exception THEN
  RETURN NULL;
END $$;
--> statement-breakpoint
-- What was signed is this head, by this key: an outsider keeps the statement alone.
CREATE FUNCTION checkpoints_say_what_is_signed() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NEW.statement !~ '^[\w-]+\.[\w-]+\.[\w-]{86}$'
    OR said_in_part(NEW.statement, 1) IS DISTINCT FROM jsonb_build_object('alg', 'ES256', 'kid', NEW.kid, 'typ', 'checkpoint+jwt')
    OR said_in_part(NEW.statement, 2) IS DISTINCT FROM jsonb_build_object('position', NEW.position,
      'chain', rtrim(translate(encode(NEW.chain, 'base64'), '+/', '-_'), '='),
      'at', to_char(NEW.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) THEN
    RAISE EXCEPTION 'something else was signed' USING
      ERRCODE = 'check_violation', CONSTRAINT = 'checkpoints_say_what_is_signed', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
DROP TRIGGER callback_attempts_one_voice ON callback_attempts;
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER callback_attempts_one_voice AFTER INSERT ON callback_attempts FOR EACH ROW
  WHEN (NEW.outcome <> 'reached') EXECUTE FUNCTION callback_attempts_one_voice();
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER callback_attempts_reach_by_one_voice AFTER INSERT ON callback_attempts
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (NEW.outcome = 'reached') EXECUTE FUNCTION callback_attempts_reach_by_one_voice();
--> statement-breakpoint
-- Nor does a call of theirs get their number again, of which it is told late.
CREATE OR REPLACE TRIGGER calls_become_not_of_the_erased BEFORE UPDATE ON calls FOR EACH ROW
  WHEN (NEW.customer_id IS DISTINCT FROM OLD.customer_id OR (CASE OLD.direction
    WHEN 'inbound' THEN OLD.from_number IS NULL AND NEW.from_number IS NOT NULL
    ELSE OLD.to_number IS NULL AND NEW.to_number IS NOT NULL END))
  EXECUTE FUNCTION not_of_the_erased();
--> statement-breakpoint
CREATE TRIGGER checkpoints_say_what_is_signed BEFORE INSERT ON checkpoints FOR EACH ROW
  EXECUTE FUNCTION checkpoints_say_what_is_signed();
