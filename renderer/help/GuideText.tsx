// The guide's text as elements of the page. No markup is ever taken over: what the guide writes as HTML is shown as letters,
// a picture is one of ours, and a link leads only within the guide.
import type { Token, Tokens } from 'marked'
import { createElement, Fragment, type ReactNode } from 'react'
import styles from './Help.module.css'

interface GuideParts {
  /** Addresses of the pictures the guide may show, by file name. */
  readonly pictures: ReadonlyMap<string, string>
  readonly onLink: (sectionId: string) => void
}

interface GuideTextProps extends GuideParts {
  readonly tokens: readonly Token[]
}

export function GuideText({ tokens, ...parts }: GuideTextProps) {
  return all(tokens, (token) => block(token, parts))
}

/** The guide never changes while it is shown, so its pieces need no keys. */
function all<T>(pieces: readonly T[], show: (piece: T) => ReactNode): ReactNode {
  return createElement(Fragment, null, ...pieces.map(show))
}

function words(token: { readonly tokens?: Token[]; readonly text: string }, parts: GuideParts): ReactNode {
  return token.tokens === undefined ? token.text : all(token.tokens, (one) => inline(one, parts))
}

function inline(token: Token, parts: GuideParts): ReactNode {
  switch (token.type) {
    case 'strong':
      return <strong>{words(token as Tokens.Strong, parts)}</strong>
    case 'em':
      return <em>{words(token as Tokens.Em, parts)}</em>
    case 'codespan':
      return <code>{(token as Tokens.Codespan).text}</code>
    case 'br':
      return <br />
    case 'link':
      return link(token as Tokens.Link, parts)
    case 'image': {
      const { href, text } = token as Tokens.Image
      const picture = parts.pictures.get(href.split('/').at(-1) ?? '')
      return picture === undefined ? text : <img className={styles.picture} src={picture} alt={text} />
    }
    case 'text':
    case 'escape':
      return words(token as Tokens.Text, parts)
    default:
      return token.raw
  }
}

function link(token: Tokens.Link, parts: GuideParts): ReactNode {
  if (!token.href.startsWith('#')) return words(token, parts)
  return (
    <button type="button" className={styles.link} onClick={() => parts.onLink(token.href.slice(1))}>
      {words(token, parts)}
    </button>
  )
}

function block(token: Token, parts: GuideParts): ReactNode {
  switch (token.type) {
    case 'space':
      return null
    case 'paragraph':
      return <p>{words(token as Tokens.Paragraph, parts)}</p>
    case 'text':
      return words(token as Tokens.Text, parts)
    case 'list': {
      const { ordered, items } = token as Tokens.List
      const lines = all(items, (item) => <li>{all(item.tokens, (one) => block(one, parts))}</li>)
      return ordered ? <ol>{lines}</ol> : <ul>{lines}</ul>
    }
    case 'blockquote':
      return <blockquote>{all((token as Tokens.Blockquote).tokens, (one) => block(one, parts))}</blockquote>
    case 'code':
      return <pre>{(token as Tokens.Code).text}</pre>
    case 'table':
      return table(token as Tokens.Table, parts)
    case 'hr':
      return <hr />
    default:
      return <p>{token.raw}</p>
  }
}

function table({ header, rows }: Tokens.Table, parts: GuideParts): ReactNode {
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          {all(header, (cell) => (
            <th scope="col">{words(cell, parts)}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {all(rows, (row) => (
          <tr>
            {all(row, (cell) => (
              <td>{words(cell, parts)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
