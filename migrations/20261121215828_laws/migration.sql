-- What the table definitions cannot say: foreign keys by which two rows hold each other up (deferrable), and the
-- triggers for what no declarative constraint can express. Each refusal carries the name of its constraint, and
-- the service answers by that name. The numbers are those of the laws in ARCHITECTURE.md.

-- Law 1. An open case is owned by an active member of its team. Nobody can leave from under an open question.
ALTER TABLE "cases" ADD CONSTRAINT "cases_owner_is_an_active_member"
  FOREIGN KEY ("owner_id", "open_team_id") REFERENCES "employees" ("id", "active_team_id") DEFERRABLE INITIALLY IMMEDIATE;
--> statement-breakpoint
-- Law 3. The default team has an active member, from the first one on.
ALTER TABLE "organisation" ADD CONSTRAINT "organisation_default_team_has_a_member"
  FOREIGN KEY ("default_member_id", "default_team_id") REFERENCES "employees" ("id", "active_team_id") DEFERRABLE INITIALLY IMMEDIATE;
--> statement-breakpoint
-- Law 4. The open case and its open callback hold each other up; a resolved case points to how it ended.
ALTER TABLE "cases" ADD CONSTRAINT "cases_open_has_its_callback"
  FOREIGN KEY ("id", "callback_id") REFERENCES "callbacks" ("case_id", "open_id") DEFERRABLE INITIALLY DEFERRED;
--> statement-breakpoint
ALTER TABLE "callbacks" ADD CONSTRAINT "callbacks_open_is_its_cases_promise"
  FOREIGN KEY ("case_id", "open_id", "owner_id") REFERENCES "cases" ("id", "callback_id", "owner_id") DEFERRABLE INITIALLY DEFERRED;
--> statement-breakpoint
ALTER TABLE "cases" ADD CONSTRAINT "cases_resolved_has_its_resolution"
  FOREIGN KEY ("id", "resolution_id", "resolved_at") REFERENCES "resolutions" ("case_id", "id", "at") DEFERRABLE INITIALLY DEFERRED;
--> statement-breakpoint
ALTER TABLE "callbacks" ADD CONSTRAINT "callbacks_case_exists" FOREIGN KEY ("case_id") REFERENCES "cases" ("id");
--> statement-breakpoint
ALTER TABLE "resolutions" ADD CONSTRAINT "resolutions_case_exists" FOREIGN KEY ("case_id") REFERENCES "cases" ("id");
--> statement-breakpoint
-- Law 5. What replaces a rescheduled callback exists.
ALTER TABLE "callbacks" ADD CONSTRAINT "callbacks_replacement_exists"
  FOREIGN KEY ("replaced_by") REFERENCES "callbacks" ("id") DEFERRABLE INITIALLY DEFERRED;
--> statement-breakpoint
-- Law 15. Each event of a case follows the one before it, and the case is never ahead of its history.
ALTER TABLE "events" ADD CONSTRAINT "events_case_exists" FOREIGN KEY ("case_id") REFERENCES "cases" ("id");
--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_without_a_gap"
  FOREIGN KEY ("case_id", "previous_sequence") REFERENCES "events" ("case_id", "case_sequence");
--> statement-breakpoint
ALTER TABLE "cases" ADD CONSTRAINT "cases_change_is_in_the_history"
  FOREIGN KEY ("id", "version") REFERENCES "events" ("case_id", "case_sequence") DEFERRABLE INITIALLY DEFERRED;
--> statement-breakpoint

-- Refuses whatever fired it, in the name of the constraint it is given.
CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '%', replace(TG_ARGV[0], '_', ' ') USING ERRCODE = 'check_violation', CONSTRAINT = TG_ARGV[0], TABLE = TG_TABLE_NAME;
END $$;
--> statement-breakpoint

