-- Law 12, succession. Ownership passes on for one of three facts, each with its evidence. That it is the only way to
-- another owner is law 2.

-- A completed succession is history; one that waits can be completed, and nothing else about it changes.
CREATE TRIGGER successions_are_history BEFORE UPDATE ON successions FOR EACH ROW
  WHEN (OLD.completed_at IS NOT NULL
    OR (OLD.id, OLD.case_id, OLD.cause, OLD.from_owner_id, OLD.reason,
      OLD.contact_id, OLD.departure_of, OLD.reported_by_id, OLD.requested_at)
    IS DISTINCT FROM (NEW.id, NEW.case_id, NEW.cause, NEW.from_owner_id, NEW.reason,
      NEW.contact_id, NEW.departure_of, NEW.reported_by_id, NEW.requested_at))
  EXECUTE FUNCTION refuse('successions_are_history');
CREATE TRIGGER successions_stay BEFORE DELETE ON successions FOR EACH ROW
  EXECUTE FUNCTION refuse('successions_are_history');
CREATE TRIGGER successions_stay_all BEFORE TRUNCATE ON successions
  EXECUTE FUNCTION refuse('successions_are_history');

-- What was true when a succession was made or completed is looked at then, and never again: people leave, the case moves on, and
-- the reason of an old one may still be erased.

-- A completed succession moves its case, at once: when the transaction is over, the case names it.
CREATE FUNCTION successions_move_their_case() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM cases WHERE id = NEW.case_id AND succession_id = NEW.id FOR KEY SHARE) THEN
    RAISE EXCEPTION 'the case did not move' USING
      ERRCODE = 'check_violation', CONSTRAINT = 'successions_move_their_case', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER successions_move_their_case
  AFTER INSERT OR UPDATE OF to_owner_id, contact_id, confirmed_by_id, completed_at ON successions
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (NEW.completed_at IS NOT NULL) EXECUTE FUNCTION successions_move_their_case();

-- The customer asked for somebody else in a contact of this case, since the owner owns it. Who heard and recorded it is
-- neither the owner nor the one who gets the case: nobody gives a case away, and nobody takes one.
CREATE FUNCTION successions_have_their_contact() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM contacts WHERE id = NEW.contact_id AND case_id = NEW.case_id AND direction = 'inbound'
      AND employee_id IS NOT NULL AND NOT employee_id = ANY (array[NEW.from_owner_id, NEW.to_owner_id])
      AND NOT recorded_by_id = ANY (array[NEW.from_owner_id, NEW.to_owner_id])
      AND (recorded_by_kind <> 'employee' OR EXISTS (SELECT FROM employees WHERE id = recorded_by_id))
      AND recorded_at >= coalesce(
        (SELECT max(completed_at) FROM successions WHERE case_id = NEW.case_id AND id <> NEW.id), '-infinity')) THEN
    RAISE EXCEPTION 'the customer asked nobody else' USING
      ERRCODE = 'check_violation', CONSTRAINT = 'successions_have_their_evidence', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER successions_have_their_contact
  AFTER INSERT OR UPDATE OF to_owner_id, contact_id, confirmed_by_id, completed_at ON successions FOR EACH ROW
  WHEN (NEW.cause = 'customerChoice') EXECUTE FUNCTION successions_have_their_contact();

-- A danger is to the owner of now, and reported by them, who stands in for them, a coach or an admin; and it is confirmed by a coach, an
-- admin, or a teammate where there is no other of these. Both work here. Who becomes a coach or a teammate in this very
-- transaction is none yet, and who ceases to be a coach, or begins to leave, still is one. Whom the case is about knows nothing of
-- it, and says nothing.
CREATE FUNCTION successions_are_confirmed() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM cases WHERE id = NEW.case_id
      AND (is_hidden_from(NEW.reported_by_id, about_employee_id, NEW.from_owner_id, NEW.requested_at)
        OR is_hidden_from(NEW.confirmed_by_id, about_employee_id, NEW.from_owner_id, NEW.completed_at)))
    OR is_leaving(NEW.confirmed_by_id)
    OR (TG_OP = 'INSERT' AND NOT EXISTS (SELECT FROM cases
      WHERE id = NEW.case_id AND owner_id = NEW.from_owner_id FOR KEY SHARE))
    OR (TG_OP = 'INSERT' AND NOT EXISTS (SELECT FROM employees WHERE id = NEW.reported_by_id AND departed_at IS NULL
      AND ((role <> 'member' AND changed_in IS DISTINCT FROM pg_current_xact_id())
        OR speaks_for(id, NEW.from_owner_id, NEW.requested_at)) FOR KEY SHARE))
    OR (NEW.confirmed_by_id IS NOT NULL AND NOT EXISTS (SELECT FROM employees
      WHERE id = NEW.confirmed_by_id AND departed_at IS NULL AND changed_in IS DISTINCT FROM pg_current_xact_id()
        AND (role <> 'member' OR EXISTS (SELECT FROM cases c WHERE c.id = NEW.case_id AND c.team_id = active_team_id
          AND NOT EXISTS (SELECT FROM employees x WHERE (x.changed_in = pg_current_xact_id() OR (x.role <> 'member'
              AND x.departed_at IS NULL AND NOT EXISTS (SELECT FROM departures d
                WHERE d.employee_id = x.id AND d.changed_in IS DISTINCT FROM pg_current_xact_id())))
            AND x.id <> ALL (array[NEW.from_owner_id, NEW.reported_by_id])
            AND x.id IS DISTINCT FROM c.about_employee_id))) FOR KEY SHARE)) THEN
    RAISE EXCEPTION 'nobody who may says so' USING
      ERRCODE = 'check_violation', CONSTRAINT = 'successions_have_their_evidence', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER successions_are_confirmed
  AFTER INSERT OR UPDATE OF to_owner_id, contact_id, confirmed_by_id, completed_at ON successions FOR EACH ROW
  WHEN (NEW.cause = 'safety') EXECUTE FUNCTION successions_are_confirmed();

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

