// Whether this Node is new enough to set the project up. Imports nothing and uses only old syntax, so that even a very
// old Node can read it and refuse in words.

export const OLDEST_NODE_FOR_SETUP = [20, 0]
export const OLDEST_NODE_FOR_PROGRAM = [22, 12]

export function nodeIsAtLeast(wanted) {
  var parts = process.versions.node.split('.')
  var major = Number(parts[0])
  return major > wanted[0] || (major === wanted[0] && Number(parts[1]) >= wanted[1])
}

/** Says the refusal and sets the exit code; true when set-up may go on. */
export function nodeMaySetUp() {
  if (nodeIsAtLeast(OLDEST_NODE_FOR_SETUP)) return true
  console.error(
    'Sổ Khuyến Công cần Node 20 trở lên; máy này đang dùng Node ' +
      process.versions.node +
      '. Hãy cài bản mới từ https://nodejs.org rồi chạy lại. (Node 20 or newer is required.)',
  )
  process.exitCode = 1
  return false
}