-- Law 2. No transfers: no UPDATE moves a case to another owner, whoever sends it.
CREATE TRIGGER cases_owner_is_final BEFORE UPDATE ON "cases" FOR EACH ROW
  WHEN (OLD.owner_id IS DISTINCT FROM NEW.owner_id) EXECUTE FUNCTION refuse('cases_owner_is_final');
--> statement-breakpoint
-- Law 15. A case changes together with its history, and how it was opened is history.
CREATE TRIGGER cases_version_grows BEFORE UPDATE ON "cases" FOR EACH ROW
  WHEN (NEW.version <= OLD.version) EXECUTE FUNCTION refuse('cases_change_is_in_the_history');
--> statement-breakpoint
CREATE TRIGGER cases_opening_is_history BEFORE UPDATE ON "cases" FOR EACH ROW
  WHEN ((OLD.id, OLD.reference, OLD.opened_at, OLD.opened_by_kind, OLD.opened_by_id, OLD.origin)
    IS DISTINCT FROM (NEW.id, NEW.reference, NEW.opened_at, NEW.opened_by_kind, NEW.opened_by_id, NEW.origin))
  EXECUTE FUNCTION refuse('cases_opening_is_history');
--> statement-breakpoint
CREATE TRIGGER cases_stay BEFORE DELETE ON "cases" FOR EACH ROW EXECUTE FUNCTION refuse('cases_stay');
--> statement-breakpoint
CREATE TRIGGER cases_stay_all BEFORE TRUNCATE ON "cases" EXECUTE FUNCTION refuse('cases_stay');
--> statement-breakpoint
CREATE TRIGGER events_are_final BEFORE UPDATE ON "events" FOR EACH ROW
  WHEN ((OLD.id, OLD.type, OLD.at, OLD.case_id, OLD.case_sequence, OLD.customer_id, OLD.actor_kind, OLD.actor_id, OLD.on_behalf_of, OLD.data)
    IS DISTINCT FROM (NEW.id, NEW.type, NEW.at, NEW.case_id, NEW.case_sequence, NEW.customer_id, NEW.actor_kind, NEW.actor_id, NEW.on_behalf_of, NEW.data)
    OR OLD.position IS NOT NULL)
  EXECUTE FUNCTION refuse('events_are_final');
--> statement-breakpoint
CREATE TRIGGER events_stay BEFORE DELETE ON "events" FOR EACH ROW EXECUTE FUNCTION refuse('events_are_final');
--> statement-breakpoint
CREATE TRIGGER events_stay_all BEFORE TRUNCATE ON "events" EXECUTE FUNCTION refuse('events_are_final');
--> statement-breakpoint

-- Law 5. A promise begins open, its window never moves, and once it has ended it stays as it ended.
CREATE TRIGGER callbacks_begin_open BEFORE INSERT ON "callbacks" FOR EACH ROW
  WHEN (NEW.state <> 'open') EXECUTE FUNCTION refuse('callbacks_promise_stands');
--> statement-breakpoint
CREATE TRIGGER callbacks_promise_stands BEFORE UPDATE ON "callbacks" FOR EACH ROW
  WHEN (OLD.state <> 'open'
    OR (OLD.id, OLD.case_id, OLD.channel, OLD.address, OLD.window_from, OLD.window_until, OLD.computed, OLD.made_at)
    IS DISTINCT FROM (NEW.id, NEW.case_id, NEW.channel, NEW.address, NEW.window_from, NEW.window_until, NEW.computed, NEW.made_at))
  EXECUTE FUNCTION refuse('callbacks_promise_stands');
