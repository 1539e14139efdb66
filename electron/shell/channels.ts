// The names both ends of the bridge use.

export const callChannel = 'skc:call'
export const openFileChannel = 'skc:open-file'
