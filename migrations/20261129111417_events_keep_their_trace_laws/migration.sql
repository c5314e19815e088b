-- An event never changes. Its place stands in a table of its own: see the feed's page, also for `position`.
CREATE OR REPLACE TRIGGER events_are_final BEFORE UPDATE ON events FOR EACH ROW
  WHEN ((OLD.id, OLD.type, OLD.at, OLD.case_id, OLD.case_sequence, OLD.customer_id,
      OLD.actor_kind, OLD.actor_id, OLD.on_behalf_of, OLD.data, OLD.tx, OLD.trace_parent)
    IS DISTINCT FROM (NEW.id, NEW.type, NEW.at, NEW.case_id, NEW.case_sequence, NEW.customer_id,
      NEW.actor_kind, NEW.actor_id, NEW.on_behalf_of, NEW.data, NEW.tx, NEW.trace_parent)
    OR OLD.position IS NOT NULL)
  EXECUTE FUNCTION refuse('events_are_final');
