-- Heads-ups: the teams know before the customers do, and what it brought is on record.

-- A case is linked to every heads-up on its topic in whose period it is opened, whoever opens it.
CREATE FUNCTION cases_meet_their_heads_ups() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  INSERT INTO heads_up_cases (heads_up_id, case_id)
    SELECT id, NEW.id FROM heads_ups
    WHERE topic_id = NEW.topic_id AND from_at <= NEW.opened_at AND NEW.opened_at < until_at;
  RETURN NULL;
END $$;

CREATE TRIGGER cases_meet_their_heads_ups AFTER INSERT ON cases FOR EACH ROW
  WHEN (NEW.topic_id IS NOT NULL) EXECUTE FUNCTION cases_meet_their_heads_ups();

-- No other case is linked, whatever trigger of somebody else's says so.
CREATE FUNCTION heads_up_cases_are_on_its_topic() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF pg_trigger_depth() < 2 OR NOT EXISTS (SELECT FROM heads_ups h JOIN cases c ON c.topic_id = h.topic_id
      AND h.from_at <= c.opened_at AND c.opened_at < h.until_at
      WHERE h.id = NEW.heads_up_id AND c.id = NEW.case_id) THEN
    RAISE EXCEPTION 'cases are linked as they open' USING
      ERRCODE = 'check_violation', CONSTRAINT = 'heads_up_cases_are_linked_as_they_open', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER heads_up_cases_are_on_its_topic BEFORE INSERT ON heads_up_cases FOR EACH ROW
  EXECUTE FUNCTION heads_up_cases_are_on_its_topic();

-- It is released once every team concerned has acknowledged it, or somebody stands for it by name.
CREATE FUNCTION heads_ups_are_briefed() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM heads_up_teams WHERE heads_up_id = NEW.id AND acknowledged_at IS NULL) THEN
    RAISE EXCEPTION 'a team does not know of it yet' USING
      ERRCODE = 'check_violation', CONSTRAINT = 'heads_ups_are_briefed', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER heads_ups_are_briefed AFTER INSERT OR UPDATE ON heads_ups FOR EACH ROW
  WHEN (NEW.released_at IS NOT NULL AND NEW.override_reason IS NULL) EXECUTE FUNCTION heads_ups_are_briefed();

-- Nothing begins as released.
CREATE TRIGGER heads_ups_begin_announced BEFORE INSERT ON heads_ups FOR EACH ROW
  WHEN (NEW.released_at IS NOT NULL) EXECUTE FUNCTION refuse('heads_ups_are_briefed');

-- It concerns a team, unless nobody is in one yet: what nobody has to know of would go out at once. Deferred, since its teams come
-- after it.
CREATE FUNCTION heads_ups_concern_a_team() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM heads_up_teams WHERE heads_up_id = NEW.id)
    AND EXISTS (SELECT FROM employees WHERE active_team_id IS NOT NULL) THEN
    RAISE EXCEPTION 'it concerns nobody' USING
      ERRCODE = 'check_violation', CONSTRAINT = 'heads_ups_concern_a_team', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER heads_ups_concern_a_team AFTER INSERT ON heads_ups DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  EXECUTE FUNCTION heads_ups_concern_a_team();

-- That a team knows says a member of it, and nobody who is one for as long as they say so.
CREATE FUNCTION heads_up_teams_speak_for_themselves() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM employees WHERE id = NEW.acknowledged_by_id AND active_team_id = NEW.team_id
      AND changed_in IS DISTINCT FROM pg_current_xact_id() FOR KEY SHARE) OR is_leaving(NEW.acknowledged_by_id) THEN
    RAISE EXCEPTION 'a member says that the team knows' USING
      ERRCODE = 'check_violation', CONSTRAINT = 'heads_up_teams_speak_for_themselves', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER heads_up_teams_speak_for_themselves AFTER UPDATE ON heads_up_teams FOR EACH ROW
  WHEN (OLD.acknowledged_at IS NULL AND NEW.acknowledged_at IS NOT NULL)
  EXECUTE FUNCTION heads_up_teams_speak_for_themselves();
CREATE TRIGGER heads_up_teams_begin_unbriefed BEFORE INSERT ON heads_up_teams FOR EACH ROW
  WHEN (NEW.acknowledged_at IS NOT NULL) EXECUTE FUNCTION refuse('heads_up_teams_speak_for_themselves');

-- No team comes after the release; the row of the heads-up is written, so that none is released meanwhile, at REPEATABLE READ
-- too.
CREATE FUNCTION heads_up_teams_come_before_the_release() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  UPDATE heads_ups SET title = title WHERE id = NEW.heads_up_id AND released_at IS NULL;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'it is released' USING
      ERRCODE = 'check_violation', CONSTRAINT = 'heads_up_teams_come_before_the_release', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER heads_up_teams_come_before_the_release AFTER INSERT ON heads_up_teams FOR EACH ROW
  EXECUTE FUNCTION heads_up_teams_come_before_the_release();

-- What was acknowledged stays so; and a release, with who stands for it.
CREATE TRIGGER heads_up_teams_stay_briefed BEFORE UPDATE ON heads_up_teams FOR EACH ROW
  WHEN ((OLD.heads_up_id, OLD.team_id) IS DISTINCT FROM (NEW.heads_up_id, NEW.team_id) OR OLD.acknowledged_at IS NOT NULL)
  EXECUTE FUNCTION refuse('heads_ups_are_history');
CREATE TRIGGER heads_ups_stay_what_they_are BEFORE UPDATE ON heads_ups FOR EACH ROW
  WHEN ((OLD.id, OLD.kind, OLD.topic_id, OLD.announced_by_kind, OLD.announced_by_id, OLD.announced_at)
      IS DISTINCT FROM (NEW.id, NEW.kind, NEW.topic_id, NEW.announced_by_kind, NEW.announced_by_id, NEW.announced_at)
    OR OLD.released_at IS NOT NULL
      AND (OLD.released_at, OLD.released_by_kind, OLD.released_by_id, OLD.overridden_by_id, OLD.override_reason, OLD.forecast)
        IS DISTINCT FROM (NEW.released_at, NEW.released_by_kind, NEW.released_by_id, NEW.overridden_by_id, NEW.override_reason, NEW.forecast))
  EXECUTE FUNCTION refuse('heads_ups_are_history');

CREATE TRIGGER heads_ups_stay BEFORE DELETE ON heads_ups FOR EACH ROW EXECUTE FUNCTION refuse('heads_ups_are_history');
CREATE TRIGGER heads_ups_stay_all BEFORE TRUNCATE ON heads_ups EXECUTE FUNCTION refuse('heads_ups_are_history');
CREATE TRIGGER heads_up_teams_stay BEFORE DELETE ON heads_up_teams FOR EACH ROW EXECUTE FUNCTION refuse('heads_ups_are_history');
CREATE TRIGGER heads_up_teams_stay_all BEFORE TRUNCATE ON heads_up_teams EXECUTE FUNCTION refuse('heads_ups_are_history');
CREATE TRIGGER heads_up_cases_stay BEFORE UPDATE OR DELETE ON heads_up_cases FOR EACH ROW EXECUTE FUNCTION refuse('heads_ups_are_history');
CREATE TRIGGER heads_up_cases_stay_all BEFORE TRUNCATE ON heads_up_cases EXECUTE FUNCTION refuse('heads_ups_are_history');
