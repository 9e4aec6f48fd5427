import { closeMenus } from './close-menus.ts'
import { focusFirst } from './focus-first.ts'
import { focusSearch } from './focus-search.ts'
import { guardSubmit } from './guard-submit.ts'
import { keepDrafts } from './keep-drafts.ts'
import { pickDay } from './pick-day.ts'
import { refreshPage } from './refresh-page.ts'

// Small helps on top of pages that work without any of this.
focusFirst()
focusSearch()
closeMenus()
keepDrafts()
guardSubmit()
pickDay()
refreshPage()
