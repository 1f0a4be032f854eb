import type { Instrumentation } from 'next'

/** The server begins: what recurs is done from here on. A build that only looks at the pages opens no database. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs' || process.env.NEXT_PHASE === 'phase-production-build') return
  const { startJobs } = await import('#lib/jobs/run.ts')
  const { sweepExpired } = await import('#lib/api/sweep.ts')
  const { lapseDue } = await import('#features/conclusions/commands/lapse-due.ts')
  const { deleteDueGroups } = await import('#features/groups/commands/delete-due-groups.ts')
  const { tellWaitingNotes } = await import('#store/record/tell-notes.ts')
  const { removeDeadImports } = await import('#features/texts/commands/clear-away.ts')
  const { startOutbox } = await import('#lib/outbox/outbox.ts')
  const { invitationMail } = await import('#features/invitations/processors.ts')
  const { deletionMail } = await import('#features/groups/processors.ts')
  startJobs([
    { name: 'lapse-conclusions', everyMinutes: 1, run: lapseDue },
    { name: 'tell-notes', everyMinutes: 1, run: tellWaitingNotes },
    { name: 'delete-groups', everyMinutes: 10, run: deleteDueGroups },
    { name: 'clear-dead-imports', everyMinutes: 30, run: removeDeadImports },
    { name: 'sweep-expired', everyMinutes: 60, run: sweepExpired },
  ])
  startOutbox([invitationMail, deletionMail])
}

/** Every error that reaches the framework is logged once, by the route it happened on: a path may hold a token, a route never. */
export const onRequestError: Instrumentation.onRequestError = async (error, request, { routePath, routeType }) => {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { log } = await import('#lib/log.ts')
  log().error({ err: error, method: request.method, route: routePath, part: routeType }, 'request failed')
}
