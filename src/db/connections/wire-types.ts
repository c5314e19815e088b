import pg from 'pg'
import { wireInstant } from '../wire-instant.ts'

/** Values arrive ready for the wire: moments as RFC 3339 in UTC, dates as they are, counts as numbers. */
export const wireTypes = new pg.TypeOverrides()
wireTypes.setTypeParser(pg.types.builtins.TIMESTAMPTZ, wireInstant)
wireTypes.setTypeParser(pg.types.builtins.DATE, (value: string) => value)
wireTypes.setTypeParser(pg.types.builtins.INT8, Number)
