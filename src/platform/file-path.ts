import { join } from 'node:path'

/** Where a file known by its SHA-256 lies: `var/files/ab/abcd…`; 256 folders keep each of them short. */
export function filePath(folder: string, sha256: string): string {
  return join(folder, sha256.slice(0, 2), sha256)
}
