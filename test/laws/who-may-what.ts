import { type Person, people } from '../support/cast.ts'

/**
 * What a cell says. A number is the status, and with it the code: 401 `unauthenticated`, 403 `forbidden`, 404
 * `not-found`. `owner's`: 403 `only-the-owner`. `in`, `out`: 200, and the object is in the answer, or nothing of it is.
 * `summary`: 200, whose it is and what is promised, and no more.
 */
const answers = ['200', '201', '202', '204', '401', '403', '404', "owner's", 'in', 'out', 'summary'] as const
export type Cell = (typeof answers)[number]

/** What an operation answers to whom. */
export interface Row {
  /** The operationId, and after a blank what is asked of it, where that makes a difference. */
  readonly name: string
  readonly operation: string
  /**
   * What a system needs that calls for itself: a scope, several divided by `/` of which one will do, `any` key, none
   * since `anybody` may, or `-` where systems by themselves may not at all. `admin` includes every scope.
   */
  readonly needs: string
  readonly withIt: Cell
  readonly without: Cell
  /** Without a key, or with one that is none or none any more. */
  readonly nobody: Cell
  /** A system acting for somebody who has left, or without the scope to act for anybody. */
  readonly barred: Cell
  readonly people: Readonly<Record<Person, Cell>>
}

/**
 * Who may what: a row for each operation. The case is one of the owner's team; the coach, the admin and the foreigner
 * are in another team, and the specialist in none. For the last three, who are in the owner's team, the case is a
 * complaint about themselves. Employees call through a system that may act for them.
 */
