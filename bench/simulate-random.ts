/** Chance that can be had again: the same seed draws the same. */
export interface Dice {
  /** From 0 to below 1, all alike. */
  draw(): number
  /** From 0 to below `count`, whole. */
  whole(count: number): number
  /** Around a median, above zero, with a long tail upwards: `sigma` is that of its logarithm. */
  longTailed(median: number, sigma: number): number
  /** How often something happens that happens `mean` times on average. */
  times(mean: number): number
}

export function throwDice(seed: number): Dice {
  let state = seed >>> 0
  // SplitMix32: small, and good enough where nobody's secret hangs on it.
  const draw = (): number => {
    state = (state + 0x9e3779b9) >>> 0
    let mixed = state ^ (state >>> 16)
    mixed = Math.imul(mixed, 0x21f0aaad)
    mixed ^= mixed >>> 15
    mixed = Math.imul(mixed, 0x735a2d97)
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 32
  }
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - draw())) * Math.cos(2 * Math.PI * draw())
  return {
    draw,
    whole: (count) => Math.floor(draw() * count),
    longTailed: (median, sigma) => median * Math.exp(sigma * normal()),
    times(mean) {
      let happened = 0
      for (let left = Math.exp(-mean), chance = draw(); chance > left; chance *= draw()) happened++
      return happened
    },
  }
}
