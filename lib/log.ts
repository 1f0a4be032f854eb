/** The server's own log: one JSON line per event, for whoever runs the instance. Never a secret, a note or a position. */
import pino, { type Logger } from 'pino'
import { settings } from './settings.ts'

/** Fields that hold secrets wherever they turn up. */
const SECRETS = ['authorization', 'cookie', 'password', 'secret', 'token']

let logger: Logger | undefined

/** The log of this process. `LOG_LEVEL` sets how much it says. */
export function log(): Logger {
  logger ??= pino({
    level: settings().logLevel,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths: SECRETS.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]), censor: '[withheld]' },
  })
  return logger
}
