import type { OfficeRoute } from '../office-route.ts'
import { showHome } from './home-page.tsx'

export const homeRoutes: OfficeRoute[] = [{ method: 'GET', url: '', permission: 'home:see', handle: showHome }]
