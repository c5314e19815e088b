import { randomUUID } from 'node:crypto'
import { callbackRow, insert } from './script.ts'
import { tell } from './tell.ts'

interface Like {
  readonly owner: { readonly id: string }
  readonly customer: { readonly id: string }
  readonly teamId: string
}

/** A case as a script would open it, like one that is there, with its promise and its history; its owner takes it. */
export const openingOf = (
  { owner, customer, teamId }: Like,
  row: Readonly<Record<string, string | null>> = {},
): readonly string[] => {
  const [id, promise] = [row.id ?? randomUUID(), randomUUID()]
  return [
    'set constraints all deferred',
    insert('cases', {
      id,
      reference: `'987654321987'`,
      customer_id: customer.id,
      owner_id: owner.id,
      team_id: teamId,
      callback_id: promise,
      subject: 'Twice',
      question: 'Why twice?',
      origin: 'question',
      channel: 'phone',
      opened_by_kind: 'employee',
      opened_by_id: owner.id,
      assignment_reason: 'taken',
      opened_at: 'now()',
      version: '1',
      ...row,
    }),
    insert('events', {
      id: 'gen_random_uuid()',
      type: 'case.opened',
      at: 'now()',
      case_id: id,
      case_sequence: '1',
      actor_kind: 'system',
      data: '{}',
    }),
    callbackRow({ id, owner }, { id: promise }),
    tell,
  ]
}
