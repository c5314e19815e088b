// The first import of a process: without `Temporal` the others fail one by one, and after the database was changed.
if (!('Temporal' in globalThis)) {
  process.stderr.write(
    `Eigenaar needs Node.js 26 or later, and this is ${process.versions.node}: start it with npm start, which brings its own.\n`,
  )
  process.exit(1)
}
