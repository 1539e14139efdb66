// Mantine in our colours and our language. Its run-time style sheets are off: the page allows none, base.css sets the variables.
import { createTheme } from '@mantine/core'

export const theme = createTheme({
  primaryColor: 'teal',
  fontFamily: '"Be Vietnam Pro", "Segoe UI", sans-serif',
  components: {
    // A scroll lock would write a style sheet into the page.
    Modal: {
      defaultProps: {
        lockScroll: false,
        centered: true,
        overlayProps: { backgroundOpacity: 0.35 },
        // Esc closes too: the keys begin in the first box, where Enter does not close what is to be typed.
        closeButtonProps: { 'aria-label': 'Đóng', tabIndex: -1 },
      },
    },
  },
})
