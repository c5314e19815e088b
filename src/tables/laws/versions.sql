-- Versions: by the number of a row whoever changes it says what they have seen. It begins with one and counts up one by one. One
-- that went back would pass for what somebody saw before; behind the largest there is none, so nobody could ever keep that promise,
-- or erase that customer, and a job that is at many rows would stop at this one. That of a case is the number of its last event.
CREATE TRIGGER absences_version_counts_up BEFORE UPDATE ON absences FOR EACH ROW
  WHEN (NEW.version::bigint - OLD.version NOT BETWEEN 0 AND 1) EXECUTE FUNCTION refuse('versions_count_up');
CREATE TRIGGER agreements_version_counts_up BEFORE UPDATE ON agreements FOR EACH ROW
  WHEN (NEW.version::bigint - OLD.version NOT BETWEEN 0 AND 1) EXECUTE FUNCTION refuse('versions_count_up');
CREATE TRIGGER asks_version_counts_up BEFORE UPDATE ON asks FOR EACH ROW
  WHEN (NEW.version::bigint - OLD.version NOT BETWEEN 0 AND 1) EXECUTE FUNCTION refuse('versions_count_up');
CREATE TRIGGER budgets_version_counts_up BEFORE UPDATE ON budgets FOR EACH ROW
  WHEN (NEW.version::bigint - OLD.version NOT BETWEEN 0 AND 1) EXECUTE FUNCTION refuse('versions_count_up');
CREATE TRIGGER callbacks_version_counts_up BEFORE UPDATE ON callbacks FOR EACH ROW
  WHEN (NEW.version::bigint - OLD.version NOT BETWEEN 0 AND 1) EXECUTE FUNCTION refuse('versions_count_up');
CREATE TRIGGER calls_version_counts_up BEFORE UPDATE ON calls FOR EACH ROW
  WHEN (NEW.version::bigint - OLD.version NOT BETWEEN 0 AND 1) EXECUTE FUNCTION refuse('versions_count_up');
CREATE TRIGGER consultations_version_counts_up BEFORE UPDATE ON consultations FOR EACH ROW
  WHEN (NEW.version::bigint - OLD.version NOT BETWEEN 0 AND 1) EXECUTE FUNCTION refuse('versions_count_up');
CREATE TRIGGER customers_version_counts_up BEFORE UPDATE ON customers FOR EACH ROW
  WHEN (NEW.version::bigint - OLD.version NOT BETWEEN 0 AND 1) EXECUTE FUNCTION refuse('versions_count_up');
CREATE TRIGGER employees_version_counts_up BEFORE UPDATE ON employees FOR EACH ROW
  WHEN (NEW.version::bigint - OLD.version NOT BETWEEN 0 AND 1) EXECUTE FUNCTION refuse('versions_count_up');
CREATE TRIGGER gestures_version_counts_up BEFORE UPDATE ON gestures FOR EACH ROW
  WHEN (NEW.version::bigint - OLD.version NOT BETWEEN 0 AND 1) EXECUTE FUNCTION refuse('versions_count_up');
CREATE TRIGGER heads_ups_version_counts_up BEFORE UPDATE ON heads_ups FOR EACH ROW
  WHEN (NEW.version::bigint - OLD.version NOT BETWEEN 0 AND 1) EXECUTE FUNCTION refuse('versions_count_up');
CREATE TRIGGER ideas_version_counts_up BEFORE UPDATE ON ideas FOR EACH ROW
  WHEN (NEW.version::bigint - OLD.version NOT BETWEEN 0 AND 1) EXECUTE FUNCTION refuse('versions_count_up');
CREATE TRIGGER imports_version_counts_up BEFORE UPDATE ON imports FOR EACH ROW
  WHEN (NEW.version::bigint - OLD.version NOT BETWEEN 0 AND 1) EXECUTE FUNCTION refuse('versions_count_up');
CREATE TRIGGER organisation_version_counts_up BEFORE UPDATE ON organisation FOR EACH ROW
  WHEN (NEW.version::bigint - OLD.version NOT BETWEEN 0 AND 1) EXECUTE FUNCTION refuse('versions_count_up');
CREATE TRIGGER outreaches_version_counts_up BEFORE UPDATE ON outreaches FOR EACH ROW
  WHEN (NEW.version::bigint - OLD.version NOT BETWEEN 0 AND 1) EXECUTE FUNCTION refuse('versions_count_up');
CREATE TRIGGER presences_version_counts_up BEFORE UPDATE ON presences FOR EACH ROW
  WHEN (NEW.version::bigint - OLD.version NOT BETWEEN 0 AND 1) EXECUTE FUNCTION refuse('versions_count_up');
CREATE TRIGGER rules_version_counts_up BEFORE UPDATE ON rules FOR EACH ROW
  WHEN (NEW.version::bigint - OLD.version NOT BETWEEN 0 AND 1) EXECUTE FUNCTION refuse('versions_count_up');
CREATE TRIGGER shared_values_version_counts_up BEFORE UPDATE ON shared_values FOR EACH ROW
  WHEN (NEW.version::bigint - OLD.version NOT BETWEEN 0 AND 1) EXECUTE FUNCTION refuse('versions_count_up');
CREATE TRIGGER successions_version_counts_up BEFORE UPDATE ON successions FOR EACH ROW
  WHEN (NEW.version::bigint - OLD.version NOT BETWEEN 0 AND 1) EXECUTE FUNCTION refuse('versions_count_up');
