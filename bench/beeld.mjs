// Makes the README's picture anew: the board of the demo's rich casus, as the regisseur sees it. `npm run beeld`.
import { fileURLToPath } from 'node:url';
import { staat, startDemobrowser } from './scherm/demobrowser.mjs';

const demo = await startDemobrowser();
try {
  const { page } = await demo.persoon('Fatima El Amrani');
  await staat(page, demo.rijk);
  await page.screenshot({ path: fileURLToPath(new URL('../docs/afbeeldingen/bord.png', import.meta.url)) });
} finally {
  await demo.sluit();
}