const table = `
operation              | needs                  with-it without | nobody barred | owner teammate foreign specialist coach   admin   | concerned concernedCoach concernedAdmin

# Public
getDocument            | anybody                200     200     | 200    200    | 200   200      200     200        200     200     | 200       200            200
getLiveness            | anybody                200     200     | 200    200    | 200   200      200     200        200     200     | 200       200            200
getReadiness           | anybody                200     200     | 200    200    | 200   200      200     200        200     200     | 200       200            200
listPublicKeys         | anybody                200     200     | 200    200    | 200   200      200     200        200     200     | 200       200            200
listProblems           | anybody                200     200     | 200    200    | 200   200      200     200        200     200     | 200       200            200
getProblem             | anybody                200     200     | 200    200    | 200   200      200     200        200     200     | 200       200            200

# The organisation
getOrganisation        | cases:read             200     403     | 401    403    | 200   200      200     200        200     200     | 200       200            200
changeOrganisation     | admin                  200     403     | 401    403    | 403   403      403     403        403     200     | 403       403            200
listTeams              | cases:read             in      403     | 401    403    | in    in       in      in         in      in      | in        in             in
createTeam             | admin                  201     403     | 401    403    | 403   403      403     403        403     201     | 403       403            201
getTeam                | cases:read             200     403     | 401    403    | 200   200      200     200        200     200     | 200       200            200
changeTeam             | admin                  200     403     | 401    403    | 403   403      403     403        403     200     | 403       403            200
getAgreements          | cases:read             200     403     | 401    403    | 200   200      200     200        200     200     | 200       200            200
changeAgreements       | admin                  200     403     | 401    403    | 200   200      403     403        200     200     | 200       200            200
getBoard               | cases:read             in      403     | 401    403    | in    in       403     403        in      in      | out       out            out
getCoverage            | cases:read             200     403     | 401    403    | 200   200      403     403        200     200     | 200       200            200
reportCoverage         | reports:read           in      403     | 401    403    | 403   403      403     403        in      in      | 403       in             in
reportPromises         | reports:read           200     403     | 401    403    | 403   403      403     403        200     200     | 403       200            200
reportOwnership        | reports:read           200     403     | 401    403    | 403   403      403     403        200     200     | 403       200            200
reportFaces            | reports:read           200     403     | 401    403    | 403   403      403     403        200     200     | 403       200            200
reportExits            | reports:read           200     403     | 401    403    | 403   403      403     403        200     200     | 403       200            200
reportSatisfaction     | reports:read           200     403     | 401    403    | 403   403      403     403        200     200     | 403       200            200
reportConsultations    | reports:read           200     403     | 401    403    | 403   403      403     403        200     200     | 403       200            200
reportStuck            | reports:read           200     403     | 401    403    | 403   403      403     403        200     200     | 403       200            200
reportEmpowerment      | reports:read           200     403     | 401    403    | 403   403      403     403        200     200     | 403       200            200
reportRules            | reports:read           200     403     | 401    403    | 403   403      403     403        200     200     | 403       200            200
reportIdeas            | reports:read           200     403     | 401    403    | 403   403      403     403        200     200     | 403       200            200
reportOutreaches       | reports:read           200     403     | 401    403    | 403   403      403     403        200     200     | 403       200            200
reportJourney          | reports:read           200     403     | 401    403    | 403   403      403     403        200     200     | 403       200            200
listTopics             | cases:read             in      403     | 401    403    | in    in       in      in         in      in      | in        in             in
createTopic            | admin                  201     403     | 401    403    | 403   403      403     403        403     201     | 403       403            201
getTopic               | cases:read             200     403     | 401    403    | 200   200      200     200        200     200     | 200       200            200
changeTopic            | admin                  200     403     | 401    403    | 403   403      403     403        403     200     | 403       403            200

# People and keys
listEmployees          | cases:read             in      403     | 401    403    | in    in       in      in         in      in      | in        in             in
createEmployee         | admin                  201     403     | 401    403    | 403   403      403     403        403     201     | 403       403            201
getEmployee            | cases:read             200     403     | 401    403    | 200   200      200     200        200     200     | 200       200            200
changeEmployee         | admin                  200     403     | 401    403    | 403   403      403     403        403     200     | 403       403            200
getPresence            | calls:write/cases:read 200     403     | 401    403    | 200   200      200     200        200     200     | 200       200            200
setPresence            | calls:write            200     403     | 401    403    | 200   403      403     403        200     200     | 403       200            200
listAbsences           | cases:read             in      403     | 401    403    | in    in       in      in         in      in      | in        in             in
registerAbsence        | admin                  201     403     | 401    403    | 201   403      403     403        201     201     | 403       201            201
getAbsence             | cases:read             200     403     | 401    403    | 200   200      200     200        200     200     | 200       200            200
endAbsence             | admin                  204     403     | 401    403    | 204   403      403     403        204     204     | 403       204            204
departEmployee         | admin                  200     403     | 401    403    | 403   403      403     403        403     200     | 403       403            200
getMe                  | any                    200     403     | 401    403    | 200   200      200     200        200     200     | 200       200            200
getDay                 | -                      403     403     | 401    403    | 200   200      200     200        200     200     | 200       200            200
getEffect              | -                      403     403     | 401    403    | 200   200      200     200        200     200     | 200       200            200
makeCalendarFeed       | admin                  201     403     | 401    403    | 201   403      403     403        403     201     | 403       403            201
revokeCalendarFeed     | admin                  204     403     | 401    403    | 204   403      403     403        403     204     | 403       403            204
getCalendarFeed        | anybody                in      in      | in     in     | in    in       in      in         in      in      | in        in             in
listApiKeys            | admin                  in      403     | 401    403    | 403   403      403     403        403     in      | 403       403            in
createApiKey           | admin                  201     403     | 401    403    | 403   403      403     403        403     201     | 403       403            201
listWebhooks           | webhooks:write         200     403     | 401    403    | 403   403      403     403        403     200     | 403       403            200
createWebhook          | webhooks:write         201     403     | 401    403    | 403   403      403     403        403     201     | 403       403            201
getWebhook             | webhooks:write         200     403     | 401    403    | 403   403      403     403        403     200     | 403       403            200
changeWebhook          | webhooks:write         200     403     | 401    403    | 403   403      403     403        403     200     | 403       403            200
removeWebhook          | webhooks:write         204     403     | 401    403    | 403   403      403     403        403     204     | 403       403            204
rotateWebhookSecret    | webhooks:write         200     403     | 401    403    | 403   403      403     403        403     200     | 403       403            200
listDeliveries         | webhooks:write         200     403     | 401    403    | 403   403      403     403        403     200     | 403       403            200
resendDelivery         | webhooks:write         200     403     | 401    403    | 403   403      403     403        403     200     | 403       403            200
replayEvents           | webhooks:write         200     403     | 401    403    | 403   403      403     403        403     200     | 403       403            200
testWebhook            | webhooks:write         201     403     | 401    403    | 403   403      403     403        403     201     | 403       403            201
rotateApiKey           | admin                  201     404     | 401    403    | 403   403      403     403        403     201     | 403       403            201
revokeApiKey           | admin                  204     403     | 401    403    | 403   403      403     403        403     204     | 403       403            204

# Customers
listCustomers          | customers:read         in      403     | 401    403    | in    in       out     out        in      in      | in        in             in
listCustomers search   | customers:read         in      403     | 401    403    | in    in       in      in         in      in      | in        in             in
createCustomer         | customers:write        201     403     | 401    403    | 201   201      201     201        201     201     | 201       201            201
getCustomer            | customers:read         200     403     | 401    403    | 200   200      summary summary    200     200     | 200       200            200
changeCustomer         | customers:write        200     403     | 401    403    | 200   200      403     403        200     200     | 200       200            200
getCustomerByReference | customers:read         200     403     | 401    403    | 200   200      summary summary    200     200     | 200       200            200
putCustomerByReference       | customers:write  201     403     | 401    403    | 201   201      201     201        201     201     | 201       201            201
putCustomerByReference known | customers:write  200     403     | 401    403    | 200   200      403     403        200     200     | 200       200            200
listFacts              | customers:read         in      403     | 401    403    | in    in       404     404        in      in      | in        in             in
listDisturbances       | customers:read         in      403     | 401    403    | in    in       404     404        in      in      | in        in             in
recordFact             | customers:write        201     403     | 401    403    | 201   201      403     403        201     201     | 201       201            201
removeFact             | customers:write        204     403     | 401    403    | 204   204      403     403        204     204     | 204       204            204
mergeCustomer          | customers:write        200     403     | 401    403    | 200   200      403     403        200     200     | 200       200            200
unmergeCustomer        | customers:write        200     403     | 401    403    | 200   200      403     403        200     200     | 200       200            200
getPersonalData        | admin                  200     403     | 401    403    | 403   403      403     403        403     200     | 403       403            200
eraseCustomer          | admin                  200     403     | 401    403    | 403   403      403     403        403     200     | 403       403            200
getCustomerTimeline    | cases:read             in      403     | 401    403    | in    in       404     404        in      in      | out       out            out

# Cases
listCases              | cases:read             in      403     | 401    403    | in    in       out     out        in      in      | out       out            out
openCase               | cases:write            201     403     | 401    403    | 201   201      201     201        201     201     | 201       201            201
getCase                | cases:read             200     403     | 401    403    | 200   200      404     404        200     200     | 404       404            404
getCaseByReference     | cases:read             200     403     | 401    403    | 200   200      404     404        200     200     | 404       404            404
changeCase             | cases:write            200     403     | 401    403    | 200   200      404     404        200     200     | 404       404            404
resolveCase answered   | -                      403     403     | 401    403    | 200   owner's  404     404        owner's owner's | 404       404            404
resolveCase withdrawn  | -                      403     403     | 401    403    | 200   owner's  404     404        owner's owner's | 404       404            404
correctCustomer        | -                      403     403     | 401    403    | 200   owner's  404     404        owner's owner's | 404       404            404
reopenCase             | cases:write            200     403     | 401    403    | 200   200      summary summary    200     200     | 404       404            404
getCaseTimeline        | cases:read             200     403     | 401    403    | 200   200      404     404        200     200     | 404       404            404
listNotes              | cases:read             in      403     | 401    403    | in    in       404     404        in      in      | 404       404            404
addNote                | cases:write            201     403     | 401    403    | 201   201      404     404        201     201     | 404       404            404
listContacts           | cases:read             in      403     | 401    403    | in    in       404     404        in      in      | 404       404            404
recordContact inbound  | cases:write            201     403     | 401    403    | 201   201      201     201        201     201     | 404       404            404
recordContact outbound | cases:write            owner's 403     | 401    403    | 201   owner's  owner's owner's    owner's owner's | 404       404            404

# Callbacks
listCallbacks          | cases:read             in      403     | 401    403    | in    in       out     out        in      in      | out       out            out
getCallback            | cases:read             200     403     | 401    403    | 200   200      404     404        200     200     | 404       404            404
listCallbackSlots      | cases:read             200     403     | 401    403    | 200   200      404     404        200     200     | 404       404            404
attemptCallback        | -                      403     403     | 401    403    | 201   owner's  404     404        owner's owner's | 404       404            404
rescheduleCallback     | -                      403     403     | 401    403    | 201   owner's  404     404        owner's owner's | 404       404            404

# Consultations
askColleague           | -                      403     403     | 401    403    | 201   owner's  404     404        owner's owner's | 404       404            404
listCaseConsultations  | cases:read             in      403     | 401    403    | in    in       404     404        in      in      | 404       404            404
listConsultations      | cases:read             in      403     | 401    403    | in    in       out     out        in      in      | out       out            out
getConsultation        | cases:read             200     403     | 401    403    | 200   200      404     404        200     200     | 404       404            404
answerConsultation     | -                      403     403     | 401    403    | 403   200      404     404        403     403     | 404       404            404
declineConsultation    | -                      403     403     | 401    403    | 403   200      404     404        403     403     | 404       404            404
withdrawConsultation   | -                      403     403     | 401    403    | 200   owner's  404     404        owner's owner's | 404       404            404
rateAnswer             | -                      403     403     | 401    403    | 200   owner's  404     404        owner's owner's | 404       404            404

# Rules
listRules              | cases:read             in      403     | 401    403    | in    in       in      in         in      in      | in        in             in
createRule             | admin                  201     403     | 401    403    | 403   403      403     403        201     201     | 403       201            201
getRule                | cases:read             200     403     | 401    403    | 200   200      200     200        200     200     | 200       200            200
getRuleBill            | cases:read             200     403     | 401    403    | 200   200      200     200        200     200     | 200       200            200
changeRule             | admin                  200     403     | 401    403    | 403   403      403     403        200     200     | 403       200            200
reviewRule             | -                      403     403     | 401    403    | 200   403      403     403        200     200     | 403       200            200
recordDeviation        | -                      403     403     | 401    403    | 201   owner's  404     404        owner's owner's | 404       404            404
listCaseDeviations     | cases:read             in      403     | 401    403    | in    in       404     404        in      in      | 404       404            404
listDeviations         | cases:read             in      403     | 401    403    | in    in       out     out        in      in      | out       out            out
# Satisfaction
getCaseLinks           | links:read             200     403     | 401    403    | 403   403      403     403        403     403     | 403       403            403
getSurvey              | anybody                200     200     | 200    200    | 200   200      200     200        200     200     | 200       200            200
answerSurvey           | anybody                200     200     | 200    403    | 403   403      403     403        403     403     | 403       403            403
getTracking            | anybody                200     200     | 200    200    | 200   200      200     200        200     200     | 200       200            200
changeTracking         | anybody                200     200     | 200    403    | 403   403      403     403        403     403     | 403       403            403
getStatement           | anybody                200     200     | 200    200    | 200   200      200     200        200     200     | 200       200            200
getPromiseCalendar     | anybody                200     200     | 200    200    | 200   200      200     200        200     200     | 200       200            200
# Heads-ups
listHeadsUps           | cases:read             in      403     | 401    403    | in    in       in      in         in      in      | in        in             in
createHeadsUp          | admin                  201     403     | 401    403    | 201   201      201     201        201     201     | 201       201            201
getHeadsUp             | cases:read             200     403     | 401    403    | 200   200      200     200        200     200     | 200       200            200
changeHeadsUp          | admin                  200     403     | 401    403    | 200   403      403     403        200     200     | 403       200            200
acknowledgeHeadsUp     | -                      403     403     | 401    403    | 200   200      403     403        403     403     | 200       200            200
releaseHeadsUp         | admin                  200     403     | 401    403    | 200   403      403     403        200     200     | 403       200            200
# Pulse
listPulse              | reports:read           200     403     | 401    403    | 200   200      200     200        200     200     | 200       200            200
givePulse              | -                      403     403     | 401    403    | 201   201      201     201        201     201     | 201       201            201
sharePulse             | -                      403     403     | 401    403    | 403   403      403     403        200     200     | 403       200            200

# Outreaches
listOutreaches         | cases:read             in      403     | 401    403    | in    in       in      in         in      in      | in        in             in
createOutreach         | admin                  201     403     | 401    403    | 201   201      201     201        201     201     | 201       201            201
getOutreach            | cases:read             200     403     | 401    403    | 200   200      200     200        200     200     | 200       200            200
changeOutreach         | admin                  200     403     | 401    403    | 200   403      403     403        200     200     | 403       200            200
startOutreach          | admin                  200     403     | 401    403    | 403   403      403     403        200     200     | 403       200            200
pauseOutreach          | admin                  200     403     | 401    403    | 403   403      403     403        200     200     | 403       200            200
stopOutreach           | admin                  200     403     | 401    403    | 403   403      403     403        200     200     | 403       200            200
listOutreachCustomers  | customers:read         in      403     | 401    403    | 403   403      403     403        in      in      | 403       in             in
addOutreachCustomers   | admin                  200     403     | 401    403    | 200   403      403     403        200     200     | 403       200            200
# Ideas
listIdeas              | cases:read             in      403     | 401    403    | in    in       in      in         in      in      | in        in             in
createIdea             | -                      403     403     | 401    403    | 201   201      201     201        201     201     | 201       201            201
getIdea                | cases:read             200     403     | 401    403    | 200   200      200     200        200     200     | 200       200            200
changeIdea             | -                      403     403     | 401    403    | 403   403      403     403        200     200     | 403       200            200
supportIdea            | -                      403     403     | 401    403    | 403   200      200     200        200     200     | 200       200            200
answerIdea             | -                      403     403     | 401    403    | 403   403      403     403        200     200     | 403       200            200
# Empowerment
getValues              | cases:read             200     403     | 401    403    | 200   200      200     200        200     200     | 200       200            200
putValues              | admin                  200     403     | 401    403    | 403   403      403     403        403     200     | 403       403            200
grantGesture           | -                      403     403     | 401    403    | 201   owner's  404     404        owner's owner's | 404       404            404
listCaseGestures       | cases:read/gestures:fulfil in  403     | 401    403    | in    in       404     404        in      in      | 404       404            404
listGestures           | cases:read/gestures:fulfil in  403     | 401    403    | in    in       out     out        in      in      | out       out            out
getGesture             | cases:read/gestures:fulfil 200 403     | 401    403    | 200   200      404     404        200     200     | 404       404            404
fulfilGesture          | gestures:fulfil        200     403     | 401    403    | 403   403      403     403        403     403     | 403       403            403
withdrawGesture        | -                      403     403     | 401    403    | 200   owner's  404     404        owner's owner's | 404       404            404
makeAsk                | -                      403     403     | 401    403    | 201   owner's  404     404        owner's owner's | 404       404            404
listCaseAsks           | cases:read             in      403     | 401    403    | in    in       404     404        in      in      | 404       404            404
listAsks               | cases:read             in      403     | 401    403    | in    in       out     out        in      in      | out       out            out
getAsk                 | cases:read             200     403     | 401    403    | 200   200      404     404        200     200     | 404       404            404
answerAsk              | -                      403     403     | 401    403    | 403   403      403     403        403     200     | 403       404            404
withdrawAsk            | -                      403     403     | 401    403    | 200   owner's  404     404        owner's owner's | 404       404            404
listBudgets            | admin                  in      403     | 401    403    | out   out      out     out        out     in      | out       in             in
makeBudget             | admin                  201     403     | 401    403    | 403   403      403     403        403     201     | 403       201            201
getBudget              | admin                  200     403     | 401    403    | 404   404      404     404        404     200     | 404       200            200
changeBudget           | admin                  200     403     | 401    403    | 403   403      403     403        404     200     | 403       200            200

# Successions
listSuccessions          | cases:read           in      403     | 401    403    | in    in       out     out        in      in      | out       out            out
getSuccession            | cases:read           200     403     | 401    403    | 200   200      404     404        200     200     | 404       404            404
requestSuccession choice | -                    403     403     | 401    403    | 403   201      404     404        201     201     | 404       404            404
requestSuccession safety | -                    403     403     | 401    403    | 201   403      404     404        201     201     | 404       404            404
confirmSuccession        | -                    403     403     | 401    403    | 403   403      404     404        200     200     | 404       404            404

# Provisioning
getScimConfig          | employees:provision    200     403     | 401    403    | 403   403      403     403        403     403     | 403       403            403
listScimResourceTypes  | employees:provision    200     403     | 401    403    | 403   403      403     403        403     403     | 403       403            403
getScimResourceType    | employees:provision    200     403     | 401    403    | 403   403      403     403        403     403     | 403       403            403
listScimSchemas        | employees:provision    200     403     | 401    403    | 403   403      403     403        403     403     | 403       403            403
getScimSchema          | employees:provision    200     403     | 401    403    | 403   403      403     403        403     403     | 403       403            403
listScimUsers          | employees:provision    in      403     | 401    403    | 403   403      403     403        403     403     | 403       403            403
createScimUser         | employees:provision    201     403     | 401    403    | 403   403      403     403        403     403     | 403       403            403
getScimUser            | employees:provision    200     403     | 401    403    | 403   403      403     403        403     403     | 403       403            403
putScimUser            | employees:provision    200     403     | 401    403    | 403   403      403     403        403     403     | 403       403            403
changeScimUser         | employees:provision    200     403     | 401    403    | 403   403      403     403        403     403     | 403       403            403
deleteScimUser         | employees:provision    204     403     | 401    403    | 403   403      403     403        403     403     | 403       403            403

# Telephony and events
lookUpCaller           | calls:write/cases:read in      403     | 401    403    | in    in       in      in         in      in      | out       out            out
recordCall             | calls:write            200     403     | 401    403    | 403   403      403     403        403     403     | 403       403            403
listCalls              | calls:write/cases:read in      403     | 401    403    | 403   403      403     403        403     in      | 403       403            out
getCall                | calls:write/cases:read 200     403     | 401    403    | 403   403      403     403        403     200     | 403       403            404
recordZammadCall       | anybody                200     200     | 200    200    | 200   200      200     200        200     200     | 200       200            200
getMetrics             | reports:read           200     403     | 401    403    | 403   403      403     403        200     200     | 403       200            200
listEvents             | events:read            in      403     | 401    403    | 403   403      403     403        403     in      | 403       403            out
listCheckpoints        | events:read            200     403     | 401    403    | 403   403      403     403        403     200     | 403       403            200
importCustomers        | imports:write          202     403     | 401    403    | 403   403      403     403        403     202     | 403       403            202
createImport           | imports:write          202     403     | 401    403    | 403   403      403     403        403     202     | 403       403            202
listImports            | imports:write          in      403     | 401    403    | 403   403      403     403        403     in      | 403       403            in
getImport              | imports:write          200     403     | 401    403    | 403   403      403     403        403     200     | 403       403            200
listImportRefusals     | imports:write          200     403     | 401    403    | 403   403      403     403        403     200     | 403       403            200
listEventTypes         | any                    200     200     | 401    403    | 200   200      200     200        200     200     | 200       200            200
makeEventTicket        | events:read            201     403     | 401    403    | 403   403      403     403        403     201     | 403       403            201
exportRows             | exports:read           200     403     | 401    403    | 403   403      403     403        403     403     | 403       403            403
`

