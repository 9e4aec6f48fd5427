import { Command } from 'commander'
import { hasAccounts } from '../access/account-store.ts'
import { openProgram, type Program } from '../app.ts'
import { systemClock } from '../platform/clock.ts'
import { type Config, readConfig } from '../platform/config.ts'

/** `start` and `demo`: the same program; `demo` keeps its own data folder and fills it with sample data. */
export function startCommand(name: 'start' | 'demo'): Command {
  const command = new Command(name)
    .description(
      name === 'demo'
        ? 'Chạy thử với dữ liệu minh họa của bốn đơn vị. / Run with sample data.'
        : 'Chạy chương trình. / Run the program.',
    )
    .option('--json', 'in ra địa chỉ dạng JSON / print the address as JSON')
  if (name === 'demo') command.option('--fresh', 'xóa dữ liệu minh họa cũ, nạp lại từ đầu / start over')
  return command.action(async (options: { json?: boolean; fresh?: boolean }) => {
    await run(name === 'demo', options)
  })
}

async function run(demo: boolean, options: { json?: boolean; fresh?: boolean }): Promise<void> {
  let config = readConfig(process.env, demo ? 'var/demo' : 'var')
  if (demo) {
    const { prepareDemo, withDemoMail } = await import('../../samples/prepare-demo.ts')
    config = withDemoMail(config)
    await prepareDemo(config, options.fresh ?? false)
  }
  const say = options.json ? () => {} : console.log
  const program = await openProgram({ config, clock: systemClock, demo, report: (message) => console.error(message) })
  try {
    if (demo) {
      const { fillDemo } = await import('../../samples/prepare-demo.ts')
      await fillDemo(program, config, say)
    }
    await serve(program, config, options.json ?? false)
  } finally {
    await program.close()
  }
}

/** Listens until a signal; then requests finish before database and files are closed. */
async function serve(program: Program, config: Config, json: boolean): Promise<void> {
  const asked = new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve())
  })
  const address = await listen(program, config)
  // a filled demo has its accounts by now
  const setUpCode = program.setUpCode !== null && !(await hasAccounts(program.db)) ? program.setUpCode : null
  if (!json) {
    console.log(`\n  Đối Thoại: ${address}\n  Dừng: Ctrl+C`)
    if (setUpCode) console.log(`  Mã thiết lập lần đầu (dùng một lần) / set-up code: ${setUpCode}`)
  }
  await program.runJobs()
  if (json) console.log(JSON.stringify(setUpCode ? { address, setUpCode } : { address }))
  await asked
}

async function listen(program: Program, { host, port }: Config): Promise<string> {
  return program.server.listen({ host, port }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EADDRINUSE' && error.code !== 'EACCES' && error.code !== 'EADDRNOTAVAIL') throw error
    throw new RangeError(
      `PORT, HOST: không mở được ${host}:${port} (${error.code}); hãy đặt PORT khác. / Cannot listen there; set another PORT.`,
    )
  })
}
