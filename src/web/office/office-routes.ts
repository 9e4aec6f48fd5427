import type { GateRoute, OfficeRoute } from './office-route.ts'

/** Every page of the office: one import and one line for each noun. */
export const officeRoutes: readonly OfficeRoute[] = []

/** Pages outside any authority. */
export const gateRoutes: readonly GateRoute[] = []
