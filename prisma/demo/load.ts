import { log } from '#lib/log.ts'
import { beginLoading, endLoading } from './loading.ts'
import { play } from './play/play.ts'
import { scenario } from './scenario.ts'

/**
 * Loads the demo group into an empty database: plays the scenario through the product's own commands, so that every row and
 * every link of a record is what the product would have made. The instance admin becomes one of its organizers. Sends no
 * mail. What is cut off halfway is removed by `clearCutOff` (loading.ts) at the next start.
 *
 * @returns the id of the group; null when another process is loading it.
 */
export async function loadDemo(now = new Date()): Promise<string | null> {
  if (!(await beginLoading())) return null
  const logger = log()
  const { level } = logger
  // What the people of the demo did is no event of this instance.
  if (logger.isLevelEnabled('info')) logger.level = 'warn'
  try {
    const { groupId } = await play(scenario, now)
    await endLoading()
    return groupId
  } finally {
    logger.level = level
  }
}
