declare module 'pngjs' {
  export interface Image {
    readonly width: number;
    readonly height: number;
    /** Red, green, blue and alpha of each pixel. */
    readonly data: Buffer;
  }

  export const PNG: {
    readonly sync: {
      read(png: Uint8Array): Image;
      write(image: Image, options?: {readonly colorType?: 2 | 6; readonly deflateLevel?: number}): Buffer;
    };
  };
}
