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
-- Law 5. What replaces a rescheduled callback is another one of the same case, made at that moment.
ALTER TABLE "callbacks" ADD CONSTRAINT "callbacks_made_at_that_moment" UNIQUE ("case_id", "id", "made_at");
--> statement-breakpoint
ALTER TABLE "callbacks" ADD CONSTRAINT "callbacks_replacement_exists"
  FOREIGN KEY ("case_id", "replaced_by", "closed_at") REFERENCES "callbacks" ("case_id", "id", "made_at") DEFERRABLE INITIALLY DEFERRED;
--> statement-breakpoint
ALTER TABLE "callbacks" ADD CONSTRAINT "callbacks_replacement_is_another" CHECK ("replaced_by" <> "id");
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

-- Laws 2 and 5. A promise begins open, its window never moves, and once it has ended it stays as it ended: whose it
-- was as well.
CREATE TRIGGER callbacks_begin_open BEFORE INSERT ON "callbacks" FOR EACH ROW
  WHEN (NEW.state <> 'open') EXECUTE FUNCTION refuse('callbacks_promise_stands');
--> statement-breakpoint
CREATE TRIGGER callbacks_promise_stands BEFORE UPDATE ON "callbacks" FOR EACH ROW
  WHEN (OLD.state <> 'open' OR (OLD.owner_id <> NEW.owner_id AND NEW.state <> 'open')
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

-- Law 1. Also a case that is resolved as it is opened begins with an active member of its team as its owner.
CREATE FUNCTION cases_begin_with_an_active_member() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM employees WHERE id = NEW.owner_id AND active_team_id = NEW.team_id FOR KEY SHARE) THEN
    RAISE EXCEPTION 'the owner is no active member of the team' USING ERRCODE = 'check_violation', CONSTRAINT = 'cases_owner_is_an_active_member', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER cases_begin_with_an_active_member AFTER INSERT ON "cases" FOR EACH ROW
  WHEN (NEW.callback_id IS NULL) EXECUTE FUNCTION cases_begin_with_an_active_member();
--> statement-breakpoint
-- Law 3. The organisation stays.
CREATE TRIGGER organisation_stays_all BEFORE TRUNCATE ON "organisation" EXECUTE FUNCTION refuse('organisation_is_one');
--> statement-breakpoint
-- Laws 5 and 6. A contact keeps one callback, and is not older than the promise that it keeps or moves.
CREATE UNIQUE INDEX "callbacks_kept_by_one_contact" ON "callbacks" ("contact_id") WHERE state = 'kept';
--> statement-breakpoint
CREATE FUNCTION callbacks_contact_is_younger() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM contacts WHERE id = NEW.contact_id
      AND (recorded_at < NEW.made_at OR (opening AND recorded_at = NEW.made_at))) THEN
    RAISE EXCEPTION 'the contact is older than the promise' USING ERRCODE = 'check_violation', TABLE = TG_TABLE_NAME,
      CONSTRAINT = CASE NEW.state WHEN 'kept' THEN 'callbacks_kept_is_spoken' ELSE 'callbacks_rescheduled_was_told' END;
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER callbacks_contact_is_younger AFTER UPDATE ON "callbacks" FOR EACH ROW
  WHEN (OLD.contact_id IS NULL AND NEW.contact_id IS NOT NULL) EXECUTE FUNCTION callbacks_contact_is_younger();
--> statement-breakpoint
-- Law 7. A try at reaching the customer is the owner's as well, and belongs to the promise that is open.
CREATE FUNCTION callback_attempts_one_voice() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM callbacks WHERE id = NEW.callback_id AND owner_id = NEW.employee_id
      AND (state = 'open' OR contact_id = NEW.contact_id) FOR KEY SHARE) THEN
    RAISE EXCEPTION 'only the owner tries to keep an open callback' USING ERRCODE = 'check_violation', CONSTRAINT = 'contacts_one_voice', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER callback_attempts_one_voice AFTER INSERT ON "callback_attempts" FOR EACH ROW
  EXECUTE FUNCTION callback_attempts_one_voice();
--> statement-breakpoint
-- Law 8. The contact in which the customer heard it, or withdrew, is not older than any promise of the case.
CREATE FUNCTION resolutions_contact_is_younger() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM contacts t JOIN callbacks b ON b.case_id = t.case_id AND b.made_at > t.recorded_at WHERE t.id = NEW.contact_id) THEN
    RAISE EXCEPTION 'the contact is older than the promise' USING ERRCODE = 'check_violation', CONSTRAINT = 'resolutions_customer_was_told', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER resolutions_contact_is_younger AFTER INSERT ON "resolutions" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (NEW.outcome IN ('answered', 'fixed', 'withdrawn')) EXECUTE FUNCTION resolutions_contact_is_younger();
--> statement-breakpoint
-- Laws 8 and 15. How a case ended is not rewritten, and what ended it once does not end it again.
CREATE TRIGGER cases_ending_is_history BEFORE UPDATE ON "cases" FOR EACH ROW
  WHEN (OLD.resolution_id IS NOT NULL AND NEW.resolution_id IS NOT NULL
    AND (OLD.resolution_id, OLD.resolved_at) IS DISTINCT FROM (NEW.resolution_id, NEW.resolved_at))
  EXECUTE FUNCTION refuse('cases_resolved_has_its_resolution');
--> statement-breakpoint
CREATE FUNCTION cases_end_anew() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM events WHERE case_id = NEW.id AND case_sequence <= OLD.version AND type = 'case.resolved'
      AND data ->> 'resolutionId' = NEW.resolution_id::text) THEN
    RAISE EXCEPTION 'this resolution ended the case before' USING ERRCODE = 'check_violation', CONSTRAINT = 'cases_resolved_has_its_resolution', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER cases_end_anew BEFORE UPDATE ON "cases" FOR EACH ROW
  WHEN (OLD.resolution_id IS NULL AND NEW.resolution_id IS NOT NULL) EXECUTE FUNCTION cases_end_anew();
--> statement-breakpoint
-- Law 15. The history is never ahead of its case either: whoever appends an event says so in the case.
CREATE FUNCTION events_are_the_cases() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM cases WHERE id = NEW.case_id AND version >= NEW.case_sequence) THEN
    RAISE EXCEPTION 'the history is ahead of its case' USING ERRCODE = 'check_violation', CONSTRAINT = 'cases_change_is_in_the_history', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER events_are_the_cases AFTER INSERT ON "events" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (NEW.case_id IS NOT NULL) EXECUTE FUNCTION events_are_the_cases();
--> statement-breakpoint
CREATE TRIGGER events_begin_outside_the_feed BEFORE INSERT ON "events" FOR EACH ROW
  WHEN (NEW.position IS NOT NULL) EXECUTE FUNCTION refuse('events_are_final');
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
