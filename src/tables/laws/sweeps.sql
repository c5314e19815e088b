-- Sweeps: TRUNCATE fires nothing that a DELETE fires, and asks no row whether it may go. What stays says so on its own page; here
-- stands what goes row by row: keys and departures, which every instance has to hear of, and what words are searched by.
CREATE TRIGGER api_keys_are_not_swept BEFORE TRUNCATE ON api_keys EXECUTE FUNCTION refuse('rows_are_not_swept');
CREATE TRIGGER customer_facts_are_not_swept BEFORE TRUNCATE ON customer_facts EXECUTE FUNCTION refuse('rows_are_not_swept');
CREATE TRIGGER customer_references_are_not_swept BEFORE TRUNCATE ON customer_references EXECUTE FUNCTION refuse('rows_are_not_swept');
CREATE TRIGGER departures_are_not_swept BEFORE TRUNCATE ON departures EXECUTE FUNCTION refuse('rows_are_not_swept');
CREATE TRIGGER employee_topics_are_not_swept BEFORE TRUNCATE ON employee_topics EXECUTE FUNCTION refuse('rows_are_not_swept');
CREATE TRIGGER imports_are_not_swept BEFORE TRUNCATE ON imports EXECUTE FUNCTION refuse('rows_are_not_swept');
CREATE TRIGGER import_refusals_are_not_swept BEFORE TRUNCATE ON import_refusals EXECUTE FUNCTION refuse('rows_are_not_swept');
CREATE TRIGGER pulse_givers_are_not_swept BEFORE TRUNCATE ON pulse_givers EXECUTE FUNCTION refuse('rows_are_not_swept');
CREATE TRIGGER shared_values_are_not_swept BEFORE TRUNCATE ON shared_values EXECUTE FUNCTION refuse('rows_are_not_swept');
CREATE TRIGGER webhooks_are_not_swept BEFORE TRUNCATE ON webhooks EXECUTE FUNCTION refuse('rows_are_not_swept');
CREATE TRIGGER webhook_deliveries_are_not_swept BEFORE TRUNCATE ON webhook_deliveries EXECUTE FUNCTION refuse('rows_are_not_swept');
