import { forgetOtherServers } from './account.ts'
import { openCluster } from './cluster.ts'
import { folderFailure } from './data-folder.ts'
import { DataDirInUse } from './guard.ts'
import { Keeper } from './keeper.ts'
import { chooseAddress } from './postmaster.ts'
import { postgresSettings } from './settings.ts'

export { DataDirInUse }

/** A PostgreSQL of our own, looked after by this process. */
export interface EmbeddedPostgres {
  /** The database `eigenaar`, as its owner. Stays the same while this process lives. */
  readonly url: string
  /** Shuts PostgreSQL down and waits until it is gone. */
  stop(): Promise<void>
}

/**
 * Starts the PostgreSQL cluster in `dataDir`, which is made first where there is none, and starts it again
 * should it die. One that outlived a killed process is taken over as it runs. Throws DataDirInUse when a live
 * process holds the folder, and `CannotStart` for one that is of no use.
 */
export async function startEmbedded(options: {
  readonly dataDir: string
  readonly say?: (line: string) => void
  /** PostgreSQL settings that take the place of ours. Those of one that is taken over stay what they were. */
  readonly settings?: Readonly<Record<string, string>>
}): Promise<EmbeddedPostgres> {
  const say = options.say ?? (() => undefined)
  const settings = postgresSettings(options.settings ?? {})
  forgetOtherServers()
  const cluster = await openCluster(options.dataDir, settings.fsync !== 'off').catch((error: unknown) => {
    throw folderFailure(error, options.dataDir)
  })
  const keeper = new Keeper(cluster, await chooseAddress(cluster), settings, say)
  await keeper.start()
  return { url: keeper.url, stop: () => keeper.stop() }
}
