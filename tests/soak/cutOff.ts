// Kills the program in the middle of the work that moves whole files: backup, restore, import, upgrade, a new file.
import fs from 'node:fs'
import path from 'node:path'
import { type Figures, Tally } from './figures'
import { runVictim } from './kill'
import { chanceOf } from './random'
import { scenarios } from './scenarios'

export async function soakCutOff(folder: string, killsEach: number, seed: number): Promise<Figures> {
  const chance = chanceOf(seed)
  const tally = new Tally()
  const failures: string[] = []
  for (const { name, prepare } of scenarios.filter((one) => one.name !== 'mọi việc')) {
    const home = path.join(folder, 'goc')
    fs.mkdirSync(home)
    const { file, order, judge } = await prepare(home)
    const kept = path.join(folder, 'nguyen')
    fs.cpSync(home, kept, { recursive: true })
    const back = () => {
      fs.rmSync(home, { recursive: true })
      fs.cpSync(kept, home, { recursive: true })
    }
    const started = performance.now()
    const whole = await runVictim({ order, userDataDir: folder, afterMilliseconds: null })
    const duration = performance.now() - started
    if (whole.exitCode !== 0) failures.push(`${name}: không làm được cả khi không bị giết: ${whole.errors}`)
    for (let index = 0; index < killsEach; index += 1) {
      back()
      // What comes before is only Node getting up.
      const afterMilliseconds = duration * (0.3 + chance.below(1_000) / 1_300)
      const { said, exitCode } = await runVictim({ order, userDataDir: folder, afterMilliseconds, fromStart: true })
      tally.add(`lần bị giết giữa lúc ${name}`)
      if (exitCode !== null) tally.add('trong đó đã kịp xong')
      const found = await judge(file, { said, userDataDir: folder })
      failures.push(...found.map((failure) => `${name}, lần ${index} (seed ${seed}): ${failure}`))
    }
    fs.rmSync(home, { recursive: true })
    fs.rmSync(kept, { recursive: true })
  }
  return { name: 'Giết chương trình giữa lúc chép, thay, nhập, nâng cấp cả tệp', rows: tally.rows(), failures }
}
