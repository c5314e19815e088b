import { fileURLToPath } from 'node:url'

/**
 * For the environment of a process that a test starts: what Node has compiled of the source once it needs not compile
 * again, which is a third of a start.
 */
export const compileCache = {
  NODE_COMPILE_CACHE: fileURLToPath(new URL('../../node_modules/.vitest/compiled', import.meta.url)),
} as const
