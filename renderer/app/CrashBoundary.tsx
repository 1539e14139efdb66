// A screen that breaks says so in words; the menu around it and the data stay as they were.
import { Component, type ErrorInfo, type ReactNode } from 'react'
import { Button } from '../components/Button'
import { StateMessage } from '../components/StateMessage'

interface Props {
  /** Another screen gets another chance. */
  readonly screen?: string
  readonly children: ReactNode
}

interface State {
  readonly broken: boolean
}

export class CrashBoundary extends Component<Props, State> {
  override state: State = { broken: false }

  static getDerivedStateFromError(): State {
    return { broken: true }
  }

  override componentDidUpdate(before: Props): void {
    if (this.state.broken && before.screen !== this.props.screen) this.setState({ broken: false })
  }

  override componentDidCatch(error: unknown, info: ErrorInfo): void {
    console.error(error, info.componentStack)
  }

  override render(): ReactNode {
    if (!this.state.broken) return this.props.children
    return (
      <StateMessage
        title="Màn hình này gặp lỗi"
        actions={
          <Button kind="primary" onClick={() => this.setState({ broken: false })}>
            Tải lại màn hình
          </Button>
        }
      >
        Dữ liệu đã lưu vẫn an toàn. Hãy tải lại màn hình; nếu còn lỗi thì đóng rồi mở lại chương trình.
      </StateMessage>
    )
  }
}
