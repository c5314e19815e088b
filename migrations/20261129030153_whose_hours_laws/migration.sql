-- That it is due, and that it is overdue, is told once; and what it left aside stays on record.
CREATE OR REPLACE TRIGGER callbacks_are_told_once BEFORE UPDATE ON callbacks FOR EACH ROW
  WHEN ((OLD.reminded_at IS NOT NULL AND OLD.reminded_at IS DISTINCT FROM NEW.reminded_at)
    OR (OLD.overdue_told_at IS NOT NULL AND OLD.overdue_told_at IS DISTINCT FROM NEW.overdue_told_at)
    OR (OLD.yielded, OLD.cut_by_horizon) IS DISTINCT FROM (NEW.yielded, NEW.cut_by_horizon))
  EXECUTE FUNCTION refuse('callbacks_promise_stands');
