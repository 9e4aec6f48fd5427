import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { isCitizenPermission } from '../src/access/citizen-permissions.ts'
import { permissionTable } from '../src/access/permission-table.ts'
import { projectRoot } from '../src/platform/project-root.ts'
import { officeRoutes } from '../src/web/office/office-routes.ts'
import { readSources, type SourceFile } from './source-files.ts'

// The laws of ARCHITECTURE.md. A law that nothing breaks costs nothing; one that is broken is named with its file.

const ROOMS = [
  'platform',
  'changes',
  'calendar',
  'regulations',
  'agencies',
  'access',
  'documents',
  'deadlines',
  'messages',
  'mail',
  'plans',
  'dialogues',
  'petitions',
  'reception',
  'lists',
  'supervision',
  'surveys',
  'printed-forms',
  'publications',
  'hall',
  'papers',
  'reports',
  'reporting',
  'public-record',
  'followers',
  'own-record',
  'procedures',
  'webhooks',
  'jobs',
  'web',
  'cli',
] as const

const DRAWERS = new Set([
  'index',
  'utils',
  'util',
  'helpers',
  'helper',
  'common',
  'shared',
  'lib',
  'types',
  'constants',
  'misc',
])

const sources = readSources('src')

function roomOf(path: string): string {
  return path.split('/')[1]!.replace(/\.tsx?$/, '')
}

/** `app` and `main` put the parts together and stand above every room. */
function rank(path: string): number {
  const room = roomOf(path)
  const index = (ROOMS as readonly string[]).indexOf(room)
  return index >= 0 ? index : ROOMS.length
}

function findCircle(files: readonly SourceFile[]): string[] | null {
  const byPath = new Map(files.map((file) => [file.path, file]))
  const done = new Set<string>()
  const walk = (path: string, trail: string[]): string[] | null => {
    if (trail.includes(path)) return [...trail.slice(trail.indexOf(path)), path]
    if (done.has(path)) return null
    for (const next of byPath.get(path)?.imports ?? []) {
      const circle = walk(next, [...trail, path])
      if (circle) return circle
    }
    done.add(path)
    return null
  }
  for (const file of files) {
    const circle = walk(file.path, [])
    if (circle) return circle
  }
  return null
}

