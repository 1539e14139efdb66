// A file chosen or dropped by the user, as the text that crosses to the program.

export interface Upload {
  readonly fileName: string
  readonly base64: string
}

const mostBytes = 50 * 1024 * 1024

/** Words to show when the file cannot be taken at all. What it is, its content tells the program, whatever it is called. */
export function whyNotTaken(file: File): string | null {
  if (file.size > mostBytes) return `“${file.name}” lớn hơn 50 MB. Hãy bỏ bớt ảnh trong tệp rồi chọn lại.`
  return null
}

export function readUpload(file: File): Promise<Upload> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => {
      const url = typeof reader.result === 'string' ? reader.result : ''
      resolve({ fileName: file.name, base64: url.slice(url.indexOf(',') + 1) })
    }
    reader.onerror = () => reject(reader.error ?? new Error('the file could not be read'))
    reader.readAsDataURL(file)
  })
}
