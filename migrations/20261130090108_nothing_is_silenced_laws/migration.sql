-- It moves its case, at once: when the transaction is over, the case names it.
CREATE FUNCTION case_corrections_move_their_case() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM cases WHERE id = NEW.case_id AND correction_id = NEW.id) THEN
    RAISE EXCEPTION 'the case stays where it was' USING
      ERRCODE = 'check_violation', CONSTRAINT = 'cases_customer_is_corrected', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
-- A customer who contacts us while a promise is open chases it, and its owner hears of that: not one who speaks with them, says
-- thanks, or chooses another window by themselves. Deferred, since the promise may end in it.
CREATE FUNCTION contacts_chase_the_promise() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NEW.chose_from IS NULL
    AND EXISTS (SELECT FROM callbacks WHERE case_id = NEW.case_id AND state = 'open' AND made_at <= NEW.at)
    AND NOT EXISTS (SELECT FROM events WHERE about_id = NEW.id AND type = 'case.chased' AND case_id = NEW.case_id) THEN
    RAISE EXCEPTION 'the owner hears of it' USING
      ERRCODE = 'check_violation', CONSTRAINT = 'contacts_chase_the_promise', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER case_corrections_move_their_case AFTER INSERT ON case_corrections DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION case_corrections_move_their_case();
--> statement-breakpoint
-- It begins without an answer, and nothing of it was told ahead.
CREATE TRIGGER ideas_begin_unanswered BEFORE INSERT ON ideas FOR EACH ROW
  WHEN (num_nonnulls(NEW.decision, NEW.result, NEW.overdue_told_at) > 0) EXECUTE FUNCTION refuse('ideas_decisions_stand');
--> statement-breakpoint
-- A promise begins open, nobody has tried to keep it, and nothing of it was told ahead.
CREATE OR REPLACE TRIGGER callbacks_begin_open BEFORE INSERT ON callbacks FOR EACH ROW
  WHEN (NEW.state <> 'open' OR NEW.attempts <> 0 OR num_nonnulls(NEW.next_try_at, NEW.reminded_at, NEW.overdue_told_at) > 0)
  EXECUTE FUNCTION refuse('callbacks_promise_stands');
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER contacts_chase_the_promise AFTER INSERT ON contacts DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (NEW.direction = 'inbound' AND NOT (NEW.opening OR NEW.thanks) AND NEW.moment <> 'customer-called-owner')
  EXECUTE FUNCTION contacts_chase_the_promise();
--> statement-breakpoint
CREATE OR REPLACE TRIGGER rules_begin_unreviewed BEFORE INSERT ON rules FOR EACH ROW
  WHEN (NEW.reviews <> 0 OR NEW.text_number <> 1 OR num_nonnulls(NEW.abolished_at, NEW.due_told_at) > 0)
  EXECUTE FUNCTION refuse('rules_are_renewed_by_a_review');
--> statement-breakpoint
CREATE TRIGGER customers_stay_who_they_are BEFORE UPDATE ON customers FOR EACH ROW
  WHEN (OLD.id <> NEW.id) EXECUTE FUNCTION refuse('customers_stay');
--> statement-breakpoint
CREATE TRIGGER agreements_stay_the_teams BEFORE UPDATE ON agreements FOR EACH ROW
  WHEN (OLD.team_id <> NEW.team_id) EXECUTE FUNCTION refuse('agreements_stay');
--> statement-breakpoint
CREATE TRIGGER link_keys_are_of_now BEFORE INSERT ON link_keys FOR EACH ROW
  WHEN (NEW.made_at NOT BETWEEN now() - interval '5 minutes' AND now() + interval '5 minutes')
  EXECUTE FUNCTION refuse('link_keys_are_of_now');
--> statement-breakpoint
CREATE TRIGGER checkpoints_are_of_now BEFORE INSERT ON checkpoints FOR EACH ROW
  WHEN (NEW.at NOT BETWEEN now() - interval '5 minutes' AND now() + interval '5 minutes')
  EXECUTE FUNCTION refuse('checkpoints_are_of_now');
