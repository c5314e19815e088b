import type { ClientBase } from 'pg'

/**
 * Lets a database take moments that are not now: tests play with time, and a script seeds what happened yesterday. The
 * triggers that ask for the present moment end in `_of_now` (src/tables/laws/moments.sql).
 */
export const letTimeMove = (client: Pick<ClientBase, 'query'>): Promise<unknown> =>
  client.query(moments('disable'))

/** Asks for the present moment again, as a database does that nobody plays with. */
export const letTimeBe = (client: Pick<ClientBase, 'query'>): Promise<unknown> =>
  client.query(moments('enable'))

const moments = (how: 'disable' | 'enable') => `
  do $$ declare t record; begin
    for t in select tgrelid::regclass as of, tgname from pg_trigger where tgname like '%_of_now' loop
      execute format('alter table %s ${how} trigger %I', t.of, t.tgname);
    end loop;
  end $$`
