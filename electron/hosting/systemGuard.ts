// Refuses a system that is too old in words: Electron would otherwise stop with a missing entry point of a library.

/** Windows 10 calls itself 10.0, Windows 11 too; 8.1 is 6.3 and 7 is 6.1. */
export function systemRefusal(platform: NodeJS.Platform, release: string): string | null {
  if (platform !== 'win32') return null
  const major = Number(release.split('.')[0])
  if (!Number.isInteger(major) || major >= 10) return null
  return 'Sổ Khuyến Công cần Windows 10 trở lên. Máy này dùng Windows cũ hơn nên chương trình không chạy được. Tệp dữ liệu .skc không bị ảnh hưởng; hãy mở tệp trên một máy dùng Windows 10 hoặc 11.'
}
