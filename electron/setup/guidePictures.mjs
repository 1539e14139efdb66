// npm run guide-pictures: makes the pictures of docs/huong-dan-su-dung.md again, from the screens as they are now.
import { nodeMaySetUp } from './nodeVersion.mjs'

if (nodeMaySetUp()) import('./run/guidePictures.mjs').then((steps) => steps.run())
