import { z } from 'zod'
import { several } from '../wire.ts'

/** The parameter by which a read answers with these members whole, where it else names them. */
export const expanding = <const Names extends readonly [string, ...string[]]>(...names: Names) =>
  several(z.enum(names))
    .optional()
    .describe(
      `What comes whole, and not by its name or id alone: ${names.map((name) => `\`${name}\``).join(', ')}; a comma divides several. Each as far as you may read it yourself.`,
    )