CREATE CONSTRAINT TRIGGER successions_go_to_who_stays
  AFTER INSERT OR UPDATE OF to_owner_id, contact_id, confirmed_by_id, completed_at ON successions FOR EACH ROW
  WHEN (NEW.completed_at IS NOT NULL) EXECUTE FUNCTION successions_go_to_who_stays();

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

CREATE CONSTRAINT TRIGGER departures_begin_without_a_case AFTER INSERT OR UPDATE OF employee_id ON departures
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION departures_begin_without_a_case();

-- Somebody is leaving from the transaction on that comes after the one in which they begin to: who is may not call any more.
CREATE FUNCTION is_leaving(employee uuid) RETURNS boolean
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  RETURN EXISTS (SELECT FROM departures d WHERE d.employee_id = employee AND d.changed_in IS DISTINCT FROM pg_current_xact_id());
END $$;

-- As agreements do (law 8), it says in which transaction somebody became what they are here, or began to leave, or is said to have.
CREATE TRIGGER employees_know_their_transaction BEFORE INSERT ON employees FOR EACH ROW
  EXECUTE FUNCTION agreements_know_their_transaction();
CREATE TRIGGER employees_change_in_a_transaction BEFORE UPDATE ON employees FOR EACH ROW
  WHEN ((OLD.role, OLD.team_id, OLD.departed_at, OLD.changed_at, OLD.changed_in)
    IS DISTINCT FROM (NEW.role, NEW.team_id, NEW.departed_at, NEW.changed_at, NEW.changed_in))
  EXECUTE FUNCTION agreements_know_their_transaction();
CREATE TRIGGER departures_know_their_transaction BEFORE INSERT OR UPDATE ON departures FOR EACH ROW
  EXECUTE FUNCTION agreements_know_their_transaction();

-- A departure is a fact: the owner has left when the transaction ends, or is away for more than 20 working days. The
-- service counts those by the calendar of the team; here it is known that they take longer than 20 days. It moves all
-- open cases of the owner at once; who has left cannot own one (law 1). The absence is relied on from then on (law 11).
CREATE FUNCTION successions_follow_a_departure() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  long CONSTANT interval := '20 days';
BEGIN
  IF EXISTS (SELECT FROM employees WHERE id = NEW.departure_of AND departed_at IS NOT NULL) THEN RETURN NULL; END IF;
  IF NOT EXISTS (SELECT FROM absences WHERE employee_id = NEW.departure_of AND from_at <= NEW.requested_at
      AND NEW.requested_at < until_at AND until_at - from_at > long AND relied_on_at >= NEW.requested_at) THEN
    UPDATE absences SET relied_on_at = greatest(relied_on_at, NEW.requested_at)
    WHERE employee_id = NEW.departure_of AND from_at <= NEW.requested_at
      AND NEW.requested_at < until_at AND until_at - from_at > long;
    IF NOT FOUND THEN
      RAISE EXCEPTION 'the owner has not left' USING
        ERRCODE = 'check_violation', CONSTRAINT = 'successions_have_their_evidence', TABLE = TG_TABLE_NAME;
    END IF;
  END IF;
  IF EXISTS (SELECT FROM cases WHERE owner_id = NEW.departure_of AND callback_id IS NOT NULL) THEN
    RAISE EXCEPTION 'a departure moves all cases' USING
      ERRCODE = 'check_violation', CONSTRAINT = 'successions_have_their_evidence', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER successions_follow_a_departure AFTER INSERT ON successions
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (NEW.cause = 'departure') EXECUTE FUNCTION successions_follow_a_departure();

-- A departure is complete when they have left, and not before: who only seems to have can neither leave nor stay.
CREATE FUNCTION departures_complete_as_they_leave() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM departures d JOIN employees e ON e.id = d.employee_id
      WHERE d.employee_id = NEW.employee_id AND d.completed_at IS NOT NULL AND e.departed_at IS NULL) THEN
    RAISE EXCEPTION 'they have not left' USING
      ERRCODE = 'check_violation', CONSTRAINT = 'departures_complete_as_they_leave', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER departures_complete_as_they_leave AFTER INSERT OR UPDATE ON departures DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (NEW.completed_at IS NOT NULL) EXECUTE FUNCTION departures_complete_as_they_leave();

-- Who has left never owns again: nobody comes back under the name that they left with.
CREATE TRIGGER employees_leave_for_good BEFORE UPDATE ON employees FOR EACH ROW
  WHEN (OLD.departed_at IS NOT NULL AND NEW.departed_at IS DISTINCT FROM OLD.departed_at)
    EXECUTE FUNCTION refuse('employees_leave_for_good');