--> statement-breakpoint
CREATE TRIGGER callbacks_stay BEFORE DELETE ON "callbacks" FOR EACH ROW EXECUTE FUNCTION refuse('callbacks_promise_stands');
--> statement-breakpoint
CREATE TRIGGER callbacks_stay_all BEFORE TRUNCATE ON "callbacks" EXECUTE FUNCTION refuse('callbacks_promise_stands');
--> statement-breakpoint
CREATE TRIGGER callback_attempts_are_history BEFORE UPDATE OR DELETE ON "callback_attempts" FOR EACH ROW EXECUTE FUNCTION refuse('callback_attempts_are_history');
--> statement-breakpoint
CREATE TRIGGER callback_attempts_stay_all BEFORE TRUNCATE ON "callback_attempts" EXECUTE FUNCTION refuse('callback_attempts_are_history');
--> statement-breakpoint
CREATE TRIGGER contacts_are_history BEFORE UPDATE OR DELETE ON "contacts" FOR EACH ROW EXECUTE FUNCTION refuse('contacts_are_history');
--> statement-breakpoint
CREATE TRIGGER contacts_stay_all BEFORE TRUNCATE ON "contacts" EXECUTE FUNCTION refuse('contacts_are_history');
--> statement-breakpoint
CREATE TRIGGER resolutions_are_history BEFORE UPDATE OR DELETE ON "resolutions" FOR EACH ROW EXECUTE FUNCTION refuse('resolutions_are_history');
--> statement-breakpoint
CREATE TRIGGER resolutions_stay_all BEFORE TRUNCATE ON "resolutions" EXECUTE FUNCTION refuse('resolutions_are_history');
--> statement-breakpoint

-- Law 7. Who speaks in the owner's name is the owner. Looked up at the end of the statement, when a case that
-- was opened together with the contact is there; a foreign key would bind the contact to later owners as well.
CREATE FUNCTION contacts_one_voice() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM cases WHERE id = NEW.case_id AND owner_id = NEW.spoken_for FOR KEY SHARE) THEN
    RAISE EXCEPTION 'only the owner speaks for the owner' USING ERRCODE = 'check_violation', CONSTRAINT = 'contacts_one_voice', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER contacts_one_voice_now AFTER INSERT ON "contacts" FOR EACH ROW
  WHEN (NEW.spoken_for IS NOT NULL) EXECUTE FUNCTION contacts_one_voice();
--> statement-breakpoint

-- Law 8, for what needs a look at other rows; the rest are CHECKs on the table. Deferred, so that the contact,
-- the callback and the resolution may be written in any order.
CREATE FUNCTION resolutions_are_earned() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  kase cases;
  broken text;
BEGIN
  SELECT * INTO kase FROM cases WHERE id = NEW.case_id;
  CASE
    WHEN NEW.contact_moment IN ('owner-reached', 'customer-called-owner') AND NEW.outcome IN ('answered', 'fixed') THEN
      IF NOT EXISTS (SELECT FROM callbacks WHERE case_id = NEW.case_id AND contact_id = NEW.contact_id AND state = 'kept') THEN
        broken := 'resolutions_keep_the_callback';
      END IF;
    WHEN NEW.outcome = 'duplicate' THEN
      IF NOT EXISTS (SELECT FROM cases WHERE id = NEW.duplicate_of AND customer_id = kase.customer_id
          AND (opened_at, id) < (kase.opened_at, kase.id) AND callback_id IS NOT NULL FOR KEY SHARE) THEN
        broken := 'resolutions_duplicate_is_older_and_open';
      END IF;
    WHEN NEW.outcome = 'notAQuestion' THEN
      IF kase.opened_by_kind <> 'system' OR EXISTS (SELECT FROM contacts WHERE case_id = NEW.case_id AND employee_id IS NOT NULL) THEN
        broken := 'resolutions_not_a_question_is_a_systems';
      END IF;
    WHEN NEW.outcome = 'unreachable' THEN
      IF NOT (SELECT count(*) FILTER (WHERE t.outcome <> 'message-sent') >= a.attempts
            AND count(DISTINCT t.day) FILTER (WHERE t.outcome <> 'message-sent') >= a.attempt_days
            AND bool_or(t.outcome = 'message-sent')
          FROM agreements a
          JOIN callbacks b ON b.case_id = NEW.case_id AND b.resolution_id = NEW.id
          LEFT JOIN callback_attempts t ON t.callback_id = b.id
          WHERE a.team_id = kase.team_id GROUP BY a.team_id) IS TRUE THEN
        broken := 'resolutions_not_yet_unreachable';
      END IF;
    ELSE NULL;
  END CASE;
  IF broken IS NOT NULL THEN
    RAISE EXCEPTION '%', replace(broken, '_', ' ') USING ERRCODE = 'check_violation', CONSTRAINT = broken, TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER resolutions_are_earned AFTER INSERT ON "resolutions" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION resolutions_are_earned();
