// The smallest possible Electron tray app: what every figure of ours is measured against. --window opens one empty window.
const { app, BrowserWindow, Menu, nativeImage, Tray } = require('electron');

let tray;
app.on('window-all-closed', () => undefined);
void app.whenReady().then(() => {
  tray = new Tray(nativeImage.createFromBitmap(Buffer.alloc(22 * 22 * 4, 255), { width: 22, height: 22 }));
  tray.setContextMenu(Menu.buildFromTemplate([{ label: 'Quit', click: () => app.quit() }]));
  if (process.argv.includes('--window')) void new BrowserWindow({ width: 440, height: 640 }).loadURL('data:text/html,<p>bare');
});
