import pg from 'pg'
import { DatabaseRefusal, reasonOf } from './database-refusal.ts'
import { DATABASE_NAME, type EmbeddedCluster, PROGRAM_ROLE } from './embedded-cluster.ts'
import { ownerUrl } from './embedded-server.ts'

/** Makes the database and the program's role on the program's own server, when they are not there yet. */
export async function prepareEmbeddedDatabase(cluster: EmbeddedCluster, port: number): Promise<void> {
  await withClient(ownerUrl(cluster, port, 'postgres'), async (client) => {
    await createRole(client)
    const password = client.escapeLiteral(cluster.access.programPassword)
    await client.query(`ALTER ROLE ${PROGRAM_ROLE} LOGIN PASSWORD ${password}`)
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [DATABASE_NAME])
    if (rowCount === 0) await client.query(`CREATE DATABASE ${DATABASE_NAME}`)
  })
}

/**
 * Sees to it that the role `doi_thoai` exists, which the migrations give their rights to, and that the user the
 * program signs in with belongs to it. On somebody else's server this needs CREATEROLE only when it is missing.
 */
export async function ensureProgramRole(client: pg.ClientBase, programUser: string | null): Promise<void> {
  const { rowCount } = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [PROGRAM_ROLE])
  if (rowCount === 0) await createRole(client)
  if (!programUser || programUser === PROGRAM_ROLE) return
  const { rows } = await client.query(
    `SELECT EXISTS (SELECT FROM pg_auth_members m JOIN pg_roles r ON r.oid = m.roleid JOIN pg_roles u ON u.oid = m.member
       WHERE r.rolname = $1 AND u.rolname = $2)
       OR (SELECT rolsuper FROM pg_roles WHERE rolname = $2) AS belongs`,
    [PROGRAM_ROLE, programUser],
  )
  if (rows[0].belongs) return
  await client.query(`GRANT ${PROGRAM_ROLE} TO ${pg.escapeIdentifier(programUser)}`).catch((error) => {
    throw roleMissing(`GRANT ${PROGRAM_ROLE} TO ${programUser}`, error)
  })
}

async function createRole(client: pg.ClientBase): Promise<void> {
  await client
    .query(
      `DO $$ BEGIN CREATE ROLE ${PROGRAM_ROLE};
       EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$`,
    )
    .catch((error) => {
      throw roleMissing(`CREATE ROLE ${PROGRAM_ROLE}`, error)
    })
}

function roleMissing(statement: string, error: unknown): DatabaseRefusal {
  return new DatabaseRefusal(
    'database/role-missing',
    `Máy chủ cần vai trò "${PROGRAM_ROLE}"; hãy nhờ người quản trị máy chủ chạy: ${statement}; (${reasonOf(error)})`,
    `The server needs the role "${PROGRAM_ROLE}"; have its administrator run: ${statement};`,
    { cause: error },
  )
}

/** Runs `work` on one connection of its own. */
export async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: 10_000,
    application_name: 'doi-thoai',
  })
  client.on('error', () => {})
  try {
    await client.connect()
  } catch (error) {
    throw new DatabaseRefusal(
      'database/unreachable',
      `Không kết nối được tới máy chủ cơ sở dữ liệu: ${reasonOf(error)}`,
      'Cannot connect to the database server',
      { cause: error },
    )
  }
  try {
    return await work(client)
  } finally {
    await client.end().catch(() => {})
  }
}