--> statement-breakpoint

-- Law 3. The organisation holds on to one member of its default team; the foreign key above keeps that member
-- there. These triggers only pass the hold on to a teammate where there is one, so that the refusal is for the last.
CREATE FUNCTION organisation_hold_another_member() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE organisation o SET default_member_id = mate.id
  FROM (SELECT e.id, e.active_team_id FROM employees e JOIN organisation ON e.active_team_id = default_team_id
        WHERE e.id <> OLD.id ORDER BY e.id LIMIT 1 FOR KEY SHARE OF e) mate
  WHERE o.default_member_id = OLD.id AND o.default_team_id = mate.active_team_id;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER employees_pass_the_hold_on BEFORE UPDATE OF team_id, departed_at ON "employees" FOR EACH ROW
  WHEN (OLD.team_id IS DISTINCT FROM NEW.team_id OR (OLD.departed_at IS NULL AND NEW.departed_at IS NOT NULL))
  EXECUTE FUNCTION organisation_hold_another_member();
--> statement-breakpoint
CREATE FUNCTION organisation_hold_the_first_member() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE organisation SET default_member_id = NEW.id WHERE default_member_id IS NULL AND default_team_id = NEW.active_team_id;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER employees_first_member_is_held AFTER INSERT OR UPDATE OF team_id, departed_at ON "employees" FOR EACH ROW
  WHEN (NEW.active_team_id IS NOT NULL) EXECUTE FUNCTION organisation_hold_the_first_member();
--> statement-breakpoint
CREATE FUNCTION organisation_default_team_has_a_member() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.default_team_id IS DISTINCT FROM OLD.default_team_id THEN
    NEW.default_member_id := (SELECT id FROM employees WHERE active_team_id = NEW.default_team_id ORDER BY id LIMIT 1 FOR KEY SHARE);
  END IF;
  IF OLD.default_member_id IS NOT NULL AND NEW.default_member_id IS NULL THEN
    RAISE EXCEPTION 'the default team has no active member' USING ERRCODE = 'check_violation', CONSTRAINT = 'organisation_default_team_has_a_member', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER organisation_default_team_has_a_member BEFORE UPDATE ON "organisation" FOR EACH ROW
  EXECUTE FUNCTION organisation_default_team_has_a_member();
--> statement-breakpoint
CREATE TRIGGER organisation_stays BEFORE DELETE ON "organisation" FOR EACH ROW EXECUTE FUNCTION refuse('organisation_is_one');
--> statement-breakpoint
CREATE TRIGGER employees_stay BEFORE DELETE ON "employees" FOR EACH ROW EXECUTE FUNCTION refuse('employees_stay');
--> statement-breakpoint

-- Every instance remembers who its callers are; it forgets when this says so.
CREATE FUNCTION access_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('access_changed', '');
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER api_keys_changed AFTER UPDATE OF scopes, expires_at, revoked_at, digest OR DELETE ON "api_keys"
  FOR EACH STATEMENT EXECUTE FUNCTION access_changed();
--> statement-breakpoint
CREATE TRIGGER employees_changed AFTER UPDATE ON "employees" FOR EACH STATEMENT EXECUTE FUNCTION access_changed();
--> statement-breakpoint

-- The number behind a case's reference; the service adds the check digit.
CREATE SEQUENCE case_references START 10000001;
--> statement-breakpoint
INSERT INTO "organisation" DEFAULT VALUES;
