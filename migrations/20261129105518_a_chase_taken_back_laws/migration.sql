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
    OR (OLD.team_id <> NEW.team_id AND NOT told && '{case.changed,case.reopened,case.succeeded}')
    OR (OLD.faces <> NEW.faces AND NOT told && '{contact.recorded,contact.completed}')
    OR NEW.chases - OLD.chases <> chased THEN
    RAISE EXCEPTION 'the history tells of something else' USING
      ERRCODE = 'check_violation', CONSTRAINT = 'cases_change_is_in_the_history', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;
