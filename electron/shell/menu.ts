// The menu bar: what every Windows program has, in Vietnamese. The work itself is in the page.
import { app, BrowserWindow, Menu, type MenuItemConstructorOptions } from 'electron'

export function setMenu(): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(template()))
}

function template(): MenuItemConstructorOptions[] {
  return [
    {
      label: '&Tệp',
      submenu: [
        { role: 'close', label: 'Đóng cửa sổ' },
        { role: 'quit', label: 'Thoát' },
      ],
    },
    {
      label: '&Soạn thảo',
      submenu: [
        { role: 'undo', label: 'Hoàn tác' },
        { role: 'redo', label: 'Làm lại' },
        { type: 'separator' },
        { role: 'cut', label: 'Cắt' },
        { role: 'copy', label: 'Sao chép' },
        { role: 'paste', label: 'Dán' },
        { role: 'selectAll', label: 'Chọn tất cả' },
      ],
    },
    {
      label: '&Hiển thị',
      submenu: [
        { role: 'zoomIn', label: 'Phóng to' },
        { role: 'zoomOut', label: 'Thu nhỏ' },
        { role: 'resetZoom', label: 'Cỡ bình thường' },
        { role: 'togglefullscreen', label: 'Toàn màn hình' },
        ...developerItems(),
      ],
    },
    {
      label: 'Trợ &giúp',
      submenu: [
        {
          label: 'Hướng dẫn sử dụng',
          accelerator: 'F1',
          // The page answers the key itself, at the section of its screen; here it is only shown beside the words.
          registerAccelerator: false,
          click: (_item, window) => {
            if (window instanceof BrowserWindow) window.webContents.sendInputEvent({ type: 'keyDown', keyCode: 'F1' })
          },
        },
        { role: 'about', label: 'Giới thiệu' },
      ],
    },
  ]
}

function developerItems(): MenuItemConstructorOptions[] {
  if (app.isPackaged) return []
  return [
    { type: 'separator' },
    { role: 'reload', label: 'Tải lại' },
    { role: 'toggleDevTools', label: 'Công cụ phát triển' },
  ]
}
