import { writeFileSync } from 'node:fs';
import { unNames } from './un-names.ts';

/**
 * Writes shared/src/upr/generated/state-names.<language>.ts from Node's own region names. Browsers do not know all of
 * these languages (Chromium has no Khmer), so the names are made here and committed. Run: node client/scripts/generate-state-names.ts
 */
const languages = ['en', 'km', 'fr', 'es', 'ar'];

/** The 193 member States, the Holy See and the State of Palestine: ISO 3166-1 alpha-2 and alpha-3. */
const codes = `
AFAFG AOAGO ALALB ADAND AEARE ARARG AMARM AGATG AUAUS ATAUT AZAZE BIBDI BEBEL BJBEN BFBFA BDBGD BGBGR BHBHR BSBHS
BABIH BYBLR BZBLZ BOBOL BRBRA BBBRB BNBRN BTBTN BWBWA CFCAF CACAN CHCHE CLCHL CNCHN CICIV CMCMR CDCOD CGCOG COCOL
KMCOM CVCPV CRCRI CUCUB CYCYP CZCZE DEDEU DJDJI DMDMA DKDNK DODOM DZDZA ECECU EGEGY ERERI ESESP EEEST ETETH FIFIN
FJFJI FRFRA FMFSM GAGAB GBGBR GEGEO GHGHA GNGIN GMGMB GWGNB GQGNQ GRGRC GDGRD GTGTM GYGUY HNHND HRHRV HTHTI HUHUN
IDIDN ININD IEIRL IRIRN IQIRQ ISISL ILISR ITITA JMJAM JOJOR JPJPN KZKAZ KEKEN KGKGZ KHKHM KIKIR KNKNA KRKOR KWKWT
LALAO LBLBN LRLBR LYLBY LCLCA LILIE LKLKA LSLSO LTLTU LULUX LVLVA MAMAR MCMCO MDMDA MGMDG MVMDV MXMEX MHMHL MKMKD
MLMLI MTMLT MMMMR MEMNE MNMNG MZMOZ MRMRT MUMUS MWMWI MYMYS NANAM NENER NGNGA NINIC NLNLD NONOR NPNPL NRNRU NZNZL
OMOMN PKPAK PAPAN PEPER PHPHL PWPLW PGPNG PLPOL KPPRK PTPRT PYPRY PSPSE QAQAT ROROU RURUS RWRWA SASAU SDSDN SNSEN
SGSGP SBSLB SLSLE SVSLV SMSMR SOSOM RSSRB SSSSD STSTP SRSUR SKSVK SISVN SESWE SZSWZ SCSYC SYSYR TDTCD TGTGO THTHA
TJTJK TMTKM TLTLS TOTON TTTTO TNTUN TRTUR TVTUV TZTZA UGUGA UAUKR UYURY USUSA UZUZB VAVAT VCVCT VEVEN VNVNM VUVUT
WSWSM YEYEM ZAZAF ZMZMB ZWZWE`
  .trim()
  .split(/\s+/)
  .map((pair) => ({ alpha2: pair.slice(0, 2), alpha3: pair.slice(2) }));

for (const language of languages) {
  const platform = new Intl.DisplayNames(language, { type: 'region', fallback: 'none' });
  const lines = codes.map(({ alpha2, alpha3 }) => {
    const name = unNames[language]?.[alpha2] ?? platform.of(alpha2);
    if (name === undefined) throw new Error(`no name for ${alpha2} in ${language}`);
    return `  ${alpha3}: ${JSON.stringify(name)},`;
  });
  const text = `/** Made by client/scripts/generate-state-names.ts; do not edit. */\nexport const stateNames: Readonly<Record<string, string>> = {\n${lines.join('\n')}\n};\n`;
  writeFileSync(new URL(`../../shared/src/upr/generated/state-names.${language}.ts`, import.meta.url), text);
}
console.log(`${codes.length} States in ${languages.join(', ')}`);
