import type { Stage } from './own-service.ts'
import { head } from './story.ts'

/** The end of the demo: where what was played can be looked at, or how to keep it for that. */
export function tellWhereToLook({ url, key }: Stage, stays: boolean): void {
  head('Where to look')
  const docs = url.replace(/\/v1$/, '/docs')
  const lines = stays
    ? [
        `To read and to try: ${docs}`,
        '',
        `  export EIGENAAR=${url} KEY=${key}`,
        '',
        '  curl -s $EIGENAAR/cases -H "Authorization: Bearer $KEY"',
      ]
    : [
        'The service of this demo has gone. To look around in it, keep it: npm run demo -- --keep',
        'For one of your own: npm start, and then the README, "One question".',
      ]
  process.stdout.write(`${lines.join('\n')}\n`)
}
