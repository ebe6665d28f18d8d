// A popular React log viewer, as its own page shows how to use it: what our log window is measured beside.
import { LazyLog } from '@melloware/react-logviewer';
import { createRoot } from 'react-dom/client';

declare global {
  interface Window {
    showLog(text: string, line: number): void;
  }
}

const element = document.body.appendChild(document.createElement('div'));
const root = createRoot(element);
element.id = 'root';
window.showLog = (text, line) =>
  root.render(<LazyLog text={text} scrollToLine={line} enableSearch caseInsensitive height={560} width={960} selectableLines />);
