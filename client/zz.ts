import fs from 'node:fs';
import { openArchive } from './src/files/import/archive.ts';
import { readWord } from './src/files/import/word.ts';
import { readPdf } from './src/files/import/pdf.ts';
import { readReport } from '@board/shared/upr/report';
{const t=performance.now(); const w=await readWord(await openArchive(new Uint8Array(fs.readFileSync('/work/shared/data/recommendations/ohchr-matrix-svn-c3-2019.docx'))));
console.log(performance.now()-t, w.title, w.rows.length, w.rows.slice(0,4)); }
const t=performance.now();
const text=await readPdf(new Uint8Array(fs.readFileSync('/work/shared/data/recommendations/khm-c2-A_HRC_26_16.pdf')),()=>{});
console.log(performance.now()-t);
fs.writeFileSync('/tmp/h7read/pdf.txt',text);
const f=readReport(text); console.log(f.recommendations.length, f.findings.map(x=>JSON.stringify(x).slice(0,200)), f.recommendations.filter(r=>r.flags.length).map(r=>[r.number,JSON.stringify(r.flags).slice(0,300)]));
