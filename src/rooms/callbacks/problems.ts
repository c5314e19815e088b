import { problem } from '../../lib/problem.ts'

export const CallbackIsClosed = problem({
  code: 'callback-is-closed',
  status: 409,
  title: 'The callback has ended',
  advice:
    'It was kept, replaced or released, and stays as it ended. Get the case: if it is open, it has another callback.',
  constraints: ['callbacks_promise_stands'],
})

const suggestions = [
  { from: '2026-11-02T13:00:00.000Z', until: '2026-11-02T14:00:00.000Z' },
  { from: '2026-11-02T14:00:00.000Z', until: '2026-11-02T15:00:00.000Z' },
]

export const OutsideOpeningHours = problem({
  code: 'outside-opening-hours',
  status: 422,
  title: 'Nobody can keep a promise then',
  advice:
    'A window lies within the hours in which the team is open, whoever will call works (the owner, or within an absence the stand-in) and the customer likes to be contacted. `outside` says whose hours it leaves: `team`, `owner` (or who stands in then) or `customer`. `suggestions` are up to five windows that can be promised, in order; GET /v1/cases/{caseId}/callback-slots lists all.',
  example: { outside: 'team', suggestions },
})

export const BeyondCallbackHorizon = problem({
  code: 'beyond-callback-horizon',
  status: 422,
  title: 'That is too far away to promise',
  advice:
    'A team promises so many working days ahead as its agreements say. `horizon` is the first moment beyond, and `suggestions` are up to five windows before it.',
  example: { horizon: '2026-11-16T23:00:00.000Z', suggestions },
})

export const SlotFull = problem({
  code: 'slot-full',
  status: 422,
  title: 'Whoever will call has promised enough for this hour',
  advice:
    'The agreements say how many callbacks one employee promises for one clock hour: the owner, or within an absence the stand-in. Choose one of the `suggestions`, or leave the window out: the one that the agreement computes books no hour.',
  example: { suggestions },
  // It decides who gets the last place in an hour of whoever will call.
  constraints: [{ name: 'callbacks_hour_has_room', lost: 'choose-again' }],
})

/** What may be wrong with a window that is given. */
export const windowProblems = [OutsideOpeningHours, BeyondCallbackHorizon, SlotFull] as const
