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
--> statement-breakpoint
-- That a team knows says a member of it, and nobody who is one for as long as they say so.
CREATE FUNCTION heads_up_teams_speak_for_themselves() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM employees WHERE id = NEW.acknowledged_by_id AND active_team_id = NEW.team_id
      AND changed_in IS DISTINCT FROM pg_current_xact_id() FOR KEY SHARE) THEN
    RAISE EXCEPTION 'a member says that the team knows' USING
      ERRCODE = 'check_violation', CONSTRAINT = 'heads_up_teams_speak_for_themselves', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
-- That somebody relied on it is true: they acted in the owner's name at that moment, in this very transaction, and the history of a
-- case of the owner tells of it; or a case passed on then. Nobody keeps an absence for good by a moment that is made up. Deferred,
-- since some of it is asked before it is written.
CREATE FUNCTION stand_ins_are_relied_on() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  who CONSTANT uuid := NEW.stand_in_id;
  acted CONSTANT timestamptz := NEW.relied_on_at;
BEGIN
  IF NOT EXISTS (SELECT FROM (SELECT DISTINCT case_id AS id FROM events WHERE tx = pg_current_xact_id()) c
      WHERE (EXISTS (SELECT FROM cases WHERE id = c.id AND owner_id = NEW.owner_id)
        OR EXISTS (SELECT FROM successions WHERE case_id = c.id AND from_owner_id = NEW.owner_id))
      AND (EXISTS (SELECT FROM contacts WHERE case_id = c.id AND employee_id = who AND recorded_at = acted)
        OR EXISTS (SELECT FROM callbacks b JOIN callback_attempts a ON a.callback_id = b.id
          WHERE b.case_id = c.id AND a.employee_id = who AND a.recorded_at = acted)
        OR EXISTS (SELECT FROM resolutions WHERE case_id = c.id AND resolved_by_id = who AND at = acted)
        OR EXISTS (SELECT FROM consultations WHERE case_id = c.id AND asked_by_id = who AND asked_at = acted)
        OR EXISTS (SELECT FROM successions WHERE case_id = c.id AND reported_by_id = who AND requested_at = acted)
        OR EXISTS (SELECT FROM asks WHERE case_id = c.id AND asked_by_id = who AND asked_at = acted)
        OR EXISTS (SELECT FROM gestures WHERE case_id = c.id
          AND ((granted_by_id = who AND granted_at = acted) OR (withdrawn_by_id = who AND ended_at = acted)))
        OR EXISTS (SELECT FROM deviations WHERE case_id = c.id AND employee_id = who AND at = acted))) THEN
    RAISE EXCEPTION 'nobody relied on it' USING
      ERRCODE = 'check_violation', CONSTRAINT = 'stand_ins_are_relied_on', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE FUNCTION absences_are_relied_on() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM successions WHERE from_owner_id = NEW.employee_id AND departure_of = NEW.employee_id
      AND requested_at = NEW.relied_on_at) THEN
    RAISE EXCEPTION 'nobody relied on it' USING
      ERRCODE = 'check_violation', CONSTRAINT = 'absences_are_relied_on', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
-- Nobody gets a case who is leaving, or is said not to be for as long as it takes, while somebody is there who stays: it would have
-- to pass on again. Whoever begins to leave in this very transaction is still there for others.
CREATE FUNCTION successions_go_to_who_stays() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM departures WHERE employee_id = NEW.to_owner_id)
    AND EXISTS (SELECT FROM employees e WHERE e.active_team_id IS NOT NULL
      AND e.id <> ALL (array[NEW.from_owner_id, NEW.to_owner_id])
      AND e.id IS DISTINCT FROM (SELECT about_employee_id FROM cases WHERE id = NEW.case_id)
      AND NOT EXISTS (SELECT FROM departures d
        WHERE d.employee_id = e.id AND d.changed_in IS DISTINCT FROM pg_current_xact_id())) THEN
    RAISE EXCEPTION 'the successor is leaving' USING
      ERRCODE = 'check_violation', CONSTRAINT = 'successions_go_to_who_stays', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE FUNCTION departures_begin_without_a_case() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM events e JOIN successions s ON s.id = e.about_id
      WHERE e.tx = pg_current_xact_id() AND e.type = 'case.succeeded' AND s.to_owner_id = NEW.employee_id) THEN
    RAISE EXCEPTION 'the successor is leaving' USING
      ERRCODE = 'check_violation', CONSTRAINT = 'successions_go_to_who_stays', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER heads_ups_concern_a_team AFTER INSERT ON heads_ups DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  EXECUTE FUNCTION heads_ups_concern_a_team();
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER heads_up_teams_speak_for_themselves AFTER UPDATE ON heads_up_teams FOR EACH ROW
  WHEN (OLD.acknowledged_at IS NULL AND NEW.acknowledged_at IS NOT NULL)
  EXECUTE FUNCTION heads_up_teams_speak_for_themselves();
--> statement-breakpoint
CREATE TRIGGER heads_up_teams_begin_unbriefed BEFORE INSERT ON heads_up_teams FOR EACH ROW
  WHEN (NEW.acknowledged_at IS NOT NULL) EXECUTE FUNCTION refuse('heads_up_teams_speak_for_themselves');
--> statement-breakpoint
-- What is promised is still to come: by the clock of whoever asks, which may be five minutes behind, and no further ahead than any
-- team can promise, which is five years.
CREATE TRIGGER callbacks_begin_ahead BEFORE INSERT ON callbacks FOR EACH ROW
  WHEN (NEW.window_until <= NEW.made_at OR NEW.window_from < NEW.made_at - interval '5 minutes'
    OR NEW.window_until > NEW.made_at + interval '1830 days')
  EXECUTE FUNCTION refuse('callbacks_are_still_to_come');
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER stand_ins_are_relied_on AFTER UPDATE ON stand_ins DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (NEW.relied_on_at IS DISTINCT FROM OLD.relied_on_at) EXECUTE FUNCTION stand_ins_are_relied_on();
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER stand_ins_begin_relied_on AFTER INSERT ON stand_ins DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (NEW.relied_on_at IS NOT NULL) EXECUTE FUNCTION stand_ins_are_relied_on();
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER absences_are_relied_on AFTER UPDATE ON absences DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (NEW.relied_on_at IS DISTINCT FROM OLD.relied_on_at) EXECUTE FUNCTION absences_are_relied_on();
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER absences_begin_relied_on AFTER INSERT ON absences DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (NEW.relied_on_at IS NOT NULL) EXECUTE FUNCTION absences_are_relied_on();
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER successions_go_to_who_stays
  AFTER INSERT OR UPDATE OF to_owner_id, contact_id, confirmed_by_id, completed_at ON successions FOR EACH ROW
  WHEN (NEW.completed_at IS NOT NULL) EXECUTE FUNCTION successions_go_to_who_stays();
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER departures_begin_without_a_case AFTER INSERT OR UPDATE OF employee_id ON departures
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION departures_begin_without_a_case();
--> statement-breakpoint
-- A team knows of what is to come from the moment at which somebody of it says so.
CREATE TRIGGER heads_up_teams_acknowledgement_is_of_now BEFORE UPDATE ON heads_up_teams FOR EACH ROW
  WHEN (OLD.acknowledged_at IS NULL
    AND NEW.acknowledged_at NOT BETWEEN now() - interval '5 minutes' AND now() + interval '5 minutes')
  EXECUTE FUNCTION refuse('heads_up_teams_are_of_now');
