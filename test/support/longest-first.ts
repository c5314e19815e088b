import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Files that take long though they are small: what they wait for is processes, crowds and the clock. */
const long = ['laws/new-operation', 'faults/silence', 'faults/deadlines', 'calendar/oracle', 'imports/killed']

/**
 * Begins with the files that take longest, so that none of them is left alone at the end of a run. Without results of an
 * earlier run Vitest goes by their size. The other way round for who only wants to know whether any fails: `--bail`.
 */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isLong = ({ moduleId }: TestSpecification) =>
      long.some((name) => moduleId.endsWith(`/test/${name}.test.ts`))
    const sorted = await super.sort(files)
    const longestFirst = [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))]
    return (this.ctx.config.bail ?? 0) > 0 ? longestFirst.reverse() : longestFirst
  }
}
