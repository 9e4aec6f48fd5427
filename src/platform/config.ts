import { join } from 'node:path'
import { projectRoot } from './project-root.ts'

export interface Config {
  root: string
  /** where the program keeps its own database and files */
  varFolder: string
  host: string
  port: number
  databaseUrl: string | undefined
  databaseOwnerUrl: string | undefined
  /** public origin, e.g. https://doithoai.example.vn; decides Secure cookies and the origin check */
  origin: string | undefined
  /** addresses of the reverse proxy whose X-Forwarded-For is believed; none unless told */
  trustProxy: string | undefined
}

/** Reads the environment; throws RangeError naming the variable that is wrong. */
export function readConfig(env: NodeJS.ProcessEnv, varName: string): Config {
  const root = projectRoot()
  const port = Number(env['PORT'] ?? 3000)
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    throw new RangeError(`PORT: không phải số cổng: ${env['PORT']}`)
  return {
    root,
    varFolder: env['DOI_THOAI_VAR'] ?? join(root, varName),
    host: env['HOST'] ?? '127.0.0.1',
    port,
    databaseUrl: env['DATABASE_URL'],
    databaseOwnerUrl: env['DATABASE_OWNER_URL'],
    origin: env['ORIGIN'],
    trustProxy: env['TRUST_PROXY'],
  }
}
