import { mkdir, stat } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { CannotStart } from '../lib/cannot-start.ts'

/** Makes a folder and those above it. Node's own way tries for ever where a file system makes none, as /proc does. */
export async function makeFolder(path: string): Promise<void> {
  try {
    if ((await stat(path)).isDirectory()) return
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error
    const parent = dirname(resolve(path))
    if (parent !== resolve(path)) await makeFolder(parent)
  }
  await mkdir(path).catch(async (error: unknown) => {
    // Somebody else who starts may have made it just now.
    const there = codeOf(error) === 'EEXIST' && (await stat(path)).isDirectory()
    if (!there) throw error
  })
}

/** What keeps the data folder from being used, in a sentence; whatever else it was stays what it is. */
export function folderFailure(error: unknown, dataDir: string): unknown {
  const reason = reasons[codeOf(error)]
  if (reason === undefined) return error
  return new CannotStart(`DATA_DIR ${dataDir} ${reason}. Choose another folder with DATA_DIR.`, {
    cause: error,
  })
}

const noFile = 'is a file and no folder, or lies below one'
const notOurs = 'is not open to this user'

const reasons: Readonly<Record<string, string>> = {
  EACCES: notOurs,
  EPERM: notOurs,
  EROFS: 'cannot be written to',
  ENOENT: 'is in a place where no folder can be made',
  EEXIST: noFile,
  ENOTDIR: noFile,
  ENOSPC: 'is on a disk that is full',
  EDQUOT: 'is on a disk that is full for this user',
  ENAMETOOLONG: 'has a name that is too long',
  ELOOP: 'is a link that leads to itself',
  EINVAL: 'has a name that no folder can have',
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