/** The table by its headings. Throws for a line that does not fit it. */
export const sections = read(table)
export const whoMayWhat: readonly Row[] = sections.flatMap(({ rows }) => rows)

function read(text: string) {
  const found: { readonly title: string; readonly rows: Row[] }[] = []
  const [headings = '', ...lines] = text.split('\n').filter((line) => line.trim() !== '')
  if (partsOf(headings).slice(6).join() !== people.join())
    throw new Error('the columns are those of the cast')
  for (const line of lines) {
    if (line.startsWith('# ')) found.push({ title: line.slice(2), rows: [] })
    else found.at(-1)?.rows.push(rowOf(line))
  }
  return found
}

function partsOf(line: string): string[] {
  const [name = '', ...rest] = line.split('|').map((part) => part.trim())
  return [name, ...rest.join(' ').split(/ +/)]
}

function rowOf(line: string): Row {
  const [name = '', needs = '', ...cells] = partsOf(line)
  const [withIt, without, nobody, barred, ...each] = cells.map((cell) => {
    const known = answers.find((answer) => answer === cell)
    if (!known) throw new Error(`${name}: ${cell} is no answer`)
    return known
  })
  if (!withIt || !without || !nobody || !barred || each.length !== people.length)
    throw new Error(`${name}: not a whole row`)
  return {
    name,
    operation: name.split(' ')[0] ?? '',
    needs,
    withIt,
    without,
    nobody,
    barred,
    people: Object.fromEntries(people.map((person, n) => [person, each[n]])) as Row['people'],
  }
}
