const PASSING_CODES = new Set([
  '40001', // serialization failure
  '40P01', // deadlock
  '57P01', // server is shutting down
  '57P02', // crash shutdown
  '57P03', // server is starting
  '08000',
  '08003',
  '08006',
  '08001',
  'ECONNRESET',
  'ECONNREFUSED',
  'EPIPE',
])

/** True when trying the same again may work: the connection was lost, the server restarts, or two changes collided. */
export function isPassingFault(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const code = (error as { code?: string }).code
  if (code !== undefined && PASSING_CODES.has(code)) return true
  return /Connection terminated|connection is closed|Client has encountered a connection error/i.test(error.message)
}

/** True when there is no space left, for the database or for files. */
export function isDiskFull(error: unknown): boolean {
  const code = (error as { code?: string }).code
  return code === '53100' || code === 'ENOSPC' || code === 'EDQUOT'
}

/** True when the database cannot be reached or cannot write now (away, starting, disk full): answer 503 and keep the form. */
export function isDatabaseAway(error: unknown): boolean {
  const code = (error as { code?: string }).code
  return isPassingFault(error) || isDiskFull(error) || code === '53300' || code === '25006'
}
