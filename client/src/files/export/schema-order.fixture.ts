/**
 * In which order the elements of documents and workbooks stand, by ISO/IEC 29500 (transitional): Word and Excel take a file
 * for damaged where one stands elsewhere. Only elements whose children have an order. For tests.
 */

type Order = Readonly<Record<string, readonly string[]>>;

const list = (names: string): readonly string[] => names.split(/\s+/);

const edges = list('top start left bottom end right insideH insideV tl2br tr2bl');

export const wordOrder: Order = {
  pPr: list(`pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs
    suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid
    spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl
    divId cnfStyle rPr sectPr pPrChange`),
  rPr: list(`rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish
    webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang
    eastAsianLayout specVanish oMath`),
  tblPr:
    list(`tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing tblInd
    tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription`),
  tcPr: list('cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark'),
  sectPr:
    list(`headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType pgNumType
    cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings`),
  tblBorders: edges,
  tcBorders: edges,
  tblCellMar: edges,
  tcMar: edges,
  tbl: list('bookmarkStart bookmarkEnd tblPr tblGrid tr'),
  tr: list('tblPrEx trPr tc'),
  lvl: list('start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId legacy lvlJc pPr rPr'),
  abstractNum: list('nsid multiLevelType tmpl name styleLink numStyleLink lvl'),
  num: list('abstractNumId lvlOverride'),
  numbering: list('numPicBullet abstractNum num numIdMacAtCleanup'),
  style:
    list(`name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked personal
    personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr`),
  styles: list('docDefaults latentStyles style'),
  docDefaults: list('rPrDefault pPrDefault'),
};

export const sheetOrder: Order = {
  worksheet: list(`sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection protectedRanges
    scenarios autoFilter sortState dataConsolidate customSheetViews mergeCells phoneticPr conditionalFormatting
    dataValidations hyperlinks printOptions pageMargins pageSetup headerFooter rowBreaks colBreaks customProperties
    cellWatches ignoredErrors smartTags drawing legacyDrawing legacyDrawingHF picture oleObjects controls webPublishItems
    tableParts extLst`),
  sheetPr: list('tabColor outlinePr pageSetUpPr'),
  sheetView: list('pane selection pivotSelection extLst'),
  workbook:
    list(`fileVersion fileSharing workbookPr workbookProtection bookViews sheets functionGroups externalReferences
    definedNames calcPr oleSize customWorkbookViews pivotCaches smartTagPr smartTagTypes webPublishing fileRecoveryPr
    webPublishObjects extLst`),
  styleSheet: list('numFmts fonts fills borders cellStyleXfs cellXfs cellStyles dxfs tableStyles colors extLst'),
  border: list('start end left right top bottom diagonal vertical horizontal'),
  xf: list('alignment protection extLst'),
  c: list('f v is extLst'),
  r: list('rPr t'),
};
