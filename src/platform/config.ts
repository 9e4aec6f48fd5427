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
  /** secret from which links in mails are derived; without it the program keeps its own in the data folder */
  secretKey: string | undefined
  /** how letters of the program go out */
  mail: MailConfig
  /** hosts inside the own network (name or name:port) that systems may ask to be told at; others only by https outside */
  webhookHosts: readonly string[]
}

/** Addresses of what sends: absent ones send nothing, what is to be told waits and is shown as waiting. */
export interface MailConfig {
  /** smtp://user:password@host:587 or smtps://… ; file:///folder/mails.jsonl writes lines instead */
  smtpUrl: string | undefined
  /** what links in mails begin with where that is not `origin`: the demo's own address */
  linkOrigin?: string
  /** `Đối thoại Cát Hải <doithoai@example.vn>` */
  from: string | undefined
  /** file:///… for trying out; others as docs/kenh-gui-tin.md says */
  smsUrl: string | undefined
  zaloUrl: string | undefined
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
    secretKey: env['SECRET_KEY'],
    mail: {
      smtpUrl: env['SMTP_URL'] || undefined,
      from: env['MAIL_FROM'] || undefined,
      smsUrl: env['SMS_URL'] || undefined,
      zaloUrl: env['ZALO_URL'] || undefined,
    },
    webhookHosts: (env['WEBHOOK_HOSTS'] ?? '')
      .split(',')
      .map((host) => host.trim())
      .filter(Boolean),
  }
}
