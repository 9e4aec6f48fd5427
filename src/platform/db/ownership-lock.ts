import pg from 'pg'

/** Any number will do, as long as it stays: 'DTHO' in ASCII. */
const OWNERSHIP_KEY = 0x4454484f

/** Who holds this is the one program that works on the data folder. */
export interface OwnershipLock {
  /** Ends when the connection with the lock is gone, by `release` or because the server was killed. */
  lost: Promise<void>
  release(): Promise<void>
}

/**
 * Takes the session advisory lock of the data folder on a connection of its own; null when another program holds it.
 * The lock goes with the connection: a killed program cannot leave it behind.
 */
export async function takeOwnership(ownerUrl: string): Promise<OwnershipLock | null> {
  const client = new pg.Client({ connectionString: ownerUrl, keepAlive: true, application_name: 'doi-thoai owner' })
  const lost = new Promise<void>((resolve) => {
    client.on('error', () => resolve())
    client.on('end', () => resolve())
  })
  await client.connect()
  const { rows } = await client.query('SELECT pg_try_advisory_lock($1) AS taken', [OWNERSHIP_KEY])
  if (rows[0].taken) return { lost, release: () => client.end() }
  await client.end()
  return null
}
