import { startEmbedded } from '../../src/postgres/embedded.ts'

// A process for embedded.test.ts to kill: it holds the cluster in the folder it is given, and says its address.
const { url } = await startEmbedded({ dataDir: process.argv[2] ?? '', settings: { fsync: 'off' } })
process.stdout.write(`${url}\n`)
setInterval(() => undefined, 60_000)