describe('the house', () => {
  it('has only rooms with a name in the plan', () => {
    const known = new Set<string>([...ROOMS, 'app', 'main'])
    expect(sources.map((file) => file.path).filter((path) => !known.has(roomOf(path)))).toEqual([])
  })

  it('is described room by room in its plan, in this order', () => {
    const plan = readFileSync(join(projectRoot(), 'ARCHITECTURE.md'), 'utf8')
    const described = [...plan.matchAll(/^\| `([a-z-]+)\/` \|/gm)].map((match) => match[1])
    expect(described).toEqual([...ROOMS])
    const folders = readdirSync(join(projectRoot(), 'src'), { withFileTypes: true })
    expect(folders.flatMap((one) => (one.isDirectory() ? [one.name] : [])).sort()).toEqual([...ROOMS].sort())
  })

  it('lets a room import only itself and rooms before it (law 1)', () => {
    // the command line starts the program, so it alone may call app.ts
    const upward = sources.flatMap((file) =>
      file.imports
        .filter((target) => target.startsWith('src/') && rank(target) > rank(file.path))
        .filter((target) => !(roomOf(file.path) === 'cli' && roomOf(target) === 'app'))
        .map((target) => `${file.path} → ${target}`),
    )
    expect(upward).toEqual([])
  })

  it('has no circle, type imports included (law 2)', () => {
    expect(findCircle(sources)?.join(' → ') ?? null).toBeNull()
  })

  it('speaks SQL only in stores and platform/db (law 3)', () => {
    const speaks =
      /^import (?!type )[^\n]*from 'kysely'|\.selectFrom\(|\.insertInto\(|\.updateTable\(|\.deleteFrom\(|\bsql(<[^>]*>)?`/m
    const elsewhere = sources
      .filter(
        (file) => speaks.test(file.text) && !/-store\.ts$/.test(file.path) && !file.path.startsWith('src/platform/db/'),
      )
      .map((file) => file.path)
    expect(elsewhere).toEqual([])
  })

  it('writes nothing in reports and in the public record (law 3)', () => {
    const writes = sources.filter(
      (file) =>
        /^(reports|public-record)$/.test(roomOf(file.path)) &&
        /\.(insertInto|updateTable|deleteFrom)\(/.test(file.text),
    )
    expect(writes.map((file) => file.path)).toEqual([])
  })

  it('keeps the clock out of rules and forms (law 4)', () => {
    const impure = sources
      .filter((file) => !/^src\/(platform|web|cli|jobs)\//.test(file.path) && roomOf(file.path) !== 'app')
      .filter((file) => /new Date\(\)|Date\.now\(\)/.test(file.text))
      .map((file) => file.path)
    expect(impure).toEqual([])
  })

  it('has no misc drawers (law 6)', () => {
    const drawers = sources
      .map((file) => file.path)
      .filter((path) => DRAWERS.has(basename(path).replace(/\.tsx?$/, '')))
    expect(drawers).toEqual([])
  })

  it('gives every file a name of its own', () => {
    const names = new Map<string, string[]>()
    for (const { path } of sources) names.set(basename(path), [...(names.get(basename(path)) ?? []), path])
    expect([...names.values()].filter((paths) => paths.length > 1)).toEqual([])
  })

  it('computes deadlines only in the rooms for that', () => {
    const counts = sources
      .filter((file) => !/^src\/(calendar|deadlines|cli)\//.test(file.path))
      .filter((file) => file.imports.some((target) => target.endsWith('calendar/count-days.ts')))
      .filter((file) => /\b(addWorkingDays|addCalendarDays|moveToWorkingDay)\(/.test(file.text))
      .map((file) => file.path)
    expect(counts).toEqual([])
  })

  it('reads of the office nothing but the public copies in the public record (law 9)', () => {
    const open = new Set(['publicPlan', 'publicDialogue', 'publicEntry', 'authority', 'figureMonth'])
    const read = sources
      .filter((file) => roomOf(file.path) === 'public-record')
      .flatMap((file) => [
        ...[...file.text.matchAll(/(?:selectFrom|[jJ]oin)\(\s*'(\w+)/g)].map((match) => match[1]!),
        ...[...file.text.matchAll(/\b(?:from|join) (?:lateral )?([a-z]+(?:_[a-z]+)*)\b(?!\()/g)]
          .map((match) => match[1]!)
          .filter((name) => name.includes('_'))
          .map((name) => name.replace(/_(.)/g, (_, letter: string) => letter.toUpperCase())),
      ])
    expect(read.length).toBeGreaterThan(0)
    expect(read.filter((table) => !open.has(table))).toEqual([])
    const inward = sources
      .filter((file) => roomOf(file.path) === 'public-record')
      .flatMap((file) => file.imports.filter((target) => !/^src\/(platform|public-record)\//.test(target)))
    expect(inward).toEqual([])
  })

  it('lets the portal read only the public record and call only what a citizen may do (law 9)', () => {
    const allowed =
      /^src\/(platform|changes|public-record|own-record|followers|reception|access\/citizen-|web\/(kit|words|http|portal)\/|procedures\/|agencies\/authority-kind)/
    const pure = /-forms\.ts$/
    const strangers = sources
      .filter((file) => file.path.startsWith('src/web/portal/'))
      .flatMap((file) =>
        file.imports
          .filter((target) => target.startsWith('src/') && !allowed.test(target) && !pure.test(target))
          .map((target) => `${file.path} → ${target}`),
      )
    expect(strangers).toEqual([])
    const forbidden = sources
      .filter((file) =>
        sources.some((page) => page.path.startsWith('src/web/portal/') && page.imports.includes(file.path)),
      )
      .filter((file) => /^src\/(procedures|followers)\//.test(file.path))
      .flatMap((file) =>
        [...file.text.matchAll(/permission: '([a-z-]+:[a-z-]+)'/g)]
          .filter(([, permission]) => !isCitizenPermission(permission!))
          .map(([, permission]) => `${file.path}: ${permission}`),
      )
    expect(forbidden).toEqual([])
  })

  it('declares a permission of the table for every route (law 10)', () => {
    const undeclared = officeRoutes.filter((route) => !(route.permission in permissionTable))
    expect(undeclared.map((route) => `${route.method} ${route.url}`)).toEqual([])
  })

  it('declares a permission of the table for every change', () => {
    const asked = sources.flatMap((file) =>
      [...file.text.matchAll(/permission: '([a-z-]+:[a-z-]+)'/g)].map((match) => ({
        path: file.path,
        permission: match[1]!,
      })),
    )
    expect(asked.length).toBeGreaterThan(0)
    expect(
      asked.filter(({ permission }) => !(permission in permissionTable) && !isCitizenPermission(permission)),
    ).toEqual([])
  })
})
