import { expect, it } from 'vitest'
import { withQuery } from './address-query.ts'

it('replaces, adds and removes while keeping the rest of the query', () => {
  expect(withQuery('/petitions?field=land&page=3', { page: null, sort: 'due' })).toBe('/petitions?field=land&sort=due')
  expect(withQuery('/petitions?q=đường', { page: 2 })).toBe('/petitions?q=%C4%91%C6%B0%E1%BB%9Dng&page=2')
})

it('leaves no question mark behind when nothing is left', () => {
  expect(withQuery('/petitions?page=2', { page: null })).toBe('/petitions')
  expect(withQuery('/petitions', { q: '' })).toBe('/petitions')
})
