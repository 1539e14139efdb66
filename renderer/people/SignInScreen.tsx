// Who sits there: a name and a PIN or password; or, for an administrator who forgot, the printed recovery code.
import { type FormEvent, useRef, useState } from 'react'
import { peopleLabels } from '../../shared/labels'
import { api } from '../app/api'
import { problemOf } from '../app/bridge'
import type { CallOutput } from '../app/calls'
import { Button } from '../components/Button'
import { inputClass } from '../components/Field'
import type { DataFile } from '../start/useDataFile'
import styles from './people.module.css'
import { RecoveryCode } from './RecoveryCode'

type People = CallOutput<'people.current'>['people']

interface SignInScreenProps {
  readonly people: People
  /** Who was here before the screen was locked. */
  readonly lastId: number | null
  readonly dataFile: DataFile
  readonly onDone: () => Promise<void>
}

export function SignInScreen({ people, lastId, dataFile, onDone }: SignInScreenProps) {
  const [recovering, setRecovering] = useState(false)
  const [code, setCode] = useState<string | null>(null)
  if (code !== null)
    return (
      <main className={styles.page}>
        <section className={styles.panel} aria-label={peopleLabels.recoveryCode}>
          <RecoveryCode code={code} onKept={() => void onDone()} />
        </section>
      </main>
    )
  return (
    <main className={styles.page}>
      <section className={styles.panel} aria-label={peopleLabels.signIn}>
        <h1>{recovering ? peopleLabels.recover : peopleLabels.signIn}</h1>
        <p className={styles.lead}>{dataFile.file?.name}</p>
        {recovering ? (
          <RecoverForm people={people} onCode={setCode} onBack={() => setRecovering(false)} />
        ) : (
          <SignInForm
            people={people}
            lastId={lastId}
            onDone={onDone}
            onForgotten={() => setRecovering(true)}
            onClose={() => void dataFile.close()}
          />
        )}
      </section>
    </main>
  )
}

interface SignInFormProps {
  readonly people: People
  readonly lastId: number | null
  readonly onDone: () => Promise<void>
  readonly onForgotten: () => void
  readonly onClose: () => void
}

function SignInForm({ people, lastId, onDone, onForgotten, onClose }: SignInFormProps) {
  const [id, setId] = useState(people.find((one) => one.id === lastId)?.id ?? people[0]?.id ?? 0)
  const [problem, setProblem] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const box = useRef<HTMLInputElement>(null)

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault()
    setBusy(true)
    try {
      await api.people.signIn({ id, secret: box.current?.value ?? '' })
      await onDone()
    } catch (error) {
      setProblem(problemOf(error).message)
      if (box.current !== null) box.current.value = ''
      box.current?.focus()
    } finally {
      setBusy(false)
    }
  }

  return (
    <form className={styles.form} onSubmit={(event) => void submit(event)} noValidate>
      {problem !== null && (
        <p className={styles.problem} role="alert">
          {problem}
        </p>
      )}
      <label>
        {peopleLabels.name}
        <select
          className={inputClass}
          value={id}
          onChange={(event) => {
            setId(Number(event.currentTarget.value))
            setProblem(null)
            box.current?.focus()
          }}
        >
          {people.map((one) => (
            <option key={one.id} value={one.id}>
              {one.name}
            </option>
          ))}
        </select>
      </label>
      <label>
        {peopleLabels.secret}
        <input
          ref={box}
          type="password"
          className={inputClass}
          autoComplete="off"
          // biome-ignore lint/a11y/noAutofocus: the one box of a screen that asks one thing
          autoFocus
        />
      </label>
      <div className={styles.buttons}>
        <Button kind="primary" type="submit" busy={busy}>
          {peopleLabels.signIn}
        </Button>
        <Button kind="quiet" onClick={onForgotten}>
          {peopleLabels.forgotten}
        </Button>
        <Button kind="quiet" onClick={onClose}>
          {peopleLabels.otherFile}
        </Button>
      </div>
    </form>
  )
}

interface RecoverFormProps {
  readonly people: People
  readonly onCode: (code: string) => void
  readonly onBack: () => void
}

function RecoverForm({ people, onCode, onBack }: RecoverFormProps) {
  const [problem, setProblem] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)

  async function submit(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault()
    const typed = new FormData(event.currentTarget)
    const secret = String(typed.get('secret'))
    if (secret !== String(typed.get('again'))) {
      setProblem(peopleLabels.notTheSame)
      return
    }
    setBusy(true)
    try {
      const input = { code: String(typed.get('code')), id: Number(typed.get('id')), secret }
      onCode((await api.people.recover(input)).recoveryCode)
    } catch (error) {
      const refused = problemOf(error)
      setProblem(refused.fields[0]?.message ?? refused.message)
    } finally {
      setBusy(false)
    }
  }

  return (
    <form className={styles.form} onSubmit={(event) => void submit(event)} noValidate>
      <p>{peopleLabels.recoverHow}</p>
      {problem !== null && (
        <p className={styles.problem} role="alert">
          {problem}
        </p>
      )}
      <label>
        {peopleLabels.administrator}
        <select className={inputClass} name="id">
          {people.map((one) => (
            <option key={one.id} value={one.id}>
              {one.name}
            </option>
          ))}
        </select>
      </label>
      <label>
        {peopleLabels.recoveryCode}
        {/* biome-ignore lint/a11y/noAutofocus: the first box of a form just opened by a press */}
        <input className={inputClass} name="code" autoComplete="off" spellCheck={false} autoFocus />
      </label>
      <label>
        {peopleLabels.newSecret}
        <input className={inputClass} name="secret" type="password" autoComplete="off" />
      </label>
      <label>
        {peopleLabels.again}
        <input className={inputClass} name="again" type="password" autoComplete="off" />
      </label>
      <div className={styles.buttons}>
        <Button kind="primary" type="submit" busy={busy}>
          {peopleLabels.recoverNow}
        </Button>
        <Button onClick={onBack}>{peopleLabels.backToSignIn}</Button>
      </div>
    </form>
  )
}