CREATE TRIGGER surveys_version_counts_up BEFORE UPDATE ON surveys FOR EACH ROW
  WHEN (NEW.version::bigint - OLD.version NOT BETWEEN 0 AND 1) EXECUTE FUNCTION refuse('versions_count_up');
CREATE TRIGGER teams_version_counts_up BEFORE UPDATE ON teams FOR EACH ROW
  WHEN (NEW.version::bigint - OLD.version NOT BETWEEN 0 AND 1) EXECUTE FUNCTION refuse('versions_count_up');
CREATE TRIGGER topics_version_counts_up BEFORE UPDATE ON topics FOR EACH ROW
  WHEN (NEW.version::bigint - OLD.version NOT BETWEEN 0 AND 1) EXECUTE FUNCTION refuse('versions_count_up');
CREATE TRIGGER webhooks_version_counts_up BEFORE UPDATE ON webhooks FOR EACH ROW
  WHEN (NEW.version::bigint - OLD.version NOT BETWEEN 0 AND 1) EXECUTE FUNCTION refuse('versions_count_up');

-- The row of a presence is inserted anew each time, and then changes the one that is there.
CREATE TRIGGER absences_version_begins BEFORE INSERT ON absences FOR EACH ROW
  WHEN (NEW.version <> 1) EXECUTE FUNCTION refuse('versions_count_up');
CREATE TRIGGER agreements_version_begins BEFORE INSERT ON agreements FOR EACH ROW
  WHEN (NEW.version <> 1) EXECUTE FUNCTION refuse('versions_count_up');
CREATE TRIGGER asks_version_begins BEFORE INSERT ON asks FOR EACH ROW
  WHEN (NEW.version <> 1) EXECUTE FUNCTION refuse('versions_count_up');
CREATE TRIGGER budgets_version_begins BEFORE INSERT ON budgets FOR EACH ROW
  WHEN (NEW.version <> 1) EXECUTE FUNCTION refuse('versions_count_up');
CREATE TRIGGER callbacks_version_begins BEFORE INSERT ON callbacks FOR EACH ROW
  WHEN (NEW.version <> 1) EXECUTE FUNCTION refuse('versions_count_up');
CREATE TRIGGER calls_version_begins BEFORE INSERT ON calls FOR EACH ROW
  WHEN (NEW.version <> 1) EXECUTE FUNCTION refuse('versions_count_up');
CREATE TRIGGER consultations_version_begins BEFORE INSERT ON consultations FOR EACH ROW
  WHEN (NEW.version <> 1) EXECUTE FUNCTION refuse('versions_count_up');
CREATE TRIGGER customers_version_begins BEFORE INSERT ON customers FOR EACH ROW
  WHEN (NEW.version <> 1) EXECUTE FUNCTION refuse('versions_count_up');
CREATE TRIGGER employees_version_begins BEFORE INSERT ON employees FOR EACH ROW
  WHEN (NEW.version <> 1) EXECUTE FUNCTION refuse('versions_count_up');
CREATE TRIGGER gestures_version_begins BEFORE INSERT ON gestures FOR EACH ROW
  WHEN (NEW.version <> 1) EXECUTE FUNCTION refuse('versions_count_up');
CREATE TRIGGER heads_ups_version_begins BEFORE INSERT ON heads_ups FOR EACH ROW
  WHEN (NEW.version <> 1) EXECUTE FUNCTION refuse('versions_count_up');
CREATE TRIGGER ideas_version_begins BEFORE INSERT ON ideas FOR EACH ROW
  WHEN (NEW.version <> 1) EXECUTE FUNCTION refuse('versions_count_up');
CREATE TRIGGER imports_version_begins BEFORE INSERT ON imports FOR EACH ROW
  WHEN (NEW.version <> 1) EXECUTE FUNCTION refuse('versions_count_up');
CREATE TRIGGER organisation_version_begins BEFORE INSERT ON organisation FOR EACH ROW
  WHEN (NEW.version <> 1) EXECUTE FUNCTION refuse('versions_count_up');
CREATE TRIGGER outreaches_version_begins BEFORE INSERT ON outreaches FOR EACH ROW
  WHEN (NEW.version <> 1) EXECUTE FUNCTION refuse('versions_count_up');
CREATE TRIGGER rules_version_begins BEFORE INSERT ON rules FOR EACH ROW
  WHEN (NEW.version <> 1) EXECUTE FUNCTION refuse('versions_count_up');
CREATE TRIGGER shared_values_version_begins BEFORE INSERT ON shared_values FOR EACH ROW
  WHEN (NEW.version <> 1) EXECUTE FUNCTION refuse('versions_count_up');
CREATE TRIGGER successions_version_begins BEFORE INSERT ON successions FOR EACH ROW
  WHEN (NEW.version <> 1) EXECUTE FUNCTION refuse('versions_count_up');
CREATE TRIGGER surveys_version_begins BEFORE INSERT ON surveys FOR EACH ROW
  WHEN (NEW.version <> 1) EXECUTE FUNCTION refuse('versions_count_up');
CREATE TRIGGER teams_version_begins BEFORE INSERT ON teams FOR EACH ROW
  WHEN (NEW.version <> 1) EXECUTE FUNCTION refuse('versions_count_up');
CREATE TRIGGER topics_version_begins BEFORE INSERT ON topics FOR EACH ROW
  WHEN (NEW.version <> 1) EXECUTE FUNCTION refuse('versions_count_up');
CREATE TRIGGER webhooks_version_begins BEFORE INSERT ON webhooks FOR EACH ROW
  WHEN (NEW.version <> 1) EXECUTE FUNCTION refuse('versions_count_up');
