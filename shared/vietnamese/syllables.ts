// Which letters make a Vietnamese syllable. Vietnamese has few of them, which is how a wrong encoding is told from a right one.

const ONSETS = 'b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x'
  .split(' ')
  .sort((a, b) => b.length - a.length)

const RIMES = new Set(
  (
    'a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây ' +
    'e ec em en eng eo ep et ê êch êm ên ênh êp êt êu ' +
    'i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu ' +
    'o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong ooc oong op ot ' +
    'ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt ' +
    'u ua uân uâng uât uây uc uê uêch uênh ui um un ung uôc uôi uôm uôn uông uôt uơ up ut uy uya uych uyên uyêt uynh uyp uyt uyu ' +
    'ư ưa ưc ươc ươi ươm ươn ương ươp ươt ươu ưng ưi ưm ưt ưu y yêm yên yêng yêt yêu'
  ).split(' '),
)

// After "qu" and "gi" the u or i belongs to the onset: quê, quyết, giêng (gi + êng), gì (g + i).
const RIMES_AFTER_QU = new Set([...RIMES, ...'uôc yêt yên ynh yt ych yp yu ya ôc ơ ăc ăn ăng ăt ăp'.split(' ')])
const RIMES_AFTER_GI = new Set([...RIMES, ...'êc êm ên êng êp êt êu'.split(' ')])

const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g
const STOPPED = /(?:p|t|c|ch)$/
const TONES_OF_STOPPED = /[\u0301\u0323]/

export function isVietnameseSyllable(word: string): boolean {
  const marked = word.toLowerCase().normalize('NFD')
  const tones = marked.match(TONES) ?? []
  if (tones.length > 1) return false
  const bare = marked.replace(TONES, '').normalize('NFC')
  if (STOPPED.test(bare) && !TONES_OF_STOPPED.test(tones[0] ?? '')) return false
  return (
    RIMES.has(bare) ||
    ONSETS.some((onset) => {
      if (!bare.startsWith(onset)) return false
      const rime = bare.slice(onset.length)
      if (onset === 'qu') return RIMES_AFTER_QU.has(rime)
      if (onset === 'gi') return rime === '' || RIMES_AFTER_GI.has(rime)
      return RIMES.has(rime)
    })
  )
}
