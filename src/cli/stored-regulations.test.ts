import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../tests/support/test-database.ts'
import { verifyLog } from '../changes/verify-log.ts'
import { loadRegulationFiles } from '../regulations/load-regulation-files.ts'
import { findRegulation } from '../regulations/regulation.ts'
import { importIntoDatabase, listStoredRegulations } from './stored-regulations.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.close())

const place = () => ({ varFolder: '/nonexistent', databaseUrl: database.url, databaseOwnerUrl: database.ownerUrl })

describe('regulation import into the database', () => {
  it('stores the version, logged, and lists it', async () => {
    const base = findRegulation(await loadRegulationFiles(), 'hai-phong-13')!
    await importIntoDatabase(place(), { ...base, version: 'nhap-1' })
    expect((await listStoredRegulations(place())).map((one) => `${one.id}@${one.version}`)).toEqual([
      'hai-phong-13@nhap-1',
    ])
    expect((await verifyLog(database.db)).problems).toEqual([])
    await expect(importIntoDatabase(place(), { ...base, version: 'nhap-1' })).rejects.toThrow(
      'Phiên bản hai-phong-13@nhap-1 đã có',
    )
  })

  it('says that there is no data, and lists nothing, where the program was never started', async () => {
    const nowhere = { varFolder: '/nonexistent/doi-thoai' }
    const base = findRegulation(await loadRegulationFiles(), 'hai-phong-13')!
    await expect(importIntoDatabase(nowhere, base)).rejects.toThrow('Chưa có dữ liệu')
    expect(await listStoredRegulations(nowhere)).toEqual([])
  })
})
