// Refuses a Node that is too old in words: better-sqlite3's binary would end the process with a segmentation fault.

const oldest = { major: 22, minor: 12 }

export function nodeIsTooOld(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  return major < oldest.major || (major === oldest.major && minor < oldest.minor)
}

/** True when this Node may go on; otherwise the refusal is said and the exit code set. */
export function nodeMayRun(): boolean {
  // Electron brings its own Node, and its own check of what it can load.
  if (process.versions.electron !== undefined || !nodeIsTooOld(process.versions.node)) return true
  process.stderr.write(
    `Chương trình cần Node ${oldest.major}.${oldest.minor} trở lên; đang chạy bằng Node ${process.versions.node}. ` +
      'Hãy chạy qua “npm start” hoặc “npm run skc” để dùng Node đi kèm. ' +
      `(Node ${oldest.major}.${oldest.minor} or newer is required.)\n`,
  )
  process.exitCode = 1
  return false
}
