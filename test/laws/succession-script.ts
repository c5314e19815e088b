import { insert } from './script.ts'

interface Owned {
  readonly id: string
  readonly owner: { readonly id: string }
}

/** A completed succession of a case, by the departure of its owner, unless the row says otherwise. */
export const successionRow = (
  kase: Owned,
  toOwnerId: string,
  row: Readonly<Record<string, string | null>> = {},
): string =>
  insert('successions', {
    id: 'gen_random_uuid()',
    case_id: kase.id,
    cause: 'departure',
    from_owner_id: kase.owner.id,
    to_owner_id: toOwnerId,
    departure_of: kase.owner.id,
    reported_by_id: kase.owner.id,
    requested_at: 'now()',
    completed_at: 'now()',
    ...row,
  })

/** Gives a case and its promise to another owner, with a history to it that names the succession. */
export const moveTo = (caseId: string, ownerId: string, successionId: string): string[] => [
  'set constraints all deferred',
  `insert into events (id, type, at, case_id, case_sequence, actor_kind, data)
    select gen_random_uuid(), 'case.succeeded', now(), id, version + 1, 'system', '{"successionId": "${successionId}", "toOwnerId": "${ownerId}"}'
    from cases where id = '${caseId}'`,
  `update callbacks set owner_id = '${ownerId}' where case_id = '${caseId}' and state = 'open'`,
  `update cases set owner_id = '${ownerId}', succession_id = '${successionId}', version = version + 1 where id = '${caseId}'`,
]
