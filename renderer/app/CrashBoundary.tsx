// A screen that breaks says so in words; the menu around it and the data stay as they were.
import { Component, type ErrorInfo, type ReactNode } from 'react'
import { Button } from '../components/Button'
import { StateMessage } from '../components/StateMessage'
import { api } from './api'

const longestReport = 10_000

interface Props {
  /** Another screen gets another chance. */
  readonly screen?: string
  readonly children: ReactNode
}

interface State {
  readonly broken: boolean
  /** Under which the log tells of it; null until the program has answered. */
  readonly errorId: string | null
}

export class CrashBoundary extends Component<Props, State> {
  override state: State = { broken: false, errorId: null }

  static getDerivedStateFromError(): State {
    return { broken: true, errorId: null }
  }

  override componentDidUpdate(before: Props): void {
    if (this.state.broken && before.screen !== this.props.screen) this.setState({ broken: false })
  }

  override componentDidCatch(error: unknown, info: ErrorInfo): void {
    console.error(error, info.componentStack)
    const message = `${error instanceof Error ? (error.stack ?? error.message) : String(error)}${info.componentStack ?? ''}`
    api.support
      .reportScreenError({ message: message.slice(0, longestReport) })
      .then(({ id }) => this.setState({ errorId: id }))
      // The screen is broken already; that it cannot be told breaks nothing more.
      .catch(() => undefined)
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
        {this.state.errorId !== null && ` Mã lỗi: ${this.state.errorId}.`}
      </StateMessage>
    )
  }
}
