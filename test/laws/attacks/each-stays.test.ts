import { expect, test } from 'vitest'
import { useService } from '../../support/use-service.ts'
import { refusal } from '../script.ts'
import { stays } from './declared.ts'

const service = useService()

const changes: Readonly<Record<string, string>> = {
  INSERT: 'insert into probe default values',
  UPDATE: 'update probe set probed = 1',
  DELETE: 'delete from probe',
  TRUNCATE: 'truncate probe',
}

/** On a table with the same columns and one row, where nothing else can stand in the way. */
test.each(stays.map((stay) => [stay.name, stay] as const))(
  '%s refuses what it is there for',
  async (name, stay) => {
    const { table, on, refused } = stay
    const { rows } = await service.sql.query(
      'select pg_get_triggerdef(oid) as definition from pg_trigger where tgname = $1 and tgrelid = $2::regclass',
      [name, table],
    )
    const trigger = rows.map(({ definition }) => definition.replace(` ON public.${table} `, ' ON probe '))
    for (const change of on) {
      const steps = [
        `create temporary table probe on commit drop as table ${table} with no data`,
        'alter table probe add probed integer',
        'insert into probe default values',
      ]
      expect(await refusal(service, ...steps, changes[change] ?? '')).toBe('nothing')
      expect(await refusal(service, ...steps, ...trigger, changes[change] ?? '')).toBe(refused)
    }
  },
)
