import { closeCodes } from '@board/shared/protocol/close-codes';
import { WebSocket } from 'ws';

const protocolError = 1002;
const invalidText = 1007;
const tooBig = 1009;

/**
 * A socket that closes with our codes also where the library itself refuses a frame. With the library's codes a
 * y-websocket client would send the same frame again for ever.
 */
export class BoardSocket extends WebSocket {
  override close(code?: number, reason?: string | Buffer): void {
    if (code === tooBig) super.close(closeCodes['too-large'], 'too-large');
    else if (code === protocolError || code === invalidText)
      super.close(closeCodes['malformed-frame'], 'malformed-frame');
    else super.close(code, reason);
  }
}
