import { readFile, rename, writeFile } from 'node:fs/promises'
import type { OpenedBackup } from '../platform/db/opened-backup.ts'
import { findInstallationKey, keyFile, keyFingerprint } from '../platform/installation-key.ts'
import type { DataPlace } from './database-command.ts'

/** What the restore says of the addresses that were sent out before. */
export const LINKS_SAID = {
  live: 'Các liên kết đã gửi trước đây vẫn dùng được: khóa bí mật là khóa lúc sao lưu.',
  dead:
    '! KHÓA BÍ MẬT KHÁC VỚI LÚC SAO LƯU: địa chỉ lịch thời hạn, trang chọn thư và liên kết thôi nhận tin đã gửi trước đây sẽ không mở được nữa. ' +
    'Nếu còn khóa cũ, đặt lại SECRET_KEY (hoặc tệp secret.key) rồi mới cho chương trình chạy. / The key differs from that of the backup: links sent out before are dead.',
  unknown:
    '! Bản sao lưu này không ghi khóa bí mật (phiên bản cũ). Chép tệp secret.key cũ vào thư mục dữ liệu trước khi chạy, nếu không địa chỉ lịch và trang chọn thư đã gửi sẽ không mở được. / This backup holds no key.',
} as const

/**
 * Puts the key of the backup into the data folder, so that addresses sent out before go on working; one that lies there,
 * of a new installation that sent nothing yet, is put aside. Where `SECRET_KEY` gives the key, says whether it is the same.
 */
export async function restoreKey(
  place: DataPlace,
  backup: Pick<OpenedBackup, 'manifest' | 'readKey'>,
): Promise<keyof typeof LINKS_SAID> {
  const kept = backup.manifest.installationKey
  if (!kept) return 'unknown'
  const bytes = await backup.readKey()
  const path = keyFile(place.varFolder)
  const isTyped = (place.secretKey ?? '') !== ''
  if (bytes && !isTyped) {
    const there = await readFile(path).catch(() => null)
    if (there && !there.equals(bytes)) await rename(path, `${path}.truoc-khi-khoi-phuc-${Date.now()}`)
    if (!there?.equals(bytes)) await writeFile(path, bytes, { flag: 'wx', mode: 0o600, flush: true })
  }
  const now = await findInstallationKey(place.varFolder, place.secretKey)
  return now && keyFingerprint(now.key) === kept.fingerprint ? 'live' : 'dead'
}
