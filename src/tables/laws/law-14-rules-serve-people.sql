-- Law 14, rules serve people, the law excepted. That the law is not bent says the table itself, by the rule's kind.

-- The text that holds is one of the rule's own. Deferred, since rule and text are made in one go.
ALTER TABLE rules ADD CONSTRAINT rules_text_exists
  FOREIGN KEY (id, text_number) REFERENCES rule_versions (rule_id, number) DEFERRABLE INITIALLY DEFERRED;

-- The owner of an open case bends a rule, or who stands in for them, while the rule is in force; on a complaint about themselves
-- nobody does. What is bent is the text that holds. Both are held: a rule
-- that somebody abolishes or changes meanwhile is waited for, and then looked at anew.
CREATE FUNCTION deviations_bend() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  kase cases;
BEGIN
  PERFORM FROM rules WHERE id = NEW.rule_id AND abolished_at IS NULL
    AND text_number = NEW.text_number AND (kind <> 'house' OR NEW.at < review_until) FOR SHARE;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'there is nothing left to bend' USING
      ERRCODE = 'check_violation', CONSTRAINT = 'deviations_bend_what_is_in_force', TABLE = TG_TABLE_NAME;
  END IF;
  SELECT * INTO kase FROM cases WHERE id = NEW.case_id AND callback_id IS NOT NULL FOR KEY SHARE;
  IF NOT FOUND OR NOT speaks_for(NEW.employee_id, kase.owner_id, NEW.at)
      OR is_hidden_from(NEW.employee_id, kase.about_employee_id, kase.owner_id, NEW.at) THEN
    RAISE EXCEPTION 'the owner of an open case bends a rule, or who stands in for them' USING
      ERRCODE = 'check_violation', CONSTRAINT = 'deviations_are_the_owners', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER deviations_bend AFTER INSERT ON deviations FOR EACH ROW EXECUTE FUNCTION deviations_bend();

-- What a rule is known by stays, and how it began.
CREATE TRIGGER rules_stay_what_they_are BEFORE UPDATE ON rules FOR EACH ROW
  WHEN ((OLD.id, OLD.code, OLD.kind, OLD.created_at) IS DISTINCT FROM (NEW.id, NEW.code, NEW.kind, NEW.created_at))
  EXECUTE FUNCTION refuse('rules_are_history');

-- A rule that is abolished stays so, and a house rule that nobody renewed in time lapses by itself: no moment that is
-- given to the change brings it back. Only that its review was due may still be told.
CREATE TRIGGER rules_end_for_good BEFORE UPDATE ON rules FOR EACH ROW
  WHEN ((OLD.abolished_at IS NOT NULL OR (OLD.kind = 'house' AND NEW.changed_at >= OLD.review_until))
    AND (OLD.title, OLD.owner_id, OLD.text_number, OLD.review_on, OLD.review_from, OLD.review_until, OLD.burdened,
      OLD.reviews, OLD.abolished_at, OLD.changed_at)
    IS DISTINCT FROM (NEW.title, NEW.owner_id, NEW.text_number, NEW.review_on, NEW.review_from, NEW.review_until,
      NEW.burdened, NEW.reviews, NEW.abolished_at, NEW.changed_at))
  EXECUTE FUNCTION refuse('rules_end_for_good');

-- Time runs forward for a rule as well.
CREATE TRIGGER rules_run_forward BEFORE UPDATE ON rules FOR EACH ROW
  WHEN (NEW.changed_at < OLD.changed_at) EXECUTE FUNCTION refuse('rules_run_forward');

-- A review is what renews a rule, changes its text or abolishes it.
CREATE TRIGGER rules_are_renewed_by_a_review BEFORE UPDATE ON rules FOR EACH ROW
  WHEN (NEW.reviews = OLD.reviews AND (OLD.text_number, OLD.review_on, OLD.review_from, OLD.review_until, OLD.abolished_at)
    IS DISTINCT FROM (NEW.text_number, NEW.review_on, NEW.review_from, NEW.review_until, NEW.abolished_at))
  EXECUTE FUNCTION refuse('rules_are_renewed_by_a_review');

-- It is the next one, its decision is what becomes of the rule, and it is on record with who decided and why; and no review
-- and no text is on record that the rule knows nothing of.
CREATE FUNCTION rules_follow_their_review() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NEW.reviews <> OLD.reviews + 1 OR NEW.text_number - OLD.text_number NOT IN (0, 1)
    OR NOT EXISTS (SELECT FROM rule_reviews WHERE rule_id = NEW.id AND number = NEW.reviews AND decision = CASE
      WHEN NEW.abolished_at IS NOT NULL THEN 'abolish' WHEN NEW.text_number <> OLD.text_number THEN 'change' ELSE 'keep' END) THEN
    RAISE EXCEPTION 'nobody has reviewed it so' USING
      ERRCODE = 'check_violation', CONSTRAINT = 'rules_are_renewed_by_a_review', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER rules_follow_their_review AFTER UPDATE ON rules DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (OLD.reviews <> NEW.reviews) EXECUTE FUNCTION rules_follow_their_review();
CREATE TRIGGER rules_begin_unreviewed BEFORE INSERT ON rules FOR EACH ROW
  WHEN (NEW.reviews <> 0 OR NEW.text_number <> 1 OR num_nonnulls(NEW.abolished_at, NEW.due_told_at) > 0)
  EXECUTE FUNCTION refuse('rules_are_renewed_by_a_review');

