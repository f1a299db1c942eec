/**
 * Loads what documents are made with in a language, and the page that prints the charter, one after the other, so that a weak
 * network stays free for what people do. Rejects where something did not arrive.
 */
export async function preloadDocuments(language: string): Promise<void> {
  const { preloadMaker } = await import('../../files/export/make-file.ts');
  await preloadMaker(language);
  await import('../charter/print-page.tsx');
}
