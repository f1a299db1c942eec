/** Mozilla's reader of PDFs works in a worker of its own, which begins by itself as soon as it is loaded in one. */
import 'pdfjs-dist/legacy/build/pdf.worker.mjs';
