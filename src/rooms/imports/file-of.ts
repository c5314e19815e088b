import type { FastifyRequest } from 'fastify'
import { fileTypes } from './file-types.ts'
import type { SentFile } from './stage-lines.ts'

/** What a request says of the file that it brings: how its lines are read, and in which characters. */
export function fileOf({ headers }: Pick<FastifyRequest, 'headers'>): Pick<SentFile, 'format' | 'charset'> {
  const [type = '', ...parameters] = (headers['content-type'] ?? '').split(';').map((part) => part.trim())
  const charset = parameters
    .map((each) => /^charset="?([^"]+)"?$/i.exec(each)?.[1])
    .find((each) => each !== undefined)
  return { format: fileTypes[type.toLowerCase()] ?? 'csv', charset }
}
