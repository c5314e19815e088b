import type { Service } from './service.ts'

/**
 * Makes every word of a test rare: PostgreSQL then counts so many other cases that a search begins at the words and not at
 * the newest cases. The others have words alone, and no list shows them.
 */
export async function addManyWords(service: Service): Promise<void> {
  await service.sql.query(`begin; set local session_replication_role = replica;
    insert into case_words (case_id, words) select gen_random_uuid(), to_tsvector('simple', 'filler ' || n) from generate_series(1, 20000) n;
    commit`)
  await service.sql.query('analyze case_words')
}
