/** The package brings no types of its own; of its options, those that are used here. */
declare module "subset-font" {
  interface Options {
    readonly targetFormat: "woff2";
    readonly variationAxes?: Readonly<Record<string, { readonly min: number; readonly max: number }>>;
  }
  /** @param text whatever stands in it is kept */
  export default function subsetFont(font: Buffer, text: string, options: Options): Promise<Buffer>;
}
