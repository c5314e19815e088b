-- When a case or a customer last changed is the moment of an event: so lists are found and ordered by it.
CREATE INDEX "events_of_customers" ON "events" ("customer_id","at") WHERE type like 'customer.%' and data ->> 'factId' is null;--> statement-breakpoint
CREATE INDEX "events_by_moment" ON "events" ("at","case_id");