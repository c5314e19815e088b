import { existsSync } from 'node:fs'
import { eventTypes } from '../../../src/history/event-types.ts'

/** What is asked for: `npm run new -- pinNote contacts PUT /cases/:caseId/notes/:noteId/pin note.pinned`. */
interface Asked {
  /** The operationId, a verb and a noun, such as `pinNote`. */
  readonly operation: string
  /** The folder under `src/rooms`. */
  readonly room: string
  readonly method: string
  /** Under `/v1`, with `:parameters`. */
  readonly path: string
  /** The type of event that tells of it: what it is about, and what happened. */
  readonly event: string
}

/** The names that follow from what is asked for. */
export interface Names extends Asked {
  /** `pin-note` */
  readonly file: string
  /** `PinNote` */
  readonly type: string
  /** `pinNoteRoutes` */
  readonly routes: string
  /** `caseId`, `noteId` */
  readonly parameters: readonly string[]
}

/** As `src/audit/rows-and-events.ts` knows them. */
const ofCases =
  /^(case|contact|note|consultation|callback|succession|gesture|ask|deviation)\.[a-z]+(-[a-z]+)*$/

const usage =
  'npm run new -- <operation> <room> <METHOD> <path> <event>, such as: npm run new -- pinNote contacts PUT /cases/:caseId/notes/:noteId/pin note.pinned'

/** Reads the arguments. Throws an error that says what is wrong, and how to call it. */
export function readAsked([
  operation = '',
  room = '',
  method = '',
  path = '',
  event = '',
]: readonly string[]): Names {
  const wrong = [
    /^[a-z]+(?:[A-Z][a-z]+)+$/.test(operation) ? '' : 'the operation is a verb and a noun, such as pinNote',
    /^[a-z-]+$/.test(room) && existsSync(`src/rooms/${room}`) ? '' : 'the room is a folder of src/rooms',
    /^(POST|PUT|PATCH|DELETE)$/.test(method) ? '' : 'the method is POST, PUT, PATCH or DELETE',
    /^\/cases\/:caseId(\/[a-z:][A-Za-z-]*)+$/.test(path) ? '' : 'the path begins with /cases/:caseId/',
    ofCases.test(event) && !(event in eventTypes)
      ? ''
      : 'the event is a new type about a case, such as note.pinned',
  ].filter((text) => text !== '')
  if (wrong.length > 0) throw new Error(`${wrong.join('; ')}\n${usage}`)

  const file = operation.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
  const type = operation.replace(/^[a-z]/, (letter) => letter.toUpperCase())
  return {
    operation,
    room,
    method,
    path,
    event,
    file,
    type,
    routes: `${operation}Routes`,
    parameters: [...path.matchAll(/:(\w+)/g)].map(([, name = '']) => name),
  }
}
