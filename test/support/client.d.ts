// Made by npm run client.
export interface paths {
    "/openapi.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get this document
         * @description The description of all operations, for people at `/docs`.
         */
        get: operations["getDocument"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Ask whether the process lives
         * @description Answers as long as the process runs. Whoever watches it restarts it when this fails.
         */
        get: operations["getLiveness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Ask whether the service can serve
         * @description The database answers and has its tables, and the service is not stopping.
         */
        get: operations["getReadiness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/problems": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the kinds of problems
         * @description All that an operation may refuse with, on one page.
         */
        get: operations["listProblems"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/problems/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get what a problem means
         * @description Where the `type` of every problem leads.
         */
        get: operations["getProblem"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/organisation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the organisation
         * @description Where the organisation is, its default team, and how far owners may go.
         *
         *     For any employee, and a system with the scope `cases:read`.
         */
        get: operations["getOrganisation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change the organisation
         * @description Money is given in the currency of the organisation. Another currency needs both ceilings anew, and ends the own ceilings of teams; a lower ceiling brings those of teams down with it.
         *
         *     For an employee with the role `admin`, and a system with the scope `admin`.
         */
        patch: operations["changeOrganisation"];
        trace?: never;
    };
    "/v1/teams": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List teams
         * @description Teams in the order in which they were made, with their working agreements.
         *
         *     For any employee, and a system with the scope `cases:read`.
         */
        get: operations["listTeams"];
        put?: never;
        /**
         * Make a team
         * @description A team needs a name. The first one becomes the default team of the organisation.
         *
         *     For an employee with the role `admin`, and a system with the scope `admin`.
         */
        post: operations["createTeam"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/teams/{teamId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a team
         * @description One team by its id, with its working agreements.
         *
         *     For any employee, and a system with the scope `cases:read`.
         */
        get: operations["getTeam"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change a team
         * @description Changes its name, its segments or its agreements; of the agreements only what is given.
         *
         *     For an employee with the role `admin`, and a system with the scope `admin`.
         */
        patch: operations["changeTeam"];
        trace?: never;
    };
    "/v1/teams/{teamId}/agreements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a team’s working agreements
         * @description When the team is there, what it promises and how often it tries.
         *
         *     For any employee, and a system with the scope `cases:read`.
         */
        get: operations["getAgreements"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change a team’s working agreements
         * @description Any member of the team may, and coaches and admins. Promises that were made stay as they were made.
         *
         *     For any employee, and a system with the scope `admin`.
         */
        patch: operations["changeAgreements"];
        trace?: never;
    };
    "/v1/teams/{teamId}/board": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get what needs the attention of a team
         * @description The promises that are overdue or due soon, and the cases about which customers contacted us again. Members see the board of their own team, coaches and admins each one.
         *
         *     For any employee, and a system with the scope `cases:read`.
         */
        get: operations["getBoard"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/topics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List topics
         * @description Topics in the order in which they were made.
         *
         *     For any employee, and a system with the scope `cases:read`.
         */
        get: operations["listTopics"];
        put?: never;
        /**
         * Make a topic
         * @description A topic has a code by which systems know it, and a name for people.
         *
         *     For an employee with the role `admin`, and a system with the scope `admin`.
         */
        post: operations["createTopic"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/topics/{topicId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a topic
         * @description One topic by its id.
         *
         *     For any employee, and a system with the scope `cases:read`.
         */
        get: operations["getTopic"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change a topic
         * @description Changes the name or the description; the code stays, since others refer to it.
         *
         *     For an employee with the role `admin`, and a system with the scope `admin`.
         */
        patch: operations["changeTopic"];
        trace?: never;
    };
    "/v1/employees": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List employees
         * @description Employees in the order in which they came, those who have left included.
         *
         *     For any employee, and a system with the scope `cases:read`.
         */
        get: operations["listEmployees"];
        put?: never;
        /**
         * Make an employee
         * @description Somebody who comes to work here: a member of a team, or without one a specialist.
         *
         *     For an employee with the role `admin`, and a system with the scope `admin`.
         */
        post: operations["createEmployee"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/employees/{employeeId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get an employee
         * @description One employee by their id, also after they have left.
         *
         *     For any employee, and a system with the scope `cases:read`.
         */
        get: operations["getEmployee"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change an employee
         * @description Changes what is given; null clears. To another team, the open cases move along with their owner. Nobody becomes a specialist while they own open cases, and the last active member of the default team stays in it.
         *
         *     For an employee with the role `admin`, and a system with the scope `admin`.
         */
        patch: operations["changeEmployee"];
        trace?: never;
    };
    "/v1/employees/{employeeId}/absences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List an employee’s absences
         * @description When they are away and who stands in, the last one first; those that are over included.
         *
         *     For any employee, and a system with the scope `cases:read`.
         */
        get: operations["listAbsences"];
        put?: never;
        /**
         * Register an absence
         * @description Somebody is away: their cases stay theirs, and a stand-in acts for them from then until they are back. Answers with the promises that fall in it. A member registers their own, a coach or an admin anybody’s. Where they stood in for others, somebody present takes over.
         *
         *     For any employee, and a system with the scope `admin`.
         */
        post: operations["registerAbsence"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/absences/{absenceId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get an absence
         * @description When somebody is away, and who stands in.
         *
         *     For any employee, and a system with the scope `cases:read`.
         */
        get: operations["getAbsence"];
        put?: never;
        post?: never;
        /**
         * End an absence
         * @description They are back: an absence that has begun ends now, one that has not is removed, and one that is over stays as it was.
         *
         *     For any employee, and a system with the scope `admin`.
         */
        delete: operations["endAbsence"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/employees/{employeeId}/presence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get whether an employee can be rung
         * @description At this moment; what was before is not kept.
         *
         *     For any employee, and a system with the scope `calls:write` or `cases:read`.
         */
        get: operations["getPresence"];
        /**
         * Say whether an employee can be rung
         * @description While they are `away` the customers who call them are put through to somebody else. An employee says it of themselves, a coach, an admin or the telephone system of anybody. Cases, promises and stand-ins stay as they are.
         *
         *     For any employee, and a system with the scope `calls:write`.
         */
        put: operations["setPresence"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/employees/{employeeId}/departure": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Let an employee leave
         * @description The employee leaves now, for good, and all their open cases pass on at once: to the successors who are named, else spread by load over the team. Promises and history stay as they are. For who is absent for more than 20 working days the cases pass on likewise, and the employee stays.
         *
         *     For an employee with the role `admin`, and a system with the scope `admin`.
         */
        post: operations["departEmployee"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get who you are
         * @description The employee who calls, or the system that calls for itself with what it may do.
         *
         *     For any employee, and any system.
         */
        get: operations["getMe"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/day": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get what you have to do today
         * @description Your open callbacks that are overdue, or due before the day is over, and those of the owners for whom you stand in now, in the order of their windows.
         *
         *     For any employee; a system names one in `On-Behalf-Of`.
         */
        get: operations["getDay"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/employees/{employeeId}/calendar-feed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make an employee’s calendar feed
         * @description Answers with an address to which a calendar program can subscribe. It is shown once, and the address before stops working. Employees make their own, admins anybody’s.
         *
         *     For any employee, and a system with the scope `admin`.
         */
        post: operations["makeCalendarFeed"];
        /**
         * Revoke an employee’s calendar feed
         * @description Its address stops working. Employees revoke their own, admins anybody’s.
         *
         *     For any employee, and a system with the scope `admin`.
         */
        delete: operations["revokeCalendarFeed"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/employees/{employeeId}/callbacks.ics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get an employee’s callbacks as a calendar
         * @description What they have promised, and as cancelled what has ended whose window was in the past 30 days; no customer’s name, number or question, for calendars are copied to telephones and to other companies.
         *
         *     For whoever has the address: its token is the key.
         */
        get: operations["getCalendarFeed"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/customers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List customers
         * @description Customers, the newest first.
         *
         *     For any employee, and a system with the scope `customers:read`.
         */
        get: operations["listCustomers"];
        put?: never;
        /**
         * Make a customer
         * @description A customer has exactly one team: the one given, else the oldest that serves the segment, else the default team.
         *
         *     For any employee, and a system with the scope `customers:write`.
         */
        post: operations["createCustomer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/customers/{customerId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a customer
         * @description One customer by their id.
         *
         *     For any employee, and a system with the scope `customers:read`.
         */
        get: operations["getCustomer"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change a customer
         * @description Changes what is given; null clears. Another segment leaves the team as it is; `teamId: null` chooses it again. Open cases stay with their owners.
         *
         *     For any employee, and a system with the scope `customers:write`.
         */
        patch: operations["changeCustomer"];
        trace?: never;
    };
    "/v1/customers/{customerId}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the story of a customer
         * @description All that happened with a customer, in every case of theirs; the latest first.
         *
         *     For any employee, and a system with the scope `cases:read`.
         */
        get: operations["getCustomerTimeline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/customers/by-reference/{system}/{externalId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a customer by reference
         * @description The customer whom another system calls so.
         *
         *     For any employee, and a system with the scope `customers:read`.
         */
        get: operations["getCustomerByReference"];
        /**
         * Make or change a customer by reference
         * @description Makes the customer whom another system calls so (201), or changes the one whom it calls so already (200). Send what that system knows as often as it likes: what is the same changes nothing.
         *
         *     For any employee, and a system with the scope `customers:write`.
         */
        put: operations["putCustomerByReference"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/customers/{customerId}/facts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List what is worth knowing about a customer
         * @description The newest first; what no longer matters today only when all is asked for.
         *
         *     For any employee, and a system with the scope `customers:read`.
         */
        get: operations["listFacts"];
        put?: never;
        /**
         * Record what is worth knowing about a customer
         * @description So that nobody has to ask the customer twice.
         *
         *     For any employee, and a system with the scope `customers:write`.
         */
        post: operations["recordFact"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/customers/{customerId}/facts/{factId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Remove a fact about a customer
         * @description For what is not true, or no longer worth knowing.
         *
         *     For any employee, and a system with the scope `customers:write`.
         */
        delete: operations["removeFact"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List cases
         * @description The cases that you see, newest first. Filters are named as the fields; a comma means or.
         *
         *     For any employee, and a system with the scope `cases:read`.
         */
        get: operations["listCases"];
        put?: never;
        /**
         * Open a case
         * @description Whoever takes a question owns it; what a system brings in finds its owner in the same moment. The case carries a callback, given or by the team’s agreement, or is resolved in the same contact.
         *
         *     For any employee, and a system with the scope `cases:write`.
         */
        post: operations["openCase"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cases/{caseId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a case
         * @description One case with its owner and its promise.
         *
         *     For any employee, and a system with the scope `cases:read`.
         */
        get: operations["getCase"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change the words of a case
         * @description Changes the subject, the topic, the question and the tags, and nothing else. The owner is final.
         *
         *     For any employee, and a system with the scope `cases:write`.
         */
        patch: operations["changeCase"];
        trace?: never;
    };
    "/v1/cases/by-reference/{reference}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a case by its reference
         * @description By the number that the customer reads out. A wrong digit is refused, and never shows another customer’s case.
         *
         *     For any employee, and a system with the scope `cases:read`.
         */
        get: operations["getCaseByReference"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cases/{caseId}/resolve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Resolve a case
         * @description With the contact in which the customer got the answer, or by one of the few exits without it. The owner resolves.
         *
         *     For any employee; a system names one in `On-Behalf-Of`.
         */
        post: operations["resolveCase"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cases/{caseId}/reopen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Open a case again
         * @description Back to the same person: its own owner promises a new callback, or, of an owner who has left, a member of the team. Any employee may whom the customer asked; who does not see the case hears of its owner and its promise alone.
         *
         *     For any employee, and a system with the scope `cases:write`.
         */
        post: operations["reopenCase"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cases/{caseId}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the story of a case
         * @description All that happened with a case, from the beginning.
         *
         *     For any employee, and a system with the scope `cases:read`.
         */
        get: operations["getCaseTimeline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cases/{caseId}/contacts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the contacts of a case
         * @description The moments of contact with the customer, in the order in which they were recorded.
         *
         *     For any employee, and a system with the scope `cases:read`.
         */
        get: operations["listContacts"];
        put?: never;
        /**
         * Record a contact
         * @description Anyone records that the customer contacted them; while a callback is open that is a chase, and the owner hears of it. Only the owner contacts the customer.
         *
         *     For any employee, and a system with the scope `cases:write`.
         */
        post: operations["recordContact"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cases/{caseId}/notes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the notes on a case
         * @description In the order in which they were written.
         *
         *     For any employee, and a system with the scope `cases:read`.
         */
        get: operations["listNotes"];
        put?: never;
        /**
         * Add a note to a case
         * @description For colleagues; the customer never sees it.
         *
         *     For any employee, and a system with the scope `cases:write`.
         */
        post: operations["addNote"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/callbacks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List callbacks
         * @description Promises in the order in which their windows end.
         *
         *     For any employee, and a system with the scope `cases:read`.
         */
        get: operations["listCallbacks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/callbacks/{callbackId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a callback
         * @description One promise, with every try at keeping it.
         *
         *     For any employee, and a system with the scope `cases:read`.
         */
        get: operations["getCallback"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cases/{caseId}/callback-slots": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the windows that can be promised
         * @description One window for each clock hour in which the owner may promise another callback: in the hours of the team, the owner and the customer, up to the horizon of the agreement. All on one page.
         *
         *     For any employee, and a system with the scope `cases:read`.
         */
        get: operations["listCallbackSlots"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/callbacks/{callbackId}/attempts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Record a try at keeping a callback
         * @description Reached: the callback is kept, and `then` says what follows. Not reached: it stays open, and its next try is planned.
         *
         *     For any employee; a system names one in `On-Behalf-Of`.
         */
        post: operations["attemptCallback"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/callbacks/{callbackId}/reschedule": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Replace a callback by another
         * @description A new promise takes its place at that moment; the customer was told, and the reason is recorded. Answers with the new one.
         *
         *     For any employee; a system names one in `On-Behalf-Of`.
         */
        post: operations["rescheduleCallback"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/successions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List successions
         * @description Each time a case got another owner, or waits for one, the latest first; of the cases that you see.
         *
         *     For any employee, and a system with the scope `cases:read`.
         */
        get: operations["listSuccessions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/successions/{successionId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a succession
         * @description One succession, with its cause and its evidence.
         *
         *     For any employee, and a system with the scope `cases:read`.
         */
        get: operations["getSuccession"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cases/{caseId}/successions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Name a fact for which a case gets another owner
         * @description The customer asked for somebody else, in a contact with another employee than the owner: that employee, a coach or an admin says so, and the case passes on at once. Or there is a threat or a conflict of interest: the owner or a coach reports it, and the case passes on when a second person confirms. The promise to the customer stays as it is.
         *
         *     For any employee; a system names one in `On-Behalf-Of`.
         */
        post: operations["requestSuccession"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/successions/{successionId}/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Confirm a succession for safety
         * @description A second person, neither the owner nor who reported it, confirms the danger; the case passes on at once.
         *
         *     For an employee with the role `coach` or `admin`; a system names one in `On-Behalf-Of`.
         */
        post: operations["confirmSuccession"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/callers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Look up who calls
         * @description The customer, their open cases with owner and promise, and whom to ring. Any employee may look up any caller, whichever team it concerns, and sees no more than this.
         *
         *     For any employee, and a system with the scope `calls:write` or `cases:read`.
         */
        get: operations["lookUpCaller"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the feed of events
         * @description All that happened, in the order in which it was committed. Keep the id of the last event and continue with `after`: no event is ever skipped.
         *
         *     For an employee with the role `admin`, and a system with the scope `events:read`.
         */
        get: operations["listEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/api-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List API keys
         * @description The keys that are not revoked, without the keys themselves.
         *
         *     For an employee with the role `admin`, and a system with the scope `admin`.
         */
        get: operations["listApiKeys"];
        put?: never;
        /**
         * Make an API key
         * @description The answer shows the key this once; only a digest of it is kept. Sent again with its `Idempotency-Key`, the same answer comes to the same caller.
         *
         *     For an employee with the role `admin`, and a system with the scope `admin`.
         */
        post: operations["createApiKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/api-keys/{keyId}/rotate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Rotate an API key
         * @description Makes a new key with the same name and scopes, and lets the old one end after the overlap. A system rotates its own key, an admin any. The answer shows the new key this once. Each key is rotated once.
         *
         *     For an employee with the role `admin`, and any system.
         */
        post: operations["rotateApiKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/api-keys/{keyId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Revoke an API key
         * @description The next request with the key is refused. A revoked key never works again.
         *
         *     For an employee with the role `admin`, and a system with the scope `admin`.
         */
        delete: operations["revokeApiKey"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/scim/v2/Users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List users
         * @description Employees as users, found by a filter, in the order in which they came.
         *
         *     For a system with the scope `employees:provision`.
         */
        get: operations["listScimUsers"];
        put?: never;
        /**
         * Make a user
         * @description Somebody who comes to work here: a member without a team, until an admin puts them in one.
         *
         *     For a system with the scope `employees:provision`.
         */
        post: operations["createScimUser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/scim/v2/Users/{userId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a user
         * @description One employee as a user. Who was removed is none any more.
         *
         *     For a system with the scope `employees:provision`.
         */
        get: operations["getScimUser"];
        /**
         * Replace a user
         * @description Sets all that is given; what is left out stays, and null clears. `active` works as in a PATCH.
         *
         *     For a system with the scope `employees:provision`.
         */
        put: operations["putScimUser"];
        post?: never;
        /**
         * Remove a user
         * @description The employee leaves, as when they are made inactive, and is a user no longer: `userName` and `externalId` are free again. Their history stays.
         *
         *     For a system with the scope `employees:provision`.
         */
        delete: operations["deleteScimUser"];
        options?: never;
        head?: never;
        /**
         * Change a user
         * @description Carries out the operations, all or none. Made inactive, an employee leaves, and their open cases pass on to teammates. Where nobody can take over they stay the owner, may not call and are given nothing new, and can be made active again.
         *
         *     For a system with the scope `employees:provision`.
         */
        patch: operations["changeScimUser"];
        trace?: never;
    };
    "/scim/v2/ServiceProviderConfig": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get what of SCIM is served
         * @description PATCH, filters and ETags; neither bulk operations nor sorting, and no passwords.
         *
         *     For a system with the scope `employees:provision`.
         */
        get: operations["getScimConfig"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/scim/v2/ResourceTypes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the kinds of resources
         * @description Users, and nothing else: teams are not provisioned.
         *
         *     For a system with the scope `employees:provision`.
         */
        get: operations["listScimResourceTypes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/scim/v2/ResourceTypes/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a kind of resource
         * @description The kind of resource with this name.
         *
         *     For a system with the scope `employees:provision`.
         */
        get: operations["getScimResourceType"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/scim/v2/Schemas": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the schemas
         * @description The schema of users, with the attributes that are kept.
         *
         *     For a system with the scope `employees:provision`.
         */
        get: operations["listScimSchemas"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/scim/v2/Schemas/{urn}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a schema
         * @description The schema with this URN.
         *
         *     For a system with the scope `employees:provision`.
         */
        get: operations["getScimSchema"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /**
         * @description An employee is away for a while, and who stands in. Why they are is not asked.
         * @example {
         *       "id": "0199a401-3b7e-7d10-8f25-6c4b2a1e9d73",
         *       "employeeId": "0199a3ed-9b10-7c55-b1aa-6d2e8f3a4b12",
         *       "from": "2026-11-09T07:00:00.000Z",
         *       "until": "2026-11-13T17:00:00.000Z",
         *       "standIns": [
         *         {
         *           "standInId": "0199a3ed-a7f4-7b02-9c31-0e5d4f6a7b89",
         *           "name": "Piet Bakker",
         *           "from": "2026-11-09T07:00:00.000Z",
         *           "until": "2026-11-13T17:00:00.000Z"
         *         }
         *       ],
         *       "uncovered": [],
         *       "registeredAt": "2026-11-02T09:12:44.000Z",
         *       "version": 1
         *     }
         */
        Absence: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            employeeId: string;
            /** Format: date-time */
            from: string;
            /**
             * Format: date-time
             * @description The first moment at which they are back.
             */
            until: string;
            /** @description In order, one at a time. */
            standIns: components["schemas"]["AbsenceStandIn"][];
            /** @description Where no teammate is present; the owner’s promises there want another window. */
            uncovered: components["schemas"]["Uncovered"][];
            /** Format: date-time */
            registeredAt: string;
            version: number;
        };
        /**
         * @description A page of a list.
         * @example {
         *       "data": [
         *         {
         *           "id": "0199a401-3b7e-7d10-8f25-6c4b2a1e9d73",
         *           "employeeId": "0199a3ed-9b10-7c55-b1aa-6d2e8f3a4b12",
         *           "from": "2026-11-09T07:00:00.000Z",
         *           "until": "2026-11-13T17:00:00.000Z",
         *           "standIns": [
         *             {
         *               "standInId": "0199a3ed-a7f4-7b02-9c31-0e5d4f6a7b89",
         *               "name": "Piet Bakker",
         *               "from": "2026-11-09T07:00:00.000Z",
         *               "until": "2026-11-13T17:00:00.000Z"
         *             }
         *           ],
         *           "uncovered": [],
         *           "registeredAt": "2026-11-02T09:12:44.000Z",
         *           "version": 1
         *         }
         *       ],
         *       "nextCursor": "WyJfIiwiMDE5OWEzZjAiXQ"
         *     }
         */
        AbsencePage: {
            data: components["schemas"]["Absence"][];
            /** @description Send it as `cursor` for the next page; null on the last one. */
            nextCursor: string | null;
        };
        /**
         * @description Who acts for the absent owner, from a moment to before another.
         * @example {
         *       "standInId": "0199a3ed-a7f4-7b02-9c31-0e5d4f6a7b89",
         *       "name": "Piet Bakker",
         *       "from": "2026-11-09T07:00:00.000Z",
         *       "until": "2026-11-13T17:00:00.000Z"
         *     }
         */
        AbsenceStandIn: {
            /** Format: uuid */
            standInId: string;
            name: string;
            /** Format: date-time */
            from: string;
            /** Format: date-time */
            until: string;
        };
        /**
         * @description What the agreements of teams may not pass; what is left out is not bound.
         * @example {
         *       "callbackWithin": {
         *         "most": "PT16H"
         *       },
         *       "callbackHorizon": {
         *         "most": "P15D"
         *       },
         *       "callbacksPerHour": {
         *         "least": 1,
         *         "most": 6
         *       },
         *       "attempts": {
         *         "least": 3
         *       },
         *       "attemptDays": {
         *         "least": 2
         *       }
         *     }
         */
        AgreementBounds: {
            /** @description The longest that a team may promise to call back within. */
            callbackWithin?: components["schemas"]["SpanBound"];
            /** @description The farthest ahead that a team may promise. */
            callbackHorizon?: components["schemas"]["SpanBound"];
            /** @description How many callbacks an owner may promise for one hour, at least and at most. */
            callbacksPerHour?: components["schemas"]["NumberBound"];
            /** @description How many tries a customer gets at least. */
            attempts?: components["schemas"]["LeastBound"];
            /** @description On how many different days those are at least. */
            attemptDays?: components["schemas"]["LeastBound"];
        };
        /**
         * @description What the agreements of teams may not pass from now on; what is left out is not bound.
         * @example {
         *       "callbackWithin": {
         *         "most": "PT16H"
         *       },
         *       "callbackHorizon": {
         *         "most": "P15D"
         *       },
         *       "callbacksPerHour": {
         *         "least": 1,
         *         "most": 6
         *       },
         *       "attempts": {
         *         "least": 3
         *       },
         *       "attemptDays": {
         *         "least": 2
         *       }
         *     }
         */
        AgreementBoundsGiven: {
            /** @description The longest that a team may promise to call back within. */
            callbackWithin?: components["schemas"]["TimeBoundGiven"];
            /** @description The farthest ahead that a team may promise. */
            callbackHorizon?: components["schemas"]["DaysBoundGiven"];
            /** @description How many callbacks an owner may promise for one hour, at least and at most. */
            callbacksPerHour?: components["schemas"]["PerHourBoundGiven"];
            /** @description How many tries a customer gets at least. */
            attempts?: components["schemas"]["LeastBoundGiven"];
            /** @description On how many different days those are at least. */
            attemptDays?: components["schemas"]["LeastBoundGiven"];
        };
        /**
         * @description What a team has agreed with itself: when it is there and what it promises.
         * @example {
         *       "openingHours": {
         *         "monday": [
         *           {
         *             "from": "09:00",
         *             "until": "17:00"
         *           }
         *         ],
         *         "tuesday": [
         *           {
         *             "from": "09:00",
         *             "until": "12:30"
         *           }
         *         ]
         *       },
         *       "timeZone": "Europe/Amsterdam",
         *       "closures": [
         *         {
         *           "date": "2026-12-24",
         *           "reason": "Team day"
         *         }
         *       ],
         *       "callbackWithin": "PT8H",
         *       "callbackHorizon": "P10D",
         *       "callbacksPerHour": 4,
         *       "remindBefore": "PT30M",
         *       "attempts": 3,
         *       "attemptDays": 2,
         *       "attemptPause": "PT2H",
         *       "gestureCeiling": {
         *         "amount": "500.00",
         *         "currency": "EUR"
         *       },
         *       "version": 3
         *     }
         */
        Agreements: {
            /** @description When customers can reach the team; the week as a whole. */
            openingHours: components["schemas"]["WeeklyHours"];
            /** @description IANA; the opening hours and closures are in it. */
            timeZone: string;
            /** @description Days on which the team is closed besides holidays. */
            closures: components["schemas"]["Closure"][];
            /**
             * Format: duration
             * @description Working time within which a callback is promised unless the customer chose a window.
             */
            callbackWithin: string;
            /**
             * Format: duration
             * @description How many working days ahead a callback may be promised.
             */
            callbackHorizon: string;
            /** @description How many callbacks one owner may promise for one clock hour. */
            callbacksPerHour: number;
            /**
             * Format: duration
             * @description How long before the end of a window its owner is reminded.
             */
            remindBefore: string;
            /** @description How many tries before a customer counts as unreachable. */
            attempts: number;
            /** @description On how many different working days those tries are. */
            attemptDays: number;
            /**
             * Format: duration
             * @description Working time between two tries.
             */
            attemptPause: string;
            /** @description The team’s own ceiling for gestures on one case, within the organisation’s; null: that one. */
            gestureCeiling: components["schemas"]["Money"] | null;
            version: number;
        };
        /**
         * @description What changes of the agreements; what is left out stays.
         * @example {
         *       "openingHours": {
         *         "monday": [
         *           {
         *             "from": "09:00",
         *             "until": "17:00"
         *           }
         *         ],
         *         "tuesday": [
         *           {
         *             "from": "09:00",
         *             "until": "12:30"
         *           }
         *         ]
         *       },
         *       "timeZone": "Europe/Amsterdam",
         *       "closures": [
         *         {
         *           "date": "2026-12-24",
         *           "reason": "Team day"
         *         }
         *       ],
         *       "callbackWithin": "PT8H",
         *       "callbackHorizon": "P10D",
         *       "callbacksPerHour": 4,
         *       "remindBefore": "PT30M",
         *       "attempts": 3,
         *       "attemptDays": 2,
         *       "attemptPause": "PT2H",
         *       "gestureCeiling": {
         *         "amount": "500.00",
         *         "currency": "EUR"
         *       },
         *       "reason": "Mondays are too full."
         *     }
         */
        AgreementsChange: {
            /** @description When customers can reach the team; the week as a whole. */
            openingHours?: components["schemas"]["WeeklyHoursGiven"];
            /** @description IANA; the opening hours and closures are in it. */
            timeZone?: string;
            /** @description Days on which the team is closed besides holidays. */
            closures?: components["schemas"]["ClosureGiven"][];
            /** @description Working time within which a callback is promised unless the customer chose a window. */
            callbackWithin?: string;
            /** @description How many working days ahead a callback may be promised. */
            callbackHorizon?: string;
            /** @description How many callbacks one owner may promise for one clock hour. */
            callbacksPerHour?: number;
            /** @description How long before the end of a window its owner is reminded. */
            remindBefore?: string;
            /** @description How many tries before a customer counts as unreachable. */
            attempts?: number;
            /** @description On how many different working days those tries are. */
            attemptDays?: number;
            /** @description Working time between two tries. */
            attemptPause?: string;
            /** @description The team’s own ceiling for gestures on one case, within the organisation’s; null: that one. */
            gestureCeiling?: components["schemas"]["MoneyGiven"] | null;
            /** @description Why; the event tells of it, and the agreements do not keep it. */
            reason?: string;
        };
        /**
         * @description The answer that the customer got in this contact.
         * @example {
         *       "outcome": "answered",
         *       "summary": "One of the two bills is paid back this week."
         *     }
         */
        AnswerGiven: {
            /** @enum {string} */
            outcome: "answered" | "fixed";
            summary?: string;
        };
        /**
         * @description A system’s key, without the key itself.
         * @example {
         *       "id": "0199a3f0-2b7f-7e0c-8d52-1c5f9a3e7b66",
         *       "name": "Telephone system",
         *       "scopes": [
         *         "cases:read",
         *         "cases:write",
         *         "calls:write",
         *         "employees:act"
         *       ],
         *       "hint": "0xQ9",
         *       "createdAt": "2026-11-02T08:00:00.000Z",
         *       "expiresAt": null,
         *       "lastUsedAt": null,
         *       "replacesId": null
         *     }
         */
        ApiKey: {
            /** Format: uuid */
            id: string;
            /** @description The system that has it. */
            name: string;
            /** @description What the system may do; `admin` includes all others. */
            scopes: ("cases:read" | "cases:write" | "customers:read" | "customers:write" | "calls:write" | "reports:read" | "events:read" | "employees:act" | "employees:provision" | "admin")[];
            /** @description The last four characters of the key, to tell keys apart. */
            hint: string;
            /** Format: date-time */
            createdAt: string;
            /**
             * Format: date-time
             * @description When it ends; null: not until it is revoked.
             */
            expiresAt: string | null;
            /**
             * Format: date-time
             * @description To the minute; null: never.
             */
            lastUsedAt: string | null;
            /**
             * Format: uuid
             * @description The key that this one was made to take over from, by rotating it.
             */
            replacesId: string | null;
        };
        /**
         * @description A page of a list.
         * @example {
         *       "data": [
         *         {
         *           "id": "0199a3f0-2b7f-7e0c-8d52-1c5f9a3e7b66",
         *           "name": "Telephone system",
         *           "scopes": [
         *             "cases:read",
         *             "cases:write",
         *             "calls:write",
         *             "employees:act"
         *           ],
         *           "hint": "0xQ9",
         *           "createdAt": "2026-11-02T08:00:00.000Z",
         *           "expiresAt": null,
         *           "lastUsedAt": null,
         *           "replacesId": null
         *         }
         *       ],
         *       "nextCursor": "WyJfIiwiMDE5OWEzZjAiXQ"
         *     }
         */
        ApiKeyPage: {
            data: components["schemas"]["ApiKey"][];
            /** @description Send it as `cursor` for the next page; null on the last one. */
            nextCursor: string | null;
        };
        /**
         * @description How the case came to its owner.
         * @example {
         *       "reason": "taken"
         *     }
         */
        Assignment: {
            /** @description `taken`, `named`, `least-loaded`, `fallback` and others to come. */
            reason: string;
        };
        /**
         * @description One try at keeping a callback, and the case after it.
         * @example {
         *       "id": "0199a3f9-7a55-7e02-9c44-2d1b3f5a7c68",
         *       "callbackId": "0199a3f0-5c1e-7b6a-9d3e-15d3a7c94e88",
         *       "outcome": "no-answer",
         *       "at": "2026-11-02T13:10:00.000Z",
         *       "summary": null,
         *       "contactId": null,
         *       "employeeId": "0199a3ed-9b10-7c55-b1aa-6d2e8f3a4b12",
         *       "case": {
         *         "id": "0199a3f0-5c1e-7b6a-9d3e-0a4f6f1c2b7d",
         *         "reference": "100048275",
         *         "status": "open",
         *         "customer": {
         *           "id": "0199a3ee-21c4-7d09-8a77-4a1f2e5b9c03",
         *           "name": "Mevrouw Dijkstra"
         *         },
         *         "owner": {
         *           "id": "0199a3ed-9b10-7c55-b1aa-6d2e8f3a4b12",
         *           "name": "Sanne de Wit",
         *           "extension": "204"
         *         },
         *         "standIn": null,
         *         "teamId": "0199a3ec-7f02-7e31-a2b8-51c9d0e7f640",
         *         "topic": {
         *           "code": "invoice",
         *           "name": "Invoice"
         *         },
         *         "subject": "Charged twice in October",
         *         "question": "My October bill was taken from my account twice. Can one be paid back?",
         *         "tags": [
         *           "direct-debit"
         *         ],
         *         "origin": "question",
         *         "channel": "phone",
         *         "openedBy": {
         *           "kind": "employee",
         *           "id": "0199a3ed-9b10-7c55-b1aa-6d2e8f3a4b12"
         *         },
         *         "assignment": {
         *           "reason": "taken"
         *         },
         *         "callback": {
         *           "id": "0199a3f0-5c1e-7b6a-9d3e-15d3a7c94e88",
         *           "channel": "phone",
         *           "to": "+31612345678",
         *           "from": "2026-11-02T13:00:00.000Z",
         *           "until": "2026-11-02T14:00:00.000Z",
         *           "state": "open",
         *           "yielded": null,
         *           "overdue": false,
         *           "attempts": 0,
         *           "nextTryAt": null,
         *           "version": 1
         *         },
         *         "resolution": null,
         *         "chases": 0,
         *         "openedAt": "2026-11-02T09:12:44.000Z",
         *         "resolvedAt": null,
         *         "aboutEmployeeId": null,
         *         "version": 3
         *       }
         *     }
         */
        Attempt: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            callbackId: string;
            /** @enum {string} */
            outcome: "reached" | "no-answer" | "voicemail" | "busy" | "wrong-number" | "message-sent";
            /** Format: date-time */
            at: string;
            summary: string | null;
            /** Format: uuid */
            contactId: string | null;
            /** Format: uuid */
            employeeId: string;
            case: components["schemas"]["Case"];
        };
        /**
         * @description What needs the attention of a team. It counts promises, and neither people nor minutes.
         * @example {
         *       "team": {
         *         "id": "0199a3f0-0c4e-7d1b-9a53-2f8e6d7c1b40",
         *         "name": "Team Noord"
         *       },
         *       "date": "2026-11-02",
         *       "promises": {
         *         "open": 31,
         *         "dueToday": 9,
         *         "overdue": 1
         *       },
         *       "overdue": [],
         *       "dueSoon": [
         *         {
         *           "id": "0199a3f0-5c1e-7b6a-9d3e-15d3a7c94e88",
         *           "caseId": "0199a3f0-5c1e-7b6a-9d3e-0a4f6f1c2b7d",
         *           "reference": "100048275",
         *           "subject": "Charged twice in October",
         *           "customer": {
         *             "id": "0199a3ee-21c4-7d09-8a77-4a1f2e5b9c03",
         *             "name": "Mevrouw Dijkstra"
         *           },
         *           "owner": {
         *             "id": "0199a3ed-9b10-7c55-b1aa-6d2e8f3a4b12",
         *             "name": "Sanne de Wit",
         *             "extension": "204"
         *           },
         *           "standIn": null,
         *           "chases": 2,
         *           "channel": "phone",
         *           "from": "2026-11-02T13:00:00.000Z",
         *           "until": "2026-11-02T14:00:00.000Z",
         *           "attempts": 1,
         *           "nextTryAt": null
         *         }
         *       ],
         *       "chased": [
         *         {
         *           "caseId": "0199a3f0-5c1e-7b6a-9d3e-0a4f6f1c2b7d",
         *           "reference": "100048275",
         *           "subject": "Charged twice in October",
         *           "customer": {
         *             "id": "0199a3ee-21c4-7d09-8a77-4a1f2e5b9c03",
         *             "name": "Mevrouw Dijkstra"
         *           },
         *           "owner": {
         *             "id": "0199a3ed-9b10-7c55-b1aa-6d2e8f3a4b12",
         *             "name": "Sanne de Wit",
         *             "extension": "204"
         *           },
         *           "standIn": null,
         *           "chases": 2,
         *           "until": "2026-11-02T14:00:00.000Z"
         *         }
         *       ]
         *     }
         */
        Board: {
            team: components["schemas"]["BoardTeam"];
            /**
             * Format: date
             * @description Today, in the time zone of the team.
             */
            date: string;
            promises: components["schemas"]["BoardPromises"];
            /** @description Past their windows, the oldest first; at most 50. */
            overdue: components["schemas"]["BoardCallback"][];
            /** @description Windows that end within two hours, in order; at most 50. */
            dueSoon: components["schemas"]["BoardCallback"][];
            /** @description The most chased first; at most 50. */
            chased: components["schemas"]["BoardChased"][];
        };
        /**
         * @description A promise that needs attention.
         * @example {
         *       "id": "0199a3f0-5c1e-7b6a-9d3e-15d3a7c94e88",
         *       "caseId": "0199a3f0-5c1e-7b6a-9d3e-0a4f6f1c2b7d",
         *       "reference": "100048275",
         *       "subject": "Charged twice in October",
         *       "customer": {
         *         "id": "0199a3ee-21c4-7d09-8a77-4a1f2e5b9c03",
         *         "name": "Mevrouw Dijkstra"
         *       },
         *       "owner": {
         *         "id": "0199a3ed-9b10-7c55-b1aa-6d2e8f3a4b12",
         *         "name": "Sanne de Wit",
         *         "extension": "204"
         *       },
         *       "standIn": null,
         *       "chases": 2,
         *       "channel": "phone",
         *       "from": "2026-11-02T13:00:00.000Z",
         *       "until": "2026-11-02T14:00:00.000Z",
         *       "attempts": 1,
         *       "nextTryAt": null
         *     }
         */
        BoardCallback: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            caseId: string;
            reference: string;
            subject: string;
            customer: components["schemas"]["CaseCustomer"];
            owner: components["schemas"]["CaseOwner"];
            /** @description Who acts for the owner now. */
            standIn: components["schemas"]["StandIn"] | null;
            /** @description How often the customer contacted us while a callback was open. */
            chases: number;
            channel: string;
            /** Format: date-time */
            from: string;
            /** Format: date-time */
            until: string;
            attempts: number;
            /** Format: date-time */
            nextTryAt: string | null;
        };
        /**
         * @description An open case about which the customer contacted us again.
         * @example {
         *       "caseId": "0199a3f0-5c1e-7b6a-9d3e-0a4f6f1c2b7d",
         *       "reference": "100048275",
         *       "subject": "Charged twice in October",
         *       "customer": {
         *         "id": "0199a3ee-21c4-7d09-8a77-4a1f2e5b9c03",
         *         "name": "Mevrouw Dijkstra"
         *       },
         *       "owner": {
         *         "id": "0199a3ed-9b10-7c55-b1aa-6d2e8f3a4b12",
         *         "name": "Sanne de Wit",
         *         "extension": "204"
         *       },
         *       "standIn": null,
         *       "chases": 2,
         *       "until": "2026-11-02T14:00:00.000Z"
         *     }
         */
        BoardChased: {
            /** Format: uuid */
            caseId: string;
            reference: string;
            subject: string;
            customer: components["schemas"]["CaseCustomer"];
            owner: components["schemas"]["CaseOwner"];
            /** @description Who acts for the owner now. */
            standIn: components["schemas"]["StandIn"] | null;
            /** @description How often the customer contacted us while a callback was open. */
            chases: number;
            /**
             * Format: date-time
             * @description When the customer hears from us at the latest.
             */
            until: string;
        };
        /**
         * @description How many promises of the team are open.
         * @example {
         *       "open": 31,
         *       "dueToday": 9,
         *       "overdue": 1
         *     }
         */
        BoardPromises: {
            open: number;
            /** @description Still to be kept before the day is over, overdue ones left out. */
            dueToday: number;
            overdue: number;
        };
        /**
         * @description Whose board it is.
         * @example {
         *       "id": "0199a3f0-0c4e-7d1b-9a53-2f8e6d7c1b40",
         *       "name": "Team Noord"
         *     }
         */
        BoardTeam: {
            /** Format: uuid */
            id: string;
            /** @description The name of the team. */
            name: string;
        };
        /**
         * @description An iCalendar (RFC 5545) of callbacks.
         * @example BEGIN:VCALENDAR
         *     VERSION:2.0
         *     PRODID:-//Eigenaar//Callbacks//EN
         *     METHOD:PUBLISH
         *     BEGIN:VEVENT
         *     UID:0199a3f0-5c1e-7b6a-9d3e-15d3a7c94e88
         *     SEQUENCE:1
         *     DTSTAMP:20261102T091244Z
         *     DTSTART:20261102T130000Z
         *     DTEND:20261102T140000Z
         *     SUMMARY:Call back 100048275
         *     STATUS:CONFIRMED
         *     END:VEVENT
         *     END:VCALENDAR
         */
        CalendarFeed: string;
        /**
         * @description A promise to come back to the customer within a window.
         * @example {
         *       "id": "0199a3f0-5c1e-7b6a-9d3e-15d3a7c94e88",
         *       "caseId": "0199a3f0-5c1e-7b6a-9d3e-0a4f6f1c2b7d",
         *       "reference": "100048275",
         *       "ownerId": "0199a3ed-9b10-7c55-b1aa-6d2e8f3a4b12",
         *       "customerId": "0199a3ee-21c4-7d09-8a77-4a1f2e5b9c03",
         *       "state": "open",
         *       "channel": "phone",
         *       "to": "+31612345678",
         *       "from": "2026-11-02T13:00:00.000Z",
         *       "until": "2026-11-02T14:00:00.000Z",
         *       "computed": false,
         *       "yielded": null,
         *       "overdue": false,
         *       "lateBy": null,
         *       "attempts": 1,
         *       "nextTryAt": "2026-11-02T15:10:00.000Z",
         *       "madeAt": "2026-11-02T09:12:44.000Z",
         *       "closedAt": null,
         *       "contactId": null,
         *       "customerCalledFirst": false,
         *       "replacedBy": null,
         *       "reason": null,
         *       "version": 2
         *     }
         */
        Callback: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            caseId: string;
            reference: string;
            /** Format: uuid */
            ownerId: string;
            /** Format: uuid */
            customerId: string;
            /** @enum {string} */
            state: "open" | "kept" | "rescheduled" | "released";
            channel: string;
            to: string | null;
            /** Format: date-time */
            from: string;
            /** Format: date-time */
            until: string;
            /** @description The window came from the team’s agreement. */
            computed: boolean;
            /**
             * @description Whose wish the computed window leaves aside, because no moment within the horizon suits everybody: the customer’s preferred windows, the owner’s hours, or all hours of a team that does not open.
             * @enum {string|null}
             */
            yielded: "customer" | "owner" | "team" | null;
            /** @description Open past its window. */
            overdue: boolean;
            /** @description How far past its window it ended, or is now (ISO 8601); stays for ever. */
            lateBy: string | null;
            attempts: number;
            /** Format: date-time */
            nextTryAt: string | null;
            /** Format: date-time */
            madeAt: string;
            /** Format: date-time */
            closedAt: string | null;
            /**
             * Format: uuid
             * @description The contact that kept it, or in which the customer was told of another window.
             */
            contactId: string | null;
            customerCalledFirst: boolean;
            /** Format: uuid */
            replacedBy: string | null;
            reason: string | null;
            version: number;
        };
        /**
         * @description One try at keeping a callback.
         * @example {
         *       "id": "0199a3f9-7a55-7e02-9c44-2d1b3f5a7c68",
         *       "callbackId": "0199a3f0-5c1e-7b6a-9d3e-15d3a7c94e88",
         *       "outcome": "no-answer",
         *       "at": "2026-11-02T13:10:00.000Z",
         *       "summary": null,
         *       "contactId": null,
         *       "employeeId": "0199a3ed-9b10-7c55-b1aa-6d2e8f3a4b12"
         *     }
         */
        CallbackAttempt: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            callbackId: string;
            /** @enum {string} */
            outcome: "reached" | "no-answer" | "voicemail" | "busy" | "wrong-number" | "message-sent";
            /** Format: date-time */
            at: string;
            summary: string | null;
            /** Format: uuid */
            contactId: string | null;
            /** Format: uuid */
            employeeId: string;
        };
        /**
         * @description A page of a list.
         * @example {
         *       "data": [
         *         {
         *           "id": "0199a3f0-5c1e-7b6a-9d3e-15d3a7c94e88",
         *           "caseId": "0199a3f0-5c1e-7b6a-9d3e-0a4f6f1c2b7d",
         *           "reference": "100048275",
         *           "ownerId": "0199a3ed-9b10-7c55-b1aa-6d2e8f3a4b12",
         *           "customerId": "0199a3ee-21c4-7d09-8a77-4a1f2e5b9c03",
         *           "state": "open",
         *           "channel": "phone",
         *           "to": "+31612345678",
         *           "from": "2026-11-02T13:00:00.000Z",
         *           "until": "2026-11-02T14:00:00.000Z",
         *           "computed": false,
         *           "yielded": null,
         *           "overdue": false,
         *           "lateBy": null,
         *           "attempts": 1,
         *           "nextTryAt": "2026-11-02T15:10:00.000Z",
         *           "madeAt": "2026-11-02T09:12:44.000Z",
         *           "closedAt": null,
         *           "contactId": null,
         *           "customerCalledFirst": false,
         *           "replacedBy": null,
         *           "reason": null,
         *           "version": 2
         *         }
         *       ],
         *       "nextCursor": "WyJfIiwiMDE5OWEzZjAiXQ"
         *     }
         */
        CallbackPage: {
            data: components["schemas"]["Callback"][];
            /** @description Send it as `cursor` for the next page; null on the last one. */
            nextCursor: string | null;
        };
        /**
         * @description A window that can be promised. It may be shorter than was asked for, where the opening ends before.
         * @example {
         *       "from": "2026-11-02T13:00:00.000Z",
         *       "until": "2026-11-02T14:00:00.000Z",
         *       "free": 3
         *     }
         */
        CallbackSlot: {
            /** Format: date-time */
            from: string;
            /** Format: date-time */
            until: string;
            /** @description How many more promises the owner may make for this hour. */
            free: number;
        };
        /**
         * @description The windows that the owner of a case can promise, in order.
         * @example {
         *       "owner": {
         *         "id": "0199a3ed-9b10-7c55-b1aa-6d2e8f3a4b12",
         *         "name": "Sanne de Wit",
         *         "extension": "204"
         *       },
         *       "data": [
         *         {
         *           "from": "2026-11-02T13:00:00.000Z",
         *           "until": "2026-11-02T14:00:00.000Z",
         *           "free": 3
         *         }
         *       ],
         *       "nextCursor": null
         *     }
         */
        CallbackSlots: {
            /** @description Whose hours they are. */
            owner: components["schemas"]["CaseOwner"];
            data: components["schemas"]["CallbackSlot"][];
            /** @description Always null: all slots are on one page. */
            nextCursor: string | null;
        };
        /**
         * @description A promise with every try at keeping it.
         * @example {
         *       "id": "0199a3f0-5c1e-7b6a-9d3e-15d3a7c94e88",
         *       "caseId": "0199a3f0-5c1e-7b6a-9d3e-0a4f6f1c2b7d",
         *       "reference": "100048275",
         *       "ownerId": "0199a3ed-9b10-7c55-b1aa-6d2e8f3a4b12",
         *       "customerId": "0199a3ee-21c4-7d09-8a77-4a1f2e5b9c03",
         *       "state": "open",
         *       "channel": "phone",
         *       "to": "+31612345678",
         *       "from": "2026-11-02T13:00:00.000Z",
         *       "until": "2026-11-02T14:00:00.000Z",
         *       "computed": false,
         *       "yielded": null,
         *       "overdue": false,
         *       "lateBy": null,
         *       "attempts": 1,
         *       "nextTryAt": "2026-11-02T15:10:00.000Z",
         *       "madeAt": "2026-11-02T09:12:44.000Z",
         *       "closedAt": null,
         *       "contactId": null,
         *       "customerCalledFirst": false,
         *       "replacedBy": null,
         *       "reason": null,
         *       "version": 2,
         *       "history": [
         *         {
         *           "id": "0199a3f9-7a55-7e02-9c44-2d1b3f5a7c68",
         *           "callbackId": "0199a3f0-5c1e-7b6a-9d3e-15d3a7c94e88",
         *           "outcome": "no-answer",
         *           "at": "2026-11-02T13:10:00.000Z",
         *           "summary": null,
         *           "contactId": null,
         *           "employeeId": "0199a3ed-9b10-7c55-b1aa-6d2e8f3a4b12"
         *         }
         *       ]
         *     }
         */
        CallbackWithAttempts: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            caseId: string;
            reference: string;
            /** Format: uuid */
            ownerId: string;
            /** Format: uuid */
            customerId: string;
            /** @enum {string} */
            state: "open" | "kept" | "rescheduled" | "released";
            channel: string;
            to: string | null;
            /** Format: date-time */
            from: string;
            /** Format: date-time */
            until: string;
            /** @description The window came from the team’s agreement. */
            computed: boolean;
            /**
             * @description Whose wish the computed window leaves aside, because no moment within the horizon suits everybody: the customer’s preferred windows, the owner’s hours, or all hours of a team that does not open.
             * @enum {string|null}
             */
            yielded: "customer" | "owner" | "team" | null;
            /** @description Open past its window. */
            overdue: boolean;
            /** @description How far past its window it ended, or is now (ISO 8601); stays for ever. */
            lateBy: string | null;
            attempts: number;
            /** Format: date-time */
            nextTryAt: string | null;
            /** Format: date-time */
            madeAt: string;
            /** Format: date-time */
            closedAt: string | null;
            /**
             * Format: uuid
             * @description The contact that kept it, or in which the customer was told of another window.
             */
            contactId: string | null;
            customerCalledFirst: boolean;
            /** Format: uuid */
            replacedBy: string | null;
            reason: string | null;
            version: number;
            history: components["schemas"]["CallbackAttempt"][];
        };
        /**
         * @description Who calls, whose their questions are and what is promised.
         * @example {
         *       "phone": "+31612345678",
         *       "customer": {
         *         "id": "0199a3ee-21c4-7d09-8a77-4a1f2e5b9c03",
         *         "name": "Mevrouw Dijkstra"
         *       },
         *       "candidates": [
         *         {
         *           "id": "0199a3ee-21c4-7d09-8a77-4a1f2e5b9c03",
         *           "name": "Mevrouw Dijkstra"
         *         }
         *       ],
         *       "openCases": [
         *         {
         *           "id": "0199a3f0-5c1e-7b6a-9d3e-0a4f6f1c2b7d",
         *           "reference": "100048275",
         *           "status": "open",
         *           "customer": {
         *             "id": "0199a3ee-21c4-7d09-8a77-4a1f2e5b9c03",
         *             "name": "Mevrouw Dijkstra"
         *           },
         *           "owner": {
         *             "id": "0199a3ed-9b10-7c55-b1aa-6d2e8f3a4b12",
         *             "name": "Sanne de Wit",
         *             "extension": "204"
         *           },
         *           "standIn": null,
         *           "callback": {
         *             "channel": "phone",
         *             "from": "2026-11-02T13:00:00.000Z",
         *             "until": "2026-11-02T14:00:00.000Z",
         *             "overdue": false
         *           },
         *           "version": 3
         *         }
         *       ],
         *       "ring": {
         *         "employeeId": "0199a3ed-9b10-7c55-b1aa-6d2e8f3a4b12",
         *         "extension": "204",
         *         "reason": "owner"
         *       }
         *     }
         */
        Caller: {
            /** @description In E.164; null for a caller without a number. */
            phone: string | null;
            /** @description The customer who has this number; null when none has it, or several have. */
            customer: components["schemas"]["CaseCustomer"] | null;
            /** @description Every customer who has this number, the newest 10 of them. */
            candidates: components["schemas"]["CaseCustomer"][];
            /** @description Their open cases, the newest first and 20 at most. */
            openCases: components["schemas"]["CaseGlimpse"][];
            /** @description Whom to ring; null for a caller who is no customer. */
            ring: components["schemas"]["Ring"] | null;
        };
        /**
         * @description One customer question, with one owner and a promise.
         * @example {
         *       "id": "0199a3f0-5c1e-7b6a-9d3e-0a4f6f1c2b7d",
         *       "reference": "100048275",
         *       "status": "open",
         *       "customer": {
         *         "id": "0199a3ee-21c4-7d09-8a77-4a1f2e5b9c03",
         *         "name": "Mevrouw Dijkstra"
         *       },
         *       "owner": {
         *         "id": "0199a3ed-9b10-7c55-b1aa-6d2e8f3a4b12",
         *         "name": "Sanne de Wit",
         *         "extension": "204"
         *       },
         *       "standIn": null,
         *       "teamId": "0199a3ec-7f02-7e31-a2b8-51c9d0e7f640",
         *       "topic": {
         *         "code": "invoice",
         *         "name": "Invoice"
         *       },
         *       "subject": "Charged twice in October",
         *       "question": "My October bill was taken from my account twice. Can one be paid back?",
         *       "tags": [
         *         "direct-debit"
         *       ],
         *       "origin": "question",
         *       "channel": "phone",
         *       "openedBy": {
         *         "kind": "employee",
         *         "id": "0199a3ed-9b10-7c55-b1aa-6d2e8f3a4b12"
         *       },
         *       "assignment": {
         *         "reason": "taken"
         *       },
         *       "callback": {
         *         "id": "0199a3f0-5c1e-7b6a-9d3e-15d3a7c94e88",
         *         "channel": "phone",
         *         "to": "+31612345678",
         *         "from": "2026-11-02T13:00:00.000Z",
         *         "until": "2026-11-02T14:00:00.000Z",
         *         "state": "open",
         *         "yielded": null,
         *         "overdue": false,
         *         "attempts": 0,
         *         "nextTryAt": null,
         *         "version": 1
         *       },
         *       "resolution": null,
         *       "chases": 0,
         *       "openedAt": "2026-11-02T09:12:44.000Z",
         *       "resolvedAt": null,
         *       "aboutEmployeeId": null,
         *       "version": 3
         *     }
         */
        Case: {
            /** Format: uuid */
            id: string;
            /** @description For people: digits with a check digit. */
            reference: string;
            /** @enum {string} */
            status: "open" | "resolved";
            customer: components["schemas"]["CaseCustomer"];
            owner: components["schemas"]["CaseOwner"];
            /** @description Who acts for the owner during an absence. */
            standIn: components["schemas"]["StandIn"] | null;
            /** Format: uuid */
            teamId: string;
            topic: components["schemas"]["CaseTopic"] | null;
            subject: string;
            question: string;
            tags: string[];
            /** @enum {string} */
            origin: "question" | "outreach" | "recovery";
            channel: string;
            openedBy: components["schemas"]["Doer"];
            assignment: components["schemas"]["Assignment"];
            /** @description The promise: an open case always has one, a resolved case none. */
            callback: components["schemas"]["CaseCallback"] | null;
            /** @description How the case ended; null while it is open. */
            resolution: components["schemas"]["Resolution"] | null;
            /** @description How often the customer contacted us while a callback was open. */
            chases: number;
            /** Format: date-time */
            openedAt: string;
            /** Format: date-time */
            resolvedAt: string | null;
            /**
             * Format: uuid
             * @description The employee whom a complaint is about; they do not see the case.
             */
            aboutEmployeeId: string | null;
            /** @description The number of the last event in the case’s history. */
            version: number;
        };
        /**
         * @description The promise that the customer has now.
         * @example {
         *       "id": "0199a3f0-5c1e-7b6a-9d3e-15d3a7c94e88",
         *       "channel": "phone",
         *       "to": "+31612345678",
         *       "from": "2026-11-02T13:00:00.000Z",
         *       "until": "2026-11-02T14:00:00.000Z",
         *       "state": "open",
         *       "yielded": null,
         *       "overdue": false,
         *       "attempts": 0,
         *       "nextTryAt": null,
         *       "version": 1
         *     }
         */
        CaseCallback: {
            /** Format: uuid */
            id: string;
            channel: string;
            /** @description The number or address; null for a pickup by reference. */
            to: string | null;
            /** Format: date-time */
            from: string;
            /** Format: date-time */
            until: string;
            /** @constant */
            state: "open";
            /**
             * @description Whose wish the computed window leaves aside, because no moment within the horizon suits everybody: the customer’s preferred windows, the owner’s hours, or all hours of a team that does not open.
             * @enum {string|null}
             */
            yielded: "customer" | "owner" | "team" | null;
            overdue: boolean;
            attempts: number;
            /** Format: date-time */
            nextTryAt: string | null;
            /** @description The callback’s own, for `If-Match` of an attempt. */
            version: number;
        };
        /**
         * @description What may change of a case, and nothing else.
         * @example {
         *       "subject": "Charged twice"
         *     }
         */
        CaseChange: {
            subject?: string;
            topic?: string | null;
            question?: string;
            tags?: string[];
        };
        /**
         * @description Whose question it is.
         * @example {
         *       "id": "0199a3ee-21c4-7d09-8a77-4a1f2e5b9c03",
         *       "name": "Mevrouw Dijkstra"
         *     }
         */
        CaseCustomer: {
            /** Format: uuid */
            id: string;
            name: string | null;
        };
        /**
         * @description What any employee learns of a case when they look up who calls: whose it is and what is promised.
         * @example {
         *       "id": "0199a3f0-5c1e-7b6a-9d3e-0a4f6f1c2b7d",
         *       "reference": "100048275",
         *       "status": "open",
         *       "customer": {
         *         "id": "0199a3ee-21c4-7d09-8a77-4a1f2e5b9c03",
         *         "name": "Mevrouw Dijkstra"
         *       },
         *       "owner": {
         *         "id": "0199a3ed-9b10-7c55-b1aa-6d2e8f3a4b12",
         *         "name": "Sanne de Wit",
         *         "extension": "204"
         *       },
         *       "standIn": null,
         *       "callback": {
         *         "channel": "phone",
         *         "from": "2026-11-02T13:00:00.000Z",
         *         "until": "2026-11-02T14:00:00.000Z",
         *         "overdue": false
         *       },
         *       "version": 3
         *     }
         */
        CaseGlimpse: {
            /** Format: uuid */
            id: string;
            reference: string;
            /** @enum {string} */
            status: "open" | "resolved";
            customer: components["schemas"]["CaseCustomer"];
            owner: components["schemas"]["CaseOwner"];
            standIn: components["schemas"]["StandIn"] | null;
            callback: components["schemas"]["GlimpsedCallback"] | null;
            version: number;
        };
        /**
         * @description The one owner, always.
         * @example {
         *       "id": "0199a3ed-9b10-7c55-b1aa-6d2e8f3a4b12",
         *       "name": "Sanne de Wit",
         *       "extension": "204"
         *     }
         */
        CaseOwner: {
            /** Format: uuid */
            id: string;
            name: string;
            extension: string | null;
        };
        /**
         * @description A page of a list.
         * @example {
         *       "data": [
         *         {
         *           "id": "0199a3f0-5c1e-7b6a-9d3e-0a4f6f1c2b7d",
         *           "reference": "100048275",
         *           "status": "open",
         *           "customer": {
         *             "id": "0199a3ee-21c4-7d09-8a77-4a1f2e5b9c03",
         *             "name": "Mevrouw Dijkstra"
         *           },
         *           "owner": {
         *             "id": "0199a3ed-9b10-7c55-b1aa-6d2e8f3a4b12",
         *             "name": "Sanne de Wit",
         *             "extension": "204"
         *           },
         *           "standIn": null,
         *           "teamId": "0199a3ec-7f02-7e31-a2b8-51c9d0e7f640",
         *           "topic": {
         *             "code": "invoice",
         *             "name": "Invoice"
         *           },
         *           "subject": "Charged twice in October",
         *           "question": "My October bill was taken from my account twice. Can one be paid back?",
         *           "tags": [
         *             "direct-debit"
         *           ],
         *           "origin": "question",
         *           "channel": "phone",
         *           "openedBy": {
         *             "kind": "employee",
         *             "id": "0199a3ed-9b10-7c55-b1aa-6d2e8f3a4b12"
         *           },
         *           "assignment": {
         *             "reason": "taken"
         *           },
         *           "callback": {
         *             "id": "0199a3f0-5c1e-7b6a-9d3e-15d3a7c94e88",
         *             "channel": "phone",
         *             "to": "+31612345678",
         *             "from": "2026-11-02T13:00:00.000Z",
         *             "until": "2026-11-02T14:00:00.000Z",
         *             "state": "open",
         *             "yielded": null,
         *             "overdue": false,
         *             "attempts": 0,
         *             "nextTryAt": null,
         *             "version": 1
         *           },
         *           "resolution": null,
         *           "chases": 0,
         *           "openedAt": "2026-11-02T09:12:44.000Z",
         *           "resolvedAt": null,
         *           "aboutEmployeeId": null,
         *           "version": 3
         *         }
         *       ],
         *       "nextCursor": "WyJfIiwiMDE5OWEzZjAiXQ"
         *     }
         */
        CasePage: {
            data: components["schemas"]["Case"][];
            /** @description Send it as `cursor` for the next page; null on the last one. */
            nextCursor: string | null;
        };
        /**
         * @description What the question is about.
         * @example {
         *       "code": "invoice",
         *       "name": "Invoice"
         *     }
         */
        CaseTopic: {
            code: string;
            name: string;
        };
        /**
         * @description A day on which the team is closed.
         * @example {
         *       "date": "2026-12-24",
         *       "reason": "Team day"
         *     }
         */
        Closure: {
            /** Format: date */
            date: string;
            reason?: string;
        };
        /**
         * @description A day on which the team will be closed.
         * @example {
         *       "date": "2026-12-24",
         *       "reason": "Team day"
         *     }
         */
        ClosureGiven: {
            /** Format: date */
            date: string;
            reason?: string;
        };
        /**
         * @description A second person confirms a report; they may name who takes over.
         * @example {
         *       "toOwnerId": "0199a3ed-a7f4-7b02-9c31-0e5d4f6a7b89"
         *     }
         */
        Confirmation: {
            /**
             * Format: uuid
             * @description Left out: who was named, else the least-loaded.
             */
            toOwnerId?: string;
        };
        /**
         * @description One moment of contact between the customer and an employee.
         * @example {
         *       "id": "0199a3f4-0d11-7f5e-9b7c-3e6a8c2d1f40",
         *       "caseId": "0199a3f0-5c1e-7b6a-9d3e-0a4f6f1c2b7d",
         *       "direction": "inbound",
         *       "channel": "phone",
         *       "outcome": "reached",
         *       "summary": "Asks when Sanne will call.",
         *       "at": "2026-11-02T10:30:00.000Z",
         *       "employeeId": "0199a3ed-a7f4-7b02-9c31-0e5d4f6a7b89",
         *       "byOwner": false,
         *       "answered": false,
         *       "opening": false,
         *       "participants": [],
         *       "recordedBy": {
         *         "kind": "employee",
         *         "id": "0199a3ed-a7f4-7b02-9c31-0e5d4f6a7b89"
         *       },
         *       "recordedAt": "2026-11-02T10:31:05.000Z"
         *     }
         */
        Contact: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            caseId: string;
            /** @enum {string} */
            direction: "inbound" | "outbound";
            channel: string;
            outcome: string;
            summary: string | null;
            /** Format: date-time */
            at: string;
            /**
             * Format: uuid
             * @description Who spoke with the customer; null when only a system did.
             */
            employeeId: string | null;
            byOwner: boolean;
            answered: boolean;
            opening: boolean;
            participants: string[];
            recordedBy: components["schemas"]["Doer"];
            /** Format: date-time */
            recordedAt: string;
        };
        /**
         * @description A page of a list.
         * @example {
         *       "data": [
         *         {
         *           "id": "0199a3f4-0d11-7f5e-9b7c-3e6a8c2d1f40",
         *           "caseId": "0199a3f0-5c1e-7b6a-9d3e-0a4f6f1c2b7d",
         *           "direction": "inbound",
         *           "channel": "phone",
         *           "outcome": "reached",
         *           "summary": "Asks when Sanne will call.",
         *           "at": "2026-11-02T10:30:00.000Z",
         *           "employeeId": "0199a3ed-a7f4-7b02-9c31-0e5d4f6a7b89",
         *           "byOwner": false,
         *           "answered": false,
         *           "opening": false,
         *           "participants": [],
         *           "recordedBy": {
         *             "kind": "employee",
         *             "id": "0199a3ed-a7f4-7b02-9c31-0e5d4f6a7b89"
         *           },
         *           "recordedAt": "2026-11-02T10:31:05.000Z"
         *         }
         *       ],
         *       "nextCursor": "WyJfIiwiMDE5OWEzZjAiXQ"
         *     }
         */
        ContactPage: {
            data: components["schemas"]["Contact"][];
            /** @description Send it as `cursor` for the next page; null on the last one. */
            nextCursor: string | null;
        };
        /**
         * @description Another way to reach the customer.
         * @example {
         *       "channel": "letter",
         *       "address": "Dorpsstraat 1, 1234 AB Ons Dorp",
         *       "label": "home"
         *     }
         */
        ContactPoint: {
            channel: string;
            address: string;
            label?: string;
        };
        /**
         * @description Another way to reach the customer.
         * @example {
         *       "channel": "letter",
         *       "address": "Dorpsstraat 1, 1234 AB Ons Dorp",
         *       "label": "home"
         *     }
         */
        ContactPointGiven: {
            /** @enum {string} */
            channel: "phone" | "email" | "chat" | "visit" | "letter" | "web";
            address: string;
            label?: string;
        };
        /**
         * @description Who asks, how to reach them, and the one team that serves them.
         * @example {
         *       "id": "0199a3ee-21c4-7d09-8a77-4a1f2e5b9c03",
         *       "anonymous": false,
         *       "name": "Mevrouw Dijkstra",
         *       "kind": "person",
         *       "phone": "+31612345678",
         *       "email": "dijkstra@example.org",
         *       "otherContactPoints": [
         *         {
         *           "channel": "letter",
         *           "address": "Dorpsstraat 1, 1234 AB Ons Dorp",
         *           "label": "home"
         *         }
         *       ],
         *       "language": "nl",
         *       "segment": "households",
         *       "teamId": "0199a3ec-7f02-7e31-a2b8-51c9d0e7f640",
         *       "preferredChannel": "phone",
         *       "preferredWindows": {
         *         "monday": [
         *           {
         *             "from": "18:00",
         *             "until": "21:00"
         *           }
         *         ]
         *       },
         *       "timeZone": "Europe/Amsterdam",
         *       "references": [
         *         {
         *           "system": "crm",
         *           "externalId": "C-104.229"
         *         }
         *       ],
         *       "createdAt": "2026-11-02T08:00:00.000Z",
         *       "version": 1
         *     }
         */
        Customer: {
            /** Format: uuid */
            id: string;
            name: string | null;
            /** @enum {string} */
            kind: "person" | "organisation";
            /** @description True for who is not known by anything. */
            anonymous: boolean;
            /** @description E.164. */
            phone: string | null;
            email: string | null;
            otherContactPoints: components["schemas"]["ContactPoint"][];
            /** @description A language tag (BCP 47); null when none is known. */
            language: string | null;
            segment: string | null;
            /**
             * Format: uuid
             * @description The one team that serves this customer.
             */
            teamId: string;
            /** @enum {string|null} */
            preferredChannel: "phone" | "email" | "chat" | "letter" | null;
            preferredWindows: components["schemas"]["WeeklyHours"] | null;
            /** @description IANA; of the preferred windows. Null: the team’s. */
            timeZone: string | null;
            references: components["schemas"]["CustomerReference"][];
            /** Format: date-time */
            createdAt: string;
            version: number;
        };
        /**
         * @description What changes of a customer; null clears, and lists are given whole.
         * @example {
         *       "preferredChannel": "email",
         *       "references": [
         *         {
         *           "system": "crm",
         *           "externalId": "C-104.229"
         *         }
         *       ]
         *     }
         */
        CustomerChange: {
            name?: string | null;
            /** @enum {string} */
            kind?: "person" | "organisation";
            /** @description In any notation; a national one is read with the organisation’s country. */
            phone?: string | null;
            email?: string | null;
            otherContactPoints?: components["schemas"]["ContactPointGiven"][] | null;
            language?: string | null;
            segment?: string | null;
            /**
             * Format: uuid
             * @description Null: the oldest team that serves the segment, else the default team.
             */
            teamId?: string | null;
            /** @enum {string|null} */
            preferredChannel?: "phone" | "email" | "chat" | "letter" | null;
            /** @description When the customer likes to be contacted. */
            preferredWindows?: components["schemas"]["WeeklyHoursGiven"] | null;
            /** @description IANA; of the preferred windows. Null: the team’s. */
            timeZone?: string | null;
            /** @description What other systems call the customer: all of them. */
            references?: components["schemas"]["CustomerReferenceGiven"][];
        };
        /**
         * @description A page of a list.
         * @example {
         *       "data": [
         *         {
         *           "id": "0199a3ee-21c4-7d09-8a77-4a1f2e5b9c03",
         *           "anonymous": false,
         *           "name": "Mevrouw Dijkstra",
         *           "kind": "person",
         *           "phone": "+31612345678",
         *           "email": "dijkstra@example.org",
         *           "otherContactPoints": [
         *             {
         *               "channel": "letter",
         *               "address": "Dorpsstraat 1, 1234 AB Ons Dorp",
         *               "label": "home"
         *             }
         *           ],
         *           "language": "nl",
         *           "segment": "households",
         *           "teamId": "0199a3ec-7f02-7e31-a2b8-51c9d0e7f640",
         *           "preferredChannel": "phone",
         *           "preferredWindows": {
         *             "monday": [
         *               {
         *                 "from": "18:00",
         *                 "until": "21:00"
         *               }
         *             ]
         *           },
         *           "timeZone": "Europe/Amsterdam",
         *           "references": [
         *             {
         *               "system": "crm",
         *               "externalId": "C-104.229"
         *             }
         *           ],
         *           "createdAt": "2026-11-02T08:00:00.000Z",
         *           "version": 1
         *         }
         *       ],
         *       "nextCursor": "WyJfIiwiMDE5OWEzZjAiXQ"
         *     }
         */
        CustomerPage: {
            data: components["schemas"]["Customer"][];
            /** @description Send it as `cursor` for the next page; null on the last one. */
            nextCursor: string | null;
        };
        /**
         * @description What another system calls the customer.
         * @example {
         *       "system": "crm",
         *       "externalId": "C-104.229"
         *     }
         */
        CustomerReference: {
            system: string;
            externalId: string;
        };
        /**
         * @description What another system calls the customer.
         * @example {
         *       "system": "crm",
         *       "externalId": "C-104.229"
         *     }
         */
        CustomerReferenceGiven: {
            /** @description A system that knows the customer, such as `crm`. */
            system: string;
            /** @description What that system calls the customer. */
            externalId: string;
        };
        /**
         * @description What an employee has to do today.
         * @example {
         *       "employee": {
         *         "id": "0199a3ed-9b10-7c55-b1aa-6d2e8f3a4b12",
         *         "name": "Sanne de Wit"
         *       },
         *       "date": "2026-11-02",
         *       "timeZone": "Europe/Amsterdam",
         *       "callbacks": [
         *         {
         *           "id": "0199a3f0-5c1e-7b6a-9d3e-15d3a7c94e88",
         *           "caseId": "0199a3f0-5c1e-7b6a-9d3e-0a4f6f1c2b7d",
         *           "reference": "100048275",
         *           "subject": "Charged twice in October",
         *           "customer": {
         *             "id": "0199a3ee-21c4-7d09-8a77-4a1f2e5b9c03",
         *             "name": "Mevrouw Dijkstra"
         *           },
         *           "ownerId": "0199a3ed-9b10-7c55-b1aa-6d2e8f3a4b12",
         *           "channel": "phone",
         *           "to": "+31612345678",
         *           "from": "2026-11-02T13:00:00.000Z",
         *           "until": "2026-11-02T14:00:00.000Z",
         *           "computed": false,
         *           "overdue": false,
         *           "attempts": 1,
         *           "nextTryAt": "2026-11-02T13:30:00.000Z",
         *           "chases": 0
         *         }
         *       ],
         *       "more": false,
         *       "standingInFor": [],
         *       "absences": []
         *     }
         */
        Day: {
            employee: components["schemas"]["DayEmployee"];
            /**
             * Format: date
             * @description Today, in `timeZone`.
             */
            date: string;
            /** @description IANA; your team’s, or the organisation’s if you are in no team. */
            timeZone: string;
            /** @description What is overdue, and what is due before the day is over, in the order of the windows. */
            callbacks: components["schemas"]["DayCallback"][];
            /** @description There are more callbacks than these: `GET /callbacks` has all of them. */
            more: boolean;
            /** @description For whom you act now; their callbacks are among yours. */
            standingInFor: components["schemas"]["DayOwner"][];
            /** @description Where you stand in now or will, in order; at most the next 50. */
            absences: components["schemas"]["DayAbsence"][];
        };
        /**
         * @description An absence of a teammate in which you stand in, now or later.
         * @example {
         *       "id": "0199a3f1-22d0-7e13-8a41-5c0b7d9e2f66",
         *       "employeeId": "0199a3ed-a7f4-7b02-9c31-0e5d4f6a7b89",
         *       "name": "Piet Bakker",
         *       "from": "2026-11-01T23:00:00.000Z",
         *       "until": "2026-11-04T23:00:00.000Z"
         *     }
         */
        DayAbsence: {
            /**
             * Format: uuid
             * @description The absence.
             */
            id: string;
            /** Format: uuid */
            employeeId: string;
            name: string;
            /**
             * Format: date-time
             * @description From when on you stand in.
             */
            from: string;
            /**
             * Format: date-time
             * @description When you stand in no longer.
             */
            until: string;
        };
        /**
         * @description A promise to keep today.
         * @example {
         *       "id": "0199a3f0-5c1e-7b6a-9d3e-15d3a7c94e88",
         *       "caseId": "0199a3f0-5c1e-7b6a-9d3e-0a4f6f1c2b7d",
         *       "reference": "100048275",
         *       "subject": "Charged twice in October",
         *       "customer": {
         *         "id": "0199a3ee-21c4-7d09-8a77-4a1f2e5b9c03",
         *         "name": "Mevrouw Dijkstra"
         *       },
         *       "ownerId": "0199a3ed-9b10-7c55-b1aa-6d2e8f3a4b12",
         *       "channel": "phone",
         *       "to": "+31612345678",
         *       "from": "2026-11-02T13:00:00.000Z",
         *       "until": "2026-11-02T14:00:00.000Z",
         *       "computed": false,
         *       "overdue": false,
         *       "attempts": 1,
         *       "nextTryAt": "2026-11-02T13:30:00.000Z",
         *       "chases": 0
         *     }
         */
        DayCallback: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            caseId: string;
            reference: string;
            subject: string;
            customer: components["schemas"]["CaseCustomer"];
            /**
             * Format: uuid
             * @description Yourself, or the absent owner for whom you stand in.
             */
            ownerId: string;
            channel: string;
            /** @description The number or address; null for a pickup by reference. */
            to: string | null;
            /** Format: date-time */
            from: string;
            /** Format: date-time */
            until: string;
            /** @description The window came from the team’s agreement, so it books no hour. */
            computed: boolean;
            overdue: boolean;
            attempts: number;
            /**
             * Format: date-time
             * @description When to try again, after a try that failed.
             */
            nextTryAt: string | null;
            /** @description How often the customer contacted us meanwhile. */
            chases: number;
        };
        /**
         * @description Whose day it is.
         * @example {
         *       "id": "0199a3ed-9b10-7c55-b1aa-6d2e8f3a4b12",
         *       "name": "Sanne de Wit"
         *     }
         */
        DayEmployee: {
            /** Format: uuid */
            id: string;
            /** @description Your name. */
            name: string;
        };
        /**
         * @description An absent teammate for whom you act now.
         * @example {
         *       "id": "0199a3ed-a7f4-7b02-9c31-0e5d4f6a7b89",
         *       "name": "Piet Bakker",
         *       "extension": "205",
         *       "until": "2026-11-04T23:00:00.000Z"
         *     }
         */
        DayOwner: {
            /** Format: uuid */
            id: string;
            name: string;
            extension: string | null;
            /**
             * Format: date-time
             * @description When you stand in no longer.
             */
            until: string;
        };
        /**
         * @description The most working days.
         * @example {
         *       "most": "P15D"
         *     }
         */
        DaysBoundGiven: {
            /** @description Working days, such as P15D. */
            most: string;
        };
        /**
         * @description Who left, and where their open cases went.
         * @example {
         *       "employee": {
         *         "id": "0199a3ed-9b10-7c55-b1aa-6d2e8f3a4b12",
         *         "name": "Sanne de Wit",
         *         "email": "sanne@example.org",
         *         "subject": null,
         *         "teamId": "0199a3ec-7f02-7e31-a2b8-51c9d0e7f640",
         *         "discipline": "both",
         *         "role": "member",
         *         "extension": "204",
         *         "phone": "+31612345678",
         *         "topics": [
         *           "invoice"
         *         ],
         *         "workingHours": {
         *           "monday": [
         *             {
         *               "from": "09:00",
         *               "until": "17:00"
         *             }
         *           ]
         *         },
         *         "timeZone": null,
         *         "contractHours": 36,
         *         "active": false,
         *         "leavingSince": null,
         *         "createdAt": "2026-11-02T08:00:00.000Z",
         *         "version": 2
         *       },
         *       "successions": [
         *         {
         *           "id": "0199a3f8-2b7e-7c14-8d05-6f1e3a9c7b20",
         *           "caseId": "0199a3f0-5c1e-7b6a-9d3e-0a4f6f1c2b7d",
         *           "reference": "100048275",
         *           "cause": "departure",
         *           "fromOwnerId": "0199a3ed-9b10-7c55-b1aa-6d2e8f3a4b12",
         *           "toOwnerId": "0199a3ed-a7f4-7b02-9c31-0e5d4f6a7b89",
         *           "reason": null,
         *           "contactId": null,
         *           "reportedBy": "0199a3ed-a7f4-7b02-9c31-0e5d4f6a7b89",
         *           "confirmedBy": null,
         *           "requestedAt": "2026-11-02T10:40:00.000Z",
         *           "completedAt": "2026-11-02T10:40:00.000Z",
         *           "version": 1
         *         }
         *       ]
         *     }
         */
        Departure: {
            employee: components["schemas"]["Employee"];
            /** @description One for each case that they owned. */
            successions: components["schemas"]["Succession"][];
        };
        /**
         * @description Who did it: an employee, or a system by itself.
         * @example {
         *       "kind": "employee",
         *       "id": "0199a3ed-9b10-7c55-b1aa-6d2e8f3a4b12"
         *     }
         */
        Doer: {
            /** @enum {string} */
            kind: "employee" | "system";
            /** Format: uuid */
            id: string;
        };
        /**
         * @description A person who works here.
         * @example {
         *       "id": "0199a3ed-9b10-7c55-b1aa-6d2e8f3a4b12",
         *       "name": "Sanne de Wit",
         *       "email": "sanne@example.org",
         *       "subject": null,
         *       "teamId": "0199a3ec-7f02-7e31-a2b8-51c9d0e7f640",
         *       "discipline": "both",
         *       "role": "member",
         *       "extension": "204",
         *       "phone": "+31612345678",
         *       "topics": [
         *         "invoice"
         *       ],
         *       "workingHours": {
         *         "monday": [
         *           {
         *             "from": "09:00",
         *             "until": "17:00"
         *           }
         *         ]
         *       },
         *       "timeZone": null,
         *       "contractHours": 36,
         *       "active": true,
         *       "leavingSince": null,
         *       "createdAt": "2026-11-02T08:00:00.000Z",
         *       "version": 1
         *     }
         */
        Employee: {
            /** Format: uuid */
            id: string;
            name: string;
            email: string | null;
            /** @description What the identity provider calls them. */
            subject: string | null;
            /**
             * Format: uuid
             * @description Null for a specialist, who is consulted and never owns a case.
             */
            teamId: string | null;
            /** @enum {string} */
            discipline: "front" | "back" | "both";
            /** @enum {string} */
            role: "member" | "coach" | "admin";
            extension: string | null;
            /** @description E.164. */
            phone: string | null;
            /** @description The codes of the topics that they are competent in. */
            topics: string[];
            /** @description Null: the opening hours of the team. */
            workingHours: components["schemas"]["WeeklyHours"] | null;
            /** @description IANA; of the working hours. Null: the team’s. */
            timeZone: string | null;
            /** @description Hours a week. */
            contractHours: number;
            /** @description False for who has left. */
            active: boolean;
            /**
             * Format: date-time
             * @description When a departure began that is not complete: they own what they own, may not call and are given nothing new.
             */
            leavingSince: string | null;
            /** Format: date-time */
            createdAt: string;
            version: number;
        };
        /**
         * @description What changes of an employee; null clears.
         * @example {
         *       "topics": [
         *         "invoice",
         *         "moving-house"
         *       ],
         *       "contractHours": 32
         *     }
         */
        EmployeeChange: {
            name?: string;
            email?: string | null;
            /** @description The `sub`, or the claim agreed on, of the identity provider. */
            subject?: string | null;
            /**
             * Format: uuid
             * @description Null: a specialist, in no team.
             */
            teamId?: string | null;
            /** @enum {string} */
            discipline?: "front" | "back" | "both";
            /** @enum {string} */
            role?: "member" | "coach" | "admin";
            extension?: string | null;
            /** @description In any notation; a national one is read with the organisation’s country. */
            phone?: string | null;
            /** @description The codes of all topics that they are competent in. */
            topics?: string[];
            /** @description Null: the opening hours of the team. */
            workingHours?: components["schemas"]["WeeklyHoursGiven"] | null;
            /** @description IANA; of the working hours. Null: the team’s. */
            timeZone?: string | null;
            /** @description Hours a week. */
            contractHours?: number;
        };
        /**
         * @description A page of a list.
         * @example {
         *       "data": [
         *         {
         *           "id": "0199a3ed-9b10-7c55-b1aa-6d2e8f3a4b12",
         *           "name": "Sanne de Wit",
         *           "email": "sanne@example.org",
         *           "subject": null,
         *           "teamId": "0199a3ec-7f02-7e31-a2b8-51c9d0e7f640",
         *           "discipline": "both",
         *           "role": "member",
         *           "extension": "204",
         *           "phone": "+31612345678",
         *           "topics": [
         *             "invoice"
         *           ],
         *           "workingHours": {
         *             "monday": [
         *               {
         *                 "from": "09:00",
         *                 "until": "17:00"
         *               }
         *             ]
         *           },
         *           "timeZone": null,
         *           "contractHours": 36,
         *           "active": true,
         *           "leavingSince": null,
         *           "createdAt": "2026-11-02T08:00:00.000Z",
         *           "version": 1
         *         }
         *       ],
         *       "nextCursor": "WyJfIiwiMDE5OWEzZjAiXQ"
         *     }
         */
        EmployeePage: {
            data: components["schemas"]["Employee"][];
            /** @description Send it as `cursor` for the next page; null on the last one. */
            nextCursor: string | null;
        };
        /**
         * @description Something that happened; never changed and never removed.
         * @example {
         *       "id": "0199a3f0-5c1f-7d04-a3b6-8e2c4f6a1b30",
         *       "type": "callback.made",
         *       "at": "2026-11-02T09:12:44.000Z",
         *       "caseId": "0199a3f0-5c1e-7b6a-9d3e-0a4f6f1c2b7d",
         *       "caseSequence": 3,
         *       "customerId": "0199a3ee-21c4-7d09-8a77-4a1f2e5b9c03",
         *       "actor": {
         *         "kind": "system",
         *         "id": "0199a3ea-1f22-7a90-b4c5-d6e7f8091a2b",
         *         "onBehalfOf": "0199a3ed-9b10-7c55-b1aa-6d2e8f3a4b12"
         *       },
         *       "data": {
         *         "callbackId": "0199a3f0-5c1e-7b6a-9d3e-15d3a7c94e88",
         *         "channel": "phone"
         *       }
         *     }
         */
        Event: {
            /** Format: uuid */
            id: string;
            /** @description See docs/events.md; more types may come. */
            type: string;
            /** Format: date-time */
            at: string;
            /** Format: uuid */
            caseId?: string;
            /** @description 1, 2, 3, … within the case, without a gap. */
            caseSequence?: number;
            /** Format: uuid */
            customerId?: string;
            actor: {
                /** @enum {string} */
                kind: "employee" | "system";
                /** Format: uuid */
                id: string | null;
                /** Format: uuid */
                onBehalfOf?: string;
            };
            data: {
                [key: string]: unknown;
            };
        };
        /**
         * @description A page of a list.
         * @example {
         *       "data": [
         *         {
         *           "id": "0199a3f0-5c1f-7d04-a3b6-8e2c4f6a1b30",
         *           "type": "callback.made",
         *           "at": "2026-11-02T09:12:44.000Z",
         *           "caseId": "0199a3f0-5c1e-7b6a-9d3e-0a4f6f1c2b7d",
         *           "caseSequence": 3,
         *           "customerId": "0199a3ee-21c4-7d09-8a77-4a1f2e5b9c03",
         *           "actor": {
         *             "kind": "system",
         *             "id": "0199a3ea-1f22-7a90-b4c5-d6e7f8091a2b",
         *             "onBehalfOf": "0199a3ed-9b10-7c55-b1aa-6d2e8f3a4b12"
         *           },
         *           "data": {
         *             "callbackId": "0199a3f0-5c1e-7b6a-9d3e-15d3a7c94e88",
         *             "channel": "phone"
         *           }
         *         }
         *       ],
         *       "nextCursor": "WyJfIiwiMDE5OWEzZjAiXQ"
         *     }
         */
        EventPage: {
            data: components["schemas"]["Event"][];
            /** @description Send it as `cursor` for the next page; null on the last one. */
            nextCursor: string | null;
        };
        /**
         * @description Something worth knowing about a customer, so that nobody has to ask twice.
         * @example {
         *       "id": "0199a3f1-02d4-7e19-b4c0-8a3d5f6e7b21",
         *       "text": "Hard of hearing: speak slowly, and confirm by letter.",
         *       "until": null,
         *       "recordedBy": {
         *         "kind": "employee",
         *         "id": "0199a3ed-9b10-7c55-b1aa-6d2e8f3a4b12"
         *       },
         *       "recordedAt": "2026-11-02T09:12:44.000Z"
         *     }
         */
        Fact: {
            /** Format: uuid */
            id: string;
            text: string;
            /**
             * Format: date
             * @description The last day on which it matters; null: for good.
             */
            until: string | null;
            recordedBy: components["schemas"]["Doer"];
            /** Format: date-time */
            recordedAt: string;
        };
        /**
         * @description A page of a list.
         * @example {
         *       "data": [
         *         {
         *           "id": "0199a3f1-02d4-7e19-b4c0-8a3d5f6e7b21",
         *           "text": "Hard of hearing: speak slowly, and confirm by letter.",
         *           "until": null,
         *           "recordedBy": {
         *             "kind": "employee",
         *             "id": "0199a3ed-9b10-7c55-b1aa-6d2e8f3a4b12"
         *           },
         *           "recordedAt": "2026-11-02T09:12:44.000Z"
         *         }
         *       ],
         *       "nextCursor": "WyJfIiwiMDE5OWEzZjAiXQ"
         *     }
         */
        FactPage: {
            data: components["schemas"]["Fact"][];
            /** @description Send it as `cursor` for the next page; null on the last one. */
            nextCursor: string | null;
        };
        /**
         * @description A promise whose window ends within the absence: the stand-in keeps it unless it is rescheduled.
         * @example {
         *       "id": "0199a3f0-5c1e-7b6a-9d3e-15d3a7c94e88",
         *       "caseId": "0199a3f0-5c1e-7b6a-9d3e-0a4f6f1c2b7d",
         *       "reference": "100048275",
         *       "from": "2026-11-10T13:00:00.000Z",
         *       "until": "2026-11-10T14:00:00.000Z",
         *       "standInId": "0199a3ed-a7f4-7b02-9c31-0e5d4f6a7b89"
         *     }
         */
        FallingCallback: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            caseId: string;
            reference: string;
            /** Format: date-time */
            from: string;
            /** Format: date-time */
            until: string;
            /**
             * Format: uuid
             * @description Who keeps it; null: nobody is present then.
             */
            standInId: string | null;
        };
        /**
         * @description One thing wrong with a request.
         * @example {
         *       "pointer": "#/question",
         *       "message": "is missing"
         *     }
         */
        FieldError: {
            /** @description A JSON Pointer into the request. */
            pointer: string;
            message: string;
        };
        /**
         * @description When, how and where the customer wants to hear from us.
         * @example {
         *       "from": "2026-11-02T13:00:00Z",
         *       "until": "2026-11-02T14:00:00Z"
         *     }
         */
        GivenWindow: {
            /**
             * Format: date-time
             * @description Left out together with `until`: the team’s agreement computes the window.
             */
            from?: string;
            /** Format: date-time */
            until?: string;
            /**
             * @description Left out: as the customer prefers.
             * @enum {string}
             */
            channel?: "phone" | "email" | "chat" | "visit" | "letter" | "web" | "pickup";
            /** @description The number or address; left out: the customer’s own. */
            to?: string;
        };
        /**
         * @description The promise that the customer has now.
         * @example {
         *       "channel": "phone",
         *       "from": "2026-11-02T13:00:00.000Z",
         *       "until": "2026-11-02T14:00:00.000Z",
         *       "overdue": false
         *     }
         */
        GlimpsedCallback: {
            channel: string;
            /** Format: date-time */
            from: string;
            /** Format: date-time */
            until: string;
            overdue: boolean;
        };
        /**
         * @description How the service is.
         * @example {
         *       "status": "ok"
         *     }
         */
        Health: {
            /** @enum {string} */
            status: "ok" | "unavailable";
        };
        /**
         * @description A stretch of a day in local time; `until` is the first minute after it.
         * @example {
         *       "from": "09:00",
         *       "until": "12:30"
         *     }
         */
        Interval: {
            from: string;
            until: string;
        };
        /**
         * @description A stretch of a day in local time.
         * @example {
         *       "from": "09:00",
         *       "until": "12:30"
         *     }
         */
        IntervalGiven: {
            /** @description The first minute, local time. */
            from: string;
            /** @description The first minute after it, local time; `24:00` is the end of the day. */
            until: string;
        };
        /**
         * @description A least number.
         * @example {
         *       "least": 2
         *     }
         */
        LeastBound: {
            least: number;
        };
        /**
         * @description A least number.
         * @example {
         *       "least": 3
         *     }
         */
        LeastBoundGiven: {
            least: number;
        };
        /**
         * @description A key that was just made, with the key itself.
         * @example {
         *       "id": "0199a3f0-2b7f-7e0c-8d52-1c5f9a3e7b66",
         *       "name": "Telephone system",
         *       "scopes": [
         *         "cases:read",
         *         "cases:write",
         *         "calls:write",
         *         "employees:act"
         *       ],
         *       "hint": "0xQ9",
         *       "createdAt": "2026-11-02T08:00:00.000Z",
         *       "expiresAt": null,
         *       "lastUsedAt": null,
         *       "replacesId": null,
         *       "key": "eig_Xb3dK9mQ2vT7rLw5ZcY8nHs4PfJ6gAe1uV0xQ9"
         *     }
         */
        MadeApiKey: {
            /** Format: uuid */
            id: string;
            /** @description The system that has it. */
            name: string;
            /** @description What the system may do; `admin` includes all others. */
            scopes: ("cases:read" | "cases:write" | "customers:read" | "customers:write" | "calls:write" | "reports:read" | "events:read" | "employees:act" | "employees:provision" | "admin")[];
            /** @description The last four characters of the key, to tell keys apart. */
            hint: string;
            /** Format: date-time */
            createdAt: string;
            /**
             * Format: date-time
             * @description When it ends; null: not until it is revoked.
             */
            expiresAt: string | null;
            /**
             * Format: date-time
             * @description To the minute; null: never.
             */
            lastUsedAt: string | null;
            /**
             * Format: uuid
             * @description The key that this one was made to take over from, by rotating it.
             */
            replacesId: string | null;
            /** @description The key itself. It is shown this once: keep it safe. */
            key: string;
        };
        /**
         * @description A calendar feed that was made just now. Whoever has its address can read it.
         * @example {
         *       "url": "https://eigenaar.example.org/v1/employees/0199a3ed-9b10-7c55-b1aa-6d2e8f3a4b12/callbacks.ics?token=Vh0zq1sXk3m9TtYb5nRwE7uLcA2dGfJo",
         *       "token": "Vh0zq1sXk3m9TtYb5nRwE7uLcA2dGfJo"
         *     }
         */
        MadeCalendarFeed: {
            /**
             * Format: uri-reference
             * @description The address to subscribe to; without a configured `PUBLIC_URL` it begins at the path.
             */
            url: string;
            /** @description What makes the address a secret. Shown now, and never again. */
            token: string;
        };
        /**
         * @description Who calls: a system by itself, or an employee.
         * @example {
         *       "kind": "employee",
         *       "id": "0199a3ed-9b10-7c55-b1aa-6d2e8f3a4b12",
         *       "name": "Sanne de Wit",
         *       "scopes": null,
         *       "employee": {
         *         "id": "0199a3ed-9b10-7c55-b1aa-6d2e8f3a4b12",
         *         "name": "Sanne de Wit",
         *         "email": "sanne@example.org",
         *         "subject": null,
         *         "teamId": "0199a3ec-7f02-7e31-a2b8-51c9d0e7f640",
         *         "discipline": "both",
         *         "role": "member",
         *         "extension": "204",
         *         "phone": "+31612345678",
         *         "topics": [
         *           "invoice"
         *         ],
         *         "workingHours": {
         *           "monday": [
         *             {
         *               "from": "09:00",
         *               "until": "17:00"
         *             }
         *           ]
         *         },
         *         "timeZone": null,
         *         "contractHours": 36,
         *         "active": true,
         *         "leavingSince": null,
         *         "createdAt": "2026-11-02T08:00:00.000Z",
         *         "version": 1
         *       }
         *     }
         */
        Me: {
            /** @enum {string} */
            kind: "employee" | "system";
            /** Format: uuid */
            id: string;
            name: string;
            /** @description What the system may do; null for an employee. */
            scopes: string[] | null;
            /** @description The employee who calls; null for a system by itself. */
            employee: components["schemas"]["Employee"] | null;
        };
        /**
         * @description An amount of money: a decimal string with the currency’s own number of decimals.
         * @example {
         *       "amount": "25.00",
         *       "currency": "EUR"
         *     }
         */
        Money: {
            amount: string;
            currency: string;
        };
        /**
         * @description An amount of money to set: a decimal string, and the currency of the organisation.
         * @example {
         *       "amount": "25.00",
         *       "currency": "EUR"
         *     }
         */
        MoneyGiven: {
            amount: string;
            currency: string;
        };
        /**
         * @description When somebody is away, in moments or in whole days. Why is nobody’s business, so there is no field for it.
         * @example {
         *       "from": "2046-11-09T07:00:00Z",
         *       "until": "2046-11-13T17:00:00Z"
         *     }
         */
        NewAbsence: {
            /**
             * Format: date-time
             * @description Left out, or in the past: now.
             */
            from?: string;
            /**
             * Format: date-time
             * @description The first moment at which they are back.
             */
            until?: string;
            /**
             * Format: date
             * @description In whole days, of the employee’s own time zone: the first one.
             */
            fromDate?: string;
            /**
             * Format: date
             * @description The last one.
             */
            untilDate?: string;
            /**
             * Format: uuid
             * @description A teammate who is present for all of it. Left out: the least-loaded ones who are.
             */
            standInId?: string;
        };
        /**
         * @description What a new team agrees with itself; what is left out is as usual.
         * @example {
         *       "callbackWithin": "PT4H",
         *       "callbacksPerHour": 3
         *     }
         */
        NewAgreements: {
            /** @description When customers can reach the team; the week as a whole. */
            openingHours?: components["schemas"]["WeeklyHoursGiven"];
            /** @description IANA; the opening hours and closures are in it. */
            timeZone?: string;
            /** @description Days on which the team is closed besides holidays. */
            closures?: components["schemas"]["ClosureGiven"][];
            /** @description Working time within which a callback is promised unless the customer chose a window. */
            callbackWithin?: string;
            /** @description How many working days ahead a callback may be promised. */
            callbackHorizon?: string;
            /** @description How many callbacks one owner may promise for one clock hour. */
            callbacksPerHour?: number;
            /** @description How long before the end of a window its owner is reminded. */
            remindBefore?: string;
            /** @description How many tries before a customer counts as unreachable. */
            attempts?: number;
            /** @description On how many different working days those tries are. */
            attemptDays?: number;
            /** @description Working time between two tries. */
            attemptPause?: string;
            /** @description The team’s own ceiling for gestures on one case, within the organisation’s; null: that one. */
            gestureCeiling?: components["schemas"]["MoneyGiven"] | null;
        };
        /**
         * @description A key to make for a system.
         * @example {
         *       "name": "Telephone system",
         *       "scopes": [
         *         "cases:read",
         *         "calls:write"
         *       ]
         *     }
         */
        NewApiKey: {
            /** @description The system that gets it. */
            name: string;
            /** @description What the system may do; no more than whoever makes the key. */
            scopes: ("cases:read" | "cases:write" | "customers:read" | "customers:write" | "calls:write" | "reports:read" | "events:read" | "employees:act" | "employees:provision" | "admin")[];
            /**
             * Format: date-time
             * @description When it ends; left out, it lasts until it is revoked.
             */
            expiresAt?: string | null;
        };
        /**
         * @description A try at keeping a callback.
         * @example {
         *       "outcome": "reached",
         *       "summary": "Paid back this week.",
         *       "then": {
         *         "resolve": {
         *           "outcome": "answered"
         *         }
         *       }
         *     }
         */
        NewAttempt: {
            /** @enum {string} */
            outcome: "reached" | "no-answer" | "voicemail" | "busy" | "wrong-number" | "message-sent";
            /**
             * Format: date-time
             * @description Up to 7 days ago; left out: now.
             */
            at?: string;
            summary?: string;
            /** @description What follows when the customer was reached: the case is resolved, or another callback is promised. */
            then?: {
                resolve: components["schemas"]["AnswerGiven"];
            } | {
                callback: components["schemas"]["GivenWindow"];
            };
        };
        /**
         * @description A moment of contact to record.
         * @example {
         *       "direction": "inbound",
         *       "channel": "phone",
         *       "summary": "Asks when Sanne will call."
         *     }
         */
        NewContact: {
            /**
             * @description Outbound is the owner’s alone.
             * @enum {string}
             */
            direction: "inbound" | "outbound";
            /**
             * @description Left out: `phone`.
             * @enum {string}
             */
            channel?: "phone" | "email" | "chat" | "visit" | "letter" | "web";
            summary?: string;
            /**
             * Format: date-time
             * @description Up to 7 days ago; left out: now.
             */
            at?: string;
            /** @description Colleagues who took part, in a three-way call for instance. */
            participants?: string[];
            /**
             * @description Of an outbound contact; left out: `reached`.
             * @enum {string}
             */
            outcome?: "reached" | "no-answer" | "voicemail" | "busy" | "wrong-number" | "message-sent";
            /** @description You are a colleague of the owner and gave the customer the answer. */
            answered?: boolean;
        };
        /**
         * @description A customer to make: a name or a point of contact is enough, and an anonymous one has neither.
         * @example {
         *       "name": "Mevrouw Dijkstra",
         *       "kind": "person",
         *       "phone": "06 12345678",
         *       "email": "dijkstra@example.org",
         *       "otherContactPoints": [
         *         {
         *           "channel": "letter",
         *           "address": "Dorpsstraat 1, 1234 AB Ons Dorp",
         *           "label": "home"
         *         }
         *       ],
         *       "language": "nl",
         *       "segment": "households",
         *       "teamId": "0199a3ec-7f02-7e31-a2b8-51c9d0e7f640",
         *       "preferredChannel": "phone",
         *       "preferredWindows": {
         *         "monday": [
         *           {
         *             "from": "18:00",
         *             "until": "21:00"
         *           }
         *         ]
         *       },
         *       "timeZone": "Europe/Amsterdam",
         *       "references": [
         *         {
         *           "system": "crm",
         *           "externalId": "C-104.229"
         *         }
         *       ]
         *     }
         */
        NewCustomer: {
            name?: string | null;
            /** @enum {string} */
            kind?: "person" | "organisation";
            /** @description In any notation; a national one is read with the organisation’s country. */
            phone?: string | null;
            email?: string | null;
            otherContactPoints?: components["schemas"]["ContactPointGiven"][] | null;
            language?: string | null;
            segment?: string | null;
            /**
             * Format: uuid
             * @description Null: the oldest team that serves the segment, else the default team.
             */
            teamId?: string | null;
            /** @enum {string|null} */
            preferredChannel?: "phone" | "email" | "chat" | "letter" | null;
            /** @description When the customer likes to be contacted. */
            preferredWindows?: components["schemas"]["WeeklyHoursGiven"] | null;
            /** @description IANA; of the preferred windows. Null: the team’s. */
            timeZone?: string | null;
            /** @description What other systems call the customer: all of them. */
            references?: components["schemas"]["CustomerReferenceGiven"][];
            /** @description The customer does not say who they are: nothing else is needed. */
            anonymous?: boolean;
        };
        /**
         * @description How an employee leaves, and who takes over. An empty one will do.
         * @example {
         *       "successorIds": [
         *         "0199a3ed-a7f4-7b02-9c31-0e5d4f6a7b89"
         *       ]
         *     }
         */
        NewDeparture: {
            /**
             * @description `absent`: for more than 20 working days; the employee stays. Left out: `left`.
             * @enum {string}
             */
            because?: "left" | "absent";
            /** @description Among whom the cases are spread; left out: all other active members of the team. */
            successorIds?: string[];
            /** @description Who takes over which case; the others are spread. */
            successors?: {
                /** Format: uuid */
                caseId: string;
                /** Format: uuid */
                employeeId: string;
            }[];
            /**
             * Format: date-time
             * @description When they left, up to 7 days ago; left out: now.
             */
            at?: string;
        };
        /**
         * @description An employee who comes; a name is enough. Left out, the discipline is `both`, the role `member`, the contract 36 hours a week.
         * @example {
         *       "name": "Sanne de Wit",
         *       "teamId": "0199a3ec-7f02-7e31-a2b8-51c9d0e7f640",
         *       "extension": "204",
         *       "phone": "06 12345678"
         *     }
         */
        NewEmployee: {
            name: string;
            email?: string | null;
            /** @description The `sub`, or the claim agreed on, of the identity provider. */
            subject?: string | null;
            /**
             * Format: uuid
             * @description Null: a specialist, in no team.
             */
            teamId?: string | null;
            /** @enum {string} */
            discipline?: "front" | "back" | "both";
            /** @enum {string} */
            role?: "member" | "coach" | "admin";
            extension?: string | null;
            /** @description In any notation; a national one is read with the organisation’s country. */
            phone?: string | null;
            /** @description The codes of all topics that they are competent in. */
            topics?: string[];
            /** @description Null: the opening hours of the team. */
            workingHours?: components["schemas"]["WeeklyHoursGiven"] | null;
            /** @description IANA; of the working hours. Null: the team’s. */
            timeZone?: string | null;
            /** @description Hours a week. */
            contractHours?: number;
        };
        /**
         * @description Something worth knowing about a customer.
         * @example {
         *       "text": "Is moving house; call the mobile number.",
         *       "until": "2026-12-31"
         *     }
         */
        NewFact: {
            text: string;
            /**
             * Format: date
             * @description The last day on which it matters.
             */
            until?: string | null;
        };
        /**
         * @description A note for colleagues.
         * @example {
         *       "text": "The bank confirms two debits."
         *     }
         */
        NewNote: {
            text: string;
        };
        /**
         * @description A fact for which a case gets another owner.
         * @example {
         *       "cause": "customerChoice",
         *       "contactId": "0199a3f4-0d11-7f5e-9b7c-3e6a8c2d1f40",
         *       "reason": "Would like to speak with somebody else."
         *     }
         */
        NewSuccession: {
            /** @enum {string} */
            cause: "customerChoice" | "safety";
            /**
             * Format: uuid
             * @description For `customerChoice`: the contact in which the customer asked.
             */
            contactId?: string;
            /** @description For `safety`: the threat, or the conflict of interest. */
            reason?: string;
            /**
             * Format: uuid
             * @description Another active member of the team; left out: the least-loaded who is there.
             */
            toOwnerId?: string;
        };
        /**
         * @description A team to make. It needs a name; the agreements are the usual ones unless given.
         * @example {
         *       "name": "Team Noord",
         *       "segments": [
         *         "noord"
         *       ],
         *       "agreements": {
         *         "callbackWithin": "PT4H"
         *       }
         *     }
         */
        NewTeam: {
            name: string;
            /** @description The segments of customers that the team serves. */
            segments?: string[];
            agreements?: components["schemas"]["NewAgreements"];
        };
        /**
         * @description A topic to make.
         * @example {
         *       "code": "invoice",
         *       "name": "Invoice"
         *     }
         */
        NewTopic: {
            code: string;
            name: string;
            description?: string | null;
        };
        /**
         * @description A note on a case, for employees only.
         * @example {
         *       "id": "0199a3f5-2b33-7c10-8f6d-7a9e1c3b5d24",
         *       "caseId": "0199a3f0-5c1e-7b6a-9d3e-0a4f6f1c2b7d",
         *       "text": "The bank confirms two debits.",
         *       "author": {
         *         "kind": "employee",
         *         "id": "0199a3ed-9b10-7c55-b1aa-6d2e8f3a4b12"
         *       },
         *       "at": "2026-11-02T11:02:19.000Z"
         *     }
         */
        Note: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            caseId: string;
            text: string;
            author: components["schemas"]["Doer"];
            /** Format: date-time */
            at: string;
        };
        /**
         * @description A page of a list.
         * @example {
         *       "data": [
         *         {
         *           "id": "0199a3f5-2b33-7c10-8f6d-7a9e1c3b5d24",
         *           "caseId": "0199a3f0-5c1e-7b6a-9d3e-0a4f6f1c2b7d",
         *           "text": "The bank confirms two debits.",
         *           "author": {
         *             "kind": "employee",
         *             "id": "0199a3ed-9b10-7c55-b1aa-6d2e8f3a4b12"
         *           },
         *           "at": "2026-11-02T11:02:19.000Z"
         *         }
         *       ],
         *       "nextCursor": "WyJfIiwiMDE5OWEzZjAiXQ"
         *     }
         */
        NotePage: {
            data: components["schemas"]["Note"][];
            /** @description Send it as `cursor` for the next page; null on the last one. */
            nextCursor: string | null;
        };
        /**
         * @description A least and a most number.
         * @example {
         *       "least": 1,
         *       "most": 6
         *     }
         */
        NumberBound: {
            least?: number;
            most?: number;
        };
        /**
         * @description This document (OpenAPI 3.1).
         * @example {
         *       "openapi": "3.1.1",
         *       "info": {
         *         "title": "Eigenaar",
         *         "version": "1.0.0"
         *       },
         *       "paths": {}
         *     }
         */
        OpenApi: {
            openapi: string;
            info: {
                [key: string]: unknown;
            };
            paths: {
                [key: string]: unknown;
            };
        } & {
            [key: string]: unknown;
        };
        /**
         * @description A question to open. A customer and a question are enough.
         * @example {
         *       "customerId": "0199a3ee-21c4-7d09-8a77-4a1f2e5b9c03",
         *       "topic": "invoice",
         *       "subject": "Charged twice in October",
         *       "question": "My October bill was taken from my account twice. Can one be paid back?",
         *       "channel": "phone",
         *       "callback": {
         *         "from": "2026-11-02T13:00:00.000Z",
         *         "until": "2026-11-02T14:00:00.000Z"
         *       }
         *     }
         */
        OpenCase: {
            /** Format: uuid */
            customerId?: string;
            /** @description A customer who is not known yet; `{ "anonymous": true }` is one too. */
            customer?: components["schemas"]["NewCustomer"];
            /** @description The code of a topic. */
            topic?: string;
            /** @description Left out: the first words of the question. */
            subject?: string;
            question: string;
            tags?: string[];
            /** @enum {string} */
            origin?: "question" | "outreach" | "recovery";
            /**
             * @description Left out: `phone` from an employee, `web` from a system.
             * @enum {string}
             */
            channel?: "phone" | "email" | "chat" | "visit" | "letter" | "web";
            /**
             * Format: uuid
             * @description From a system that knows who answered. An employee who opens a case owns it.
             */
            ownerId?: string;
            contact?: components["schemas"]["OpeningContact"];
            callback?: components["schemas"]["GivenWindow"];
            /** @description Resolved in this very contact: the customer has the answer and needs no callback. */
            resolution?: components["schemas"]["AnswerGiven"];
            /**
             * Format: uuid
             * @description A complaint about an employee, who will neither own it nor see it.
             */
            aboutEmployeeId?: string;
        };
        /**
         * @description A case that was opened just now.
         * @example {
         *       "id": "0199a3f0-5c1e-7b6a-9d3e-0a4f6f1c2b7d",
         *       "reference": "100048275",
         *       "status": "open",
         *       "customer": {
         *         "id": "0199a3ee-21c4-7d09-8a77-4a1f2e5b9c03",
         *         "name": "Mevrouw Dijkstra"
         *       },
         *       "owner": {
         *         "id": "0199a3ed-9b10-7c55-b1aa-6d2e8f3a4b12",
         *         "name": "Sanne de Wit",
         *         "extension": "204"
         *       },
         *       "standIn": null,
         *       "teamId": "0199a3ec-7f02-7e31-a2b8-51c9d0e7f640",
         *       "topic": {
         *         "code": "invoice",
         *         "name": "Invoice"
         *       },
         *       "subject": "Charged twice in October",
         *       "question": "My October bill was taken from my account twice. Can one be paid back?",
         *       "tags": [
         *         "direct-debit"
         *       ],
         *       "origin": "question",
         *       "channel": "phone",
         *       "openedBy": {
         *         "kind": "employee",
         *         "id": "0199a3ed-9b10-7c55-b1aa-6d2e8f3a4b12"
         *       },
         *       "assignment": {
         *         "reason": "taken"
         *       },
         *       "callback": {
         *         "id": "0199a3f0-5c1e-7b6a-9d3e-15d3a7c94e88",
         *         "channel": "phone",
         *         "to": "+31612345678",
         *         "from": "2026-11-02T13:00:00.000Z",
         *         "until": "2026-11-02T14:00:00.000Z",
         *         "state": "open",
         *         "yielded": null,
         *         "overdue": false,
         *         "attempts": 0,
         *         "nextTryAt": null,
         *         "version": 1
         *       },
         *       "resolution": null,
         *       "chases": 0,
         *       "openedAt": "2026-11-02T09:12:44.000Z",
         *       "resolvedAt": null,
         *       "aboutEmployeeId": null,
         *       "version": 3,
         *       "related": []
         *     }
         */
        OpenedCase: {
            /** Format: uuid */
            id: string;
            /** @description For people: digits with a check digit. */
            reference: string;
            /** @enum {string} */
            status: "open" | "resolved";
            customer: components["schemas"]["CaseCustomer"];
            owner: components["schemas"]["CaseOwner"];
            /** @description Who acts for the owner during an absence. */
            standIn: components["schemas"]["StandIn"] | null;
            /** Format: uuid */
            teamId: string;
            topic: components["schemas"]["CaseTopic"] | null;
            subject: string;
            question: string;
            tags: string[];
            /** @enum {string} */
            origin: "question" | "outreach" | "recovery";
            channel: string;
            openedBy: components["schemas"]["Doer"];
            assignment: components["schemas"]["Assignment"];
            /** @description The promise: an open case always has one, a resolved case none. */
            callback: components["schemas"]["CaseCallback"] | null;
            /** @description How the case ended; null while it is open. */
            resolution: components["schemas"]["Resolution"] | null;
            /** @description How often the customer contacted us while a callback was open. */
            chases: number;
            /** Format: date-time */
            openedAt: string;
            /** Format: date-time */
            resolvedAt: string | null;
            /**
             * Format: uuid
             * @description The employee whom a complaint is about; they do not see the case.
             */
            aboutEmployeeId: string | null;
            /** @description The number of the last event in the case’s history. */
            version: number;
            /** @description The customer’s other open cases, so that one thing is not asked twice. */
            related: components["schemas"]["RelatedCase"][];
        };
        /**
         * @description The contact in which the customer asked.
         * @example {
         *       "channel": "phone"
         *     }
         */
        OpeningContact: {
            /** @constant */
            direction?: "inbound";
            /**
             * @description Left out: `phone`.
             * @enum {string}
             */
            channel?: "phone" | "email" | "chat" | "visit" | "letter" | "web";
            summary?: string;
            /**
             * Format: date-time
             * @description Up to 7 days ago; left out: now.
             */
            at?: string;
            /** @description Colleagues who took part, in a three-way call for instance. */
            participants?: string[];
        };
        /**
         * @description The organisation: where it is, and how far its owners may go.
         * @example {
         *       "name": "Waterleidingmaatschappij Noord",
         *       "country": "NL",
         *       "timeZone": "Europe/Amsterdam",
         *       "currency": "EUR",
         *       "holidayRegion": null,
         *       "defaultTeamId": "0199a3f0-0c4e-7d1b-9a53-2f8e6d7c1b40",
         *       "gestureCeiling": {
         *         "amount": "2000.00",
         *         "currency": "EUR"
         *       },
         *       "askCeiling": {
         *         "amount": "10000.00",
         *         "currency": "EUR"
         *       },
         *       "agreementBounds": {
         *         "callbackWithin": {
         *           "most": "PT16H"
         *         },
         *         "attempts": {
         *           "least": 3
         *         }
         *       },
         *       "version": 2
         *     }
         */
        Organisation: {
            name: string;
            /** @description ISO 3166-1; national phone numbers are read as of this country. */
            country: string;
            /** @description IANA; new teams begin with it. */
            timeZone: string;
            /** @description ISO 4217; all money is in it. */
            currency: string;
            /** @description The part of the country whose holidays count. */
            holidayRegion: string | null;
            /**
             * Format: uuid
             * @description The team that takes what no other team serves; null until there is a team.
             */
            defaultTeamId: string | null;
            /** @description The most that an owner may spend on one case without asking. */
            gestureCeiling: components["schemas"]["Money"];
            /** @description The most that an owner may ask for. */
            askCeiling: components["schemas"]["Money"];
            /** @description What the agreements of teams may not pass; null: teams agree on what they like. */
            agreementBounds: components["schemas"]["AgreementBounds"] | null;
            version: number;
        };
        /**
         * @description What changes of the organisation; what is left out stays.
         * @example {
         *       "name": "Waterleidingmaatschappij Noord",
         *       "gestureCeiling": {
         *         "amount": "250.00",
         *         "currency": "EUR"
         *       }
         *     }
         */
        OrganisationChange: {
            name?: string;
            /** @description ISO 3166-1; national phone numbers are read as of this country. */
            country?: string;
            timeZone?: string;
            /** @description ISO 4217. Another currency takes both ceilings with it, and ends those of the teams. */
            currency?: string;
            /** @description The part of the country whose holidays count. */
            holidayRegion?: string | null;
            /**
             * Format: uuid
             * @description A team with an active member.
             */
            defaultTeamId?: string;
            /** @description More than zero, in the currency of the organisation. Teams whose own is higher come down. */
            gestureCeiling?: components["schemas"]["MoneyGiven"];
            /** @description More than zero, in the currency of the organisation. */
            askCeiling?: components["schemas"]["MoneyGiven"];
            /** @description All bounds together, for what teams agree on from now on; what they have agreed stays. Null: none. */
            agreementBounds?: components["schemas"]["AgreementBoundsGiven"] | null;
        };
        /**
         * @description A least and a most number for one hour.
         * @example {
         *       "least": 1,
         *       "most": 6
         *     }
         */
        PerHourBoundGiven: {
            least?: number;
            most?: number;
        };
        /**
         * @description Whether an employee can be rung at this moment. What was before is not kept.
         * @example {
         *       "id": "0199a3ed-9b10-7c55-b1aa-6d2e8f3a4b12",
         *       "presence": "away",
         *       "absent": false,
         *       "version": 2
         *     }
         */
        Presence: {
            /**
             * Format: uuid
             * @description The employee’s.
             */
            id: string;
            /**
             * @description `away`: calls are put through to somebody else.
             * @enum {string}
             */
            presence: "present" | "away";
            /** @description Whether an absence is on now; then they are not rung either. */
            absent: boolean;
            version: number;
        };
        /**
         * @description Whether calls may be put through.
         * @example {
         *       "presence": "away"
         *     }
         */
        PresenceChange: {
            /** @enum {string} */
            presence: "present" | "away";
        };
        /** @description A refusal (RFC 9457). `code` says which; more members help to act on it. */
        Problem: {
            /**
             * Format: uri-reference
             * @description Where this kind of problem is explained.
             */
            type: string;
            /** @description The kind of problem, for people. */
            title: string;
            /** @description The status of the answer. */
            status: number;
            /** @description What is wrong this time. */
            detail: string;
            /**
             * Format: uri-reference
             * @description The request that was refused: its path and its id.
             */
            instance: string;
            /** @description The kind of problem, for programs. */
            code: string;
            /** @description `X-Request-Id` of the answer. */
            requestId: string;
            /** @description Each place that is wrong. */
            errors?: components["schemas"]["FieldError"][];
            /** @description With `forbidden`: the scope or the role that it takes. */
            required?: string;
            /** @description With `version-mismatch`: the present version. */
            version?: number;
            /** @description The most that is allowed. */
            ceiling?: components["schemas"]["Money"];
            /** @description Between what the organisation lets teams agree: `least`, `most`. */
            bound?: {
                [key: string]: string | number;
            };
        } & {
            [key: string]: unknown;
        };
        /**
         * @description Every kind of problem, by code.
         * @example {
         *       "data": [
         *         {
         *           "type": "/problems/version-required",
         *           "code": "version-required",
         *           "status": 428,
         *           "title": "Say which version you change",
         *           "advice": "Send the `ETag` of the resource that you read in `If-Match`."
         *         }
         *       ]
         *     }
         */
        ProblemCatalogue: {
            data: components["schemas"]["ProblemExplained"][];
        };
        /**
         * @description What a kind of problem means and what to do about it.
         * @example {
         *       "type": "/problems/version-required",
         *       "code": "version-required",
         *       "status": 428,
         *       "title": "Say which version you change",
         *       "advice": "Send the `ETag` of the resource that you read in `If-Match`."
         *     }
         */
        ProblemExplained: {
            /**
             * Format: uri-reference
             * @description The address of this explanation.
             */
            type: string;
            code: string;
            /** @description The status of answers with this problem. */
            status: number;
            title: string;
            /** @description What it means and what to do about it. */
            advice: string;
        };
        /**
         * @description What another system knows of its customer. What is left out stays as it is; null clears. The reference in the address is added to the others.
         * @example {
         *       "name": "Mevrouw Dijkstra",
         *       "phone": "06 12345678",
         *       "segment": "households"
         *     }
         */
        PutCustomer: {
            name?: string | null;
            /** @enum {string} */
            kind?: "person" | "organisation";
            /** @description In any notation; a national one is read with the organisation’s country. */
            phone?: string | null;
            email?: string | null;
            otherContactPoints?: components["schemas"]["ContactPointGiven"][] | null;
            language?: string | null;
            segment?: string | null;
            /**
             * Format: uuid
             * @description Null: the oldest team that serves the segment, else the default team.
             */
            teamId?: string | null;
            /** @enum {string|null} */
            preferredChannel?: "phone" | "email" | "chat" | "letter" | null;
            /** @description When the customer likes to be contacted. */
            preferredWindows?: components["schemas"]["WeeklyHoursGiven"] | null;
            /** @description IANA; of the preferred windows. Null: the team’s. */
            timeZone?: string | null;
            /** @description What other systems call the customer: all of them. */
            references?: components["schemas"]["CustomerReferenceGiven"][];
        };
        /**
         * @description An absence that was registered just now, with the promises that fall in it.
         * @example {
         *       "id": "0199a401-3b7e-7d10-8f25-6c4b2a1e9d73",
         *       "employeeId": "0199a3ed-9b10-7c55-b1aa-6d2e8f3a4b12",
         *       "from": "2026-11-09T07:00:00.000Z",
         *       "until": "2026-11-13T17:00:00.000Z",
         *       "standIns": [
         *         {
         *           "standInId": "0199a3ed-a7f4-7b02-9c31-0e5d4f6a7b89",
         *           "name": "Piet Bakker",
         *           "from": "2026-11-09T07:00:00.000Z",
         *           "until": "2026-11-13T17:00:00.000Z"
         *         }
         *       ],
         *       "uncovered": [],
         *       "registeredAt": "2026-11-02T09:12:44.000Z",
         *       "version": 1,
         *       "callbacks": [
         *         {
         *           "id": "0199a3f0-5c1e-7b6a-9d3e-15d3a7c94e88",
         *           "caseId": "0199a3f0-5c1e-7b6a-9d3e-0a4f6f1c2b7d",
         *           "reference": "100048275",
         *           "from": "2026-11-10T13:00:00.000Z",
         *           "until": "2026-11-10T14:00:00.000Z",
         *           "standInId": "0199a3ed-a7f4-7b02-9c31-0e5d4f6a7b89"
         *         }
         *       ]
         *     }
         */
        RegisteredAbsence: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            employeeId: string;
            /** Format: date-time */
            from: string;
            /**
             * Format: date-time
             * @description The first moment at which they are back.
             */
            until: string;
            /** @description In order, one at a time. */
            standIns: components["schemas"]["AbsenceStandIn"][];
            /** @description Where no teammate is present; the owner’s promises there want another window. */
            uncovered: components["schemas"]["Uncovered"][];
            /** Format: date-time */
            registeredAt: string;
            version: number;
            /** @description The owner’s promises that fall in it, the first one first. */
            callbacks: components["schemas"]["FallingCallback"][];
        };
        /**
         * @description Another open case of the same customer.
         * @example {
         *       "id": "0199a3b2-6d40-7a18-9e25-4c7f1b8d0e63",
         *       "reference": "100048101",
         *       "subject": "Moving to the Dorpsstraat",
         *       "ownerId": "0199a3ed-9b10-7c55-b1aa-6d2e8f3a4b12",
         *       "openedAt": "2026-10-30T15:40:10.000Z"
         *     }
         */
        RelatedCase: {
            /** Format: uuid */
            id: string;
            reference: string;
            /** @description Null for a case that you don’t see; its owner and its number you may know. */
            subject: string | null;
            /** Format: uuid */
            ownerId: string;
            /** Format: date-time */
            openedAt: string;
        };
        /**
         * @description Why a case is opened again, and when its owner comes back to the customer.
         * @example {
         *       "reason": "The money did not arrive.",
         *       "contact": {
         *         "direction": "inbound",
         *         "channel": "phone"
         *       }
         *     }
         */
        Reopen: {
            reason?: string;
            /** @description The contact in which the customer asked again. */
            contact?: components["schemas"]["NewContact"];
            callback?: components["schemas"]["GivenWindow"];
        };
        /**
         * @description The case as it is now; from outside it, no more than whose it is and what is promised.
         * @example {
         *       "id": "0199a3f0-5c1e-7b6a-9d3e-0a4f6f1c2b7d",
         *       "reference": "100048275",
         *       "status": "open",
         *       "customer": {
         *         "id": "0199a3ee-21c4-7d09-8a77-4a1f2e5b9c03",
         *         "name": "Mevrouw Dijkstra"
         *       },
         *       "owner": {
         *         "id": "0199a3ed-9b10-7c55-b1aa-6d2e8f3a4b12",
         *         "name": "Sanne de Wit",
         *         "extension": "204"
         *       },
         *       "standIn": null,
         *       "teamId": "0199a3ec-7f02-7e31-a2b8-51c9d0e7f640",
         *       "topic": {
         *         "code": "invoice",
         *         "name": "Invoice"
         *       },
         *       "subject": "Charged twice in October",
         *       "question": "My October bill was taken from my account twice. Can one be paid back?",
         *       "tags": [
         *         "direct-debit"
         *       ],
         *       "origin": "question",
         *       "channel": "phone",
         *       "openedBy": {
         *         "kind": "employee",
         *         "id": "0199a3ed-9b10-7c55-b1aa-6d2e8f3a4b12"
         *       },
         *       "assignment": {
         *         "reason": "taken"
         *       },
         *       "callback": {
         *         "id": "0199a3f0-5c1e-7b6a-9d3e-15d3a7c94e88",
         *         "channel": "phone",
         *         "to": "+31612345678",
         *         "from": "2026-11-02T13:00:00.000Z",
         *         "until": "2026-11-02T14:00:00.000Z",
         *         "state": "open",
         *         "yielded": null,
         *         "overdue": false,
         *         "attempts": 0,
         *         "nextTryAt": null,
         *         "version": 1
         *       },
         *       "resolution": null,
         *       "chases": 0,
         *       "openedAt": "2026-11-02T09:12:44.000Z",
         *       "resolvedAt": null,
         *       "aboutEmployeeId": null,
         *       "version": 3
         *     }
         */
        ReopenedCase: components["schemas"]["Case"] | components["schemas"]["CaseGlimpse"];
        /**
         * @description Another window, the reason, and the contact in which the customer was told.
         * @example {
         *       "from": "2026-11-03T13:00:00Z",
         *       "until": "2026-11-03T14:00:00Z",
         *       "reason": "The bank answers tomorrow.",
         *       "contact": {
         *         "direction": "outbound",
         *         "channel": "phone"
         *       }
         *     }
         */
        Reschedule: {
            /**
             * Format: date-time
             * @description Left out together with `until`: the team’s agreement computes the window.
             */
            from?: string;
            /** Format: date-time */
            until?: string;
            /**
             * @description Left out: as the customer prefers.
             * @enum {string}
             */
            channel?: "phone" | "email" | "chat" | "visit" | "letter" | "web" | "pickup";
            /** @description The number or address; left out: the customer’s own. */
            to?: string;
            reason: string;
            /** @description The contact in which the customer was told, if it is not recorded yet. */
            contact?: components["schemas"]["NewContact"];
            /**
             * Format: uuid
             * @description The contact in which the customer was told.
             */
            contactId?: string;
        };
        /**
         * @description How a case ended.
         * @example {
         *       "outcome": "answered",
         *       "summary": "One of the two bills is paid back this week.",
         *       "contactId": "0199a3f4-0d11-7f5e-9b7c-3e6a8c2d1f40",
         *       "firstContact": false,
         *       "duplicateOf": null,
         *       "resolvedBy": "0199a3ed-9b10-7c55-b1aa-6d2e8f3a4b12",
         *       "at": "2026-11-02T13:10:00.000Z"
         *     }
         */
        Resolution: {
            /** @enum {string} */
            outcome: "answered" | "fixed" | "unreachable" | "withdrawn" | "duplicate" | "notAQuestion";
            summary: string;
            /** Format: uuid */
            contactId: string | null;
            /** @description Resolved in the contact that opened it. */
            firstContact: boolean;
            /** Format: uuid */
            duplicateOf: string | null;
            /** Format: uuid */
            resolvedBy: string;
            /** Format: date-time */
            at: string;
        };
        /**
         * @description How a case ends (law 8): the customer was told, or one of the few exits without it.
         * @example {
         *       "outcome": "answered",
         *       "summary": "One of the two bills is paid back this week.",
         *       "contact": {
         *         "direction": "outbound",
         *         "channel": "phone"
         *       }
         *     }
         */
        Resolve: {
            /** @enum {string} */
            outcome: "answered" | "fixed" | "unreachable" | "withdrawn" | "duplicate" | "notAQuestion";
            summary: string;
            /** @description The contact in which the customer heard it, if it is not recorded yet. */
            contact?: components["schemas"]["NewContact"];
            /**
             * Format: uuid
             * @description The contact in which the customer heard it.
             */
            contactId?: string;
            /**
             * Format: uuid
             * @description With `duplicate`: the older open case of the same customer.
             */
            duplicateOf?: string;
        };
        /**
         * @description Whom to ring.
         * @example {
         *       "employeeId": "0199a3ed-9b10-7c55-b1aa-6d2e8f3a4b12",
         *       "extension": "204",
         *       "reason": "owner"
         *     }
         */
        Ring: {
            /** Format: uuid */
            employeeId: string;
            extension: string | null;
            /** @description `owner` of the latest open case; the `stand-in` of an absent one; `least-loaded` of the customer’s team; `fallback` where that team has nobody; others to come. */
            reason: string;
        };
        /**
         * @description How a key makes way for a new one.
         * @example {
         *       "overlap": "P7D"
         *     }
         */
        RotateApiKey: {
            /** @description How long the old key still works beside the new one, `PT24H` unless you say otherwise and `P90D` at most. */
            overlap?: string;
            /**
             * Format: date-time
             * @description When the new key ends; left out, it lives as long as the old one was to, counted from now.
             */
            expiresAt?: string | null;
        };
        /**
         * @description An attribute of a resource in SCIM.
         * @example {
         *       "name": "active",
         *       "type": "boolean",
         *       "multiValued": false,
         *       "description": "False for who has left.",
         *       "required": false,
         *       "caseExact": false,
         *       "mutability": "readWrite",
         *       "returned": "default",
         *       "uniqueness": "none"
         *     }
         */
        ScimAttribute: {
            name: string;
            type: string;
            multiValued: boolean;
            description: string;
            required: boolean;
            caseExact: boolean;
            mutability: string;
            returned: string;
            uniqueness: string;
            canonicalValues?: string[];
            subAttributes?: components["schemas"]["ScimAttribute"][];
        };
        /**
         * @description What of SCIM is served here.
         * @example {
         *       "schemas": [
         *         "urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig"
         *       ],
         *       "patch": {
         *         "supported": true
         *       },
         *       "bulk": {
         *         "supported": false,
         *         "maxOperations": 0,
         *         "maxPayloadSize": 0
         *       },
         *       "filter": {
         *         "supported": true,
         *         "maxResults": 200
         *       },
         *       "changePassword": {
         *         "supported": false
         *       },
         *       "sort": {
         *         "supported": false
         *       },
         *       "etag": {
         *         "supported": true
         *       },
         *       "authenticationSchemes": [
         *         {
         *           "type": "oauthbearertoken",
         *           "name": "API key",
         *           "description": "An API key with the scope employees:provision, as a bearer token.",
         *           "primary": true
         *         }
         *       ],
         *       "meta": {
         *         "resourceType": "ServiceProviderConfig",
         *         "location": "/scim/v2/ServiceProviderConfig"
         *       }
         *     }
         */
        ScimConfig: {
            /** @description The URN of what this is. */
            schemas: string[];
            patch: components["schemas"]["ScimFeature"];
            bulk: {
                supported: boolean;
                maxOperations: number;
                maxPayloadSize: number;
            };
            filter: {
                supported: boolean;
                maxResults: number;
            };
            changePassword: components["schemas"]["ScimFeature"];
            sort: components["schemas"]["ScimFeature"];
            etag: components["schemas"]["ScimFeature"];
            authenticationSchemes: {
                type: string;
                name: string;
                description: string;
                primary: boolean;
            }[];
            meta: components["schemas"]["ScimMeta"];
        };
        /**
         * @description A refusal in SCIM (RFC 7644, section 3.12).
         * @example {
         *       "schemas": [
         *         "urn:ietf:params:scim:api:messages:2.0:Error"
         *       ],
         *       "status": "409",
         *       "scimType": "uniqueness",
         *       "detail": "This name is taken"
         *     }
         */
        ScimError: {
            /** @description The URN of what this is. */
            schemas: string[];
            /** @description The status of the answer, as text. */
            status: string;
            /** @description The kind of problem, where RFC 7644 has a name for it. */
            scimType?: string;
            /** @description What is wrong this time. */
            detail: string;
        };
        /**
         * @description Whether a part of SCIM is served.
         * @example {
         *       "supported": true
         *     }
         */
        ScimFeature: {
            supported: boolean;
        };
        /**
         * @description What this is and where it is found.
         * @example {
         *       "resourceType": "Schema",
         *       "location": "/scim/v2/Schemas/urn:ietf:params:scim:schemas:core:2.0:User"
         *     }
         */
        ScimMeta: {
            resourceType: string;
            /** Format: uri-reference */
            location: string;
        };
        /**
         * @description What changes of a user, one operation after the other (RFC 7644, section 3.5.2).
         * @example {
         *       "schemas": [
         *         "urn:ietf:params:scim:api:messages:2.0:PatchOp"
         *       ],
         *       "Operations": [
         *         {
         *           "op": "Replace",
         *           "path": "phoneNumbers[type eq \"work\"].value",
         *           "value": "06 12345678"
         *         },
         *         {
         *           "op": "Replace",
         *           "path": "active",
         *           "value": "False"
         *         }
         *       ]
         *     }
         */
        ScimPatch: {
            schemas?: string[];
            Operations: ({
                /** @description `add`, `replace` or `remove`, in any case. */
                op: string;
                /** @description Such as `emails[type eq "work"].value`; left out, `value` holds names. */
                path?: string | null;
                value?: unknown;
            } & {
                [key: string]: unknown;
            })[];
        } & {
            [key: string]: unknown;
        };
        /**
         * @description A kind of resource in SCIM.
         * @example {
         *       "schemas": [
         *         "urn:ietf:params:scim:schemas:core:2.0:ResourceType"
         *       ],
         *       "id": "User",
         *       "name": "User",
         *       "description": "An employee.",
         *       "endpoint": "/Users",
         *       "schema": "urn:ietf:params:scim:schemas:core:2.0:User",
         *       "meta": {
         *         "resourceType": "ResourceType",
         *         "location": "/scim/v2/ResourceTypes/User"
         *       }
         *     }
         */
        ScimResourceType: {
            /** @description The URN of what this is. */
            schemas: string[];
            id: string;
            name: string;
            description: string;
            endpoint: string;
            schema: string;
            meta: components["schemas"]["ScimMeta"];
        };
        /**
         * @description A page of a list in SCIM.
         * @example {
         *       "schemas": [
         *         "urn:ietf:params:scim:api:messages:2.0:ListResponse"
         *       ],
         *       "totalResults": 1,
         *       "startIndex": 1,
         *       "itemsPerPage": 1,
         *       "Resources": [
         *         {
         *           "schemas": [
         *             "urn:ietf:params:scim:schemas:core:2.0:ResourceType"
         *           ],
         *           "id": "User",
         *           "name": "User",
         *           "description": "An employee.",
         *           "endpoint": "/Users",
         *           "schema": "urn:ietf:params:scim:schemas:core:2.0:User",
         *           "meta": {
         *             "resourceType": "ResourceType",
         *             "location": "/scim/v2/ResourceTypes/User"
         *           }
         *         }
         *       ]
         *     }
         */
        ScimResourceTypeList: {
            /** @description The URN of what this is. */
            schemas: string[];
            /** @description How many there are in all. */
            totalResults: number;
            /** @description The place of the first one here. */
            startIndex: number;
            /** @description How many are here. */
            itemsPerPage: number;
            Resources: components["schemas"]["ScimResourceType"][];
        };
        /**
         * @description The attributes of a kind of resource in SCIM.
         * @example {
         *       "schemas": [
         *         "urn:ietf:params:scim:schemas:core:2.0:Schema"
         *       ],
         *       "id": "urn:ietf:params:scim:schemas:core:2.0:User",
         *       "name": "User",
         *       "description": "An employee.",
         *       "attributes": [
         *         {
         *           "name": "active",
         *           "type": "boolean",
         *           "multiValued": false,
         *           "description": "False for who has left.",
         *           "required": false,
         *           "caseExact": false,
         *           "mutability": "readWrite",
         *           "returned": "default",
         *           "uniqueness": "none"
         *         }
         *       ],
         *       "meta": {
         *         "resourceType": "Schema",
         *         "location": "/scim/v2/Schemas/urn:ietf:params:scim:schemas:core:2.0:User"
         *       }
         *     }
         */
        ScimSchema: {
            /** @description The URN of what this is. */
            schemas: string[];
            id: string;
            name: string;
            description: string;
            attributes: components["schemas"]["ScimAttribute"][];
            meta: components["schemas"]["ScimMeta"];
        };
        /**
         * @description A page of a list in SCIM.
         * @example {
         *       "schemas": [
         *         "urn:ietf:params:scim:api:messages:2.0:ListResponse"
         *       ],
         *       "totalResults": 1,
         *       "startIndex": 1,
         *       "itemsPerPage": 1,
         *       "Resources": [
         *         {
         *           "schemas": [
         *             "urn:ietf:params:scim:schemas:core:2.0:Schema"
         *           ],
         *           "id": "urn:ietf:params:scim:schemas:core:2.0:User",
         *           "name": "User",
         *           "description": "An employee.",
         *           "attributes": [
         *             {
         *               "name": "active",
         *               "type": "boolean",
         *               "multiValued": false,
         *               "description": "False for who has left.",
         *               "required": false,
         *               "caseExact": false,
         *               "mutability": "readWrite",
         *               "returned": "default",
         *               "uniqueness": "none"
         *             }
         *           ],
         *           "meta": {
         *             "resourceType": "Schema",
         *             "location": "/scim/v2/Schemas/urn:ietf:params:scim:schemas:core:2.0:User"
         *           }
         *         }
         *       ]
         *     }
         */
        ScimSchemaList: {
            /** @description The URN of what this is. */
            schemas: string[];
            /** @description How many there are in all. */
            totalResults: number;
            /** @description The place of the first one here. */
            startIndex: number;
            /** @description How many are here. */
            itemsPerPage: number;
            Resources: components["schemas"]["ScimSchema"][];
        };
        /**
         * @description An employee, as identity providers see them.
         * @example {
         *       "schemas": [
         *         "urn:ietf:params:scim:schemas:core:2.0:User"
         *       ],
         *       "externalId": "9c9d5f0a-sanne",
         *       "userName": "sanne@example.org",
         *       "displayName": "Sanne de Wit",
         *       "name": {
         *         "formatted": "Sanne de Wit",
         *         "givenName": "Sanne",
         *         "familyName": "de Wit"
         *       },
         *       "emails": [
         *         {
         *           "value": "sanne@example.org",
         *           "type": "work",
         *           "primary": true
         *         }
         *       ],
         *       "phoneNumbers": [
         *         {
         *           "value": "+31612345678",
         *           "type": "work",
         *           "primary": true
         *         }
         *       ],
         *       "active": true,
         *       "id": "0199a3ed-9b10-7c55-b1aa-6d2e8f3a4b12",
         *       "meta": {
         *         "resourceType": "User",
         *         "created": "2026-11-02T08:00:00.000Z",
         *         "location": "/scim/v2/Users/0199a3ed-9b10-7c55-b1aa-6d2e8f3a4b12",
         *         "version": "\"1\""
         *       }
         *     }
         */
        ScimUser: {
            /** @description The URN of what this is. */
            schemas: string[];
            /** Format: uuid */
            id: string;
            /** @description What the directory of the identity provider calls them. */
            externalId?: string;
            /** @description The `subject` of the employee; without one their e-mail address, else their id. */
            userName: string;
            /** @description The name of the employee. */
            displayName?: string;
            name?: {
                formatted: string;
                givenName?: string;
                familyName?: string;
            };
            emails?: {
                /** @description An e-mail address. */
                value: string;
                type: string;
                primary: boolean;
            }[];
            phoneNumbers?: {
                /** @description E.164. */
                value: string;
                type: string;
                primary: boolean;
            }[];
            /** @description False for who has left, and from the beginning of their departure. */
            active?: boolean;
            meta: {
                resourceType: string;
                /** Format: date-time */
                created: string;
                /**
                 * Format: uri-reference
                 * @description Where this user is found.
                 */
                location: string;
                /** @description The `ETag`. */
                version: string;
            };
        };
        /**
         * @description A user as identity providers send them. What is not in here is accepted and not kept.
         * @example {
         *       "schemas": [
         *         "urn:ietf:params:scim:schemas:core:2.0:User"
         *       ],
         *       "externalId": "9c9d5f0a-sanne",
         *       "userName": "sanne@example.org",
         *       "displayName": "Sanne de Wit",
         *       "name": {
         *         "formatted": "Sanne de Wit",
         *         "givenName": "Sanne",
         *         "familyName": "de Wit"
         *       },
         *       "emails": [
         *         {
         *           "value": "sanne@example.org",
         *           "type": "work",
         *           "primary": true
         *         }
         *       ],
         *       "phoneNumbers": [
         *         {
         *           "value": "+31612345678",
         *           "type": "work",
         *           "primary": true
         *         }
         *       ],
         *       "active": true
         *     }
         */
        ScimUserGiven: {
            schemas?: string[];
            /** @description What the directory of the identity provider calls them. */
            externalId?: string;
            /** @description What the identity provider calls them: their `subject`. Needed. */
            userName?: string;
            /** @description Their name; left out, `name.formatted`, or given name and family name. */
            displayName?: string;
            /** @description The parts of their name: `formatted`, `givenName` and `familyName`. */
            name?: {
                [key: string]: unknown;
            };
            /** @description The primary one is kept, or the one for work. */
            emails?: {
                [key: string]: unknown;
            }[];
            /** @description The one for work is kept, or the primary one. A national number is read with the organisation’s country. */
            phoneNumbers?: {
                [key: string]: unknown;
            }[];
            /** @description False begins their departure; true withdraws one that is not complete. */
            active?: boolean;
        } & {
            [key: string]: unknown;
        };
        /**
         * @description A page of a list in SCIM.
         * @example {
         *       "schemas": [
         *         "urn:ietf:params:scim:api:messages:2.0:ListResponse"
         *       ],
         *       "totalResults": 1,
         *       "startIndex": 1,
         *       "itemsPerPage": 1,
         *       "Resources": [
         *         {
         *           "schemas": [
         *             "urn:ietf:params:scim:schemas:core:2.0:User"
         *           ],
         *           "externalId": "9c9d5f0a-sanne",
         *           "userName": "sanne@example.org",
         *           "displayName": "Sanne de Wit",
         *           "name": {
         *             "formatted": "Sanne de Wit",
         *             "givenName": "Sanne",
         *             "familyName": "de Wit"
         *           },
         *           "emails": [
         *             {
         *               "value": "sanne@example.org",
         *               "type": "work",
         *               "primary": true
         *             }
         *           ],
         *           "phoneNumbers": [
         *             {
         *               "value": "+31612345678",
         *               "type": "work",
         *               "primary": true
         *             }
         *           ],
         *           "active": true,
         *           "id": "0199a3ed-9b10-7c55-b1aa-6d2e8f3a4b12",
         *           "meta": {
         *             "resourceType": "User",
         *             "created": "2026-11-02T08:00:00.000Z",
         *             "location": "/scim/v2/Users/0199a3ed-9b10-7c55-b1aa-6d2e8f3a4b12",
         *             "version": "\"1\""
         *           }
         *         }
         *       ]
         *     }
         */
        ScimUserList: {
            /** @description The URN of what this is. */
            schemas: string[];
            /** @description How many there are in all. */
            totalResults: number;
            /** @description The place of the first one here. */
            startIndex: number;
            /** @description How many are here. */
            itemsPerPage: number;
            Resources: components["schemas"]["ScimUser"][];
        };
        /**
         * @description A longest stretch of time.
         * @example {
         *       "most": "PT16H"
         *     }
         */
        SpanBound: {
            /** Format: duration */
            most: string;
        };
        /**
         * @description Who acts for the owner during an absence.
         * @example {
         *       "id": "0199a3ed-a7f4-7b02-9c31-0e5d4f6a7b89",
         *       "name": "Piet Bakker"
         *     }
         */
        StandIn: {
            /** Format: uuid */
            id: string;
            name: string;
        };
        /**
         * @description How a case gets another owner, and for which fact.
         * @example {
         *       "id": "0199a3f8-2b7e-7c14-8d05-6f1e3a9c7b20",
         *       "caseId": "0199a3f0-5c1e-7b6a-9d3e-0a4f6f1c2b7d",
         *       "reference": "100048275",
         *       "cause": "customerChoice",
         *       "fromOwnerId": "0199a3ed-9b10-7c55-b1aa-6d2e8f3a4b12",
         *       "toOwnerId": "0199a3ed-a7f4-7b02-9c31-0e5d4f6a7b89",
         *       "reason": "Would like to speak with somebody else.",
         *       "contactId": "0199a3f4-0d11-7f5e-9b7c-3e6a8c2d1f40",
         *       "reportedBy": "0199a3ed-a7f4-7b02-9c31-0e5d4f6a7b89",
         *       "confirmedBy": null,
         *       "requestedAt": "2026-11-02T10:40:00.000Z",
         *       "completedAt": "2026-11-02T10:40:00.000Z",
         *       "version": 1
         *     }
         */
        Succession: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            caseId: string;
            /** @description Of the case. */
            reference: string;
            /** @enum {string} */
            cause: "departure" | "customerChoice" | "safety";
            /** Format: uuid */
            fromOwnerId: string;
            /**
             * Format: uuid
             * @description Null while it waits and nobody was named.
             */
            toOwnerId: string | null;
            reason: string | null;
            /**
             * Format: uuid
             * @description The contact in which the customer asked for somebody else.
             */
            contactId: string | null;
            /**
             * Format: uuid
             * @description The employee, or the system, that asked for it.
             */
            reportedBy: string;
            /**
             * Format: uuid
             * @description The second person, where safety is the cause.
             */
            confirmedBy: string | null;
            /** Format: date-time */
            requestedAt: string;
            /**
             * Format: date-time
             * @description Null while it waits for a second person.
             */
            completedAt: string | null;
            version: number;
        };
        /**
         * @description A page of a list.
         * @example {
         *       "data": [
         *         {
         *           "id": "0199a3f8-2b7e-7c14-8d05-6f1e3a9c7b20",
         *           "caseId": "0199a3f0-5c1e-7b6a-9d3e-0a4f6f1c2b7d",
         *           "reference": "100048275",
         *           "cause": "customerChoice",
         *           "fromOwnerId": "0199a3ed-9b10-7c55-b1aa-6d2e8f3a4b12",
         *           "toOwnerId": "0199a3ed-a7f4-7b02-9c31-0e5d4f6a7b89",
         *           "reason": "Would like to speak with somebody else.",
         *           "contactId": "0199a3f4-0d11-7f5e-9b7c-3e6a8c2d1f40",
         *           "reportedBy": "0199a3ed-a7f4-7b02-9c31-0e5d4f6a7b89",
         *           "confirmedBy": null,
         *           "requestedAt": "2026-11-02T10:40:00.000Z",
         *           "completedAt": "2026-11-02T10:40:00.000Z",
         *           "version": 1
         *         }
         *       ],
         *       "nextCursor": "WyJfIiwiMDE5OWEzZjAiXQ"
         *     }
         */
        SuccessionPage: {
            data: components["schemas"]["Succession"][];
            /** @description Send it as `cursor` for the next page; null on the last one. */
            nextCursor: string | null;
        };
        /**
         * @description A customer team: front and back office merged, serving its own customers from A to Z.
         * @example {
         *       "id": "0199a3f0-0c4e-7d1b-9a53-2f8e6d7c1b40",
         *       "name": "Team Noord",
         *       "segments": [
         *         "noord",
         *         "zakelijk"
         *       ],
         *       "agreements": {
         *         "openingHours": {
         *           "monday": [
         *             {
         *               "from": "09:00",
         *               "until": "17:00"
         *             }
         *           ]
         *         },
         *         "timeZone": "Europe/Amsterdam",
         *         "closures": [],
         *         "callbackWithin": "PT8H",
         *         "callbackHorizon": "P10D",
         *         "callbacksPerHour": 4,
         *         "remindBefore": "PT30M",
         *         "attempts": 3,
         *         "attemptDays": 2,
         *         "attemptPause": "PT2H",
         *         "gestureCeiling": null,
         *         "version": 1
         *       },
         *       "createdAt": "2026-11-02T08:00:00.000Z",
         *       "version": 1
         *     }
         */
        Team: {
            /** Format: uuid */
            id: string;
            name: string;
            /** @description The segments of customers that the team serves. */
            segments: string[];
            agreements: components["schemas"]["Agreements"];
            /** Format: date-time */
            createdAt: string;
            /** @description Grows with the agreements as well, since they are part of the team. */
            version: number;
        };
        /**
         * @description What changes of a team; what is left out stays, also within the agreements.
         * @example {
         *       "segments": [
         *         "noord",
         *         "zakelijk"
         *       ]
         *     }
         */
        TeamChange: {
            name?: string;
            /** @description The segments of customers that the team serves. */
            segments?: string[];
            agreements?: components["schemas"]["AgreementsChange"];
        };
        /**
         * @description A page of a list.
         * @example {
         *       "data": [
         *         {
         *           "id": "0199a3f0-0c4e-7d1b-9a53-2f8e6d7c1b40",
         *           "name": "Team Noord",
         *           "segments": [
         *             "noord",
         *             "zakelijk"
         *           ],
         *           "agreements": {
         *             "openingHours": {
         *               "monday": [
         *                 {
         *                   "from": "09:00",
         *                   "until": "17:00"
         *                 }
         *               ]
         *             },
         *             "timeZone": "Europe/Amsterdam",
         *             "closures": [],
         *             "callbackWithin": "PT8H",
         *             "callbackHorizon": "P10D",
         *             "callbacksPerHour": 4,
         *             "remindBefore": "PT30M",
         *             "attempts": 3,
         *             "attemptDays": 2,
         *             "attemptPause": "PT2H",
         *             "gestureCeiling": null,
         *             "version": 1
         *           },
         *           "createdAt": "2026-11-02T08:00:00.000Z",
         *           "version": 1
         *         }
         *       ],
         *       "nextCursor": "WyJfIiwiMDE5OWEzZjAiXQ"
         *     }
         */
        TeamPage: {
            data: components["schemas"]["Team"][];
            /** @description Send it as `cursor` for the next page; null on the last one. */
            nextCursor: string | null;
        };
        /**
         * @description A longest stretch of working time.
         * @example {
         *       "most": "PT16H"
         *     }
         */
        TimeBoundGiven: {
            /** @description Hours and minutes, such as PT16H. */
            most: string;
        };
        /**
         * @description One line of the story.
         * @example {
         *       "id": "0199a3f0-5c1f-7d04-a3b6-8e2c4f6a1b30",
         *       "at": "2026-11-02T09:12:44.000Z",
         *       "type": "note.added",
         *       "caseId": "0199a3f0-5c1e-7b6a-9d3e-0a4f6f1c2b7d",
         *       "caseSequence": 4,
         *       "reference": "100048275",
         *       "actor": {
         *         "kind": "employee",
         *         "id": "0199a3ed-9b10-7c55-b1aa-6d2e8f3a4b12",
         *         "name": "Sanne de Wit"
         *       },
         *       "text": "The bank confirms two debits.",
         *       "data": {
         *         "noteId": "0199a3f5-2b33-7c10-8f6d-7a9e1c3b5d24"
         *       }
         *     }
         */
        TimelineEntry: {
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            at: string;
            type: string;
            /** Format: uuid */
            caseId: string | null;
            caseSequence: number | null;
            reference: string | null;
            actor: {
                /** @enum {string} */
                kind: "employee" | "system";
                /** Format: uuid */
                id: string | null;
                name: string | null;
            };
            /** @description What was said, noted or answered. */
            text: string | null;
            data: {
                [key: string]: unknown;
            };
        };
        /**
         * @description A page of a list.
         * @example {
         *       "data": [
         *         {
         *           "id": "0199a3f0-5c1f-7d04-a3b6-8e2c4f6a1b30",
         *           "at": "2026-11-02T09:12:44.000Z",
         *           "type": "note.added",
         *           "caseId": "0199a3f0-5c1e-7b6a-9d3e-0a4f6f1c2b7d",
         *           "caseSequence": 4,
         *           "reference": "100048275",
         *           "actor": {
         *             "kind": "employee",
         *             "id": "0199a3ed-9b10-7c55-b1aa-6d2e8f3a4b12",
         *             "name": "Sanne de Wit"
         *           },
         *           "text": "The bank confirms two debits.",
         *           "data": {
         *             "noteId": "0199a3f5-2b33-7c10-8f6d-7a9e1c3b5d24"
         *           }
         *         }
         *       ],
         *       "nextCursor": "WyJfIiwiMDE5OWEzZjAiXQ"
         *     }
         */
        TimelinePage: {
            data: components["schemas"]["TimelineEntry"][];
            /** @description Send it as `cursor` for the next page; null on the last one. */
            nextCursor: string | null;
        };
        /**
         * @description What a question is about; employees are competent in topics.
         * @example {
         *       "id": "0199a3f0-11d2-7a44-8c1b-6a2f0c9d1e55",
         *       "code": "invoice",
         *       "name": "Invoice",
         *       "description": "Bills, instalments and refunds.",
         *       "createdAt": "2026-11-02T08:00:00.000Z",
         *       "version": 1
         *     }
         */
        Topic: {
            /** Format: uuid */
            id: string;
            code: string;
            name: string;
            description: string | null;
            /** Format: date-time */
            createdAt: string;
            version: number;
        };
        /**
         * @description What changes of a topic; its code stays.
         * @example {
         *       "name": "Invoices and refunds"
         *     }
         */
        TopicChange: {
            name?: string;
            description?: string | null;
        };
        /**
         * @description A page of a list.
         * @example {
         *       "data": [
         *         {
         *           "id": "0199a3f0-11d2-7a44-8c1b-6a2f0c9d1e55",
         *           "code": "invoice",
         *           "name": "Invoice",
         *           "description": "Bills, instalments and refunds.",
         *           "createdAt": "2026-11-02T08:00:00.000Z",
         *           "version": 1
         *         }
         *       ],
         *       "nextCursor": "WyJfIiwiMDE5OWEzZjAiXQ"
         *     }
         */
        TopicPage: {
            data: components["schemas"]["Topic"][];
            /** @description Send it as `cursor` for the next page; null on the last one. */
            nextCursor: string | null;
        };
        /**
         * @description A part of an absence in which no teammate is present.
         * @example {
         *       "from": "2026-11-09T07:00:00.000Z",
         *       "until": "2026-11-13T17:00:00.000Z"
         *     }
         */
        Uncovered: {
            /** Format: date-time */
            from: string;
            /** Format: date-time */
            until: string;
        };
        /**
         * @description Hours per weekday, in local time. A day left out is a day off.
         * @example {
         *       "monday": [
         *         {
         *           "from": "09:00",
         *           "until": "12:30"
         *         },
         *         {
         *           "from": "13:00",
         *           "until": "17:00"
         *         }
         *       ],
         *       "tuesday": [
         *         {
         *           "from": "09:00",
         *           "until": "17:00"
         *         }
         *       ]
         *     }
         */
        WeeklyHours: {
            monday?: components["schemas"]["Interval"][];
            tuesday?: components["schemas"]["Interval"][];
            wednesday?: components["schemas"]["Interval"][];
            thursday?: components["schemas"]["Interval"][];
            friday?: components["schemas"]["Interval"][];
            saturday?: components["schemas"]["Interval"][];
            sunday?: components["schemas"]["Interval"][];
        };
        /**
         * @description Hours per weekday, in local time. A day left out is a day off.
         * @example {
         *       "monday": [
         *         {
         *           "from": "09:00",
         *           "until": "12:30"
         *         },
         *         {
         *           "from": "13:00",
         *           "until": "17:00"
         *         }
         *       ],
         *       "tuesday": [
         *         {
         *           "from": "09:00",
         *           "until": "17:00"
         *         }
         *       ]
         *     }
         */
        WeeklyHoursGiven: {
            monday?: components["schemas"]["IntervalGiven"][];
            tuesday?: components["schemas"]["IntervalGiven"][];
            wednesday?: components["schemas"]["IntervalGiven"][];
            thursday?: components["schemas"]["IntervalGiven"][];
            friday?: components["schemas"]["IntervalGiven"][];
            saturday?: components["schemas"]["IntervalGiven"][];
            sunday?: components["schemas"]["IntervalGiven"][];
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: {
        /**
         * @description The version of the resource.
         * @example "3"
         */
        ETag: string;
        /**
         * @description The id of the request in our logs: your own `X-Request-Id`, or a new one.
         * @example 4b0f6a52-7c1d-4f7e-8a35-0d2c6b1e9f11
         */
        "X-Request-Id": string;
        /**
         * @description `true` when this is the first answer again.
         * @example true
         */
        "Idempotent-Replayed": "true";
        /**
         * @description Where it is found from now on.
         * @example /v1/cases/0199a3f0-5c1e-7b6a-9d3e-0a4f6f1c2b7d
         */
        Location: string;
        /**
         * @description The next page (RFC 8288), unless this is the last one.
         * @example </v1/cases?cursor=WyJhIiwiYiJd>; rel="next"
         */
        Link: string;
        /**
         * @description How many seconds to wait before trying again.
         * @example 1
         */
        "Retry-After": number;
        /**
         * @description How many requests (`r`) the caller may still send in this minute, which ends in `t` seconds (draft-ietf-httpapi-ratelimit-headers).
         * @example "default";r=5987;t=42
         */
        RateLimit: string;
        /**
         * @description How many requests (`q`) the caller may send in `w` seconds.
         * @example "default";q=6000;w=60
         */
        "RateLimit-Policy": string;
        /**
         * @description How to say who you are.
         * @example Bearer
         */
        "WWW-Authenticate": string;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getDocument: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description This document (OpenAPI 3.1). */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "openapi": "3.1.1",
                     *       "info": {
                     *         "title": "Eigenaar",
                     *         "version": "1.0.0"
                     *       },
                     *       "paths": {}
                     *     }
                     */
                    "application/json": components["schemas"]["OpenApi"];
                };
            };
            /** @description - `validation-failed`: The request is not well formed */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `uri-too-long`: The address is too long */
            414: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getLiveness: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How the service is. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "status": "ok"
                     *     }
                     */
                    "application/json": components["schemas"]["Health"];
                };
            };
            /** @description - `validation-failed`: The request is not well formed */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `uri-too-long`: The address is too long */
            414: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getReadiness: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How the service is. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "status": "ok"
                     *     }
                     */
                    "application/json": components["schemas"]["Health"];
                };
            };
            /** @description - `validation-failed`: The request is not well formed */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `uri-too-long`: The address is too long */
            414: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not now: send requests elsewhere. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "status": "ok"
                     *     }
                     */
                    "application/json": components["schemas"]["Health"];
                };
            };
        };
    };
    listProblems: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Every kind of problem, by code. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "type": "/problems/version-required",
                     *           "code": "version-required",
                     *           "status": 428,
                     *           "title": "Say which version you change",
                     *           "advice": "Send the `ETag` of the resource that you read in `If-Match`."
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemCatalogue"];
                };
            };
            /** @description - `validation-failed`: The request is not well formed */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `uri-too-long`: The address is too long */
            414: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getProblem: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The `code` of a problem. */
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What a kind of problem means and what to do about it. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "/problems/version-required",
                     *       "code": "version-required",
                     *       "status": 428,
                     *       "title": "Say which version you change",
                     *       "advice": "Send the `ETag` of the resource that you read in `If-Match`."
                     *     }
                     */
                    "application/json": components["schemas"]["ProblemExplained"];
                };
            };
            /** @description - `validation-failed`: The request is not well formed */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `not-found`: There is no such thing here */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `uri-too-long`: The address is too long */
            414: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getOrganisation: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The employee for whom the system acts; needs the scope `employees:act`.
                 * @example 0199a3ed-9b10-7c55-b1aa-6d2e8f3a4b12
                 */
                "On-Behalf-Of"?: string;
                /**
                 * @description The `ETag` that you have: the answer is 304 if it is still the one.
                 * @example "3"
                 */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The organisation: where it is, and how far its owners may go. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "name": "Waterleidingmaatschappij Noord",
                     *       "country": "NL",
                     *       "timeZone": "Europe/Amsterdam",
                     *       "currency": "EUR",
                     *       "holidayRegion": null,
                     *       "defaultTeamId": "0199a3f0-0c4e-7d1b-9a53-2f8e6d7c1b40",
                     *       "gestureCeiling": {
                     *         "amount": "2000.00",
                     *         "currency": "EUR"
                     *       },
                     *       "askCeiling": {
                     *         "amount": "10000.00",
                     *         "currency": "EUR"
                     *       },
                     *       "agreementBounds": {
                     *         "callbackWithin": {
                     *           "most": "PT16H"
                     *         },
                     *         "attempts": {
                     *           "least": 3
                     *         }
                     *       },
                     *       "version": 2
                     *     }
                     */
                    "application/json": components["schemas"]["Organisation"];
                };
            };
            /** @description Still the version that you have. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description - `validation-failed`: The request is not well formed */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `unauthenticated`: Who is asking? */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `forbidden`: The caller may not do this */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `uri-too-long`: The address is too long */
            414: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `rate-limited`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `overloaded`: The service cannot answer right now */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeOrganisation: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The employee for whom the system acts; needs the scope `employees:act`.
                 * @example 0199a3ed-9b10-7c55-b1aa-6d2e8f3a4b12
                 */
                "On-Behalf-Of"?: string;
                /**
                 * @description The `ETag` of the version that you change: the answer is 412 if it is no longer the one. `*` stands for any.
                 * @example "3"
                 */
                "If-Match": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Waterleidingmaatschappij Noord",
                 *       "gestureCeiling": {
                 *         "amount": "250.00",
                 *         "currency": "EUR"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["OrganisationChange"];
            };
        };
        responses: {
            /** @description The organisation: where it is, and how far its owners may go. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "name": "Waterleidingmaatschappij Noord",
                     *       "country": "NL",
                     *       "timeZone": "Europe/Amsterdam",
                     *       "currency": "EUR",
                     *       "holidayRegion": null,
                     *       "defaultTeamId": "0199a3f0-0c4e-7d1b-9a53-2f8e6d7c1b40",
                     *       "gestureCeiling": {
                     *         "amount": "2000.00",
                     *         "currency": "EUR"
                     *       },
                     *       "askCeiling": {
                     *         "amount": "10000.00",
                     *         "currency": "EUR"
                     *       },
                     *       "agreementBounds": {
                     *         "callbackWithin": {
                     *           "most": "PT16H"
                     *         },
                     *         "attempts": {
                     *           "least": 3
                     *         }
                     *       },
                     *       "version": 2
                     *     }
                     */
                    "application/json": components["schemas"]["Organisation"];
                };
            };
            /** @description - `validation-failed`: The request is not well formed */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `unauthenticated`: Who is asking? */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `forbidden`: The caller may not do this */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `request-timeout`: The request did not arrive in time */
            408: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `last-member-of-default-team`: The default team keeps an active member */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `version-mismatch`: Somebody else changed it in the meantime */
            412: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `payload-too-large`: The body is too large */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `uri-too-long`: The address is too long */
            414: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `unsupported-media-type`: The body is not JSON */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `unprocessable`: The request is well formed, but makes no sense here */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `version-required`: Say which version you change */
            428: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `rate-limited`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `overloaded`: The service cannot answer right now */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listTeams: {
        parameters: {
            query?: {
                /** @description How many at most. */
                limit?: number;
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                /** @description Words to search for; each must begin a word of what is found. */
                q?: string;
                /** @description Teams that serve this segment, or one of these. */
                segment?: string[];
            };
            header?: {
                /**
                 * @description The employee for whom the system acts; needs the scope `employees:act`.
                 * @example 0199a3ed-9b10-7c55-b1aa-6d2e8f3a4b12
                 */
                "On-Behalf-Of"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of a list. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    Link: components["headers"]["Link"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": "0199a3f0-0c4e-7d1b-9a53-2f8e6d7c1b40",
                     *           "name": "Team Noord",
                     *           "segments": [
                     *             "noord",
                     *             "zakelijk"
                     *           ],
                     *           "agreements": {
                     *             "openingHours": {
                     *               "monday": [
                     *                 {
                     *                   "from": "09:00",
                     *                   "until": "17:00"
                     *                 }
                     *               ]
                     *             },
                     *             "timeZone": "Europe/Amsterdam",
                     *             "closures": [],
                     *             "callbackWithin": "PT8H",
                     *             "callbackHorizon": "P10D",
                     *             "callbacksPerHour": 4,
                     *             "remindBefore": "PT30M",
                     *             "attempts": 3,
                     *             "attemptDays": 2,
                     *             "attemptPause": "PT2H",
                     *             "gestureCeiling": null,
                     *             "version": 1
                     *           },
                     *           "createdAt": "2026-11-02T08:00:00.000Z",
                     *           "version": 1
                     *         }
                     *       ],
                     *       "nextCursor": "WyJfIiwiMDE5OWEzZjAiXQ"
                     *     }
                     */
                    "application/json": components["schemas"]["TeamPage"];
                };
            };
            /** @description - `validation-failed`: The request is not well formed */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `unauthenticated`: Who is asking? */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `forbidden`: The caller may not do this */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `uri-too-long`: The address is too long */
            414: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `rate-limited`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `overloaded`: The service cannot answer right now */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createTeam: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The employee for whom the system acts; needs the scope `employees:act`.
                 * @example 0199a3ed-9b10-7c55-b1aa-6d2e8f3a4b12
                 */
                "On-Behalf-Of"?: string;
                /**
                 * @description Makes it safe to send again: the first answer is replayed for 24 hours.
                 * @example 6f0b1a52-9c1d-4f7e-8a35-0d2c6b1e9f11
                 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Team Noord",
                 *       "segments": [
                 *         "noord"
                 *       ],
                 *       "agreements": {
                 *         "callbackWithin": "PT4H"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["NewTeam"];
            };
        };
        responses: {
            /** @description A customer team: front and back office merged, serving its own customers from A to Z. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0199a3f0-0c4e-7d1b-9a53-2f8e6d7c1b40",
                     *       "name": "Team Noord",
                     *       "segments": [
                     *         "noord",
                     *         "zakelijk"
                     *       ],
                     *       "agreements": {
                     *         "openingHours": {
                     *           "monday": [
                     *             {
                     *               "from": "09:00",
                     *               "until": "17:00"
                     *             }
                     *           ]
                     *         },
                     *         "timeZone": "Europe/Amsterdam",
                     *         "closures": [],
                     *         "callbackWithin": "PT8H",
                     *         "callbackHorizon": "P10D",
                     *         "callbacksPerHour": 4,
                     *         "remindBefore": "PT30M",
                     *         "attempts": 3,
                     *         "attemptDays": 2,
                     *         "attemptPause": "PT2H",
                     *         "gestureCeiling": null,
                     *         "version": 1
                     *       },
                     *       "createdAt": "2026-11-02T08:00:00.000Z",
                     *       "version": 1
                     *     }
                     */
                    "application/json": components["schemas"]["Team"];
                };
            };
            /** @description - `validation-failed`: The request is not well formed */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `unauthenticated`: Who is asking? */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `forbidden`: The caller may not do this */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `request-timeout`: The request did not arrive in time */
            408: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `idempotency-key-in-use`: The first request with this key is still running */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `payload-too-large`: The body is too large */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `uri-too-long`: The address is too long */
            414: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `unsupported-media-type`: The body is not JSON */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `unprocessable`: The request is well formed, but makes no sense here
             *     - `idempotency-key-reused`: This key belongs to another request
             */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `rate-limited`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `overloaded`: The service cannot answer right now */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getTeam: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The employee for whom the system acts; needs the scope `employees:act`.
                 * @example 0199a3ed-9b10-7c55-b1aa-6d2e8f3a4b12
                 */
                "On-Behalf-Of"?: string;
                /**
                 * @description The `ETag` that you have: the answer is 304 if it is still the one.
                 * @example "3"
                 */
                "If-None-Match"?: string;
            };
            path: {
                /** @description The id of the team. */
                teamId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A customer team: front and back office merged, serving its own customers from A to Z. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0199a3f0-0c4e-7d1b-9a53-2f8e6d7c1b40",
                     *       "name": "Team Noord",
                     *       "segments": [
                     *         "noord",
                     *         "zakelijk"
                     *       ],
                     *       "agreements": {
                     *         "openingHours": {
                     *           "monday": [
                     *             {
                     *               "from": "09:00",
                     *               "until": "17:00"
                     *             }
                     *           ]
                     *         },
                     *         "timeZone": "Europe/Amsterdam",
                     *         "closures": [],
                     *         "callbackWithin": "PT8H",
                     *         "callbackHorizon": "P10D",
                     *         "callbacksPerHour": 4,
                     *         "remindBefore": "PT30M",
                     *         "attempts": 3,
                     *         "attemptDays": 2,
                     *         "attemptPause": "PT2H",
                     *         "gestureCeiling": null,
                     *         "version": 1
                     *       },
                     *       "createdAt": "2026-11-02T08:00:00.000Z",
                     *       "version": 1
                     *     }
                     */
                    "application/json": components["schemas"]["Team"];
                };
            };
            /** @description Still the version that you have. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description - `validation-failed`: The request is not well formed */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `unauthenticated`: Who is asking? */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `forbidden`: The caller may not do this */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `not-found`: There is no such thing here */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `uri-too-long`: The address is too long */
            414: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `rate-limited`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `overloaded`: The service cannot answer right now */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeTeam: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The employee for whom the system acts; needs the scope `employees:act`.
                 * @example 0199a3ed-9b10-7c55-b1aa-6d2e8f3a4b12
                 */
                "On-Behalf-Of"?: string;
                /**
                 * @description The `ETag` of the version that you change: the answer is 412 if it is no longer the one. `*` stands for any.
                 * @example "3"
                 */
                "If-Match": string;
            };
            path: {
                /** @description The id of the team. */
                teamId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "segments": [
                 *         "noord",
                 *         "zakelijk"
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["TeamChange"];
            };
        };
        responses: {
            /** @description A customer team: front and back office merged, serving its own customers from A to Z. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0199a3f0-0c4e-7d1b-9a53-2f8e6d7c1b40",
                     *       "name": "Team Noord",
                     *       "segments": [
                     *         "noord",
                     *         "zakelijk"
                     *       ],
                     *       "agreements": {
                     *         "openingHours": {
                     *           "monday": [
                     *             {
                     *               "from": "09:00",
                     *               "until": "17:00"
                     *             }
                     *           ]
                     *         },
                     *         "timeZone": "Europe/Amsterdam",
                     *         "closures": [],
                     *         "callbackWithin": "PT8H",
                     *         "callbackHorizon": "P10D",
                     *         "callbacksPerHour": 4,
                     *         "remindBefore": "PT30M",
                     *         "attempts": 3,
                     *         "attemptDays": 2,
                     *         "attemptPause": "PT2H",
                     *         "gestureCeiling": null,
                     *         "version": 1
                     *       },
                     *       "createdAt": "2026-11-02T08:00:00.000Z",
                     *       "version": 1
                     *     }
                     */
                    "application/json": components["schemas"]["Team"];
                };
            };
            /** @description - `validation-failed`: The request is not well formed */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `unauthenticated`: Who is asking? */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `forbidden`: The caller may not do this */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `not-found`: There is no such thing here */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `request-timeout`: The request did not arrive in time */
            408: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `version-mismatch`: Somebody else changed it in the meantime */
            412: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `payload-too-large`: The body is too large */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `uri-too-long`: The address is too long */
            414: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `unsupported-media-type`: The body is not JSON */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `unprocessable`: The request is well formed, but makes no sense here */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `version-required`: Say which version you change */
            428: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `rate-limited`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `overloaded`: The service cannot answer right now */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getAgreements: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The employee for whom the system acts; needs the scope `employees:act`.
                 * @example 0199a3ed-9b10-7c55-b1aa-6d2e8f3a4b12
                 */
                "On-Behalf-Of"?: string;
                /**
                 * @description The `ETag` that you have: the answer is 304 if it is still the one.
                 * @example "3"
                 */
                "If-None-Match"?: string;
            };
            path: {
                /** @description The id of the team. */
                teamId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What a team has agreed with itself: when it is there and what it promises. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "openingHours": {
                     *         "monday": [
                     *           {
                     *             "from": "09:00",
                     *             "until": "17:00"
                     *           }
                     *         ],
                     *         "tuesday": [
                     *           {
                     *             "from": "09:00",
                     *             "until": "12:30"
                     *           }
                     *         ]
                     *       },
                     *       "timeZone": "Europe/Amsterdam",
                     *       "closures": [
                     *         {
                     *           "date": "2026-12-24",
                     *           "reason": "Team day"
                     *         }
                     *       ],
                     *       "callbackWithin": "PT8H",
                     *       "callbackHorizon": "P10D",
                     *       "callbacksPerHour": 4,
                     *       "remindBefore": "PT30M",
                     *       "attempts": 3,
                     *       "attemptDays": 2,
                     *       "attemptPause": "PT2H",
                     *       "gestureCeiling": {
                     *         "amount": "500.00",
                     *         "currency": "EUR"
                     *       },
                     *       "version": 3
                     *     }
                     */
                    "application/json": components["schemas"]["Agreements"];
                };
            };
            /** @description Still the version that you have. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description - `validation-failed`: The request is not well formed */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `unauthenticated`: Who is asking? */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `forbidden`: The caller may not do this */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `not-found`: There is no such thing here */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `uri-too-long`: The address is too long */
            414: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `rate-limited`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `overloaded`: The service cannot answer right now */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeAgreements: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The employee for whom the system acts; needs the scope `employees:act`.
                 * @example 0199a3ed-9b10-7c55-b1aa-6d2e8f3a4b12
                 */
                "On-Behalf-Of"?: string;
                /**
                 * @description The `ETag` of the version that you change: the answer is 412 if it is no longer the one. `*` stands for any.
                 * @example "3"
                 */
                "If-Match": string;
            };
            path: {
                /** @description The id of the team. */
                teamId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "openingHours": {
                 *         "monday": [
                 *           {
                 *             "from": "09:00",
                 *             "until": "17:00"
                 *           }
                 *         ],
                 *         "tuesday": [
                 *           {
                 *             "from": "09:00",
                 *             "until": "12:30"
                 *           }
                 *         ]
                 *       },
                 *       "timeZone": "Europe/Amsterdam",
                 *       "closures": [
                 *         {
                 *           "date": "2026-12-24",
                 *           "reason": "Team day"
                 *         }
                 *       ],
                 *       "callbackWithin": "PT8H",
                 *       "callbackHorizon": "P10D",
                 *       "callbacksPerHour": 4,
                 *       "remindBefore": "PT30M",
                 *       "attempts": 3,
                 *       "attemptDays": 2,
                 *       "attemptPause": "PT2H",
                 *       "gestureCeiling": {
                 *         "amount": "500.00",
                 *         "currency": "EUR"
                 *       },
                 *       "reason": "Mondays are too full."
                 *     }
                 */
                "application/json": components["schemas"]["AgreementsChange"];
            };
        };
        responses: {
            /** @description What a team has agreed with itself: when it is there and what it promises. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "openingHours": {
                     *         "monday": [
                     *           {
                     *             "from": "09:00",
                     *             "until": "17:00"
                     *           }
                     *         ],
                     *         "tuesday": [
                     *           {
                     *             "from": "09:00",
                     *             "until": "12:30"
                     *           }
                     *         ]
                     *       },
                     *       "timeZone": "Europe/Amsterdam",
                     *       "closures": [
                     *         {
                     *           "date": "2026-12-24",
                     *           "reason": "Team day"
                     *         }
                     *       ],
                     *       "callbackWithin": "PT8H",
                     *       "callbackHorizon": "P10D",
                     *       "callbacksPerHour": 4,
                     *       "remindBefore": "PT30M",
                     *       "attempts": 3,
                     *       "attemptDays": 2,
                     *       "attemptPause": "PT2H",
                     *       "gestureCeiling": {
                     *         "amount": "500.00",
                     *         "currency": "EUR"
                     *       },
                     *       "version": 3
                     *     }
                     */
                    "application/json": components["schemas"]["Agreements"];
                };
            };
            /** @description - `validation-failed`: The request is not well formed */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `unauthenticated`: Who is asking? */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `forbidden`: The caller may not do this */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `not-found`: There is no such thing here */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `request-timeout`: The request did not arrive in time */
            408: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `version-mismatch`: Somebody else changed it in the meantime */
            412: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `payload-too-large`: The body is too large */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `uri-too-long`: The address is too long */
            414: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `unsupported-media-type`: The body is not JSON */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `unprocessable`: The request is well formed, but makes no sense here */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `version-required`: Say which version you change */
            428: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `rate-limited`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `overloaded`: The service cannot answer right now */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getBoard: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The employee for whom the system acts; needs the scope `employees:act`.
                 * @example 0199a3ed-9b10-7c55-b1aa-6d2e8f3a4b12
                 */
                "On-Behalf-Of"?: string;
            };
            path: {
                /** @description The id of the team. */
                teamId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What needs the attention of a team. It counts promises, and neither people nor minutes. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "team": {
                     *         "id": "0199a3f0-0c4e-7d1b-9a53-2f8e6d7c1b40",
                     *         "name": "Team Noord"
                     *       },
                     *       "date": "2026-11-02",
                     *       "promises": {
                     *         "open": 31,
                     *         "dueToday": 9,
                     *         "overdue": 1
                     *       },
                     *       "overdue": [],
                     *       "dueSoon": [
                     *         {
                     *           "id": "0199a3f0-5c1e-7b6a-9d3e-15d3a7c94e88",
                     *           "caseId": "0199a3f0-5c1e-7b6a-9d3e-0a4f6f1c2b7d",
                     *           "reference": "100048275",
                     *           "subject": "Charged twice in October",
                     *           "customer": {
                     *             "id": "0199a3ee-21c4-7d09-8a77-4a1f2e5b9c03",
                     *             "name": "Mevrouw Dijkstra"
                     *           },
                     *           "owner": {
                     *             "id": "0199a3ed-9b10-7c55-b1aa-6d2e8f3a4b12",
                     *             "name": "Sanne de Wit",
                     *             "extension": "204"
                     *           },
                     *           "standIn": null,
                     *           "chases": 2,
                     *           "channel": "phone",
                     *           "from": "2026-11-02T13:00:00.000Z",
                     *           "until": "2026-11-02T14:00:00.000Z",
                     *           "attempts": 1,
                     *           "nextTryAt": null
                     *         }
                     *       ],
                     *       "chased": [
                     *         {
                     *           "caseId": "0199a3f0-5c1e-7b6a-9d3e-0a4f6f1c2b7d",
                     *           "reference": "100048275",
                     *           "subject": "Charged twice in October",
                     *           "customer": {
                     *             "id": "0199a3ee-21c4-7d09-8a77-4a1f2e5b9c03",
                     *             "name": "Mevrouw Dijkstra"
                     *           },
                     *           "owner": {
                     *             "id": "0199a3ed-9b10-7c55-b1aa-6d2e8f3a4b12",
                     *             "name": "Sanne de Wit",
                     *             "extension": "204"
                     *           },
                     *           "standIn": null,
                     *           "chases": 2,
                     *           "until": "2026-11-02T14:00:00.000Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Board"];
                };
            };
            /** @description - `validation-failed`: The request is not well formed */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `unauthenticated`: Who is asking? */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `forbidden`: The caller may not do this */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `not-found`: There is no such thing here */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `uri-too-long`: The address is too long */
            414: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `rate-limited`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `overloaded`: The service cannot answer right now */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listTopics: {
        parameters: {
            query?: {
                /** @description How many at most. */
                limit?: number;
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                /** @description Only what has this `code`. */
                code?: string;
                /** @description Words to search for; each must begin a word of what is found. */
                q?: string;
            };
            header?: {
                /**
                 * @description The employee for whom the system acts; needs the scope `employees:act`.
                 * @example 0199a3ed-9b10-7c55-b1aa-6d2e8f3a4b12
                 */
                "On-Behalf-Of"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of a list. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    Link: components["headers"]["Link"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": "0199a3f0-11d2-7a44-8c1b-6a2f0c9d1e55",
                     *           "code": "invoice",
                     *           "name": "Invoice",
                     *           "description": "Bills, instalments and refunds.",
                     *           "createdAt": "2026-11-02T08:00:00.000Z",
                     *           "version": 1
                     *         }
                     *       ],
                     *       "nextCursor": "WyJfIiwiMDE5OWEzZjAiXQ"
                     *     }
                     */
                    "application/json": components["schemas"]["TopicPage"];
                };
            };
            /** @description - `validation-failed`: The request is not well formed */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `unauthenticated`: Who is asking? */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `forbidden`: The caller may not do this */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `uri-too-long`: The address is too long */
            414: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `rate-limited`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `overloaded`: The service cannot answer right now */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createTopic: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The employee for whom the system acts; needs the scope `employees:act`.
                 * @example 0199a3ed-9b10-7c55-b1aa-6d2e8f3a4b12
                 */
                "On-Behalf-Of"?: string;
                /**
                 * @description Makes it safe to send again: the first answer is replayed for 24 hours.
                 * @example 6f0b1a52-9c1d-4f7e-8a35-0d2c6b1e9f11
                 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "code": "invoice",
                 *       "name": "Invoice"
                 *     }
                 */
                "application/json": components["schemas"]["NewTopic"];
            };
        };
        responses: {
            /** @description What a question is about; employees are competent in topics. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0199a3f0-11d2-7a44-8c1b-6a2f0c9d1e55",
                     *       "code": "invoice",
                     *       "name": "Invoice",
                     *       "description": "Bills, instalments and refunds.",
                     *       "createdAt": "2026-11-02T08:00:00.000Z",
                     *       "version": 1
                     *     }
                     */
                    "application/json": components["schemas"]["Topic"];
                };
            };
            /** @description - `validation-failed`: The request is not well formed */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `unauthenticated`: Who is asking? */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `forbidden`: The caller may not do this */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `request-timeout`: The request did not arrive in time */
            408: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `already-exists`: This name is taken
             *     - `idempotency-key-in-use`: The first request with this key is still running
             */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `payload-too-large`: The body is too large */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `uri-too-long`: The address is too long */
            414: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `unsupported-media-type`: The body is not JSON */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `idempotency-key-reused`: This key belongs to another request */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `rate-limited`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `overloaded`: The service cannot answer right now */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getTopic: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The employee for whom the system acts; needs the scope `employees:act`.
                 * @example 0199a3ed-9b10-7c55-b1aa-6d2e8f3a4b12
                 */
                "On-Behalf-Of"?: string;
                /**
                 * @description The `ETag` that you have: the answer is 304 if it is still the one.
                 * @example "3"
                 */
                "If-None-Match"?: string;
            };
            path: {
                /** @description The id of the topic. */
                topicId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What a question is about; employees are competent in topics. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0199a3f0-11d2-7a44-8c1b-6a2f0c9d1e55",
                     *       "code": "invoice",
                     *       "name": "Invoice",
                     *       "description": "Bills, instalments and refunds.",
                     *       "createdAt": "2026-11-02T08:00:00.000Z",
                     *       "version": 1
                     *     }
                     */
                    "application/json": components["schemas"]["Topic"];
                };
            };
            /** @description Still the version that you have. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description - `validation-failed`: The request is not well formed */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `unauthenticated`: Who is asking? */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `forbidden`: The caller may not do this */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `not-found`: There is no such thing here */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `uri-too-long`: The address is too long */
            414: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `rate-limited`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `overloaded`: The service cannot answer right now */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeTopic: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The employee for whom the system acts; needs the scope `employees:act`.
                 * @example 0199a3ed-9b10-7c55-b1aa-6d2e8f3a4b12
                 */
                "On-Behalf-Of"?: string;
                /**
                 * @description The `ETag` of the version that you change: the answer is 412 if it is no longer the one. `*` stands for any.
                 * @example "3"
                 */
                "If-Match": string;
            };
            path: {
                /** @description The id of the topic. */
                topicId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Invoices and refunds"
                 *     }
                 */
                "application/json": components["schemas"]["TopicChange"];
            };
        };
        responses: {
            /** @description What a question is about; employees are competent in topics. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0199a3f0-11d2-7a44-8c1b-6a2f0c9d1e55",
                     *       "code": "invoice",
                     *       "name": "Invoice",
                     *       "description": "Bills, instalments and refunds.",
                     *       "createdAt": "2026-11-02T08:00:00.000Z",
                     *       "version": 1
                     *     }
                     */
                    "application/json": components["schemas"]["Topic"];
                };
            };
            /** @description - `validation-failed`: The request is not well formed */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `unauthenticated`: Who is asking? */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `forbidden`: The caller may not do this */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `not-found`: There is no such thing here */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `request-timeout`: The request did not arrive in time */
            408: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `version-mismatch`: Somebody else changed it in the meantime */
            412: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `payload-too-large`: The body is too large */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `uri-too-long`: The address is too long */
            414: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `unsupported-media-type`: The body is not JSON */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `version-required`: Say which version you change */
            428: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `rate-limited`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `overloaded`: The service cannot answer right now */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listEmployees: {
        parameters: {
            query?: {
                /** @description How many at most. */
                limit?: number;
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                /** @description Only what has this `teamId`, or one of several divided by commas. */
                teamId?: string[];
                /** @description Only what has this `discipline`, or one of several divided by commas. */
                discipline?: ("front" | "back" | "both")[];
                /** @description Only what has this `role`, or one of several divided by commas. */
                role?: ("member" | "coach" | "admin")[];
                /** @description Codes of topics that they are competent in. */
                topic?: string[];
                /** @description False: who has left. Left out: everybody. */
                active?: boolean;
                /** @description Only what has this `email`, or one of several divided by commas. */
                email?: string[];
                /** @description Only what has this `extension`, or one of several divided by commas. */
                extension?: string[];
                /** @description Words to search for; each must begin a word of what is found. */
                q?: string;
            };
            header?: {
                /**
                 * @description The employee for whom the system acts; needs the scope `employees:act`.
                 * @example 0199a3ed-9b10-7c55-b1aa-6d2e8f3a4b12
                 */
                "On-Behalf-Of"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of a list. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    Link: components["headers"]["Link"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": "0199a3ed-9b10-7c55-b1aa-6d2e8f3a4b12",
                     *           "name": "Sanne de Wit",
                     *           "email": "sanne@example.org",
                     *           "subject": null,
                     *           "teamId": "0199a3ec-7f02-7e31-a2b8-51c9d0e7f640",
                     *           "discipline": "both",
                     *           "role": "member",
                     *           "extension": "204",
                     *           "phone": "+31612345678",
                     *           "topics": [
                     *             "invoice"
                     *           ],
                     *           "workingHours": {
                     *             "monday": [
                     *               {
                     *                 "from": "09:00",
                     *                 "until": "17:00"
                     *               }
                     *             ]
                     *           },
                     *           "timeZone": null,
                     *           "contractHours": 36,
                     *           "active": true,
                     *           "leavingSince": null,
                     *           "createdAt": "2026-11-02T08:00:00.000Z",
                     *           "version": 1
                     *         }
                     *       ],
                     *       "nextCursor": "WyJfIiwiMDE5OWEzZjAiXQ"
                     *     }
                     */
                    "application/json": components["schemas"]["EmployeePage"];
                };
            };
            /** @description - `validation-failed`: The request is not well formed */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `unauthenticated`: Who is asking? */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `forbidden`: The caller may not do this */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `uri-too-long`: The address is too long */
            414: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `rate-limited`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `overloaded`: The service cannot answer right now */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createEmployee: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The employee for whom the system acts; needs the scope `employees:act`.
                 * @example 0199a3ed-9b10-7c55-b1aa-6d2e8f3a4b12
                 */
                "On-Behalf-Of"?: string;
                /**
                 * @description Makes it safe to send again: the first answer is replayed for 24 hours.
                 * @example 6f0b1a52-9c1d-4f7e-8a35-0d2c6b1e9f11
                 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Sanne de Wit",
                 *       "teamId": "0199a3ec-7f02-7e31-a2b8-51c9d0e7f640",
                 *       "extension": "204",
                 *       "phone": "06 12345678"
                 *     }
                 */
                "application/json": components["schemas"]["NewEmployee"];
            };
        };
        responses: {
            /** @description A person who works here. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0199a3ed-9b10-7c55-b1aa-6d2e8f3a4b12",
                     *       "name": "Sanne de Wit",
                     *       "email": "sanne@example.org",
                     *       "subject": null,
                     *       "teamId": "0199a3ec-7f02-7e31-a2b8-51c9d0e7f640",
                     *       "discipline": "both",
                     *       "role": "member",
                     *       "extension": "204",
                     *       "phone": "+31612345678",
                     *       "topics": [
                     *         "invoice"
                     *       ],
                     *       "workingHours": {
                     *         "monday": [
                     *           {
                     *             "from": "09:00",
                     *             "until": "17:00"
                     *           }
                     *         ]
                     *       },
                     *       "timeZone": null,
                     *       "contractHours": 36,
                     *       "active": true,
                     *       "leavingSince": null,
                     *       "createdAt": "2026-11-02T08:00:00.000Z",
                     *       "version": 1
                     *     }
                     */
                    "application/json": components["schemas"]["Employee"];
                };
            };
            /** @description - `validation-failed`: The request is not well formed */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `unauthenticated`: Who is asking? */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `forbidden`: The caller may not do this */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `request-timeout`: The request did not arrive in time */
            408: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `already-exists`: This name is taken
             *     - `idempotency-key-in-use`: The first request with this key is still running
             */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `payload-too-large`: The body is too large */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `uri-too-long`: The address is too long */
            414: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `unsupported-media-type`: The body is not JSON */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `unprocessable`: The request is well formed, but makes no sense here
             *     - `idempotency-key-reused`: This key belongs to another request
             */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `rate-limited`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `overloaded`: The service cannot answer right now */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getEmployee: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The employee for whom the system acts; needs the scope `employees:act`.
                 * @example 0199a3ed-9b10-7c55-b1aa-6d2e8f3a4b12
                 */
                "On-Behalf-Of"?: string;
                /**
                 * @description The `ETag` that you have: the answer is 304 if it is still the one.
                 * @example "3"
                 */
                "If-None-Match"?: string;
            };
            path: {
                /** @description The id of the employee. */
                employeeId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A person who works here. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0199a3ed-9b10-7c55-b1aa-6d2e8f3a4b12",
                     *       "name": "Sanne de Wit",
                     *       "email": "sanne@example.org",
                     *       "subject": null,
                     *       "teamId": "0199a3ec-7f02-7e31-a2b8-51c9d0e7f640",
                     *       "discipline": "both",
                     *       "role": "member",
                     *       "extension": "204",
                     *       "phone": "+31612345678",
                     *       "topics": [
                     *         "invoice"
                     *       ],
                     *       "workingHours": {
                     *         "monday": [
                     *           {
                     *             "from": "09:00",
                     *             "until": "17:00"
                     *           }
                     *         ]
                     *       },
                     *       "timeZone": null,
                     *       "contractHours": 36,
                     *       "active": true,
                     *       "leavingSince": null,
                     *       "createdAt": "2026-11-02T08:00:00.000Z",
                     *       "version": 1
                     *     }
                     */
                    "application/json": components["schemas"]["Employee"];
                };
            };
            /** @description Still the version that you have. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description - `validation-failed`: The request is not well formed */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `unauthenticated`: Who is asking? */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `forbidden`: The caller may not do this */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `not-found`: There is no such thing here */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `uri-too-long`: The address is too long */
            414: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `rate-limited`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `overloaded`: The service cannot answer right now */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeEmployee: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The employee for whom the system acts; needs the scope `employees:act`.
                 * @example 0199a3ed-9b10-7c55-b1aa-6d2e8f3a4b12
                 */
                "On-Behalf-Of"?: string;
                /**
                 * @description The `ETag` of the version that you change: the answer is 412 if it is no longer the one. `*` stands for any.
                 * @example "3"
                 */
                "If-Match": string;
            };
            path: {
                /** @description The id of the employee. */
                employeeId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "topics": [
                 *         "invoice",
                 *         "moving-house"
                 *       ],
                 *       "contractHours": 32
                 *     }
                 */
                "application/json": components["schemas"]["EmployeeChange"];
            };
        };
        responses: {
            /** @description A person who works here. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0199a3ed-9b10-7c55-b1aa-6d2e8f3a4b12",
                     *       "name": "Sanne de Wit",
                     *       "email": "sanne@example.org",
                     *       "subject": null,
                     *       "teamId": "0199a3ec-7f02-7e31-a2b8-51c9d0e7f640",
                     *       "discipline": "both",
                     *       "role": "member",
                     *       "extension": "204",
                     *       "phone": "+31612345678",
                     *       "topics": [
                     *         "invoice"
                     *       ],
                     *       "workingHours": {
                     *         "monday": [
                     *           {
                     *             "from": "09:00",
                     *             "until": "17:00"
                     *           }
                     *         ]
                     *       },
                     *       "timeZone": null,
                     *       "contractHours": 36,
                     *       "active": true,
                     *       "leavingSince": null,
                     *       "createdAt": "2026-11-02T08:00:00.000Z",
                     *       "version": 1
                     *     }
                     */
                    "application/json": components["schemas"]["Employee"];
                };
            };
            /** @description - `validation-failed`: The request is not well formed */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `unauthenticated`: Who is asking? */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `forbidden`: The caller may not do this */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `not-found`: There is no such thing here */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `request-timeout`: The request did not arrive in time */
            408: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `already-exists`: This name is taken
             *     - `owns-open-cases`: This employee owns open cases
             *     - `last-member-of-default-team`: The default team keeps an active member
             */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `version-mismatch`: Somebody else changed it in the meantime */
            412: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `payload-too-large`: The body is too large */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `uri-too-long`: The address is too long */
            414: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `unsupported-media-type`: The body is not JSON */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `unprocessable`: The request is well formed, but makes no sense here */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `version-required`: Say which version you change */
            428: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `rate-limited`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `overloaded`: The service cannot answer right now */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAbsences: {
        parameters: {
            query?: {
                /** @description How many at most. */
                limit?: number;
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                /** @description Only those that last longer than this: now, for what is not over. */
                untilAfter?: string;
                /** @description Only those that begin earlier than this. */
                fromBefore?: string;
            };
            header?: {
                /**
                 * @description The employee for whom the system acts; needs the scope `employees:act`.
                 * @example 0199a3ed-9b10-7c55-b1aa-6d2e8f3a4b12
                 */
                "On-Behalf-Of"?: string;
            };
            path: {
                /** @description The id of the employee. */
                employeeId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of a list. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    Link: components["headers"]["Link"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": "0199a401-3b7e-7d10-8f25-6c4b2a1e9d73",
                     *           "employeeId": "0199a3ed-9b10-7c55-b1aa-6d2e8f3a4b12",
                     *           "from": "2026-11-09T07:00:00.000Z",
                     *           "until": "2026-11-13T17:00:00.000Z",
                     *           "standIns": [
                     *             {
                     *               "standInId": "0199a3ed-a7f4-7b02-9c31-0e5d4f6a7b89",
                     *               "name": "Piet Bakker",
                     *               "from": "2026-11-09T07:00:00.000Z",
                     *               "until": "2026-11-13T17:00:00.000Z"
                     *             }
                     *           ],
                     *           "uncovered": [],
                     *           "registeredAt": "2026-11-02T09:12:44.000Z",
                     *           "version": 1
                     *         }
                     *       ],
                     *       "nextCursor": "WyJfIiwiMDE5OWEzZjAiXQ"
                     *     }
                     */
                    "application/json": components["schemas"]["AbsencePage"];
                };
            };
            /** @description - `validation-failed`: The request is not well formed */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `unauthenticated`: Who is asking? */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `forbidden`: The caller may not do this */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `not-found`: There is no such thing here */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `uri-too-long`: The address is too long */
            414: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `rate-limited`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `overloaded`: The service cannot answer right now */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    registerAbsence: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The employee for whom the system acts; needs the scope `employees:act`.
                 * @example 0199a3ed-9b10-7c55-b1aa-6d2e8f3a4b12
                 */
                "On-Behalf-Of"?: string;
                /**
                 * @description Makes it safe to send again: the first answer is replayed for 24 hours.
                 * @example 6f0b1a52-9c1d-4f7e-8a35-0d2c6b1e9f11
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The id of the employee. */
                employeeId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "from": "2046-11-09T07:00:00Z",
                 *       "until": "2046-11-13T17:00:00Z"
                 *     }
                 */
                "application/json": components["schemas"]["NewAbsence"];
            };
        };
        responses: {
            /** @description An absence that was registered just now, with the promises that fall in it. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0199a401-3b7e-7d10-8f25-6c4b2a1e9d73",
                     *       "employeeId": "0199a3ed-9b10-7c55-b1aa-6d2e8f3a4b12",
                     *       "from": "2026-11-09T07:00:00.000Z",
                     *       "until": "2026-11-13T17:00:00.000Z",
                     *       "standIns": [
                     *         {
                     *           "standInId": "0199a3ed-a7f4-7b02-9c31-0e5d4f6a7b89",
                     *           "name": "Piet Bakker",
                     *           "from": "2026-11-09T07:00:00.000Z",
                     *           "until": "2026-11-13T17:00:00.000Z"
                     *         }
                     *       ],
                     *       "uncovered": [],
                     *       "registeredAt": "2026-11-02T09:12:44.000Z",
                     *       "version": 1,
                     *       "callbacks": [
                     *         {
                     *           "id": "0199a3f0-5c1e-7b6a-9d3e-15d3a7c94e88",
                     *           "caseId": "0199a3f0-5c1e-7b6a-9d3e-0a4f6f1c2b7d",
                     *           "reference": "100048275",
                     *           "from": "2026-11-10T13:00:00.000Z",
                     *           "until": "2026-11-10T14:00:00.000Z",
                     *           "standInId": "0199a3ed-a7f4-7b02-9c31-0e5d4f6a7b89"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["RegisteredAbsence"];
                };
            };
            /** @description - `validation-failed`: The request is not well formed */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `unauthenticated`: Who is asking? */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `forbidden`: The caller may not do this */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `not-found`: There is no such thing here */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `request-timeout`: The request did not arrive in time */
            408: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `absences-overlap`: This employee is absent then already
             *     - `stand-in-is-absent`: The stand-in is absent then
             *     - `idempotency-key-in-use`: The first request with this key is still running
             */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `payload-too-large`: The body is too large */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `uri-too-long`: The address is too long */
            414: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `unsupported-media-type`: The body is not JSON */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `unprocessable`: The request is well formed, but makes no sense here
             *     - `idempotency-key-reused`: This key belongs to another request
             */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `rate-limited`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `overloaded`: The service cannot answer right now */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getAbsence: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The employee for whom the system acts; needs the scope `employees:act`.
                 * @example 0199a3ed-9b10-7c55-b1aa-6d2e8f3a4b12
                 */
                "On-Behalf-Of"?: string;
                /**
                 * @description The `ETag` that you have: the answer is 304 if it is still the one.
                 * @example "3"
                 */
                "If-None-Match"?: string;
            };
            path: {
                /** @description The id of the absence. */
                absenceId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description An employee is away for a while, and who stands in. Why they are is not asked. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0199a401-3b7e-7d10-8f25-6c4b2a1e9d73",
                     *       "employeeId": "0199a3ed-9b10-7c55-b1aa-6d2e8f3a4b12",
                     *       "from": "2026-11-09T07:00:00.000Z",
                     *       "until": "2026-11-13T17:00:00.000Z",
                     *       "standIns": [
                     *         {
                     *           "standInId": "0199a3ed-a7f4-7b02-9c31-0e5d4f6a7b89",
                     *           "name": "Piet Bakker",
                     *           "from": "2026-11-09T07:00:00.000Z",
                     *           "until": "2026-11-13T17:00:00.000Z"
                     *         }
                     *       ],
                     *       "uncovered": [],
                     *       "registeredAt": "2026-11-02T09:12:44.000Z",
                     *       "version": 1
                     *     }
                     */
                    "application/json": components["schemas"]["Absence"];
                };
            };
            /** @description Still the version that you have. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description - `validation-failed`: The request is not well formed */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `unauthenticated`: Who is asking? */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `forbidden`: The caller may not do this */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `not-found`: There is no such thing here */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `uri-too-long`: The address is too long */
            414: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `rate-limited`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `overloaded`: The service cannot answer right now */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    endAbsence: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The employee for whom the system acts; needs the scope `employees:act`.
                 * @example 0199a3ed-9b10-7c55-b1aa-6d2e8f3a4b12
                 */
                "On-Behalf-Of"?: string;
                /**
                 * @description The `ETag` of the version that you change: the answer is 412 if it is no longer the one. Left out: any.
                 * @example "3"
                 */
                "If-Match"?: string;
            };
            path: {
                /** @description The id of the absence. */
                absenceId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description - `validation-failed`: The request is not well formed */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `unauthenticated`: Who is asking? */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `forbidden`: The caller may not do this */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `not-found`: There is no such thing here */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `request-timeout`: The request did not arrive in time */
            408: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `version-mismatch`: Somebody else changed it in the meantime */
            412: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `payload-too-large`: The body is too large */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `uri-too-long`: The address is too long */
            414: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `unsupported-media-type`: The body is not JSON */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `rate-limited`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `overloaded`: The service cannot answer right now */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPresence: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The employee for whom the system acts; needs the scope `employees:act`.
                 * @example 0199a3ed-9b10-7c55-b1aa-6d2e8f3a4b12
                 */
                "On-Behalf-Of"?: string;
                /**
                 * @description The `ETag` that you have: the answer is 304 if it is still the one.
                 * @example "3"
                 */
                "If-None-Match"?: string;
            };
            path: {
                /** @description The id of the employee. */
                employeeId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Whether an employee can be rung at this moment. What was before is not kept. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0199a3ed-9b10-7c55-b1aa-6d2e8f3a4b12",
                     *       "presence": "away",
                     *       "absent": false,
                     *       "version": 2
                     *     }
                     */
                    "application/json": components["schemas"]["Presence"];
                };
            };
            /** @description Still the version that you have. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description - `validation-failed`: The request is not well formed */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `unauthenticated`: Who is asking? */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `forbidden`: The caller may not do this */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `not-found`: There is no such thing here */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `uri-too-long`: The address is too long */
            414: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `rate-limited`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `overloaded`: The service cannot answer right now */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    setPresence: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The employee for whom the system acts; needs the scope `employees:act`.
                 * @example 0199a3ed-9b10-7c55-b1aa-6d2e8f3a4b12
                 */
                "On-Behalf-Of"?: string;
                /**
                 * @description The `ETag` of the version that you change: the answer is 412 if it is no longer the one. Left out: any.
                 * @example "3"
                 */
                "If-Match"?: string;
            };
            path: {
                /** @description The id of the employee. */
                employeeId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "presence": "away"
                 *     }
                 */
                "application/json": components["schemas"]["PresenceChange"];
            };
        };
        responses: {
            /** @description Whether an employee can be rung at this moment. What was before is not kept. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0199a3ed-9b10-7c55-b1aa-6d2e8f3a4b12",
                     *       "presence": "away",
                     *       "absent": false,
                     *       "version": 2
                     *     }
                     */
                    "application/json": components["schemas"]["Presence"];
                };
            };
            /** @description - `validation-failed`: The request is not well formed */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `unauthenticated`: Who is asking? */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `forbidden`: The caller may not do this */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `not-found`: There is no such thing here */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `request-timeout`: The request did not arrive in time */
            408: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `version-mismatch`: Somebody else changed it in the meantime */
            412: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `payload-too-large`: The body is too large */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `uri-too-long`: The address is too long */
            414: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `unsupported-media-type`: The body is not JSON */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `rate-limited`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `overloaded`: The service cannot answer right now */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    departEmployee: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The employee for whom the system acts; needs the scope `employees:act`.
                 * @example 0199a3ed-9b10-7c55-b1aa-6d2e8f3a4b12
                 */
                "On-Behalf-Of"?: string;
                /**
                 * @description Makes it safe to send again: the first answer is replayed for 24 hours.
                 * @example 6f0b1a52-9c1d-4f7e-8a35-0d2c6b1e9f11
                 */
                "Idempotency-Key"?: string;
                /**
                 * @description The `ETag` of the version that you change: the answer is 412 if it is no longer the one. Left out: any.
                 * @example "3"
                 */
                "If-Match"?: string;
            };
            path: {
                /** @description The id of the employee. */
                employeeId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "successorIds": [
                 *         "0199a3ed-a7f4-7b02-9c31-0e5d4f6a7b89"
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["NewDeparture"];
            };
        };
        responses: {
            /** @description Who left, and where their open cases went. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "employee": {
                     *         "id": "0199a3ed-9b10-7c55-b1aa-6d2e8f3a4b12",
                     *         "name": "Sanne de Wit",
                     *         "email": "sanne@example.org",
                     *         "subject": null,
                     *         "teamId": "0199a3ec-7f02-7e31-a2b8-51c9d0e7f640",
                     *         "discipline": "both",
                     *         "role": "member",
                     *         "extension": "204",
                     *         "phone": "+31612345678",
                     *         "topics": [
                     *           "invoice"
                     *         ],
                     *         "workingHours": {
                     *           "monday": [
                     *             {
                     *               "from": "09:00",
                     *               "until": "17:00"
                     *             }
                     *           ]
                     *         },
                     *         "timeZone": null,
                     *         "contractHours": 36,
                     *         "active": false,
                     *         "leavingSince": null,
                     *         "createdAt": "2026-11-02T08:00:00.000Z",
                     *         "version": 2
                     *       },
                     *       "successions": [
                     *         {
                     *           "id": "0199a3f8-2b7e-7c14-8d05-6f1e3a9c7b20",
                     *           "caseId": "0199a3f0-5c1e-7b6a-9d3e-0a4f6f1c2b7d",
                     *           "reference": "100048275",
                     *           "cause": "departure",
                     *           "fromOwnerId": "0199a3ed-9b10-7c55-b1aa-6d2e8f3a4b12",
                     *           "toOwnerId": "0199a3ed-a7f4-7b02-9c31-0e5d4f6a7b89",
                     *           "reason": null,
                     *           "contactId": null,
                     *           "reportedBy": "0199a3ed-a7f4-7b02-9c31-0e5d4f6a7b89",
                     *           "confirmedBy": null,
                     *           "requestedAt": "2026-11-02T10:40:00.000Z",
                     *           "completedAt": "2026-11-02T10:40:00.000Z",
                     *           "version": 1
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Departure"];
                };
            };
            /** @description - `validation-failed`: The request is not well formed */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `unauthenticated`: Who is asking? */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `forbidden`: The caller may not do this */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `not-found`: There is no such thing here */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `request-timeout`: The request did not arrive in time */
            408: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `has-left`: This employee has left
             *     - `owns-open-cases`: This employee owns open cases
             *     - `last-member-of-default-team`: The default team keeps an active member
             *     - `idempotency-key-in-use`: The first request with this key is still running
             */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `version-mismatch`: Somebody else changed it in the meantime */
            412: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `payload-too-large`: The body is too large */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `uri-too-long`: The address is too long */
            414: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `unsupported-media-type`: The body is not JSON */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `succession-not-justified`: No fact justifies another owner
             *     - `unprocessable`: The request is well formed, but makes no sense here
             *     - `idempotency-key-reused`: This key belongs to another request
             */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `rate-limited`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `overloaded`: The service cannot answer right now */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getMe: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The employee for whom the system acts; needs the scope `employees:act`.
                 * @example 0199a3ed-9b10-7c55-b1aa-6d2e8f3a4b12
                 */
                "On-Behalf-Of"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Who calls: a system by itself, or an employee. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "kind": "employee",
                     *       "id": "0199a3ed-9b10-7c55-b1aa-6d2e8f3a4b12",
                     *       "name": "Sanne de Wit",
                     *       "scopes": null,
                     *       "employee": {
                     *         "id": "0199a3ed-9b10-7c55-b1aa-6d2e8f3a4b12",
                     *         "name": "Sanne de Wit",
                     *         "email": "sanne@example.org",
                     *         "subject": null,
                     *         "teamId": "0199a3ec-7f02-7e31-a2b8-51c9d0e7f640",
                     *         "discipline": "both",
                     *         "role": "member",
                     *         "extension": "204",
                     *         "phone": "+31612345678",
                     *         "topics": [
                     *           "invoice"
                     *         ],
                     *         "workingHours": {
                     *           "monday": [
                     *             {
                     *               "from": "09:00",
                     *               "until": "17:00"
                     *             }
                     *           ]
                     *         },
                     *         "timeZone": null,
                     *         "contractHours": 36,
                     *         "active": true,
                     *         "leavingSince": null,
                     *         "createdAt": "2026-11-02T08:00:00.000Z",
                     *         "version": 1
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["Me"];
                };
            };
            /** @description - `validation-failed`: The request is not well formed */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `unauthenticated`: Who is asking? */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `forbidden`: The caller may not do this */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `not-found`: There is no such thing here */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `uri-too-long`: The address is too long */
            414: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `rate-limited`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `overloaded`: The service cannot answer right now */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getDay: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The employee for whom the system acts; needs the scope `employees:act`.
                 * @example 0199a3ed-9b10-7c55-b1aa-6d2e8f3a4b12
                 */
                "On-Behalf-Of"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What an employee has to do today. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "employee": {
                     *         "id": "0199a3ed-9b10-7c55-b1aa-6d2e8f3a4b12",
                     *         "name": "Sanne de Wit"
                     *       },
                     *       "date": "2026-11-02",
                     *       "timeZone": "Europe/Amsterdam",
                     *       "callbacks": [
                     *         {
                     *           "id": "0199a3f0-5c1e-7b6a-9d3e-15d3a7c94e88",
                     *           "caseId": "0199a3f0-5c1e-7b6a-9d3e-0a4f6f1c2b7d",
                     *           "reference": "100048275",
                     *           "subject": "Charged twice in October",
                     *           "customer": {
                     *             "id": "0199a3ee-21c4-7d09-8a77-4a1f2e5b9c03",
                     *             "name": "Mevrouw Dijkstra"
                     *           },
                     *           "ownerId": "0199a3ed-9b10-7c55-b1aa-6d2e8f3a4b12",
                     *           "channel": "phone",
                     *           "to": "+31612345678",
                     *           "from": "2026-11-02T13:00:00.000Z",
                     *           "until": "2026-11-02T14:00:00.000Z",
                     *           "computed": false,
                     *           "overdue": false,
                     *           "attempts": 1,
                     *           "nextTryAt": "2026-11-02T13:30:00.000Z",
                     *           "chases": 0
                     *         }
                     *       ],
                     *       "more": false,
                     *       "standingInFor": [],
                     *       "absences": []
                     *     }
                     */
                    "application/json": components["schemas"]["Day"];
                };
            };
            /** @description - `validation-failed`: The request is not well formed */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `unauthenticated`: Who is asking? */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `forbidden`: The caller may not do this */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `uri-too-long`: The address is too long */
            414: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `rate-limited`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `overloaded`: The service cannot answer right now */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    makeCalendarFeed: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The employee for whom the system acts; needs the scope `employees:act`.
                 * @example 0199a3ed-9b10-7c55-b1aa-6d2e8f3a4b12
                 */
                "On-Behalf-Of"?: string;
                /**
                 * @description Makes it safe to send again: the first answer is replayed for 24 hours.
                 * @example 6f0b1a52-9c1d-4f7e-8a35-0d2c6b1e9f11
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The id of the employee. */
                employeeId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A calendar feed that was made just now. Whoever has its address can read it. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "url": "https://eigenaar.example.org/v1/employees/0199a3ed-9b10-7c55-b1aa-6d2e8f3a4b12/callbacks.ics?token=Vh0zq1sXk3m9TtYb5nRwE7uLcA2dGfJo",
                     *       "token": "Vh0zq1sXk3m9TtYb5nRwE7uLcA2dGfJo"
                     *     }
                     */
                    "application/json": components["schemas"]["MadeCalendarFeed"];
                };
            };
            /** @description - `validation-failed`: The request is not well formed */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `unauthenticated`: Who is asking? */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `forbidden`: The caller may not do this */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `not-found`: There is no such thing here */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `request-timeout`: The request did not arrive in time */
            408: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `idempotency-key-in-use`: The first request with this key is still running */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `payload-too-large`: The body is too large */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `uri-too-long`: The address is too long */
            414: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `unsupported-media-type`: The body is not JSON */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `idempotency-key-reused`: This key belongs to another request */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `rate-limited`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `overloaded`: The service cannot answer right now */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    revokeCalendarFeed: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The employee for whom the system acts; needs the scope `employees:act`.
                 * @example 0199a3ed-9b10-7c55-b1aa-6d2e8f3a4b12
                 */
                "On-Behalf-Of"?: string;
            };
            path: {
                /** @description The id of the employee. */
                employeeId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description - `validation-failed`: The request is not well formed */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `unauthenticated`: Who is asking? */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `forbidden`: The caller may not do this */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `not-found`: There is no such thing here */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `request-timeout`: The request did not arrive in time */
            408: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `payload-too-large`: The body is too large */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `uri-too-long`: The address is too long */
            414: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `unsupported-media-type`: The body is not JSON */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `rate-limited`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `overloaded`: The service cannot answer right now */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCalendarFeed: {
        parameters: {
            query?: {
                /** @description The token of the feed; it is the only key that counts. */
                token?: string;
            };
            header?: {
                /**
                 * @description The `ETag` that you have: the answer is 304 if it is still the one.
                 * @example "3"
                 */
                "If-None-Match"?: string;
            };
            path: {
                /** @description The id of the employee. */
                employeeId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description An iCalendar (RFC 5545) of callbacks. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example BEGIN:VCALENDAR
                     *     VERSION:2.0
                     *     PRODID:-//Eigenaar//Callbacks//EN
                     *     METHOD:PUBLISH
                     *     BEGIN:VEVENT
                     *     UID:0199a3f0-5c1e-7b6a-9d3e-15d3a7c94e88
                     *     SEQUENCE:1
                     *     DTSTAMP:20261102T091244Z
                     *     DTSTART:20261102T130000Z
                     *     DTEND:20261102T140000Z
                     *     SUMMARY:Call back 100048275
                     *     STATUS:CONFIRMED
                     *     END:VEVENT
                     *     END:VCALENDAR
                     */
                    "text/calendar": components["schemas"]["CalendarFeed"];
                };
            };
            /** @description Still the version that you have. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description - `validation-failed`: The request is not well formed */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `not-found`: There is no such thing here */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `uri-too-long`: The address is too long */
            414: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `overloaded`: The service cannot answer right now */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listCustomers: {
        parameters: {
            query?: {
                /** @description How many at most. */
                limit?: number;
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                /** @description Words of a name, an e-mail address or a telephone number; beginnings will do. */
                q?: string;
                /** @description Telephone numbers in any notation. */
                phone?: string[];
                /** @description Only what has this `email`, or one of several divided by commas. */
                email?: string[];
                /** @description Only what has this `segment`, or one of several divided by commas. */
                segment?: string[];
                /** @description Only what has this `teamId`, or one of several divided by commas. */
                teamId?: string[];
                /** @description Only what has this `kind`, or one of several divided by commas. */
                kind?: ("person" | "organisation")[];
                /** @description A system that knows the customer, such as `crm`. */
                system?: string;
                /** @description What that system calls the customer. */
                externalId?: string;
            };
            header?: {
                /**
                 * @description The employee for whom the system acts; needs the scope `employees:act`.
                 * @example 0199a3ed-9b10-7c55-b1aa-6d2e8f3a4b12
                 */
                "On-Behalf-Of"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of a list. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    Link: components["headers"]["Link"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": "0199a3ee-21c4-7d09-8a77-4a1f2e5b9c03",
                     *           "anonymous": false,
                     *           "name": "Mevrouw Dijkstra",
                     *           "kind": "person",
                     *           "phone": "+31612345678",
                     *           "email": "dijkstra@example.org",
                     *           "otherContactPoints": [
                     *             {
                     *               "channel": "letter",
                     *               "address": "Dorpsstraat 1, 1234 AB Ons Dorp",
                     *               "label": "home"
                     *             }
                     *           ],
                     *           "language": "nl",
                     *           "segment": "households",
                     *           "teamId": "0199a3ec-7f02-7e31-a2b8-51c9d0e7f640",
                     *           "preferredChannel": "phone",
                     *           "preferredWindows": {
                     *             "monday": [
                     *               {
                     *                 "from": "18:00",
                     *                 "until": "21:00"
                     *               }
                     *             ]
                     *           },
                     *           "timeZone": "Europe/Amsterdam",
                     *           "references": [
                     *             {
                     *               "system": "crm",
                     *               "externalId": "C-104.229"
                     *             }
                     *           ],
                     *           "createdAt": "2026-11-02T08:00:00.000Z",
                     *           "version": 1
                     *         }
                     *       ],
                     *       "nextCursor": "WyJfIiwiMDE5OWEzZjAiXQ"
                     *     }
                     */
                    "application/json": components["schemas"]["CustomerPage"];
                };
            };
            /** @description - `validation-failed`: The request is not well formed */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `unauthenticated`: Who is asking? */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `forbidden`: The caller may not do this */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `uri-too-long`: The address is too long */
            414: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `rate-limited`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `overloaded`: The service cannot answer right now */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createCustomer: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The employee for whom the system acts; needs the scope `employees:act`.
                 * @example 0199a3ed-9b10-7c55-b1aa-6d2e8f3a4b12
                 */
                "On-Behalf-Of"?: string;
                /**
                 * @description Makes it safe to send again: the first answer is replayed for 24 hours.
                 * @example 6f0b1a52-9c1d-4f7e-8a35-0d2c6b1e9f11
                 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Mevrouw Dijkstra",
                 *       "kind": "person",
                 *       "phone": "06 12345678",
                 *       "email": "dijkstra@example.org",
                 *       "otherContactPoints": [
                 *         {
                 *           "channel": "letter",
                 *           "address": "Dorpsstraat 1, 1234 AB Ons Dorp",
                 *           "label": "home"
                 *         }
                 *       ],
                 *       "language": "nl",
                 *       "segment": "households",
                 *       "teamId": "0199a3ec-7f02-7e31-a2b8-51c9d0e7f640",
                 *       "preferredChannel": "phone",
                 *       "preferredWindows": {
                 *         "monday": [
                 *           {
                 *             "from": "18:00",
                 *             "until": "21:00"
                 *           }
                 *         ]
                 *       },
                 *       "timeZone": "Europe/Amsterdam",
                 *       "references": [
                 *         {
                 *           "system": "crm",
                 *           "externalId": "C-104.229"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["NewCustomer"];
            };
        };
        responses: {
            /** @description Who asks, how to reach them, and the one team that serves them. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0199a3ee-21c4-7d09-8a77-4a1f2e5b9c03",
                     *       "anonymous": false,
                     *       "name": "Mevrouw Dijkstra",
                     *       "kind": "person",
                     *       "phone": "+31612345678",
                     *       "email": "dijkstra@example.org",
                     *       "otherContactPoints": [
                     *         {
                     *           "channel": "letter",
                     *           "address": "Dorpsstraat 1, 1234 AB Ons Dorp",
                     *           "label": "home"
                     *         }
                     *       ],
                     *       "language": "nl",
                     *       "segment": "households",
                     *       "teamId": "0199a3ec-7f02-7e31-a2b8-51c9d0e7f640",
                     *       "preferredChannel": "phone",
                     *       "preferredWindows": {
                     *         "monday": [
                     *           {
                     *             "from": "18:00",
                     *             "until": "21:00"
                     *           }
                     *         ]
                     *       },
                     *       "timeZone": "Europe/Amsterdam",
                     *       "references": [
                     *         {
                     *           "system": "crm",
                     *           "externalId": "C-104.229"
                     *         }
                     *       ],
                     *       "createdAt": "2026-11-02T08:00:00.000Z",
                     *       "version": 1
                     *     }
                     */
                    "application/json": components["schemas"]["Customer"];
                };
            };
            /** @description - `validation-failed`: The request is not well formed */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `unauthenticated`: Who is asking? */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `forbidden`: The caller may not do this */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `request-timeout`: The request did not arrive in time */
            408: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `already-exists`: This name is taken
             *     - `organisation-not-ready`: There is no team yet
             *     - `idempotency-key-in-use`: The first request with this key is still running
             */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `payload-too-large`: The body is too large */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `uri-too-long`: The address is too long */
            414: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `unsupported-media-type`: The body is not JSON */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `unprocessable`: The request is well formed, but makes no sense here
             *     - `idempotency-key-reused`: This key belongs to another request
             */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `rate-limited`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `overloaded`: The service cannot answer right now */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCustomer: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The employee for whom the system acts; needs the scope `employees:act`.
                 * @example 0199a3ed-9b10-7c55-b1aa-6d2e8f3a4b12
                 */
                "On-Behalf-Of"?: string;
                /**
                 * @description The `ETag` that you have: the answer is 304 if it is still the one.
                 * @example "3"
                 */
                "If-None-Match"?: string;
            };
            path: {
                /** @description The id of the customer. */
                customerId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Who asks, how to reach them, and the one team that serves them. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0199a3ee-21c4-7d09-8a77-4a1f2e5b9c03",
                     *       "anonymous": false,
                     *       "name": "Mevrouw Dijkstra",
                     *       "kind": "person",
                     *       "phone": "+31612345678",
                     *       "email": "dijkstra@example.org",
                     *       "otherContactPoints": [
                     *         {
                     *           "channel": "letter",
                     *           "address": "Dorpsstraat 1, 1234 AB Ons Dorp",
                     *           "label": "home"
                     *         }
                     *       ],
                     *       "language": "nl",
                     *       "segment": "households",
                     *       "teamId": "0199a3ec-7f02-7e31-a2b8-51c9d0e7f640",
                     *       "preferredChannel": "phone",
                     *       "preferredWindows": {
                     *         "monday": [
                     *           {
                     *             "from": "18:00",
                     *             "until": "21:00"
                     *           }
                     *         ]
                     *       },
                     *       "timeZone": "Europe/Amsterdam",
                     *       "references": [
                     *         {
                     *           "system": "crm",
                     *           "externalId": "C-104.229"
                     *         }
                     *       ],
                     *       "createdAt": "2026-11-02T08:00:00.000Z",
                     *       "version": 1
                     *     }
                     */
                    "application/json": components["schemas"]["Customer"];
                };
            };
            /** @description Still the version that you have. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description - `validation-failed`: The request is not well formed */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `unauthenticated`: Who is asking? */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `forbidden`: The caller may not do this */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `not-found`: There is no such thing here */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `uri-too-long`: The address is too long */
            414: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `rate-limited`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `overloaded`: The service cannot answer right now */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeCustomer: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The employee for whom the system acts; needs the scope `employees:act`.
                 * @example 0199a3ed-9b10-7c55-b1aa-6d2e8f3a4b12
                 */
                "On-Behalf-Of"?: string;
                /**
                 * @description The `ETag` of the version that you change: the answer is 412 if it is no longer the one. `*` stands for any.
                 * @example "3"
                 */
                "If-Match": string;
            };
            path: {
                /** @description The id of the customer. */
                customerId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "preferredChannel": "email",
                 *       "references": [
                 *         {
                 *           "system": "crm",
                 *           "externalId": "C-104.229"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["CustomerChange"];
            };
        };
        responses: {
            /** @description Who asks, how to reach them, and the one team that serves them. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0199a3ee-21c4-7d09-8a77-4a1f2e5b9c03",
                     *       "anonymous": false,
                     *       "name": "Mevrouw Dijkstra",
                     *       "kind": "person",
                     *       "phone": "+31612345678",
                     *       "email": "dijkstra@example.org",
                     *       "otherContactPoints": [
                     *         {
                     *           "channel": "letter",
                     *           "address": "Dorpsstraat 1, 1234 AB Ons Dorp",
                     *           "label": "home"
                     *         }
                     *       ],
                     *       "language": "nl",
                     *       "segment": "households",
                     *       "teamId": "0199a3ec-7f02-7e31-a2b8-51c9d0e7f640",
                     *       "preferredChannel": "phone",
                     *       "preferredWindows": {
                     *         "monday": [
                     *           {
                     *             "from": "18:00",
                     *             "until": "21:00"
                     *           }
                     *         ]
                     *       },
                     *       "timeZone": "Europe/Amsterdam",
                     *       "references": [
                     *         {
                     *           "system": "crm",
                     *           "externalId": "C-104.229"
                     *         }
                     *       ],
                     *       "createdAt": "2026-11-02T08:00:00.000Z",
                     *       "version": 1
                     *     }
                     */
                    "application/json": components["schemas"]["Customer"];
                };
            };
            /** @description - `validation-failed`: The request is not well formed */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `unauthenticated`: Who is asking? */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `forbidden`: The caller may not do this */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `not-found`: There is no such thing here */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `request-timeout`: The request did not arrive in time */
            408: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `already-exists`: This name is taken
             *     - `organisation-not-ready`: There is no team yet
             */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `version-mismatch`: Somebody else changed it in the meantime */
            412: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `payload-too-large`: The body is too large */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `uri-too-long`: The address is too long */
            414: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `unsupported-media-type`: The body is not JSON */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `unprocessable`: The request is well formed, but makes no sense here */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `version-required`: Say which version you change */
            428: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `rate-limited`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `overloaded`: The service cannot answer right now */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCustomerTimeline: {
        parameters: {
            query?: {
                /** @description How many at most. */
                limit?: number;
                /** @description `nextCursor` of the page before. */
                cursor?: string;
            };
            header?: {
                /**
                 * @description The employee for whom the system acts; needs the scope `employees:act`.
                 * @example 0199a3ed-9b10-7c55-b1aa-6d2e8f3a4b12
                 */
                "On-Behalf-Of"?: string;
            };
            path: {
                /** @description The id of the customer. */
                customerId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of a list. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    Link: components["headers"]["Link"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": "0199a3f0-5c1f-7d04-a3b6-8e2c4f6a1b30",
                     *           "at": "2026-11-02T09:12:44.000Z",
                     *           "type": "note.added",
                     *           "caseId": "0199a3f0-5c1e-7b6a-9d3e-0a4f6f1c2b7d",
                     *           "caseSequence": 4,
                     *           "reference": "100048275",
                     *           "actor": {
                     *             "kind": "employee",
                     *             "id": "0199a3ed-9b10-7c55-b1aa-6d2e8f3a4b12",
                     *             "name": "Sanne de Wit"
                     *           },
                     *           "text": "The bank confirms two debits.",
                     *           "data": {
                     *             "noteId": "0199a3f5-2b33-7c10-8f6d-7a9e1c3b5d24"
                     *           }
                     *         }
                     *       ],
                     *       "nextCursor": "WyJfIiwiMDE5OWEzZjAiXQ"
                     *     }
                     */
                    "application/json": components["schemas"]["TimelinePage"];
                };
            };
            /** @description - `validation-failed`: The request is not well formed */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `unauthenticated`: Who is asking? */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `forbidden`: The caller may not do this */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `not-found`: There is no such thing here */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `uri-too-long`: The address is too long */
            414: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `rate-limited`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `overloaded`: The service cannot answer right now */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCustomerByReference: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The employee for whom the system acts; needs the scope `employees:act`.
                 * @example 0199a3ed-9b10-7c55-b1aa-6d2e8f3a4b12
                 */
                "On-Behalf-Of"?: string;
                /**
                 * @description The `ETag` that you have: the answer is 304 if it is still the one.
                 * @example "3"
                 */
                "If-None-Match"?: string;
            };
            path: {
                /** @description A system that knows the customer, such as `crm`. */
                system: string;
                /** @description What that system calls the customer. */
                externalId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Who asks, how to reach them, and the one team that serves them. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0199a3ee-21c4-7d09-8a77-4a1f2e5b9c03",
                     *       "anonymous": false,
                     *       "name": "Mevrouw Dijkstra",
                     *       "kind": "person",
                     *       "phone": "+31612345678",
                     *       "email": "dijkstra@example.org",
                     *       "otherContactPoints": [
                     *         {
                     *           "channel": "letter",
                     *           "address": "Dorpsstraat 1, 1234 AB Ons Dorp",
                     *           "label": "home"
                     *         }
                     *       ],
                     *       "language": "nl",
                     *       "segment": "households",
                     *       "teamId": "0199a3ec-7f02-7e31-a2b8-51c9d0e7f640",
                     *       "preferredChannel": "phone",
                     *       "preferredWindows": {
                     *         "monday": [
                     *           {
                     *             "from": "18:00",
                     *             "until": "21:00"
                     *           }
                     *         ]
                     *       },
                     *       "timeZone": "Europe/Amsterdam",
                     *       "references": [
                     *         {
                     *           "system": "crm",
                     *           "externalId": "C-104.229"
                     *         }
                     *       ],
                     *       "createdAt": "2026-11-02T08:00:00.000Z",
                     *       "version": 1
                     *     }
                     */
                    "application/json": components["schemas"]["Customer"];
                };
            };
            /** @description Still the version that you have. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description - `validation-failed`: The request is not well formed */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `unauthenticated`: Who is asking? */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `forbidden`: The caller may not do this */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `not-found`: There is no such thing here */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `uri-too-long`: The address is too long */
            414: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `rate-limited`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `overloaded`: The service cannot answer right now */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putCustomerByReference: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The employee for whom the system acts; needs the scope `employees:act`.
                 * @example 0199a3ed-9b10-7c55-b1aa-6d2e8f3a4b12
                 */
                "On-Behalf-Of"?: string;
                /**
                 * @description The `ETag` of the version that you change: the answer is 412 if it is no longer the one. Left out: any.
                 * @example "3"
                 */
                "If-Match"?: string;
            };
            path: {
                /** @description A system that knows the customer, such as `crm`. */
                system: string;
                /** @description What that system calls the customer. */
                externalId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Mevrouw Dijkstra",
                 *       "phone": "06 12345678",
                 *       "segment": "households"
                 *     }
                 */
                "application/json": components["schemas"]["PutCustomer"];
            };
        };
        responses: {
            /** @description Who asks, how to reach them, and the one team that serves them. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0199a3ee-21c4-7d09-8a77-4a1f2e5b9c03",
                     *       "anonymous": false,
                     *       "name": "Mevrouw Dijkstra",
                     *       "kind": "person",
                     *       "phone": "+31612345678",
                     *       "email": "dijkstra@example.org",
                     *       "otherContactPoints": [
                     *         {
                     *           "channel": "letter",
                     *           "address": "Dorpsstraat 1, 1234 AB Ons Dorp",
                     *           "label": "home"
                     *         }
                     *       ],
                     *       "language": "nl",
                     *       "segment": "households",
                     *       "teamId": "0199a3ec-7f02-7e31-a2b8-51c9d0e7f640",
                     *       "preferredChannel": "phone",
                     *       "preferredWindows": {
                     *         "monday": [
                     *           {
                     *             "from": "18:00",
                     *             "until": "21:00"
                     *           }
                     *         ]
                     *       },
                     *       "timeZone": "Europe/Amsterdam",
                     *       "references": [
                     *         {
                     *           "system": "crm",
                     *           "externalId": "C-104.229"
                     *         }
                     *       ],
                     *       "createdAt": "2026-11-02T08:00:00.000Z",
                     *       "version": 1
                     *     }
                     */
                    "application/json": components["schemas"]["Customer"];
                };
            };
            /** @description Who asks, how to reach them, and the one team that serves them. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0199a3ee-21c4-7d09-8a77-4a1f2e5b9c03",
                     *       "anonymous": false,
                     *       "name": "Mevrouw Dijkstra",
                     *       "kind": "person",
                     *       "phone": "+31612345678",
                     *       "email": "dijkstra@example.org",
                     *       "otherContactPoints": [
                     *         {
                     *           "channel": "letter",
                     *           "address": "Dorpsstraat 1, 1234 AB Ons Dorp",
                     *           "label": "home"
                     *         }
                     *       ],
                     *       "language": "nl",
                     *       "segment": "households",
                     *       "teamId": "0199a3ec-7f02-7e31-a2b8-51c9d0e7f640",
                     *       "preferredChannel": "phone",
                     *       "preferredWindows": {
                     *         "monday": [
                     *           {
                     *             "from": "18:00",
                     *             "until": "21:00"
                     *           }
                     *         ]
                     *       },
                     *       "timeZone": "Europe/Amsterdam",
                     *       "references": [
                     *         {
                     *           "system": "crm",
                     *           "externalId": "C-104.229"
                     *         }
                     *       ],
                     *       "createdAt": "2026-11-02T08:00:00.000Z",
                     *       "version": 1
                     *     }
                     */
                    "application/json": components["schemas"]["Customer"];
                };
            };
            /** @description - `validation-failed`: The request is not well formed */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `unauthenticated`: Who is asking? */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `forbidden`: The caller may not do this */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `request-timeout`: The request did not arrive in time */
            408: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `already-exists`: This name is taken
             *     - `organisation-not-ready`: There is no team yet
             */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `version-mismatch`: Somebody else changed it in the meantime */
            412: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `payload-too-large`: The body is too large */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `uri-too-long`: The address is too long */
            414: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `unsupported-media-type`: The body is not JSON */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `unprocessable`: The request is well formed, but makes no sense here */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `rate-limited`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `overloaded`: The service cannot answer right now */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listFacts: {
        parameters: {
            query?: {
                /** @description How many at most. */
                limit?: number;
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                /** @description True: also what no longer matters. */
                all?: boolean;
            };
            header?: {
                /**
                 * @description The employee for whom the system acts; needs the scope `employees:act`.
                 * @example 0199a3ed-9b10-7c55-b1aa-6d2e8f3a4b12
                 */
                "On-Behalf-Of"?: string;
            };
            path: {
                /** @description The id of the customer. */
                customerId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of a list. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    Link: components["headers"]["Link"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": "0199a3f1-02d4-7e19-b4c0-8a3d5f6e7b21",
                     *           "text": "Hard of hearing: speak slowly, and confirm by letter.",
                     *           "until": null,
                     *           "recordedBy": {
                     *             "kind": "employee",
                     *             "id": "0199a3ed-9b10-7c55-b1aa-6d2e8f3a4b12"
                     *           },
                     *           "recordedAt": "2026-11-02T09:12:44.000Z"
                     *         }
                     *       ],
                     *       "nextCursor": "WyJfIiwiMDE5OWEzZjAiXQ"
                     *     }
                     */
                    "application/json": components["schemas"]["FactPage"];
                };
            };
            /** @description - `validation-failed`: The request is not well formed */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `unauthenticated`: Who is asking? */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `forbidden`: The caller may not do this */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `not-found`: There is no such thing here */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `uri-too-long`: The address is too long */
            414: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `rate-limited`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `overloaded`: The service cannot answer right now */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    recordFact: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The employee for whom the system acts; needs the scope `employees:act`.
                 * @example 0199a3ed-9b10-7c55-b1aa-6d2e8f3a4b12
                 */
                "On-Behalf-Of"?: string;
                /**
                 * @description Makes it safe to send again: the first answer is replayed for 24 hours.
                 * @example 6f0b1a52-9c1d-4f7e-8a35-0d2c6b1e9f11
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The id of the customer. */
                customerId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "text": "Is moving house; call the mobile number.",
                 *       "until": "2026-12-31"
                 *     }
                 */
                "application/json": components["schemas"]["NewFact"];
            };
        };
        responses: {
            /** @description Something worth knowing about a customer, so that nobody has to ask twice. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0199a3f1-02d4-7e19-b4c0-8a3d5f6e7b21",
                     *       "text": "Hard of hearing: speak slowly, and confirm by letter.",
                     *       "until": null,
                     *       "recordedBy": {
                     *         "kind": "employee",
                     *         "id": "0199a3ed-9b10-7c55-b1aa-6d2e8f3a4b12"
                     *       },
                     *       "recordedAt": "2026-11-02T09:12:44.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Fact"];
                };
            };
            /** @description - `validation-failed`: The request is not well formed */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `unauthenticated`: Who is asking? */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `forbidden`: The caller may not do this */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `not-found`: There is no such thing here */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `request-timeout`: The request did not arrive in time */
            408: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `idempotency-key-in-use`: The first request with this key is still running */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `payload-too-large`: The body is too large */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `uri-too-long`: The address is too long */
            414: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `unsupported-media-type`: The body is not JSON */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `idempotency-key-reused`: This key belongs to another request */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `rate-limited`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `overloaded`: The service cannot answer right now */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeFact: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The employee for whom the system acts; needs the scope `employees:act`.
                 * @example 0199a3ed-9b10-7c55-b1aa-6d2e8f3a4b12
                 */
                "On-Behalf-Of"?: string;
            };
            path: {
                /** @description The id of the customer. */
                customerId: string;
                /** @description The id of the fact. */
                factId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description - `validation-failed`: The request is not well formed */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `unauthenticated`: Who is asking? */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `forbidden`: The caller may not do this */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `not-found`: There is no such thing here */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `request-timeout`: The request did not arrive in time */
            408: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `payload-too-large`: The body is too large */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `uri-too-long`: The address is too long */
            414: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `unsupported-media-type`: The body is not JSON */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `rate-limited`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `overloaded`: The service cannot answer right now */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listCases: {
        parameters: {
            query?: {
                /** @description How many at most. */
                limit?: number;
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                /** @description Only what has this `status`, or one of several divided by commas. */
                status?: ("open" | "resolved")[];
                /** @description Only what has this `ownerId`, or one of several divided by commas. */
                ownerId?: string[];
                /** @description Only what has this `teamId`, or one of several divided by commas. */
                teamId?: string[];
                /** @description Only what has this `customerId`, or one of several divided by commas. */
                customerId?: string[];
                /** @description Only what has this `aboutEmployeeId`, or one of several divided by commas. */
                aboutEmployeeId?: string[];
                /** @description Only those about the topic with this code, or one of several divided by commas. */
                topic?: string[];
                /** @description Only what has this `origin`, or one of several divided by commas. */
                origin?: ("question" | "outreach" | "recovery")[];
                /** @description Only what has this `channel`, or one of several divided by commas. */
                channel?: ("phone" | "email" | "chat" | "visit" | "letter" | "web")[];
                /** @description Only those that were resolved with this outcome, or one of several divided by commas. */
                outcome?: ("answered" | "fixed" | "unreachable" | "withdrawn" | "duplicate" | "notAQuestion")[];
                /** @description Only those with this tag, or one of several divided by commas. */
                tag?: string[];
                /** @description Only what has this `reference`, or one of several divided by commas. */
                reference?: string[];
                /** @description True: only those whose callback is past its window; false: only the others. */
                overdue?: boolean;
                /** @description True: only those with chases; false: only those without. */
                chased?: boolean;
                /** @description Only those with an `openedAt` later than this. */
                openedAfter?: string;
                /** @description Only those with an `openedAt` earlier than this. */
                openedBefore?: string;
                /** @description Only those with an `resolvedAt` later than this. */
                resolvedAfter?: string;
                /** @description Only those with an `resolvedAt` earlier than this. */
                resolvedBefore?: string;
                /** @description Only those whose callback has its `until` later than this. */
                dueAfter?: string;
                /** @description Only those whose callback has its `until` earlier than this. */
                dueBefore?: string;
                /** @description Words to search for; each must begin a word of what is found. */
                q?: string;
            };
            header?: {
                /**
                 * @description The employee for whom the system acts; needs the scope `employees:act`.
                 * @example 0199a3ed-9b10-7c55-b1aa-6d2e8f3a4b12
                 */
                "On-Behalf-Of"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of a list. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    Link: components["headers"]["Link"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": "0199a3f0-5c1e-7b6a-9d3e-0a4f6f1c2b7d",
                     *           "reference": "100048275",
                     *           "status": "open",
                     *           "customer": {
                     *             "id": "0199a3ee-21c4-7d09-8a77-4a1f2e5b9c03",
                     *             "name": "Mevrouw Dijkstra"
                     *           },
                     *           "owner": {
                     *             "id": "0199a3ed-9b10-7c55-b1aa-6d2e8f3a4b12",
                     *             "name": "Sanne de Wit",
                     *             "extension": "204"
                     *           },
                     *           "standIn": null,
                     *           "teamId": "0199a3ec-7f02-7e31-a2b8-51c9d0e7f640",
                     *           "topic": {
                     *             "code": "invoice",
                     *             "name": "Invoice"
                     *           },
                     *           "subject": "Charged twice in October",
                     *           "question": "My October bill was taken from my account twice. Can one be paid back?",
                     *           "tags": [
                     *             "direct-debit"
                     *           ],
                     *           "origin": "question",
                     *           "channel": "phone",
                     *           "openedBy": {
                     *             "kind": "employee",
                     *             "id": "0199a3ed-9b10-7c55-b1aa-6d2e8f3a4b12"
                     *           },
                     *           "assignment": {
                     *             "reason": "taken"
                     *           },
                     *           "callback": {
                     *             "id": "0199a3f0-5c1e-7b6a-9d3e-15d3a7c94e88",
                     *             "channel": "phone",
                     *             "to": "+31612345678",
                     *             "from": "2026-11-02T13:00:00.000Z",
                     *             "until": "2026-11-02T14:00:00.000Z",
                     *             "state": "open",
                     *             "yielded": null,
                     *             "overdue": false,
                     *             "attempts": 0,
                     *             "nextTryAt": null,
                     *             "version": 1
                     *           },
                     *           "resolution": null,
                     *           "chases": 0,
                     *           "openedAt": "2026-11-02T09:12:44.000Z",
                     *           "resolvedAt": null,
                     *           "aboutEmployeeId": null,
                     *           "version": 3
                     *         }
                     *       ],
                     *       "nextCursor": "WyJfIiwiMDE5OWEzZjAiXQ"
                     *     }
                     */
                    "application/json": components["schemas"]["CasePage"];
                };
            };
            /** @description - `validation-failed`: The request is not well formed */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `unauthenticated`: Who is asking? */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `forbidden`: The caller may not do this */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `uri-too-long`: The address is too long */
            414: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `rate-limited`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `overloaded`: The service cannot answer right now */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    openCase: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The employee for whom the system acts; needs the scope `employees:act`.
                 * @example 0199a3ed-9b10-7c55-b1aa-6d2e8f3a4b12
                 */
                "On-Behalf-Of"?: string;
                /**
                 * @description Makes it safe to send again: the first answer is replayed for 24 hours.
                 * @example 6f0b1a52-9c1d-4f7e-8a35-0d2c6b1e9f11
                 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "customerId": "0199a3ee-21c4-7d09-8a77-4a1f2e5b9c03",
                 *       "topic": "invoice",
                 *       "subject": "Charged twice in October",
                 *       "question": "My October bill was taken from my account twice. Can one be paid back?",
                 *       "channel": "phone",
                 *       "callback": {
                 *         "from": "2026-11-02T13:00:00.000Z",
                 *         "until": "2026-11-02T14:00:00.000Z"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["OpenCase"];
            };
        };
        responses: {
            /** @description A case that was opened just now. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0199a3f0-5c1e-7b6a-9d3e-0a4f6f1c2b7d",
                     *       "reference": "100048275",
                     *       "status": "open",
                     *       "customer": {
                     *         "id": "0199a3ee-21c4-7d09-8a77-4a1f2e5b9c03",
                     *         "name": "Mevrouw Dijkstra"
                     *       },
                     *       "owner": {
                     *         "id": "0199a3ed-9b10-7c55-b1aa-6d2e8f3a4b12",
                     *         "name": "Sanne de Wit",
                     *         "extension": "204"
                     *       },
                     *       "standIn": null,
                     *       "teamId": "0199a3ec-7f02-7e31-a2b8-51c9d0e7f640",
                     *       "topic": {
                     *         "code": "invoice",
                     *         "name": "Invoice"
                     *       },
                     *       "subject": "Charged twice in October",
                     *       "question": "My October bill was taken from my account twice. Can one be paid back?",
                     *       "tags": [
                     *         "direct-debit"
                     *       ],
                     *       "origin": "question",
                     *       "channel": "phone",
                     *       "openedBy": {
                     *         "kind": "employee",
                     *         "id": "0199a3ed-9b10-7c55-b1aa-6d2e8f3a4b12"
                     *       },
                     *       "assignment": {
                     *         "reason": "taken"
                     *       },
                     *       "callback": {
                     *         "id": "0199a3f0-5c1e-7b6a-9d3e-15d3a7c94e88",
                     *         "channel": "phone",
                     *         "to": "+31612345678",
                     *         "from": "2026-11-02T13:00:00.000Z",
                     *         "until": "2026-11-02T14:00:00.000Z",
                     *         "state": "open",
                     *         "yielded": null,
                     *         "overdue": false,
                     *         "attempts": 0,
                     *         "nextTryAt": null,
                     *         "version": 1
                     *       },
                     *       "resolution": null,
                     *       "chases": 0,
                     *       "openedAt": "2026-11-02T09:12:44.000Z",
                     *       "resolvedAt": null,
                     *       "aboutEmployeeId": null,
                     *       "version": 3,
                     *       "related": []
                     *     }
                     */
                    "application/json": components["schemas"]["OpenedCase"];
                };
            };
            /** @description - `validation-failed`: The request is not well formed */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `unauthenticated`: Who is asking? */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `forbidden`: The caller may not do this */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `request-timeout`: The request did not arrive in time */
            408: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `organisation-not-ready`: There is no team yet
             *     - `already-exists`: This name is taken
             *     - `idempotency-key-in-use`: The first request with this key is still running
             */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `payload-too-large`: The body is too large */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `uri-too-long`: The address is too long */
            414: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `unsupported-media-type`: The body is not JSON */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `customer-not-told`: The customer has not been told
             *     - `outside-opening-hours`: Nobody can keep a promise then
             *     - `beyond-callback-horizon`: That is too far away to promise
             *     - `slot-full`: The owner has promised enough for this hour
             *     - `unprocessable`: The request is well formed, but makes no sense here
             *     - `idempotency-key-reused`: This key belongs to another request
             */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `rate-limited`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `overloaded`: The service cannot answer right now */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCase: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The employee for whom the system acts; needs the scope `employees:act`.
                 * @example 0199a3ed-9b10-7c55-b1aa-6d2e8f3a4b12
                 */
                "On-Behalf-Of"?: string;
                /**
                 * @description The `ETag` that you have: the answer is 304 if it is still the one.
                 * @example "3"
                 */
                "If-None-Match"?: string;
            };
            path: {
                /** @description The id of the case. */
                caseId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One customer question, with one owner and a promise. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0199a3f0-5c1e-7b6a-9d3e-0a4f6f1c2b7d",
                     *       "reference": "100048275",
                     *       "status": "open",
                     *       "customer": {
                     *         "id": "0199a3ee-21c4-7d09-8a77-4a1f2e5b9c03",
                     *         "name": "Mevrouw Dijkstra"
                     *       },
                     *       "owner": {
                     *         "id": "0199a3ed-9b10-7c55-b1aa-6d2e8f3a4b12",
                     *         "name": "Sanne de Wit",
                     *         "extension": "204"
                     *       },
                     *       "standIn": null,
                     *       "teamId": "0199a3ec-7f02-7e31-a2b8-51c9d0e7f640",
                     *       "topic": {
                     *         "code": "invoice",
                     *         "name": "Invoice"
                     *       },
                     *       "subject": "Charged twice in October",
                     *       "question": "My October bill was taken from my account twice. Can one be paid back?",
                     *       "tags": [
                     *         "direct-debit"
                     *       ],
                     *       "origin": "question",
                     *       "channel": "phone",
                     *       "openedBy": {
                     *         "kind": "employee",
                     *         "id": "0199a3ed-9b10-7c55-b1aa-6d2e8f3a4b12"
                     *       },
                     *       "assignment": {
                     *         "reason": "taken"
                     *       },
                     *       "callback": {
                     *         "id": "0199a3f0-5c1e-7b6a-9d3e-15d3a7c94e88",
                     *         "channel": "phone",
                     *         "to": "+31612345678",
                     *         "from": "2026-11-02T13:00:00.000Z",
                     *         "until": "2026-11-02T14:00:00.000Z",
                     *         "state": "open",
                     *         "yielded": null,
                     *         "overdue": false,
                     *         "attempts": 0,
                     *         "nextTryAt": null,
                     *         "version": 1
                     *       },
                     *       "resolution": null,
                     *       "chases": 0,
                     *       "openedAt": "2026-11-02T09:12:44.000Z",
                     *       "resolvedAt": null,
                     *       "aboutEmployeeId": null,
                     *       "version": 3
                     *     }
                     */
                    "application/json": components["schemas"]["Case"];
                };
            };
            /** @description Still the version that you have. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description - `validation-failed`: The request is not well formed */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `unauthenticated`: Who is asking? */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `forbidden`: The caller may not do this */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `not-found`: There is no such thing here */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `uri-too-long`: The address is too long */
            414: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `rate-limited`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `overloaded`: The service cannot answer right now */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeCase: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The employee for whom the system acts; needs the scope `employees:act`.
                 * @example 0199a3ed-9b10-7c55-b1aa-6d2e8f3a4b12
                 */
                "On-Behalf-Of"?: string;
                /**
                 * @description The `ETag` of the version that you change: the answer is 412 if it is no longer the one. `*` stands for any.
                 * @example "3"
                 */
                "If-Match": string;
            };
            path: {
                /** @description The id of the case. */
                caseId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "subject": "Charged twice"
                 *     }
                 */
                "application/json": components["schemas"]["CaseChange"];
            };
        };
        responses: {
            /** @description One customer question, with one owner and a promise. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0199a3f0-5c1e-7b6a-9d3e-0a4f6f1c2b7d",
                     *       "reference": "100048275",
                     *       "status": "open",
                     *       "customer": {
                     *         "id": "0199a3ee-21c4-7d09-8a77-4a1f2e5b9c03",
                     *         "name": "Mevrouw Dijkstra"
                     *       },
                     *       "owner": {
                     *         "id": "0199a3ed-9b10-7c55-b1aa-6d2e8f3a4b12",
                     *         "name": "Sanne de Wit",
                     *         "extension": "204"
                     *       },
                     *       "standIn": null,
                     *       "teamId": "0199a3ec-7f02-7e31-a2b8-51c9d0e7f640",
                     *       "topic": {
                     *         "code": "invoice",
                     *         "name": "Invoice"
                     *       },
                     *       "subject": "Charged twice in October",
                     *       "question": "My October bill was taken from my account twice. Can one be paid back?",
                     *       "tags": [
                     *         "direct-debit"
                     *       ],
                     *       "origin": "question",
                     *       "channel": "phone",
                     *       "openedBy": {
                     *         "kind": "employee",
                     *         "id": "0199a3ed-9b10-7c55-b1aa-6d2e8f3a4b12"
                     *       },
                     *       "assignment": {
                     *         "reason": "taken"
                     *       },
                     *       "callback": {
                     *         "id": "0199a3f0-5c1e-7b6a-9d3e-15d3a7c94e88",
                     *         "channel": "phone",
                     *         "to": "+31612345678",
                     *         "from": "2026-11-02T13:00:00.000Z",
                     *         "until": "2026-11-02T14:00:00.000Z",
                     *         "state": "open",
                     *         "yielded": null,
                     *         "overdue": false,
                     *         "attempts": 0,
                     *         "nextTryAt": null,
                     *         "version": 1
                     *       },
                     *       "resolution": null,
                     *       "chases": 0,
                     *       "openedAt": "2026-11-02T09:12:44.000Z",
                     *       "resolvedAt": null,
                     *       "aboutEmployeeId": null,
                     *       "version": 3
                     *     }
                     */
                    "application/json": components["schemas"]["Case"];
                };
            };
            /** @description - `validation-failed`: The request is not well formed */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `unauthenticated`: Who is asking? */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `forbidden`: The caller may not do this */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `not-found`: There is no such thing here */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `request-timeout`: The request did not arrive in time */
            408: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `owner-is-final`: The owner of a case is final */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `version-mismatch`: Somebody else changed it in the meantime */
            412: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `payload-too-large`: The body is too large */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `uri-too-long`: The address is too long */
            414: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `unsupported-media-type`: The body is not JSON */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `unprocessable`: The request is well formed, but makes no sense here */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `version-required`: Say which version you change */
            428: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `rate-limited`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `overloaded`: The service cannot answer right now */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCaseByReference: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The employee for whom the system acts; needs the scope `employees:act`.
                 * @example 0199a3ed-9b10-7c55-b1aa-6d2e8f3a4b12
                 */
                "On-Behalf-Of"?: string;
                /**
                 * @description The `ETag` that you have: the answer is 304 if it is still the one.
                 * @example "3"
                 */
                "If-None-Match"?: string;
            };
            path: {
                /** @description The number of the case; spaces in it do no harm. */
                reference: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One customer question, with one owner and a promise. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0199a3f0-5c1e-7b6a-9d3e-0a4f6f1c2b7d",
                     *       "reference": "100048275",
                     *       "status": "open",
                     *       "customer": {
                     *         "id": "0199a3ee-21c4-7d09-8a77-4a1f2e5b9c03",
                     *         "name": "Mevrouw Dijkstra"
                     *       },
                     *       "owner": {
                     *         "id": "0199a3ed-9b10-7c55-b1aa-6d2e8f3a4b12",
                     *         "name": "Sanne de Wit",
                     *         "extension": "204"
                     *       },
                     *       "standIn": null,
                     *       "teamId": "0199a3ec-7f02-7e31-a2b8-51c9d0e7f640",
                     *       "topic": {
                     *         "code": "invoice",
                     *         "name": "Invoice"
                     *       },
                     *       "subject": "Charged twice in October",
                     *       "question": "My October bill was taken from my account twice. Can one be paid back?",
                     *       "tags": [
                     *         "direct-debit"
                     *       ],
                     *       "origin": "question",
                     *       "channel": "phone",
                     *       "openedBy": {
                     *         "kind": "employee",
                     *         "id": "0199a3ed-9b10-7c55-b1aa-6d2e8f3a4b12"
                     *       },
                     *       "assignment": {
                     *         "reason": "taken"
                     *       },
                     *       "callback": {
                     *         "id": "0199a3f0-5c1e-7b6a-9d3e-15d3a7c94e88",
                     *         "channel": "phone",
                     *         "to": "+31612345678",
                     *         "from": "2026-11-02T13:00:00.000Z",
                     *         "until": "2026-11-02T14:00:00.000Z",
                     *         "state": "open",
                     *         "yielded": null,
                     *         "overdue": false,
                     *         "attempts": 0,
                     *         "nextTryAt": null,
                     *         "version": 1
                     *       },
                     *       "resolution": null,
                     *       "chases": 0,
                     *       "openedAt": "2026-11-02T09:12:44.000Z",
                     *       "resolvedAt": null,
                     *       "aboutEmployeeId": null,
                     *       "version": 3
                     *     }
                     */
                    "application/json": components["schemas"]["Case"];
                };
            };
            /** @description Still the version that you have. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /**
             * @description - `reference-misread`: A digit of the reference is wrong
             *     - `validation-failed`: The request is not well formed
             */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `unauthenticated`: Who is asking? */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `forbidden`: The caller may not do this */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `not-found`: There is no such thing here */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `uri-too-long`: The address is too long */
            414: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `rate-limited`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `overloaded`: The service cannot answer right now */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    resolveCase: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The employee for whom the system acts; needs the scope `employees:act`.
                 * @example 0199a3ed-9b10-7c55-b1aa-6d2e8f3a4b12
                 */
                "On-Behalf-Of"?: string;
                /**
                 * @description Makes it safe to send again: the first answer is replayed for 24 hours.
                 * @example 6f0b1a52-9c1d-4f7e-8a35-0d2c6b1e9f11
                 */
                "Idempotency-Key"?: string;
                /**
                 * @description The `ETag` of the version that you change: the answer is 412 if it is no longer the one. Left out: any.
                 * @example "3"
                 */
                "If-Match"?: string;
            };
            path: {
                /** @description The id of the case. */
                caseId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "outcome": "answered",
                 *       "summary": "One of the two bills is paid back this week.",
                 *       "contact": {
                 *         "direction": "outbound",
                 *         "channel": "phone"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["Resolve"];
            };
        };
        responses: {
            /** @description One customer question, with one owner and a promise. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0199a3f0-5c1e-7b6a-9d3e-0a4f6f1c2b7d",
                     *       "reference": "100048275",
                     *       "status": "open",
                     *       "customer": {
                     *         "id": "0199a3ee-21c4-7d09-8a77-4a1f2e5b9c03",
                     *         "name": "Mevrouw Dijkstra"
                     *       },
                     *       "owner": {
                     *         "id": "0199a3ed-9b10-7c55-b1aa-6d2e8f3a4b12",
                     *         "name": "Sanne de Wit",
                     *         "extension": "204"
                     *       },
                     *       "standIn": null,
                     *       "teamId": "0199a3ec-7f02-7e31-a2b8-51c9d0e7f640",
                     *       "topic": {
                     *         "code": "invoice",
                     *         "name": "Invoice"
                     *       },
                     *       "subject": "Charged twice in October",
                     *       "question": "My October bill was taken from my account twice. Can one be paid back?",
                     *       "tags": [
                     *         "direct-debit"
                     *       ],
                     *       "origin": "question",
                     *       "channel": "phone",
                     *       "openedBy": {
                     *         "kind": "employee",
                     *         "id": "0199a3ed-9b10-7c55-b1aa-6d2e8f3a4b12"
                     *       },
                     *       "assignment": {
                     *         "reason": "taken"
                     *       },
                     *       "callback": {
                     *         "id": "0199a3f0-5c1e-7b6a-9d3e-15d3a7c94e88",
                     *         "channel": "phone",
                     *         "to": "+31612345678",
                     *         "from": "2026-11-02T13:00:00.000Z",
                     *         "until": "2026-11-02T14:00:00.000Z",
                     *         "state": "open",
                     *         "yielded": null,
                     *         "overdue": false,
                     *         "attempts": 0,
                     *         "nextTryAt": null,
                     *         "version": 1
                     *       },
                     *       "resolution": null,
                     *       "chases": 0,
                     *       "openedAt": "2026-11-02T09:12:44.000Z",
                     *       "resolvedAt": null,
                     *       "aboutEmployeeId": null,
                     *       "version": 3
                     *     }
                     */
                    "application/json": components["schemas"]["Case"];
                };
            };
            /** @description - `validation-failed`: The request is not well formed */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `unauthenticated`: Who is asking? */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `only-the-owner`: Only the owner does this
             *     - `forbidden`: The caller may not do this
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `not-found`: There is no such thing here */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `request-timeout`: The request did not arrive in time */
            408: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `case-is-resolved`: The case is resolved
             *     - `idempotency-key-in-use`: The first request with this key is still running
             */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `version-mismatch`: Somebody else changed it in the meantime */
            412: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `payload-too-large`: The body is too large */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `uri-too-long`: The address is too long */
            414: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `unsupported-media-type`: The body is not JSON */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `customer-not-told`: The customer has not been told
             *     - `not-yet-unreachable`: The customer has not been tried often enough
             *     - `not-a-duplicate`: That is no older open case of this customer
             *     - `is-a-question`: This is a customer’s question
             *     - `unprocessable`: The request is well formed, but makes no sense here
             *     - `idempotency-key-reused`: This key belongs to another request
             */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `rate-limited`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `overloaded`: The service cannot answer right now */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reopenCase: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The employee for whom the system acts; needs the scope `employees:act`.
                 * @example 0199a3ed-9b10-7c55-b1aa-6d2e8f3a4b12
                 */
                "On-Behalf-Of"?: string;
                /**
                 * @description Makes it safe to send again: the first answer is replayed for 24 hours.
                 * @example 6f0b1a52-9c1d-4f7e-8a35-0d2c6b1e9f11
                 */
                "Idempotency-Key"?: string;
                /**
                 * @description The `ETag` of the version that you change: the answer is 412 if it is no longer the one. Left out: any.
                 * @example "3"
                 */
                "If-Match"?: string;
            };
            path: {
                /** @description The id of the case. */
                caseId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "The money did not arrive.",
                 *       "contact": {
                 *         "direction": "inbound",
                 *         "channel": "phone"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["Reopen"];
            };
        };
        responses: {
            /** @description The case as it is now; from outside it, no more than whose it is and what is promised. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0199a3f0-5c1e-7b6a-9d3e-0a4f6f1c2b7d",
                     *       "reference": "100048275",
                     *       "status": "open",
                     *       "customer": {
                     *         "id": "0199a3ee-21c4-7d09-8a77-4a1f2e5b9c03",
                     *         "name": "Mevrouw Dijkstra"
                     *       },
                     *       "owner": {
                     *         "id": "0199a3ed-9b10-7c55-b1aa-6d2e8f3a4b12",
                     *         "name": "Sanne de Wit",
                     *         "extension": "204"
                     *       },
                     *       "standIn": null,
                     *       "teamId": "0199a3ec-7f02-7e31-a2b8-51c9d0e7f640",
                     *       "topic": {
                     *         "code": "invoice",
                     *         "name": "Invoice"
                     *       },
                     *       "subject": "Charged twice in October",
                     *       "question": "My October bill was taken from my account twice. Can one be paid back?",
                     *       "tags": [
                     *         "direct-debit"
                     *       ],
                     *       "origin": "question",
                     *       "channel": "phone",
                     *       "openedBy": {
                     *         "kind": "employee",
                     *         "id": "0199a3ed-9b10-7c55-b1aa-6d2e8f3a4b12"
                     *       },
                     *       "assignment": {
                     *         "reason": "taken"
                     *       },
                     *       "callback": {
                     *         "id": "0199a3f0-5c1e-7b6a-9d3e-15d3a7c94e88",
                     *         "channel": "phone",
                     *         "to": "+31612345678",
                     *         "from": "2026-11-02T13:00:00.000Z",
                     *         "until": "2026-11-02T14:00:00.000Z",
                     *         "state": "open",
                     *         "yielded": null,
                     *         "overdue": false,
                     *         "attempts": 0,
                     *         "nextTryAt": null,
                     *         "version": 1
                     *       },
                     *       "resolution": null,
                     *       "chases": 0,
                     *       "openedAt": "2026-11-02T09:12:44.000Z",
                     *       "resolvedAt": null,
                     *       "aboutEmployeeId": null,
                     *       "version": 3
                     *     }
                     */
                    "application/json": components["schemas"]["ReopenedCase"];
                };
            };
            /** @description - `validation-failed`: The request is not well formed */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `unauthenticated`: Who is asking? */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `only-the-owner`: Only the owner does this
             *     - `forbidden`: The caller may not do this
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `not-found`: There is no such thing here */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `request-timeout`: The request did not arrive in time */
            408: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `owns-open-cases`: This employee owns open cases
             *     - `organisation-not-ready`: There is no team yet
             *     - `case-is-open`: The case is open
             *     - `idempotency-key-in-use`: The first request with this key is still running
             */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `version-mismatch`: Somebody else changed it in the meantime */
            412: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `payload-too-large`: The body is too large */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `uri-too-long`: The address is too long */
            414: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `unsupported-media-type`: The body is not JSON */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `outside-opening-hours`: Nobody can keep a promise then
             *     - `beyond-callback-horizon`: That is too far away to promise
             *     - `slot-full`: The owner has promised enough for this hour
             *     - `unprocessable`: The request is well formed, but makes no sense here
             *     - `idempotency-key-reused`: This key belongs to another request
             */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `rate-limited`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `overloaded`: The service cannot answer right now */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCaseTimeline: {
        parameters: {
            query?: {
                /** @description How many at most. */
                limit?: number;
                /** @description `nextCursor` of the page before. */
                cursor?: string;
            };
            header?: {
                /**
                 * @description The employee for whom the system acts; needs the scope `employees:act`.
                 * @example 0199a3ed-9b10-7c55-b1aa-6d2e8f3a4b12
                 */
                "On-Behalf-Of"?: string;
            };
            path: {
                /** @description The id of the case. */
                caseId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of a list. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    Link: components["headers"]["Link"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": "0199a3f0-5c1f-7d04-a3b6-8e2c4f6a1b30",
                     *           "at": "2026-11-02T09:12:44.000Z",
                     *           "type": "note.added",
                     *           "caseId": "0199a3f0-5c1e-7b6a-9d3e-0a4f6f1c2b7d",
                     *           "caseSequence": 4,
                     *           "reference": "100048275",
                     *           "actor": {
                     *             "kind": "employee",
                     *             "id": "0199a3ed-9b10-7c55-b1aa-6d2e8f3a4b12",
                     *             "name": "Sanne de Wit"
                     *           },
                     *           "text": "The bank confirms two debits.",
                     *           "data": {
                     *             "noteId": "0199a3f5-2b33-7c10-8f6d-7a9e1c3b5d24"
                     *           }
                     *         }
                     *       ],
                     *       "nextCursor": "WyJfIiwiMDE5OWEzZjAiXQ"
                     *     }
                     */
                    "application/json": components["schemas"]["TimelinePage"];
                };
            };
            /** @description - `validation-failed`: The request is not well formed */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `unauthenticated`: Who is asking? */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `forbidden`: The caller may not do this */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `not-found`: There is no such thing here */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `uri-too-long`: The address is too long */
            414: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `rate-limited`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `overloaded`: The service cannot answer right now */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listContacts: {
        parameters: {
            query?: {
                /** @description How many at most. */
                limit?: number;
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                /** @description Only what has this `direction`, or one of several divided by commas. */
                direction?: ("inbound" | "outbound")[];
                /** @description Only what has this `channel`, or one of several divided by commas. */
                channel?: ("phone" | "email" | "chat" | "visit" | "letter" | "web")[];
                /** @description Only what has this `employeeId`, or one of several divided by commas. */
                employeeId?: string[];
            };
            header?: {
                /**
                 * @description The employee for whom the system acts; needs the scope `employees:act`.
                 * @example 0199a3ed-9b10-7c55-b1aa-6d2e8f3a4b12
                 */
                "On-Behalf-Of"?: string;
            };
            path: {
                /** @description The id of the case. */
                caseId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of a list. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    Link: components["headers"]["Link"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": "0199a3f4-0d11-7f5e-9b7c-3e6a8c2d1f40",
                     *           "caseId": "0199a3f0-5c1e-7b6a-9d3e-0a4f6f1c2b7d",
                     *           "direction": "inbound",
                     *           "channel": "phone",
                     *           "outcome": "reached",
                     *           "summary": "Asks when Sanne will call.",
                     *           "at": "2026-11-02T10:30:00.000Z",
                     *           "employeeId": "0199a3ed-a7f4-7b02-9c31-0e5d4f6a7b89",
                     *           "byOwner": false,
                     *           "answered": false,
                     *           "opening": false,
                     *           "participants": [],
                     *           "recordedBy": {
                     *             "kind": "employee",
                     *             "id": "0199a3ed-a7f4-7b02-9c31-0e5d4f6a7b89"
                     *           },
                     *           "recordedAt": "2026-11-02T10:31:05.000Z"
                     *         }
                     *       ],
                     *       "nextCursor": "WyJfIiwiMDE5OWEzZjAiXQ"
                     *     }
                     */
                    "application/json": components["schemas"]["ContactPage"];
                };
            };
            /** @description - `validation-failed`: The request is not well formed */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `unauthenticated`: Who is asking? */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `forbidden`: The caller may not do this */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `not-found`: There is no such thing here */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `uri-too-long`: The address is too long */
            414: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `rate-limited`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `overloaded`: The service cannot answer right now */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    recordContact: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The employee for whom the system acts; needs the scope `employees:act`.
                 * @example 0199a3ed-9b10-7c55-b1aa-6d2e8f3a4b12
                 */
                "On-Behalf-Of"?: string;
                /**
                 * @description Makes it safe to send again: the first answer is replayed for 24 hours.
                 * @example 6f0b1a52-9c1d-4f7e-8a35-0d2c6b1e9f11
                 */
                "Idempotency-Key"?: string;
                /**
                 * @description The `ETag` of the version that you change: the answer is 412 if it is no longer the one. Left out: any.
                 * @example "3"
                 */
                "If-Match"?: string;
            };
            path: {
                /** @description The id of the case. */
                caseId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "direction": "inbound",
                 *       "channel": "phone",
                 *       "summary": "Asks when Sanne will call."
                 *     }
                 */
                "application/json": components["schemas"]["NewContact"];
            };
        };
        responses: {
            /** @description One moment of contact between the customer and an employee. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0199a3f4-0d11-7f5e-9b7c-3e6a8c2d1f40",
                     *       "caseId": "0199a3f0-5c1e-7b6a-9d3e-0a4f6f1c2b7d",
                     *       "direction": "inbound",
                     *       "channel": "phone",
                     *       "outcome": "reached",
                     *       "summary": "Asks when Sanne will call.",
                     *       "at": "2026-11-02T10:30:00.000Z",
                     *       "employeeId": "0199a3ed-a7f4-7b02-9c31-0e5d4f6a7b89",
                     *       "byOwner": false,
                     *       "answered": false,
                     *       "opening": false,
                     *       "participants": [],
                     *       "recordedBy": {
                     *         "kind": "employee",
                     *         "id": "0199a3ed-a7f4-7b02-9c31-0e5d4f6a7b89"
                     *       },
                     *       "recordedAt": "2026-11-02T10:31:05.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Contact"];
                };
            };
            /** @description - `validation-failed`: The request is not well formed */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `unauthenticated`: Who is asking? */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `only-the-owner`: Only the owner does this
             *     - `forbidden`: The caller may not do this
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `not-found`: There is no such thing here */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `request-timeout`: The request did not arrive in time */
            408: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `idempotency-key-in-use`: The first request with this key is still running */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `version-mismatch`: Somebody else changed it in the meantime */
            412: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `payload-too-large`: The body is too large */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `uri-too-long`: The address is too long */
            414: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `unsupported-media-type`: The body is not JSON */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `unprocessable`: The request is well formed, but makes no sense here
             *     - `idempotency-key-reused`: This key belongs to another request
             */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `rate-limited`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `overloaded`: The service cannot answer right now */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listNotes: {
        parameters: {
            query?: {
                /** @description How many at most. */
                limit?: number;
                /** @description `nextCursor` of the page before. */
                cursor?: string;
            };
            header?: {
                /**
                 * @description The employee for whom the system acts; needs the scope `employees:act`.
                 * @example 0199a3ed-9b10-7c55-b1aa-6d2e8f3a4b12
                 */
                "On-Behalf-Of"?: string;
            };
            path: {
                /** @description The id of the case. */
                caseId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of a list. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    Link: components["headers"]["Link"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": "0199a3f5-2b33-7c10-8f6d-7a9e1c3b5d24",
                     *           "caseId": "0199a3f0-5c1e-7b6a-9d3e-0a4f6f1c2b7d",
                     *           "text": "The bank confirms two debits.",
                     *           "author": {
                     *             "kind": "employee",
                     *             "id": "0199a3ed-9b10-7c55-b1aa-6d2e8f3a4b12"
                     *           },
                     *           "at": "2026-11-02T11:02:19.000Z"
                     *         }
                     *       ],
                     *       "nextCursor": "WyJfIiwiMDE5OWEzZjAiXQ"
                     *     }
                     */
                    "application/json": components["schemas"]["NotePage"];
                };
            };
            /** @description - `validation-failed`: The request is not well formed */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `unauthenticated`: Who is asking? */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `forbidden`: The caller may not do this */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `not-found`: There is no such thing here */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `uri-too-long`: The address is too long */
            414: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `rate-limited`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `overloaded`: The service cannot answer right now */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addNote: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The employee for whom the system acts; needs the scope `employees:act`.
                 * @example 0199a3ed-9b10-7c55-b1aa-6d2e8f3a4b12
                 */
                "On-Behalf-Of"?: string;
                /**
                 * @description Makes it safe to send again: the first answer is replayed for 24 hours.
                 * @example 6f0b1a52-9c1d-4f7e-8a35-0d2c6b1e9f11
                 */
                "Idempotency-Key"?: string;
                /**
                 * @description The `ETag` of the version that you change: the answer is 412 if it is no longer the one. Left out: any.
                 * @example "3"
                 */
                "If-Match"?: string;
            };
            path: {
                /** @description The id of the case. */
                caseId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "text": "The bank confirms two debits."
                 *     }
                 */
                "application/json": components["schemas"]["NewNote"];
            };
        };
        responses: {
            /** @description A note on a case, for employees only. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0199a3f5-2b33-7c10-8f6d-7a9e1c3b5d24",
                     *       "caseId": "0199a3f0-5c1e-7b6a-9d3e-0a4f6f1c2b7d",
                     *       "text": "The bank confirms two debits.",
                     *       "author": {
                     *         "kind": "employee",
                     *         "id": "0199a3ed-9b10-7c55-b1aa-6d2e8f3a4b12"
                     *       },
                     *       "at": "2026-11-02T11:02:19.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Note"];
                };
            };
            /** @description - `validation-failed`: The request is not well formed */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `unauthenticated`: Who is asking? */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `forbidden`: The caller may not do this */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `not-found`: There is no such thing here */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `request-timeout`: The request did not arrive in time */
            408: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `idempotency-key-in-use`: The first request with this key is still running */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `version-mismatch`: Somebody else changed it in the meantime */
            412: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `payload-too-large`: The body is too large */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `uri-too-long`: The address is too long */
            414: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `unsupported-media-type`: The body is not JSON */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `idempotency-key-reused`: This key belongs to another request */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `rate-limited`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `overloaded`: The service cannot answer right now */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listCallbacks: {
        parameters: {
            query?: {
                /** @description How many at most. */
                limit?: number;
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                /** @description Only what has this `state`, or one of several divided by commas. */
                state?: ("open" | "kept" | "rescheduled" | "released")[];
                /** @description Only what has this `ownerId`, or one of several divided by commas. */
                ownerId?: string[];
                /** @description Only open ones whose owner is absent now, and for whom this employee stands in. */
                standInId?: string[];
                /** @description Only what has this `teamId`, or one of several divided by commas. */
                teamId?: string[];
                /** @description Only what has this `caseId`, or one of several divided by commas. */
                caseId?: string[];
                /** @description Only what has this `customerId`, or one of several divided by commas. */
                customerId?: string[];
                /** @description Only what has this `channel`, or one of several divided by commas. */
                channel?: ("phone" | "email" | "chat" | "visit" | "letter" | "web" | "pickup")[];
                /** @description True: only open ones past their window; false: only the others. */
                overdue?: boolean;
                /** @description True: only those kept by the customer calling first; false: only the others. */
                customerCalledFirst?: boolean;
                /** @description Only those with a `from` later than this. */
                fromAfter?: string;
                /** @description Only those with a `from` earlier than this. */
                fromBefore?: string;
                /** @description Only those with a `until` later than this. */
                untilAfter?: string;
                /** @description Only those with a `until` earlier than this. */
                untilBefore?: string;
            };
            header?: {
                /**
                 * @description The employee for whom the system acts; needs the scope `employees:act`.
                 * @example 0199a3ed-9b10-7c55-b1aa-6d2e8f3a4b12
                 */
                "On-Behalf-Of"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of a list. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    Link: components["headers"]["Link"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": "0199a3f0-5c1e-7b6a-9d3e-15d3a7c94e88",
                     *           "caseId": "0199a3f0-5c1e-7b6a-9d3e-0a4f6f1c2b7d",
                     *           "reference": "100048275",
                     *           "ownerId": "0199a3ed-9b10-7c55-b1aa-6d2e8f3a4b12",
                     *           "customerId": "0199a3ee-21c4-7d09-8a77-4a1f2e5b9c03",
                     *           "state": "open",
                     *           "channel": "phone",
                     *           "to": "+31612345678",
                     *           "from": "2026-11-02T13:00:00.000Z",
                     *           "until": "2026-11-02T14:00:00.000Z",
                     *           "computed": false,
                     *           "yielded": null,
                     *           "overdue": false,
                     *           "lateBy": null,
                     *           "attempts": 1,
                     *           "nextTryAt": "2026-11-02T15:10:00.000Z",
                     *           "madeAt": "2026-11-02T09:12:44.000Z",
                     *           "closedAt": null,
                     *           "contactId": null,
                     *           "customerCalledFirst": false,
                     *           "replacedBy": null,
                     *           "reason": null,
                     *           "version": 2
                     *         }
                     *       ],
                     *       "nextCursor": "WyJfIiwiMDE5OWEzZjAiXQ"
                     *     }
                     */
                    "application/json": components["schemas"]["CallbackPage"];
                };
            };
            /** @description - `validation-failed`: The request is not well formed */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `unauthenticated`: Who is asking? */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `forbidden`: The caller may not do this */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `uri-too-long`: The address is too long */
            414: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `rate-limited`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `overloaded`: The service cannot answer right now */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCallback: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The employee for whom the system acts; needs the scope `employees:act`.
                 * @example 0199a3ed-9b10-7c55-b1aa-6d2e8f3a4b12
                 */
                "On-Behalf-Of"?: string;
                /**
                 * @description The `ETag` that you have: the answer is 304 if it is still the one.
                 * @example "3"
                 */
                "If-None-Match"?: string;
            };
            path: {
                /** @description The id of the callback. */
                callbackId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A promise with every try at keeping it. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0199a3f0-5c1e-7b6a-9d3e-15d3a7c94e88",
                     *       "caseId": "0199a3f0-5c1e-7b6a-9d3e-0a4f6f1c2b7d",
                     *       "reference": "100048275",
                     *       "ownerId": "0199a3ed-9b10-7c55-b1aa-6d2e8f3a4b12",
                     *       "customerId": "0199a3ee-21c4-7d09-8a77-4a1f2e5b9c03",
                     *       "state": "open",
                     *       "channel": "phone",
                     *       "to": "+31612345678",
                     *       "from": "2026-11-02T13:00:00.000Z",
                     *       "until": "2026-11-02T14:00:00.000Z",
                     *       "computed": false,
                     *       "yielded": null,
                     *       "overdue": false,
                     *       "lateBy": null,
                     *       "attempts": 1,
                     *       "nextTryAt": "2026-11-02T15:10:00.000Z",
                     *       "madeAt": "2026-11-02T09:12:44.000Z",
                     *       "closedAt": null,
                     *       "contactId": null,
                     *       "customerCalledFirst": false,
                     *       "replacedBy": null,
                     *       "reason": null,
                     *       "version": 2,
                     *       "history": [
                     *         {
                     *           "id": "0199a3f9-7a55-7e02-9c44-2d1b3f5a7c68",
                     *           "callbackId": "0199a3f0-5c1e-7b6a-9d3e-15d3a7c94e88",
                     *           "outcome": "no-answer",
                     *           "at": "2026-11-02T13:10:00.000Z",
                     *           "summary": null,
                     *           "contactId": null,
                     *           "employeeId": "0199a3ed-9b10-7c55-b1aa-6d2e8f3a4b12"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["CallbackWithAttempts"];
                };
            };
            /** @description Still the version that you have. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description - `validation-failed`: The request is not well formed */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `unauthenticated`: Who is asking? */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `forbidden`: The caller may not do this */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `not-found`: There is no such thing here */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `uri-too-long`: The address is too long */
            414: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `rate-limited`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `overloaded`: The service cannot answer right now */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listCallbackSlots: {
        parameters: {
            query?: {
                /** @description Slots from this moment on; left out, and where it is past: from now. */
                from?: string;
                /** @description Slots before this moment, at most 31 days after `from`; left out: up to the horizon. */
                until?: string;
                /** @description How long the window is to be, PT15M to PT2H; left out: PT1H. */
                duration?: string;
            };
            header?: {
                /**
                 * @description The employee for whom the system acts; needs the scope `employees:act`.
                 * @example 0199a3ed-9b10-7c55-b1aa-6d2e8f3a4b12
                 */
                "On-Behalf-Of"?: string;
            };
            path: {
                /** @description The id of the case. */
                caseId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The windows that the owner of a case can promise, in order. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    Link: components["headers"]["Link"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "owner": {
                     *         "id": "0199a3ed-9b10-7c55-b1aa-6d2e8f3a4b12",
                     *         "name": "Sanne de Wit",
                     *         "extension": "204"
                     *       },
                     *       "data": [
                     *         {
                     *           "from": "2026-11-02T13:00:00.000Z",
                     *           "until": "2026-11-02T14:00:00.000Z",
                     *           "free": 3
                     *         }
                     *       ],
                     *       "nextCursor": null
                     *     }
                     */
                    "application/json": components["schemas"]["CallbackSlots"];
                };
            };
            /** @description - `validation-failed`: The request is not well formed */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `unauthenticated`: Who is asking? */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `forbidden`: The caller may not do this */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `not-found`: There is no such thing here */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `uri-too-long`: The address is too long */
            414: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `rate-limited`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `overloaded`: The service cannot answer right now */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    attemptCallback: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The employee for whom the system acts; needs the scope `employees:act`.
                 * @example 0199a3ed-9b10-7c55-b1aa-6d2e8f3a4b12
                 */
                "On-Behalf-Of"?: string;
                /**
                 * @description Makes it safe to send again: the first answer is replayed for 24 hours.
                 * @example 6f0b1a52-9c1d-4f7e-8a35-0d2c6b1e9f11
                 */
                "Idempotency-Key"?: string;
                /**
                 * @description The `ETag` of the version that you change: the answer is 412 if it is no longer the one. Left out: any.
                 * @example "3"
                 */
                "If-Match"?: string;
            };
            path: {
                /** @description The id of the callback. */
                callbackId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "outcome": "reached",
                 *       "summary": "Paid back this week.",
                 *       "then": {
                 *         "resolve": {
                 *           "outcome": "answered"
                 *         }
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["NewAttempt"];
            };
        };
        responses: {
            /** @description One try at keeping a callback, and the case after it. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0199a3f9-7a55-7e02-9c44-2d1b3f5a7c68",
                     *       "callbackId": "0199a3f0-5c1e-7b6a-9d3e-15d3a7c94e88",
                     *       "outcome": "no-answer",
                     *       "at": "2026-11-02T13:10:00.000Z",
                     *       "summary": null,
                     *       "contactId": null,
                     *       "employeeId": "0199a3ed-9b10-7c55-b1aa-6d2e8f3a4b12",
                     *       "case": {
                     *         "id": "0199a3f0-5c1e-7b6a-9d3e-0a4f6f1c2b7d",
                     *         "reference": "100048275",
                     *         "status": "open",
                     *         "customer": {
                     *           "id": "0199a3ee-21c4-7d09-8a77-4a1f2e5b9c03",
                     *           "name": "Mevrouw Dijkstra"
                     *         },
                     *         "owner": {
                     *           "id": "0199a3ed-9b10-7c55-b1aa-6d2e8f3a4b12",
                     *           "name": "Sanne de Wit",
                     *           "extension": "204"
                     *         },
                     *         "standIn": null,
                     *         "teamId": "0199a3ec-7f02-7e31-a2b8-51c9d0e7f640",
                     *         "topic": {
                     *           "code": "invoice",
                     *           "name": "Invoice"
                     *         },
                     *         "subject": "Charged twice in October",
                     *         "question": "My October bill was taken from my account twice. Can one be paid back?",
                     *         "tags": [
                     *           "direct-debit"
                     *         ],
                     *         "origin": "question",
                     *         "channel": "phone",
                     *         "openedBy": {
                     *           "kind": "employee",
                     *           "id": "0199a3ed-9b10-7c55-b1aa-6d2e8f3a4b12"
                     *         },
                     *         "assignment": {
                     *           "reason": "taken"
                     *         },
                     *         "callback": {
                     *           "id": "0199a3f0-5c1e-7b6a-9d3e-15d3a7c94e88",
                     *           "channel": "phone",
                     *           "to": "+31612345678",
                     *           "from": "2026-11-02T13:00:00.000Z",
                     *           "until": "2026-11-02T14:00:00.000Z",
                     *           "state": "open",
                     *           "yielded": null,
                     *           "overdue": false,
                     *           "attempts": 0,
                     *           "nextTryAt": null,
                     *           "version": 1
                     *         },
                     *         "resolution": null,
                     *         "chases": 0,
                     *         "openedAt": "2026-11-02T09:12:44.000Z",
                     *         "resolvedAt": null,
                     *         "aboutEmployeeId": null,
                     *         "version": 3
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["Attempt"];
                };
            };
            /** @description - `validation-failed`: The request is not well formed */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `unauthenticated`: Who is asking? */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `only-the-owner`: Only the owner does this
             *     - `forbidden`: The caller may not do this
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `not-found`: There is no such thing here */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `request-timeout`: The request did not arrive in time */
            408: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `callback-is-closed`: The callback has ended
             *     - `idempotency-key-in-use`: The first request with this key is still running
             */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `version-mismatch`: Somebody else changed it in the meantime */
            412: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `payload-too-large`: The body is too large */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `uri-too-long`: The address is too long */
            414: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `unsupported-media-type`: The body is not JSON */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `outside-opening-hours`: Nobody can keep a promise then
             *     - `beyond-callback-horizon`: That is too far away to promise
             *     - `slot-full`: The owner has promised enough for this hour
             *     - `unprocessable`: The request is well formed, but makes no sense here
             *     - `idempotency-key-reused`: This key belongs to another request
             */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `rate-limited`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `overloaded`: The service cannot answer right now */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    rescheduleCallback: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The employee for whom the system acts; needs the scope `employees:act`.
                 * @example 0199a3ed-9b10-7c55-b1aa-6d2e8f3a4b12
                 */
                "On-Behalf-Of"?: string;
                /**
                 * @description Makes it safe to send again: the first answer is replayed for 24 hours.
                 * @example 6f0b1a52-9c1d-4f7e-8a35-0d2c6b1e9f11
                 */
                "Idempotency-Key"?: string;
                /**
                 * @description The `ETag` of the version that you change: the answer is 412 if it is no longer the one. Left out: any.
                 * @example "3"
                 */
                "If-Match"?: string;
            };
            path: {
                /** @description The id of the callback. */
                callbackId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "from": "2026-11-03T13:00:00Z",
                 *       "until": "2026-11-03T14:00:00Z",
                 *       "reason": "The bank answers tomorrow.",
                 *       "contact": {
                 *         "direction": "outbound",
                 *         "channel": "phone"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["Reschedule"];
            };
        };
        responses: {
            /** @description A promise to come back to the customer within a window. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0199a3f0-5c1e-7b6a-9d3e-15d3a7c94e88",
                     *       "caseId": "0199a3f0-5c1e-7b6a-9d3e-0a4f6f1c2b7d",
                     *       "reference": "100048275",
                     *       "ownerId": "0199a3ed-9b10-7c55-b1aa-6d2e8f3a4b12",
                     *       "customerId": "0199a3ee-21c4-7d09-8a77-4a1f2e5b9c03",
                     *       "state": "open",
                     *       "channel": "phone",
                     *       "to": "+31612345678",
                     *       "from": "2026-11-02T13:00:00.000Z",
                     *       "until": "2026-11-02T14:00:00.000Z",
                     *       "computed": false,
                     *       "yielded": null,
                     *       "overdue": false,
                     *       "lateBy": null,
                     *       "attempts": 1,
                     *       "nextTryAt": "2026-11-02T15:10:00.000Z",
                     *       "madeAt": "2026-11-02T09:12:44.000Z",
                     *       "closedAt": null,
                     *       "contactId": null,
                     *       "customerCalledFirst": false,
                     *       "replacedBy": null,
                     *       "reason": null,
                     *       "version": 2
                     *     }
                     */
                    "application/json": components["schemas"]["Callback"];
                };
            };
            /** @description - `validation-failed`: The request is not well formed */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `unauthenticated`: Who is asking? */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `only-the-owner`: Only the owner does this
             *     - `forbidden`: The caller may not do this
             */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `not-found`: There is no such thing here */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `request-timeout`: The request did not arrive in time */
            408: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `callback-is-closed`: The callback has ended
             *     - `idempotency-key-in-use`: The first request with this key is still running
             */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `version-mismatch`: Somebody else changed it in the meantime */
            412: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `payload-too-large`: The body is too large */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `uri-too-long`: The address is too long */
            414: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `unsupported-media-type`: The body is not JSON */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `customer-not-told`: The customer has not been told
             *     - `outside-opening-hours`: Nobody can keep a promise then
             *     - `beyond-callback-horizon`: That is too far away to promise
             *     - `slot-full`: The owner has promised enough for this hour
             *     - `unprocessable`: The request is well formed, but makes no sense here
             *     - `idempotency-key-reused`: This key belongs to another request
             */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `rate-limited`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `overloaded`: The service cannot answer right now */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listSuccessions: {
        parameters: {
            query?: {
                /** @description How many at most. */
                limit?: number;
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                /** @description Only what has this `cause`, or one of several divided by commas. */
                cause?: ("departure" | "customerChoice" | "safety")[];
                /** @description Only what has this `caseId`, or one of several divided by commas. */
                caseId?: string[];
                /** @description Only what has this `fromOwnerId`, or one of several divided by commas. */
                fromOwnerId?: string[];
                /** @description Only what has this `toOwnerId`, or one of several divided by commas. */
                toOwnerId?: string[];
                /** @description True: those that wait for a second person. */
                waiting?: boolean;
            };
            header?: {
                /**
                 * @description The employee for whom the system acts; needs the scope `employees:act`.
                 * @example 0199a3ed-9b10-7c55-b1aa-6d2e8f3a4b12
                 */
                "On-Behalf-Of"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of a list. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    Link: components["headers"]["Link"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": "0199a3f8-2b7e-7c14-8d05-6f1e3a9c7b20",
                     *           "caseId": "0199a3f0-5c1e-7b6a-9d3e-0a4f6f1c2b7d",
                     *           "reference": "100048275",
                     *           "cause": "customerChoice",
                     *           "fromOwnerId": "0199a3ed-9b10-7c55-b1aa-6d2e8f3a4b12",
                     *           "toOwnerId": "0199a3ed-a7f4-7b02-9c31-0e5d4f6a7b89",
                     *           "reason": "Would like to speak with somebody else.",
                     *           "contactId": "0199a3f4-0d11-7f5e-9b7c-3e6a8c2d1f40",
                     *           "reportedBy": "0199a3ed-a7f4-7b02-9c31-0e5d4f6a7b89",
                     *           "confirmedBy": null,
                     *           "requestedAt": "2026-11-02T10:40:00.000Z",
                     *           "completedAt": "2026-11-02T10:40:00.000Z",
                     *           "version": 1
                     *         }
                     *       ],
                     *       "nextCursor": "WyJfIiwiMDE5OWEzZjAiXQ"
                     *     }
                     */
                    "application/json": components["schemas"]["SuccessionPage"];
                };
            };
            /** @description - `validation-failed`: The request is not well formed */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `unauthenticated`: Who is asking? */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `forbidden`: The caller may not do this */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `uri-too-long`: The address is too long */
            414: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `rate-limited`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `overloaded`: The service cannot answer right now */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSuccession: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The employee for whom the system acts; needs the scope `employees:act`.
                 * @example 0199a3ed-9b10-7c55-b1aa-6d2e8f3a4b12
                 */
                "On-Behalf-Of"?: string;
                /**
                 * @description The `ETag` that you have: the answer is 304 if it is still the one.
                 * @example "3"
                 */
                "If-None-Match"?: string;
            };
            path: {
                /** @description The id of the succession. */
                successionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How a case gets another owner, and for which fact. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0199a3f8-2b7e-7c14-8d05-6f1e3a9c7b20",
                     *       "caseId": "0199a3f0-5c1e-7b6a-9d3e-0a4f6f1c2b7d",
                     *       "reference": "100048275",
                     *       "cause": "customerChoice",
                     *       "fromOwnerId": "0199a3ed-9b10-7c55-b1aa-6d2e8f3a4b12",
                     *       "toOwnerId": "0199a3ed-a7f4-7b02-9c31-0e5d4f6a7b89",
                     *       "reason": "Would like to speak with somebody else.",
                     *       "contactId": "0199a3f4-0d11-7f5e-9b7c-3e6a8c2d1f40",
                     *       "reportedBy": "0199a3ed-a7f4-7b02-9c31-0e5d4f6a7b89",
                     *       "confirmedBy": null,
                     *       "requestedAt": "2026-11-02T10:40:00.000Z",
                     *       "completedAt": "2026-11-02T10:40:00.000Z",
                     *       "version": 1
                     *     }
                     */
                    "application/json": components["schemas"]["Succession"];
                };
            };
            /** @description Still the version that you have. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description - `validation-failed`: The request is not well formed */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `unauthenticated`: Who is asking? */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `forbidden`: The caller may not do this */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `not-found`: There is no such thing here */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `uri-too-long`: The address is too long */
            414: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `rate-limited`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `overloaded`: The service cannot answer right now */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    requestSuccession: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The employee for whom the system acts; needs the scope `employees:act`.
                 * @example 0199a3ed-9b10-7c55-b1aa-6d2e8f3a4b12
                 */
                "On-Behalf-Of"?: string;
                /**
                 * @description Makes it safe to send again: the first answer is replayed for 24 hours.
                 * @example 6f0b1a52-9c1d-4f7e-8a35-0d2c6b1e9f11
                 */
                "Idempotency-Key"?: string;
                /**
                 * @description The `ETag` of the version that you change: the answer is 412 if it is no longer the one. Left out: any.
                 * @example "3"
                 */
                "If-Match"?: string;
            };
            path: {
                /** @description The id of the case. */
                caseId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "cause": "customerChoice",
                 *       "contactId": "0199a3f4-0d11-7f5e-9b7c-3e6a8c2d1f40",
                 *       "reason": "Would like to speak with somebody else."
                 *     }
                 */
                "application/json": components["schemas"]["NewSuccession"];
            };
        };
        responses: {
            /** @description How a case gets another owner, and for which fact. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0199a3f8-2b7e-7c14-8d05-6f1e3a9c7b20",
                     *       "caseId": "0199a3f0-5c1e-7b6a-9d3e-0a4f6f1c2b7d",
                     *       "reference": "100048275",
                     *       "cause": "customerChoice",
                     *       "fromOwnerId": "0199a3ed-9b10-7c55-b1aa-6d2e8f3a4b12",
                     *       "toOwnerId": "0199a3ed-a7f4-7b02-9c31-0e5d4f6a7b89",
                     *       "reason": "Would like to speak with somebody else.",
                     *       "contactId": "0199a3f4-0d11-7f5e-9b7c-3e6a8c2d1f40",
                     *       "reportedBy": "0199a3ed-a7f4-7b02-9c31-0e5d4f6a7b89",
                     *       "confirmedBy": null,
                     *       "requestedAt": "2026-11-02T10:40:00.000Z",
                     *       "completedAt": "2026-11-02T10:40:00.000Z",
                     *       "version": 1
                     *     }
                     */
                    "application/json": components["schemas"]["Succession"];
                };
            };
            /** @description - `validation-failed`: The request is not well formed */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `unauthenticated`: Who is asking? */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `forbidden`: The caller may not do this */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `not-found`: There is no such thing here */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `request-timeout`: The request did not arrive in time */
            408: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `case-is-resolved`: The case is resolved
             *     - `idempotency-key-in-use`: The first request with this key is still running
             */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `version-mismatch`: Somebody else changed it in the meantime */
            412: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `payload-too-large`: The body is too large */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `uri-too-long`: The address is too long */
            414: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `unsupported-media-type`: The body is not JSON */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `succession-not-justified`: No fact justifies another owner
             *     - `unprocessable`: The request is well formed, but makes no sense here
             *     - `idempotency-key-reused`: This key belongs to another request
             */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `rate-limited`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `overloaded`: The service cannot answer right now */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    confirmSuccession: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The employee for whom the system acts; needs the scope `employees:act`.
                 * @example 0199a3ed-9b10-7c55-b1aa-6d2e8f3a4b12
                 */
                "On-Behalf-Of"?: string;
                /**
                 * @description Makes it safe to send again: the first answer is replayed for 24 hours.
                 * @example 6f0b1a52-9c1d-4f7e-8a35-0d2c6b1e9f11
                 */
                "Idempotency-Key"?: string;
                /**
                 * @description The `ETag` of the version that you change: the answer is 412 if it is no longer the one. Left out: any.
                 * @example "3"
                 */
                "If-Match"?: string;
            };
            path: {
                /** @description The id of the succession. */
                successionId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "toOwnerId": "0199a3ed-a7f4-7b02-9c31-0e5d4f6a7b89"
                 *     }
                 */
                "application/json": components["schemas"]["Confirmation"];
            };
        };
        responses: {
            /** @description How a case gets another owner, and for which fact. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0199a3f8-2b7e-7c14-8d05-6f1e3a9c7b20",
                     *       "caseId": "0199a3f0-5c1e-7b6a-9d3e-0a4f6f1c2b7d",
                     *       "reference": "100048275",
                     *       "cause": "customerChoice",
                     *       "fromOwnerId": "0199a3ed-9b10-7c55-b1aa-6d2e8f3a4b12",
                     *       "toOwnerId": "0199a3ed-a7f4-7b02-9c31-0e5d4f6a7b89",
                     *       "reason": "Would like to speak with somebody else.",
                     *       "contactId": "0199a3f4-0d11-7f5e-9b7c-3e6a8c2d1f40",
                     *       "reportedBy": "0199a3ed-a7f4-7b02-9c31-0e5d4f6a7b89",
                     *       "confirmedBy": null,
                     *       "requestedAt": "2026-11-02T10:40:00.000Z",
                     *       "completedAt": "2026-11-02T10:40:00.000Z",
                     *       "version": 1
                     *     }
                     */
                    "application/json": components["schemas"]["Succession"];
                };
            };
            /** @description - `validation-failed`: The request is not well formed */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `unauthenticated`: Who is asking? */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `forbidden`: The caller may not do this */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `not-found`: There is no such thing here */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `request-timeout`: The request did not arrive in time */
            408: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `case-is-resolved`: The case is resolved
             *     - `succession-is-complete`: The succession is complete
             *     - `idempotency-key-in-use`: The first request with this key is still running
             */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `version-mismatch`: Somebody else changed it in the meantime */
            412: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `payload-too-large`: The body is too large */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `uri-too-long`: The address is too long */
            414: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `unsupported-media-type`: The body is not JSON */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `succession-not-justified`: No fact justifies another owner
             *     - `unprocessable`: The request is well formed, but makes no sense here
             *     - `idempotency-key-reused`: This key belongs to another request
             */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `rate-limited`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `overloaded`: The service cannot answer right now */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    lookUpCaller: {
        parameters: {
            query: {
                /** @description The number in any notation, a national one as in the organisation’s country; `anonymous`, `withheld`, `unavailable`, `private`, `restricted` or nothing for a caller without one. */
                phone: string;
            };
            header?: {
                /**
                 * @description The employee for whom the system acts; needs the scope `employees:act`.
                 * @example 0199a3ed-9b10-7c55-b1aa-6d2e8f3a4b12
                 */
                "On-Behalf-Of"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Who calls, whose their questions are and what is promised. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "phone": "+31612345678",
                     *       "customer": {
                     *         "id": "0199a3ee-21c4-7d09-8a77-4a1f2e5b9c03",
                     *         "name": "Mevrouw Dijkstra"
                     *       },
                     *       "candidates": [
                     *         {
                     *           "id": "0199a3ee-21c4-7d09-8a77-4a1f2e5b9c03",
                     *           "name": "Mevrouw Dijkstra"
                     *         }
                     *       ],
                     *       "openCases": [
                     *         {
                     *           "id": "0199a3f0-5c1e-7b6a-9d3e-0a4f6f1c2b7d",
                     *           "reference": "100048275",
                     *           "status": "open",
                     *           "customer": {
                     *             "id": "0199a3ee-21c4-7d09-8a77-4a1f2e5b9c03",
                     *             "name": "Mevrouw Dijkstra"
                     *           },
                     *           "owner": {
                     *             "id": "0199a3ed-9b10-7c55-b1aa-6d2e8f3a4b12",
                     *             "name": "Sanne de Wit",
                     *             "extension": "204"
                     *           },
                     *           "standIn": null,
                     *           "callback": {
                     *             "channel": "phone",
                     *             "from": "2026-11-02T13:00:00.000Z",
                     *             "until": "2026-11-02T14:00:00.000Z",
                     *             "overdue": false
                     *           },
                     *           "version": 3
                     *         }
                     *       ],
                     *       "ring": {
                     *         "employeeId": "0199a3ed-9b10-7c55-b1aa-6d2e8f3a4b12",
                     *         "extension": "204",
                     *         "reason": "owner"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["Caller"];
                };
            };
            /** @description - `validation-failed`: The request is not well formed */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `unauthenticated`: Who is asking? */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `forbidden`: The caller may not do this */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `uri-too-long`: The address is too long */
            414: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `rate-limited`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `overloaded`: The service cannot answer right now */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listEvents: {
        parameters: {
            query?: {
                /** @description How many at most. */
                limit?: number;
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                /** @description The id of the last event that you have, or a cursor: only what came later. */
                after?: string;
                /** @description Only what has this `type`, or one of several divided by commas. */
                type?: string[];
                /** @description Only what has this `caseId`, or one of several divided by commas. */
                caseId?: string[];
                /** @description Only what has this `customerId`, or one of several divided by commas. */
                customerId?: string[];
            };
            header?: {
                /**
                 * @description The employee for whom the system acts; needs the scope `employees:act`.
                 * @example 0199a3ed-9b10-7c55-b1aa-6d2e8f3a4b12
                 */
                "On-Behalf-Of"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of a list. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    Link: components["headers"]["Link"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": "0199a3f0-5c1f-7d04-a3b6-8e2c4f6a1b30",
                     *           "type": "callback.made",
                     *           "at": "2026-11-02T09:12:44.000Z",
                     *           "caseId": "0199a3f0-5c1e-7b6a-9d3e-0a4f6f1c2b7d",
                     *           "caseSequence": 3,
                     *           "customerId": "0199a3ee-21c4-7d09-8a77-4a1f2e5b9c03",
                     *           "actor": {
                     *             "kind": "system",
                     *             "id": "0199a3ea-1f22-7a90-b4c5-d6e7f8091a2b",
                     *             "onBehalfOf": "0199a3ed-9b10-7c55-b1aa-6d2e8f3a4b12"
                     *           },
                     *           "data": {
                     *             "callbackId": "0199a3f0-5c1e-7b6a-9d3e-15d3a7c94e88",
                     *             "channel": "phone"
                     *           }
                     *         }
                     *       ],
                     *       "nextCursor": "WyJfIiwiMDE5OWEzZjAiXQ"
                     *     }
                     */
                    "application/json": components["schemas"]["EventPage"];
                };
            };
            /** @description - `validation-failed`: The request is not well formed */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `unauthenticated`: Who is asking? */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `forbidden`: The caller may not do this */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `uri-too-long`: The address is too long */
            414: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `rate-limited`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `overloaded`: The service cannot answer right now */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listApiKeys: {
        parameters: {
            query?: {
                /** @description How many at most. */
                limit?: number;
                /** @description `nextCursor` of the page before. */
                cursor?: string;
            };
            header?: {
                /**
                 * @description The employee for whom the system acts; needs the scope `employees:act`.
                 * @example 0199a3ed-9b10-7c55-b1aa-6d2e8f3a4b12
                 */
                "On-Behalf-Of"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of a list. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    Link: components["headers"]["Link"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": "0199a3f0-2b7f-7e0c-8d52-1c5f9a3e7b66",
                     *           "name": "Telephone system",
                     *           "scopes": [
                     *             "cases:read",
                     *             "cases:write",
                     *             "calls:write",
                     *             "employees:act"
                     *           ],
                     *           "hint": "0xQ9",
                     *           "createdAt": "2026-11-02T08:00:00.000Z",
                     *           "expiresAt": null,
                     *           "lastUsedAt": null,
                     *           "replacesId": null
                     *         }
                     *       ],
                     *       "nextCursor": "WyJfIiwiMDE5OWEzZjAiXQ"
                     *     }
                     */
                    "application/json": components["schemas"]["ApiKeyPage"];
                };
            };
            /** @description - `validation-failed`: The request is not well formed */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `unauthenticated`: Who is asking? */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `forbidden`: The caller may not do this */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `uri-too-long`: The address is too long */
            414: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `rate-limited`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `overloaded`: The service cannot answer right now */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createApiKey: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The employee for whom the system acts; needs the scope `employees:act`.
                 * @example 0199a3ed-9b10-7c55-b1aa-6d2e8f3a4b12
                 */
                "On-Behalf-Of"?: string;
                /**
                 * @description Makes it safe to send again: the first answer is replayed for 24 hours.
                 * @example 6f0b1a52-9c1d-4f7e-8a35-0d2c6b1e9f11
                 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Telephone system",
                 *       "scopes": [
                 *         "cases:read",
                 *         "calls:write"
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["NewApiKey"];
            };
        };
        responses: {
            /** @description A key that was just made, with the key itself. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0199a3f0-2b7f-7e0c-8d52-1c5f9a3e7b66",
                     *       "name": "Telephone system",
                     *       "scopes": [
                     *         "cases:read",
                     *         "cases:write",
                     *         "calls:write",
                     *         "employees:act"
                     *       ],
                     *       "hint": "0xQ9",
                     *       "createdAt": "2026-11-02T08:00:00.000Z",
                     *       "expiresAt": null,
                     *       "lastUsedAt": null,
                     *       "replacesId": null,
                     *       "key": "eig_Xb3dK9mQ2vT7rLw5ZcY8nHs4PfJ6gAe1uV0xQ9"
                     *     }
                     */
                    "application/json": components["schemas"]["MadeApiKey"];
                };
            };
            /** @description - `validation-failed`: The request is not well formed */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `unauthenticated`: Who is asking? */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `forbidden`: The caller may not do this */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `request-timeout`: The request did not arrive in time */
            408: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `secret-shown-once`: The answer held a secret, and it is gone
             *     - `idempotency-key-in-use`: The first request with this key is still running
             */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `payload-too-large`: The body is too large */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `uri-too-long`: The address is too long */
            414: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `unsupported-media-type`: The body is not JSON */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `unprocessable`: The request is well formed, but makes no sense here
             *     - `idempotency-key-reused`: This key belongs to another request
             */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `rate-limited`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `overloaded`: The service cannot answer right now */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    rotateApiKey: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The employee for whom the system acts; needs the scope `employees:act`.
                 * @example 0199a3ed-9b10-7c55-b1aa-6d2e8f3a4b12
                 */
                "On-Behalf-Of"?: string;
                /**
                 * @description Makes it safe to send again: the first answer is replayed for 24 hours.
                 * @example 6f0b1a52-9c1d-4f7e-8a35-0d2c6b1e9f11
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The id of the key. */
                keyId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "overlap": "P7D"
                 *     }
                 */
                "application/json": components["schemas"]["RotateApiKey"];
            };
        };
        responses: {
            /** @description A key that was just made, with the key itself. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0199a3f0-2b7f-7e0c-8d52-1c5f9a3e7b66",
                     *       "name": "Telephone system",
                     *       "scopes": [
                     *         "cases:read",
                     *         "cases:write",
                     *         "calls:write",
                     *         "employees:act"
                     *       ],
                     *       "hint": "0xQ9",
                     *       "createdAt": "2026-11-02T08:00:00.000Z",
                     *       "expiresAt": null,
                     *       "lastUsedAt": null,
                     *       "replacesId": null,
                     *       "key": "eig_Xb3dK9mQ2vT7rLw5ZcY8nHs4PfJ6gAe1uV0xQ9"
                     *     }
                     */
                    "application/json": components["schemas"]["MadeApiKey"];
                };
            };
            /** @description - `validation-failed`: The request is not well formed */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `unauthenticated`: Who is asking? */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `forbidden`: The caller may not do this */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `not-found`: There is no such thing here */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `request-timeout`: The request did not arrive in time */
            408: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `already-rotated`: This key has made way for another
             *     - `api-key-expired`: This key has ended
             *     - `secret-shown-once`: The answer held a secret, and it is gone
             *     - `idempotency-key-in-use`: The first request with this key is still running
             */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `payload-too-large`: The body is too large */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `uri-too-long`: The address is too long */
            414: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `unsupported-media-type`: The body is not JSON */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `unprocessable`: The request is well formed, but makes no sense here
             *     - `idempotency-key-reused`: This key belongs to another request
             */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `rate-limited`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `overloaded`: The service cannot answer right now */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    revokeApiKey: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The employee for whom the system acts; needs the scope `employees:act`.
                 * @example 0199a3ed-9b10-7c55-b1aa-6d2e8f3a4b12
                 */
                "On-Behalf-Of"?: string;
            };
            path: {
                /** @description The id of the key. */
                keyId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description - `validation-failed`: The request is not well formed */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `unauthenticated`: Who is asking? */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `forbidden`: The caller may not do this */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `not-found`: There is no such thing here */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `request-timeout`: The request did not arrive in time */
            408: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `payload-too-large`: The body is too large */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `uri-too-long`: The address is too long */
            414: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `unsupported-media-type`: The body is not JSON */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `rate-limited`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `overloaded`: The service cannot answer right now */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listScimUsers: {
        parameters: {
            query?: {
                /** @description Such as `userName eq "sanne@example.org"`: `userName`, `externalId`, `id`, `emails` or `active` with `eq`, combined by `and`, `or` and brackets. */
                filter?: string;
                /** @description Where the page begins; the first one is 1. */
                startIndex?: number;
                /** @description How many at most; more than 200 counts as 200. */
                count?: number;
                /** @description Only these attributes, divided by commas, beside `schemas`, `id` and `meta`. */
                attributes?: string;
                /** @description All attributes but these, divided by commas. */
                excludedAttributes?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of a list in SCIM. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "schemas": [
                     *         "urn:ietf:params:scim:api:messages:2.0:ListResponse"
                     *       ],
                     *       "totalResults": 1,
                     *       "startIndex": 1,
                     *       "itemsPerPage": 1,
                     *       "Resources": [
                     *         {
                     *           "schemas": [
                     *             "urn:ietf:params:scim:schemas:core:2.0:User"
                     *           ],
                     *           "externalId": "9c9d5f0a-sanne",
                     *           "userName": "sanne@example.org",
                     *           "displayName": "Sanne de Wit",
                     *           "name": {
                     *             "formatted": "Sanne de Wit",
                     *             "givenName": "Sanne",
                     *             "familyName": "de Wit"
                     *           },
                     *           "emails": [
                     *             {
                     *               "value": "sanne@example.org",
                     *               "type": "work",
                     *               "primary": true
                     *             }
                     *           ],
                     *           "phoneNumbers": [
                     *             {
                     *               "value": "+31612345678",
                     *               "type": "work",
                     *               "primary": true
                     *             }
                     *           ],
                     *           "active": true,
                     *           "id": "0199a3ed-9b10-7c55-b1aa-6d2e8f3a4b12",
                     *           "meta": {
                     *             "resourceType": "User",
                     *             "created": "2026-11-02T08:00:00.000Z",
                     *             "location": "/scim/v2/Users/0199a3ed-9b10-7c55-b1aa-6d2e8f3a4b12",
                     *             "version": "\"1\""
                     *           }
                     *         }
                     *       ]
                     *     }
                     */
                    "application/scim+json": components["schemas"]["ScimUserList"];
                };
            };
            /** @description - `validation-failed`: The request is not well formed */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["ScimError"];
                };
            };
            /** @description - `unauthenticated`: Who is asking? */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["ScimError"];
                };
            };
            /** @description - `forbidden`: The caller may not do this */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["ScimError"];
                };
            };
            /** @description - `uri-too-long`: The address is too long */
            414: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["ScimError"];
                };
            };
            /** @description - `rate-limited`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["ScimError"];
                };
            };
            /** @description - `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["ScimError"];
                };
            };
            /** @description - `overloaded`: The service cannot answer right now */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["ScimError"];
                };
            };
        };
    };
    createScimUser: {
        parameters: {
            query?: {
                /** @description Only these attributes, divided by commas, beside `schemas`, `id` and `meta`. */
                attributes?: string;
                /** @description All attributes but these, divided by commas. */
                excludedAttributes?: string;
            };
            header?: {
                /**
                 * @description Makes it safe to send again: the first answer is replayed for 24 hours.
                 * @example 6f0b1a52-9c1d-4f7e-8a35-0d2c6b1e9f11
                 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "schemas": [
                 *         "urn:ietf:params:scim:schemas:core:2.0:User"
                 *       ],
                 *       "externalId": "9c9d5f0a-sanne",
                 *       "userName": "sanne@example.org",
                 *       "displayName": "Sanne de Wit",
                 *       "name": {
                 *         "formatted": "Sanne de Wit",
                 *         "givenName": "Sanne",
                 *         "familyName": "de Wit"
                 *       },
                 *       "emails": [
                 *         {
                 *           "value": "sanne@example.org",
                 *           "type": "work",
                 *           "primary": true
                 *         }
                 *       ],
                 *       "phoneNumbers": [
                 *         {
                 *           "value": "+31612345678",
                 *           "type": "work",
                 *           "primary": true
                 *         }
                 *       ],
                 *       "active": true
                 *     }
                 */
                "application/scim+json": components["schemas"]["ScimUserGiven"];
                /**
                 * @example {
                 *       "schemas": [
                 *         "urn:ietf:params:scim:schemas:core:2.0:User"
                 *       ],
                 *       "externalId": "9c9d5f0a-sanne",
                 *       "userName": "sanne@example.org",
                 *       "displayName": "Sanne de Wit",
                 *       "name": {
                 *         "formatted": "Sanne de Wit",
                 *         "givenName": "Sanne",
                 *         "familyName": "de Wit"
                 *       },
                 *       "emails": [
                 *         {
                 *           "value": "sanne@example.org",
                 *           "type": "work",
                 *           "primary": true
                 *         }
                 *       ],
                 *       "phoneNumbers": [
                 *         {
                 *           "value": "+31612345678",
                 *           "type": "work",
                 *           "primary": true
                 *         }
                 *       ],
                 *       "active": true
                 *     }
                 */
                "application/json": components["schemas"]["ScimUserGiven"];
            };
        };
        responses: {
            /** @description An employee, as identity providers see them. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "schemas": [
                     *         "urn:ietf:params:scim:schemas:core:2.0:User"
                     *       ],
                     *       "externalId": "9c9d5f0a-sanne",
                     *       "userName": "sanne@example.org",
                     *       "displayName": "Sanne de Wit",
                     *       "name": {
                     *         "formatted": "Sanne de Wit",
                     *         "givenName": "Sanne",
                     *         "familyName": "de Wit"
                     *       },
                     *       "emails": [
                     *         {
                     *           "value": "sanne@example.org",
                     *           "type": "work",
                     *           "primary": true
                     *         }
                     *       ],
                     *       "phoneNumbers": [
                     *         {
                     *           "value": "+31612345678",
                     *           "type": "work",
                     *           "primary": true
                     *         }
                     *       ],
                     *       "active": true,
                     *       "id": "0199a3ed-9b10-7c55-b1aa-6d2e8f3a4b12",
                     *       "meta": {
                     *         "resourceType": "User",
                     *         "created": "2026-11-02T08:00:00.000Z",
                     *         "location": "/scim/v2/Users/0199a3ed-9b10-7c55-b1aa-6d2e8f3a4b12",
                     *         "version": "\"1\""
                     *       }
                     *     }
                     */
                    "application/scim+json": components["schemas"]["ScimUser"];
                };
            };
            /** @description - `validation-failed`: The request is not well formed */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["ScimError"];
                };
            };
            /** @description - `unauthenticated`: Who is asking? */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["ScimError"];
                };
            };
            /** @description - `forbidden`: The caller may not do this */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["ScimError"];
                };
            };
            /** @description - `request-timeout`: The request did not arrive in time */
            408: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["ScimError"];
                };
            };
            /**
             * @description - `already-exists`: This name is taken
             *     - `idempotency-key-in-use`: The first request with this key is still running
             */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["ScimError"];
                };
            };
            /** @description - `payload-too-large`: The body is too large */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["ScimError"];
                };
            };
            /** @description - `uri-too-long`: The address is too long */
            414: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["ScimError"];
                };
            };
            /** @description - `unsupported-media-type`: The body is not JSON */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["ScimError"];
                };
            };
            /** @description - `idempotency-key-reused`: This key belongs to another request */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["ScimError"];
                };
            };
            /** @description - `rate-limited`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["ScimError"];
                };
            };
            /** @description - `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["ScimError"];
                };
            };
            /** @description - `overloaded`: The service cannot answer right now */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["ScimError"];
                };
            };
        };
    };
    getScimUser: {
        parameters: {
            query?: {
                /** @description Only these attributes, divided by commas, beside `schemas`, `id` and `meta`. */
                attributes?: string;
                /** @description All attributes but these, divided by commas. */
                excludedAttributes?: string;
            };
            header?: {
                /**
                 * @description The `ETag` that you have: the answer is 304 if it is still the one.
                 * @example "3"
                 */
                "If-None-Match"?: string;
            };
            path: {
                /** @description The id of the user. */
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description An employee, as identity providers see them. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "schemas": [
                     *         "urn:ietf:params:scim:schemas:core:2.0:User"
                     *       ],
                     *       "externalId": "9c9d5f0a-sanne",
                     *       "userName": "sanne@example.org",
                     *       "displayName": "Sanne de Wit",
                     *       "name": {
                     *         "formatted": "Sanne de Wit",
                     *         "givenName": "Sanne",
                     *         "familyName": "de Wit"
                     *       },
                     *       "emails": [
                     *         {
                     *           "value": "sanne@example.org",
                     *           "type": "work",
                     *           "primary": true
                     *         }
                     *       ],
                     *       "phoneNumbers": [
                     *         {
                     *           "value": "+31612345678",
                     *           "type": "work",
                     *           "primary": true
                     *         }
                     *       ],
                     *       "active": true,
                     *       "id": "0199a3ed-9b10-7c55-b1aa-6d2e8f3a4b12",
                     *       "meta": {
                     *         "resourceType": "User",
                     *         "created": "2026-11-02T08:00:00.000Z",
                     *         "location": "/scim/v2/Users/0199a3ed-9b10-7c55-b1aa-6d2e8f3a4b12",
                     *         "version": "\"1\""
                     *       }
                     *     }
                     */
                    "application/scim+json": components["schemas"]["ScimUser"];
                };
            };
            /** @description Still the version that you have. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description - `validation-failed`: The request is not well formed */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["ScimError"];
                };
            };
            /** @description - `unauthenticated`: Who is asking? */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["ScimError"];
                };
            };
            /** @description - `forbidden`: The caller may not do this */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["ScimError"];
                };
            };
            /** @description - `not-found`: There is no such thing here */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["ScimError"];
                };
            };
            /** @description - `uri-too-long`: The address is too long */
            414: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["ScimError"];
                };
            };
            /** @description - `rate-limited`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["ScimError"];
                };
            };
            /** @description - `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["ScimError"];
                };
            };
            /** @description - `overloaded`: The service cannot answer right now */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["ScimError"];
                };
            };
        };
    };
    putScimUser: {
        parameters: {
            query?: {
                /** @description Only these attributes, divided by commas, beside `schemas`, `id` and `meta`. */
                attributes?: string;
                /** @description All attributes but these, divided by commas. */
                excludedAttributes?: string;
            };
            header?: {
                /**
                 * @description The `ETag` of the version that you change: the answer is 412 if it is no longer the one. Left out: any.
                 * @example "3"
                 */
                "If-Match"?: string;
            };
            path: {
                /** @description The id of the user. */
                userId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "schemas": [
                 *         "urn:ietf:params:scim:schemas:core:2.0:User"
                 *       ],
                 *       "externalId": "9c9d5f0a-sanne",
                 *       "userName": "sanne@example.org",
                 *       "displayName": "Sanne de Wit",
                 *       "name": {
                 *         "formatted": "Sanne de Wit",
                 *         "givenName": "Sanne",
                 *         "familyName": "de Wit"
                 *       },
                 *       "emails": [
                 *         {
                 *           "value": "sanne@example.org",
                 *           "type": "work",
                 *           "primary": true
                 *         }
                 *       ],
                 *       "phoneNumbers": [
                 *         {
                 *           "value": "+31612345678",
                 *           "type": "work",
                 *           "primary": true
                 *         }
                 *       ],
                 *       "active": true
                 *     }
                 */
                "application/scim+json": components["schemas"]["ScimUserGiven"];
                /**
                 * @example {
                 *       "schemas": [
                 *         "urn:ietf:params:scim:schemas:core:2.0:User"
                 *       ],
                 *       "externalId": "9c9d5f0a-sanne",
                 *       "userName": "sanne@example.org",
                 *       "displayName": "Sanne de Wit",
                 *       "name": {
                 *         "formatted": "Sanne de Wit",
                 *         "givenName": "Sanne",
                 *         "familyName": "de Wit"
                 *       },
                 *       "emails": [
                 *         {
                 *           "value": "sanne@example.org",
                 *           "type": "work",
                 *           "primary": true
                 *         }
                 *       ],
                 *       "phoneNumbers": [
                 *         {
                 *           "value": "+31612345678",
                 *           "type": "work",
                 *           "primary": true
                 *         }
                 *       ],
                 *       "active": true
                 *     }
                 */
                "application/json": components["schemas"]["ScimUserGiven"];
            };
        };
        responses: {
            /** @description An employee, as identity providers see them. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "schemas": [
                     *         "urn:ietf:params:scim:schemas:core:2.0:User"
                     *       ],
                     *       "externalId": "9c9d5f0a-sanne",
                     *       "userName": "sanne@example.org",
                     *       "displayName": "Sanne de Wit",
                     *       "name": {
                     *         "formatted": "Sanne de Wit",
                     *         "givenName": "Sanne",
                     *         "familyName": "de Wit"
                     *       },
                     *       "emails": [
                     *         {
                     *           "value": "sanne@example.org",
                     *           "type": "work",
                     *           "primary": true
                     *         }
                     *       ],
                     *       "phoneNumbers": [
                     *         {
                     *           "value": "+31612345678",
                     *           "type": "work",
                     *           "primary": true
                     *         }
                     *       ],
                     *       "active": true,
                     *       "id": "0199a3ed-9b10-7c55-b1aa-6d2e8f3a4b12",
                     *       "meta": {
                     *         "resourceType": "User",
                     *         "created": "2026-11-02T08:00:00.000Z",
                     *         "location": "/scim/v2/Users/0199a3ed-9b10-7c55-b1aa-6d2e8f3a4b12",
                     *         "version": "\"1\""
                     *       }
                     *     }
                     */
                    "application/scim+json": components["schemas"]["ScimUser"];
                };
            };
            /** @description - `validation-failed`: The request is not well formed */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["ScimError"];
                };
            };
            /** @description - `unauthenticated`: Who is asking? */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["ScimError"];
                };
            };
            /** @description - `forbidden`: The caller may not do this */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["ScimError"];
                };
            };
            /** @description - `not-found`: There is no such thing here */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["ScimError"];
                };
            };
            /** @description - `request-timeout`: The request did not arrive in time */
            408: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["ScimError"];
                };
            };
            /**
             * @description - `already-exists`: This name is taken
             *     - `has-left`: This employee has left
             */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["ScimError"];
                };
            };
            /** @description - `version-mismatch`: Somebody else changed it in the meantime */
            412: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["ScimError"];
                };
            };
            /** @description - `payload-too-large`: The body is too large */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["ScimError"];
                };
            };
            /** @description - `uri-too-long`: The address is too long */
            414: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["ScimError"];
                };
            };
            /** @description - `unsupported-media-type`: The body is not JSON */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["ScimError"];
                };
            };
            /** @description - `rate-limited`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["ScimError"];
                };
            };
            /** @description - `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["ScimError"];
                };
            };
            /** @description - `overloaded`: The service cannot answer right now */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["ScimError"];
                };
            };
        };
    };
    deleteScimUser: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The `ETag` of the version that you change: the answer is 412 if it is no longer the one. Left out: any.
                 * @example "3"
                 */
                "If-Match"?: string;
            };
            path: {
                /** @description The id of the user. */
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description - `validation-failed`: The request is not well formed */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["ScimError"];
                };
            };
            /** @description - `unauthenticated`: Who is asking? */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["ScimError"];
                };
            };
            /** @description - `forbidden`: The caller may not do this */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["ScimError"];
                };
            };
            /** @description - `not-found`: There is no such thing here */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["ScimError"];
                };
            };
            /** @description - `request-timeout`: The request did not arrive in time */
            408: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["ScimError"];
                };
            };
            /** @description - `version-mismatch`: Somebody else changed it in the meantime */
            412: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["ScimError"];
                };
            };
            /** @description - `payload-too-large`: The body is too large */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["ScimError"];
                };
            };
            /** @description - `uri-too-long`: The address is too long */
            414: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["ScimError"];
                };
            };
            /** @description - `unsupported-media-type`: The body is not JSON */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["ScimError"];
                };
            };
            /** @description - `rate-limited`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["ScimError"];
                };
            };
            /** @description - `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["ScimError"];
                };
            };
            /** @description - `overloaded`: The service cannot answer right now */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["ScimError"];
                };
            };
        };
    };
    changeScimUser: {
        parameters: {
            query?: {
                /** @description Only these attributes, divided by commas, beside `schemas`, `id` and `meta`. */
                attributes?: string;
                /** @description All attributes but these, divided by commas. */
                excludedAttributes?: string;
            };
            header?: {
                /**
                 * @description The `ETag` of the version that you change: the answer is 412 if it is no longer the one. Left out: any.
                 * @example "3"
                 */
                "If-Match"?: string;
            };
            path: {
                /** @description The id of the user. */
                userId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "schemas": [
                 *         "urn:ietf:params:scim:api:messages:2.0:PatchOp"
                 *       ],
                 *       "Operations": [
                 *         {
                 *           "op": "Replace",
                 *           "path": "phoneNumbers[type eq \"work\"].value",
                 *           "value": "06 12345678"
                 *         },
                 *         {
                 *           "op": "Replace",
                 *           "path": "active",
                 *           "value": "False"
                 *         }
                 *       ]
                 *     }
                 */
                "application/scim+json": components["schemas"]["ScimPatch"];
                /**
                 * @example {
                 *       "schemas": [
                 *         "urn:ietf:params:scim:api:messages:2.0:PatchOp"
                 *       ],
                 *       "Operations": [
                 *         {
                 *           "op": "Replace",
                 *           "path": "phoneNumbers[type eq \"work\"].value",
                 *           "value": "06 12345678"
                 *         },
                 *         {
                 *           "op": "Replace",
                 *           "path": "active",
                 *           "value": "False"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["ScimPatch"];
            };
        };
        responses: {
            /** @description An employee, as identity providers see them. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "schemas": [
                     *         "urn:ietf:params:scim:schemas:core:2.0:User"
                     *       ],
                     *       "externalId": "9c9d5f0a-sanne",
                     *       "userName": "sanne@example.org",
                     *       "displayName": "Sanne de Wit",
                     *       "name": {
                     *         "formatted": "Sanne de Wit",
                     *         "givenName": "Sanne",
                     *         "familyName": "de Wit"
                     *       },
                     *       "emails": [
                     *         {
                     *           "value": "sanne@example.org",
                     *           "type": "work",
                     *           "primary": true
                     *         }
                     *       ],
                     *       "phoneNumbers": [
                     *         {
                     *           "value": "+31612345678",
                     *           "type": "work",
                     *           "primary": true
                     *         }
                     *       ],
                     *       "active": true,
                     *       "id": "0199a3ed-9b10-7c55-b1aa-6d2e8f3a4b12",
                     *       "meta": {
                     *         "resourceType": "User",
                     *         "created": "2026-11-02T08:00:00.000Z",
                     *         "location": "/scim/v2/Users/0199a3ed-9b10-7c55-b1aa-6d2e8f3a4b12",
                     *         "version": "\"1\""
                     *       }
                     *     }
                     */
                    "application/scim+json": components["schemas"]["ScimUser"];
                };
            };
            /** @description - `validation-failed`: The request is not well formed */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["ScimError"];
                };
            };
            /** @description - `unauthenticated`: Who is asking? */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["ScimError"];
                };
            };
            /** @description - `forbidden`: The caller may not do this */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["ScimError"];
                };
            };
            /** @description - `not-found`: There is no such thing here */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["ScimError"];
                };
            };
            /** @description - `request-timeout`: The request did not arrive in time */
            408: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["ScimError"];
                };
            };
            /**
             * @description - `already-exists`: This name is taken
             *     - `has-left`: This employee has left
             */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["ScimError"];
                };
            };
            /** @description - `version-mismatch`: Somebody else changed it in the meantime */
            412: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["ScimError"];
                };
            };
            /** @description - `payload-too-large`: The body is too large */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["ScimError"];
                };
            };
            /** @description - `uri-too-long`: The address is too long */
            414: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["ScimError"];
                };
            };
            /** @description - `unsupported-media-type`: The body is not JSON */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["ScimError"];
                };
            };
            /** @description - `rate-limited`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["ScimError"];
                };
            };
            /** @description - `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["ScimError"];
                };
            };
            /** @description - `overloaded`: The service cannot answer right now */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["ScimError"];
                };
            };
        };
    };
    getScimConfig: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What of SCIM is served here. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "schemas": [
                     *         "urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig"
                     *       ],
                     *       "patch": {
                     *         "supported": true
                     *       },
                     *       "bulk": {
                     *         "supported": false,
                     *         "maxOperations": 0,
                     *         "maxPayloadSize": 0
                     *       },
                     *       "filter": {
                     *         "supported": true,
                     *         "maxResults": 200
                     *       },
                     *       "changePassword": {
                     *         "supported": false
                     *       },
                     *       "sort": {
                     *         "supported": false
                     *       },
                     *       "etag": {
                     *         "supported": true
                     *       },
                     *       "authenticationSchemes": [
                     *         {
                     *           "type": "oauthbearertoken",
                     *           "name": "API key",
                     *           "description": "An API key with the scope employees:provision, as a bearer token.",
                     *           "primary": true
                     *         }
                     *       ],
                     *       "meta": {
                     *         "resourceType": "ServiceProviderConfig",
                     *         "location": "/scim/v2/ServiceProviderConfig"
                     *       }
                     *     }
                     */
                    "application/scim+json": components["schemas"]["ScimConfig"];
                };
            };
            /** @description - `validation-failed`: The request is not well formed */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["ScimError"];
                };
            };
            /** @description - `unauthenticated`: Who is asking? */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["ScimError"];
                };
            };
            /** @description - `forbidden`: The caller may not do this */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["ScimError"];
                };
            };
            /** @description - `uri-too-long`: The address is too long */
            414: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["ScimError"];
                };
            };
            /** @description - `rate-limited`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["ScimError"];
                };
            };
            /** @description - `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["ScimError"];
                };
            };
            /** @description - `overloaded`: The service cannot answer right now */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["ScimError"];
                };
            };
        };
    };
    listScimResourceTypes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of a list in SCIM. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "schemas": [
                     *         "urn:ietf:params:scim:api:messages:2.0:ListResponse"
                     *       ],
                     *       "totalResults": 1,
                     *       "startIndex": 1,
                     *       "itemsPerPage": 1,
                     *       "Resources": [
                     *         {
                     *           "schemas": [
                     *             "urn:ietf:params:scim:schemas:core:2.0:ResourceType"
                     *           ],
                     *           "id": "User",
                     *           "name": "User",
                     *           "description": "An employee.",
                     *           "endpoint": "/Users",
                     *           "schema": "urn:ietf:params:scim:schemas:core:2.0:User",
                     *           "meta": {
                     *             "resourceType": "ResourceType",
                     *             "location": "/scim/v2/ResourceTypes/User"
                     *           }
                     *         }
                     *       ]
                     *     }
                     */
                    "application/scim+json": components["schemas"]["ScimResourceTypeList"];
                };
            };
            /** @description - `validation-failed`: The request is not well formed */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["ScimError"];
                };
            };
            /** @description - `unauthenticated`: Who is asking? */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["ScimError"];
                };
            };
            /** @description - `forbidden`: The caller may not do this */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["ScimError"];
                };
            };
            /** @description - `uri-too-long`: The address is too long */
            414: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["ScimError"];
                };
            };
            /** @description - `rate-limited`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["ScimError"];
                };
            };
            /** @description - `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["ScimError"];
                };
            };
            /** @description - `overloaded`: The service cannot answer right now */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["ScimError"];
                };
            };
        };
    };
    getScimResourceType: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The name of the kind: `User`. */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A kind of resource in SCIM. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "schemas": [
                     *         "urn:ietf:params:scim:schemas:core:2.0:ResourceType"
                     *       ],
                     *       "id": "User",
                     *       "name": "User",
                     *       "description": "An employee.",
                     *       "endpoint": "/Users",
                     *       "schema": "urn:ietf:params:scim:schemas:core:2.0:User",
                     *       "meta": {
                     *         "resourceType": "ResourceType",
                     *         "location": "/scim/v2/ResourceTypes/User"
                     *       }
                     *     }
                     */
                    "application/scim+json": components["schemas"]["ScimResourceType"];
                };
            };
            /** @description - `validation-failed`: The request is not well formed */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["ScimError"];
                };
            };
            /** @description - `unauthenticated`: Who is asking? */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["ScimError"];
                };
            };
            /** @description - `forbidden`: The caller may not do this */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["ScimError"];
                };
            };
            /** @description - `not-found`: There is no such thing here */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["ScimError"];
                };
            };
            /** @description - `uri-too-long`: The address is too long */
            414: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["ScimError"];
                };
            };
            /** @description - `rate-limited`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["ScimError"];
                };
            };
            /** @description - `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["ScimError"];
                };
            };
            /** @description - `overloaded`: The service cannot answer right now */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["ScimError"];
                };
            };
        };
    };
    listScimSchemas: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of a list in SCIM. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "schemas": [
                     *         "urn:ietf:params:scim:api:messages:2.0:ListResponse"
                     *       ],
                     *       "totalResults": 1,
                     *       "startIndex": 1,
                     *       "itemsPerPage": 1,
                     *       "Resources": [
                     *         {
                     *           "schemas": [
                     *             "urn:ietf:params:scim:schemas:core:2.0:Schema"
                     *           ],
                     *           "id": "urn:ietf:params:scim:schemas:core:2.0:User",
                     *           "name": "User",
                     *           "description": "An employee.",
                     *           "attributes": [
                     *             {
                     *               "name": "active",
                     *               "type": "boolean",
                     *               "multiValued": false,
                     *               "description": "False for who has left.",
                     *               "required": false,
                     *               "caseExact": false,
                     *               "mutability": "readWrite",
                     *               "returned": "default",
                     *               "uniqueness": "none"
                     *             }
                     *           ],
                     *           "meta": {
                     *             "resourceType": "Schema",
                     *             "location": "/scim/v2/Schemas/urn:ietf:params:scim:schemas:core:2.0:User"
                     *           }
                     *         }
                     *       ]
                     *     }
                     */
                    "application/scim+json": components["schemas"]["ScimSchemaList"];
                };
            };
            /** @description - `validation-failed`: The request is not well formed */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["ScimError"];
                };
            };
            /** @description - `unauthenticated`: Who is asking? */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["ScimError"];
                };
            };
            /** @description - `forbidden`: The caller may not do this */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["ScimError"];
                };
            };
            /** @description - `uri-too-long`: The address is too long */
            414: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["ScimError"];
                };
            };
            /** @description - `rate-limited`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["ScimError"];
                };
            };
            /** @description - `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["ScimError"];
                };
            };
            /** @description - `overloaded`: The service cannot answer right now */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["ScimError"];
                };
            };
        };
    };
    getScimSchema: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The URN of the schema. */
                urn: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The attributes of a kind of resource in SCIM. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "schemas": [
                     *         "urn:ietf:params:scim:schemas:core:2.0:Schema"
                     *       ],
                     *       "id": "urn:ietf:params:scim:schemas:core:2.0:User",
                     *       "name": "User",
                     *       "description": "An employee.",
                     *       "attributes": [
                     *         {
                     *           "name": "active",
                     *           "type": "boolean",
                     *           "multiValued": false,
                     *           "description": "False for who has left.",
                     *           "required": false,
                     *           "caseExact": false,
                     *           "mutability": "readWrite",
                     *           "returned": "default",
                     *           "uniqueness": "none"
                     *         }
                     *       ],
                     *       "meta": {
                     *         "resourceType": "Schema",
                     *         "location": "/scim/v2/Schemas/urn:ietf:params:scim:schemas:core:2.0:User"
                     *       }
                     *     }
                     */
                    "application/scim+json": components["schemas"]["ScimSchema"];
                };
            };
            /** @description - `validation-failed`: The request is not well formed */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["ScimError"];
                };
            };
            /** @description - `unauthenticated`: Who is asking? */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["ScimError"];
                };
            };
            /** @description - `forbidden`: The caller may not do this */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["ScimError"];
                };
            };
            /** @description - `not-found`: There is no such thing here */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["ScimError"];
                };
            };
            /** @description - `uri-too-long`: The address is too long */
            414: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["ScimError"];
                };
            };
            /** @description - `rate-limited`: Too many requests */
            429: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["ScimError"];
                };
            };
            /** @description - `internal-error`: Something went wrong on our side */
            500: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["ScimError"];
                };
            };
            /** @description - `overloaded`: The service cannot answer right now */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["ScimError"];
                };
            };
        };
    };
}
