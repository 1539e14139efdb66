// The only listener for messages of a window. A message counts when it comes from the main frame of a page of ours;
// anything else is answered with a refusal, and never reaches the program.
import { type IpcMainInvokeEvent, ipcMain } from 'electron'
import { type Answer, type Log, refused } from '../hosting/answer'
import { callChannel } from './channels'

export function serveCalls(answer: Answer, isOurPage: (url: string) => boolean, log: Log): void {
  ipcMain.handle(callChannel, (event, ...message: unknown[]) => {
    const reason = reasonToRefuse(event, message, isOurPage)
    if (reason === null) return answer(message[0], message[1])
    log(`skc:call bị từ chối: ${reason}`)
    return refused('call.refused', reason)
  })
}

function reasonToRefuse(
  event: IpcMainInvokeEvent,
  message: readonly unknown[],
  isOurPage: (url: string) => boolean,
): string | null {
  const frame = event.senderFrame
  if (frame === null) return 'trang gửi đã đóng.'
  if (frame.parent !== null || frame !== event.sender.mainFrame) return 'không đến từ khung chính của cửa sổ.'
  if (!isOurPage(frame.url)) return 'đến từ một trang lạ.'
  if (message.length !== 2 || typeof message[0] !== 'string') return 'sai dạng, phải là tên lệnh và dữ liệu.'
  return null
}
