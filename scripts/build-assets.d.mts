/** Builds `build/assets` and its `manifest.json`, unless nothing has changed (`force` builds anyway). */
export function buildAssets(options?: { force?: boolean }): Promise<{ folder: string; built: boolean }>