CREATE FUNCTION rules_know_of_it() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM rules WHERE id = NEW.rule_id
      AND NEW.number <= CASE TG_TABLE_NAME WHEN 'rule_reviews' THEN reviews ELSE text_number END) THEN
    RAISE EXCEPTION 'the rule knows nothing of it' USING
      ERRCODE = 'check_violation', CONSTRAINT = 'rules_are_renewed_by_a_review', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER rule_reviews_are_the_rules AFTER INSERT ON rule_reviews DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  EXECUTE FUNCTION rules_know_of_it();
CREATE CONSTRAINT TRIGGER rule_versions_are_the_rules AFTER INSERT ON rule_versions DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  EXECUTE FUNCTION rules_know_of_it();

-- Its owner reviews it, who was that before this transaction, or a coach or an admin, who was that; and nobody who is leaving.
CREATE FUNCTION rule_reviews_are_by_who_may() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM employees e WHERE e.id = NEW.reviewed_by_id AND e.departed_at IS NULL
      AND ((e.role <> 'member' AND e.changed_in IS DISTINCT FROM pg_current_xact_id())
        OR EXISTS (SELECT FROM rules WHERE id = NEW.rule_id AND owner_id = e.id AND changed_in IS DISTINCT FROM pg_current_xact_id()))
      FOR KEY SHARE) OR is_leaving(NEW.reviewed_by_id) THEN
    RAISE EXCEPTION 'its owner reviews it, or a coach' USING
      ERRCODE = 'check_violation', CONSTRAINT = 'rule_reviews_are_by_who_may', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER rule_reviews_are_by_who_may AFTER INSERT ON rule_reviews FOR EACH ROW
  EXECUTE FUNCTION rule_reviews_are_by_who_may();

-- As employees do (law 12), a rule says in which transaction it got the owner that it has.
CREATE TRIGGER rules_know_their_transaction BEFORE INSERT ON rules FOR EACH ROW
  EXECUTE FUNCTION agreements_know_their_transaction();
CREATE TRIGGER rules_change_hands_in_a_transaction BEFORE UPDATE ON rules FOR EACH ROW
  WHEN ((OLD.owner_id, OLD.changed_in) IS DISTINCT FROM (NEW.owner_id, NEW.changed_in))
  EXECUTE FUNCTION agreements_know_their_transaction();

-- That its review is due is told once, until it is reviewed; and with the review it is told no more, so that the next one is.
CREATE TRIGGER rules_are_told_once BEFORE UPDATE ON rules FOR EACH ROW
  WHEN (CASE WHEN OLD.reviews <> NEW.reviews THEN NEW.due_told_at IS NOT NULL
    ELSE OLD.due_told_at IS NOT NULL AND OLD.due_told_at IS DISTINCT FROM NEW.due_told_at END)
  EXECUTE FUNCTION refuse('rules_are_renewed_by_a_review');

-- It is told when its day has come, or when the rule was bent as often within 90 days, since its last review, as the
-- organisation says; complaints are not counted, as on its bill. Deferred, since the last bending may be written after it.
CREATE FUNCTION rules_told_in_time() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NEW.abolished_at IS NOT NULL OR NOT EXISTS (SELECT FROM organisation o
      WHERE changed_in IS DISTINCT FROM pg_current_xact_id() AND review_after <= (SELECT count(*)
        FROM deviations d JOIN cases c ON c.id = d.case_id
        WHERE d.rule_id = NEW.id AND c.about_employee_id IS NULL AND d.at > NEW.due_told_at - interval '2160 hours'
          AND d.at > coalesce((SELECT max(at) FROM rule_reviews WHERE rule_id = NEW.id AND number <= NEW.reviews), '-infinity'))) THEN
    RAISE EXCEPTION 'its review is not due' USING
      ERRCODE = 'check_violation', CONSTRAINT = 'rules_told_in_time', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER rules_told_in_time AFTER UPDATE ON rules DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (OLD.due_told_at IS NULL AND NEW.due_told_at IS NOT NULL
    AND (NEW.abolished_at IS NOT NULL OR NEW.review_from IS NULL OR NEW.due_told_at < NEW.review_from))
  EXECUTE FUNCTION rules_told_in_time();

-- Nothing of it is taken back.
CREATE TRIGGER rules_stay BEFORE DELETE ON rules FOR EACH ROW EXECUTE FUNCTION refuse('rules_are_history');
CREATE TRIGGER rules_stay_all BEFORE TRUNCATE ON rules EXECUTE FUNCTION refuse('rules_are_history');
CREATE TRIGGER rule_versions_are_history BEFORE UPDATE OR DELETE ON rule_versions FOR EACH ROW
  EXECUTE FUNCTION refuse('rules_are_history');
CREATE TRIGGER rule_versions_stay_all BEFORE TRUNCATE ON rule_versions EXECUTE FUNCTION refuse('rules_are_history');
CREATE TRIGGER rule_reviews_are_history BEFORE UPDATE OR DELETE ON rule_reviews FOR EACH ROW
  EXECUTE FUNCTION refuse('rules_are_history');
CREATE TRIGGER rule_reviews_stay_all BEFORE TRUNCATE ON rule_reviews EXECUTE FUNCTION refuse('rules_are_history');
CREATE TRIGGER deviations_are_history BEFORE UPDATE OR DELETE ON deviations FOR EACH ROW
  EXECUTE FUNCTION refuse('deviations_are_history');
CREATE TRIGGER deviations_stay_all BEFORE TRUNCATE ON deviations EXECUTE FUNCTION refuse('deviations_are_history');

-- That a review is due is told once, whatever the code does.
CREATE UNIQUE INDEX events_tell_of_a_due_review_once ON events ((data ->> 'ruleId'), (data ->> 'review'))
  WHERE type = 'rule.review-due';
