// npm run sign-update: signs an installer so that the program takes it as an update from a file.
//   -- --new-key PRIVATE.pem     makes a pair: the private key into that file (keep it off this machine), the public one into
//                                resources/updateKey.pem, which is packed with the program
//   -- INSTALLER --key PRIVATE.pem --version X.Y.Z
import { createHash, createPrivateKey, generateKeyPairSync, sign } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..')
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { 'new-key': { type: 'string' }, key: { type: 'string' }, version: { type: 'string' } },
})
const [installer] = positionals

if (values['new-key'] !== undefined) {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  fs.writeFileSync(values['new-key'], privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600, flag: 'wx' })
  fs.writeFileSync(path.join(root, 'resources/updateKey.pem'), publicKey.export({ type: 'spki', format: 'pem' }))
} else if (installer !== undefined && values.key !== undefined && values.version !== undefined) {
  const bytes = fs.readFileSync(installer)
  const statement = {
    product: 'so-khuyen-cong',
    version: values.version,
    fileName: path.basename(installer),
    sizeBytes: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
  }
  const text = `${Object.values(statement).join('\n')}\n`
  const signature = sign(null, Buffer.from(text, 'utf8'), createPrivateKey(fs.readFileSync(values.key))).toString(
    'base64',
  )
  fs.writeFileSync(`${installer}.chu-ky.json`, `${JSON.stringify({ ...statement, signature }, null, 2)}\n`)
} else {
  process.stderr.write('npm run sign-update -- --new-key PRIVATE.pem | INSTALLER --key PRIVATE.pem --version X.Y.Z\n')
  process.exitCode = 2
}
